"""The values of decisions, as a script sends them: each kind of decision has its fields.

What a field may be is checked here; whether it makes sense in this report, by the case.
"""

from collections.abc import Mapping
from typing import Any

from sayso.case.case import Case
from sayso.desk.api.asked import (
    MOST_IN_NAME,
    Check,
    Data,
    chosen,
    fields,
    listed,
    name_of_thing,
    or_none,
    refuse,
    switch,
    text,
    whole,
)
from sayso.errors import WrongDecision
from sayso.model.comparison import Side
from sayso.model.decisions import DecisionKind, Subject, Target

MOST_PLACES = 100  # of one content
MOST_CLAIMS = 1_000  # of a point, in one decision
MOST_IN_HEAD = 2_000  # characters of a title, an address, a byline

KINDS = tuple(one for one in DecisionKind if one is not DecisionKind.UNDO)


def _place(name: str, given: Any) -> list[int]:
    found = listed(whole, 2, 2)(name, given)
    if found[0] >= found[1]:
        refuse(f"{name} is a place in a report: where its words begin, and where they end.")
    return list(found)


def _head(name: str, given: Any) -> str:
    return text(name, given, MOST_IN_HEAD)


def _short(name: str, given: Any) -> str:
    return text(name, given, MOST_IN_NAME)


def _where(name: str, given: Any) -> Data:
    wanted: dict[str, Check] = {"name": _short, "span": or_none(_place), "country": or_none(_short)}
    found = fields(given, wanted)
    if not found.get("name") and not found.get("span"):
        refuse(f"{name} has a name, or the place of its words.")
    return found


def _sides(name: str, given: Any) -> Mapping[str, str]:
    if not isinstance(given, dict) or not 1 <= len(given) <= MOST_CLAIMS:
        refuse(f"{name} gives the side of 1 to {MOST_CLAIMS:,} claims.")
    side = chosen(*Side)
    return {name_of_thing(name, claim): side(name, one) for claim, one in given.items()}


_CORRECTED: Mapping[str, Check] = {
    "title": or_none(_head),
    "outlet": or_none(_head),
    "byline": or_none(_head),
    "url": or_none(_head),
    "published": or_none(_short),
    "agency": or_none(_head),
    "stance": _short,
    "speaker": or_none(name_of_thing),
    "content": listed(_place, MOST_PLACES),
    "low": or_none(whole),
    "high": or_none(whole),
    "kind": _short,
    "harm": or_none(_short),
    "span": _place,
    "who": or_none(_place),
    "hypothetical": switch,
    "place": or_none(_where),
    "from": or_none(_short),
    "to": or_none(_short),
    "negated": switch,
    "name": _place,
    "type": _short,
    "named": switch,
    "role": or_none(_place),
    "sides": _sides,
}
_ADDED: Mapping[str, Mapping[str, Check]] = {
    "claim": {
        "content": listed(_place, MOST_PLACES),
        "stance": _short,
        "speaker": or_none(name_of_thing),
        "source": or_none(_place),
        "speaker_type": _short,
        "named": switch,
    },
    "figure": {
        "span": _place,
        "low": or_none(whole),
        "high": or_none(whole),
        "kind": _short,
        "harm": or_none(_short),
        "who": or_none(_place),
        "hypothetical": switch,
    },
    "point": {"sides": _sides},
}
_FIELDS: Mapping[DecisionKind, Mapping[str, Check]] = {
    DecisionKind.ACCEPT: {},
    DecisionKind.REJECT: {},
    DecisionKind.CORRECT: _CORRECTED,
    DecisionKind.MERGE: {"turned": switch},
    DecisionKind.SPLIT: {"claims": listed(name_of_thing, MOST_CLAIMS)},
    DecisionKind.RELIABILITY: {"mark": _short},
    DecisionKind.CREDIBILITY: {"mark": _short},
    DecisionKind.SIDE: {"text": text},
    DecisionKind.NOTE: {"text": text},
}


def value_of(kind: DecisionKind, given: Any) -> Data:
    """The value of a decision, with the fields that its kind has. Raises an answer 422."""
    if kind is not DecisionKind.ADD:
        found = fields(given, _FIELDS[kind])
    else:
        what = chosen(*_ADDED)("what", given.get("what") if isinstance(given, dict) else None)
        found = fields(given, {"what": chosen(what), **_ADDED[what]})
    low, high = found.get("low"), found.get("high")
    if low is not None and high is not None and low > high:
        refuse("The lowest number is above the highest.")
    return found


def named_in_full(case: Case, value: Data, subjects: list[Subject]) -> Data:
    """The value with the names that facts have in the case, as decisions keep them.

    A claim is named "REPORT/CLAIM"; a speaker by its own id, though a script may name a speaker of
    several reports. Raises WrongDecision.
    """
    found = dict(value)
    members = set(subjects[0].members) if subjects else set()
    if "sides" in found:
        found["sides"] = {
            _claim(case, name, members): side for name, side in found["sides"].items()
        }
    if "claims" in found:
        found["claims"] = [_claim(case, name, members) for name in found["claims"]]
    if found.get("speaker") and subjects:
        found["speaker"] = _speaker(case, found["speaker"], subjects[0].report or "")
    return found


def _claim(case: Case, name: str, members: set[str]) -> str:
    if name in members:
        return name
    subject = case.subject(name)
    if subject.kind is not Target.CLAIM:
        raise WrongDecision(f"only claims have a side; this is a {subject.kind}.")
    return f"{subject.report}/{subject.id}"


def _speaker(case: Case, name: str, report: str) -> str:
    """The id that a speaker has in a report, by its name, its bare id, or that of several reports."""
    own = case.query("SELECT id FROM speaker WHERE report = ? AND id = ?", (report, name))
    subject = None if own else case.subject(name)
    if subject is None:
        return name
    if subject.kind is Target.SPEAKER and subject.report == report:
        return subject.id
    if subject.kind is Target.SHARED_SPEAKER:
        for where, _, one in (member.partition("/") for member in subject.members):
            if where == report:
                return one
    raise WrongDecision("this is no speaker of that report. Choose one from the list.")
