"""What a thing was corrected to, in the page's words."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sayso.dossier.exports.lookup import Lookup
from sayso.dossier.wording import ACTORS, PRECISIONS, SIDES, STANCES
from sayso.dossier.written import event_kind, written_day
from sayso.model.codec import shown_data
from sayso.model.decisions import Decision, Subject, Target
from sayso.model.speech import Stance

FIELDS = {  # of what is corrected, in the order in which they are told
    "title": "the title",
    "outlet": "the outlet",
    "byline": "the byline",
    "published": "the date",
    "url": "the address",
    "agency": "the agency",
    "stance": "the stance",
    "speaker": "the speaker",
    "content": "the words",
    "number": "the number",
    "low": "the lowest number",
    "high": "the highest number",
    "harm": "the harm",
    "span": "the words",
    "who": "those counted",
    "name": "the name",
    "kind": "the kind",
    "type": "the type",
    "role": "the role",
    "place": "the place",
    "from": "the first day",
    "to": "the last day",
}
FIELD_ORDER = {name: place for place, name in enumerate(FIELDS)}
# A field that is yes or no, as what was said of the thing.
FLAGS = {
    ("hypothetical", True): "said that it is threatened, planned or denied",
    ("hypothetical", False): "said that it is not only threatened, planned or denied",
    ("negated", True): "said that it is reported as not having happened",
    ("negated", False): "said that it is reported as having happened",
    ("named", True): "said that the speaker is named",
    ("named", False): "said that the speaker is not named",
}
MAX_SIDES_TOLD = 6


@dataclass(frozen=True, slots=True)
class Phrase:
    """A piece of a sentence; `is_given` where it is what a person gave, or a report's words."""

    text: str
    is_given: bool = False


def corrections(decision: Decision, lookup: Lookup) -> Iterator[Phrase]:
    """What a decision that corrects something says, field by field."""
    subject = decision.subjects[0] if decision.subjects else None
    for place, (field, value) in enumerate(_fields(decision.value)):
        if place:
            yield Phrase("; ")
        if field == "sides" and isinstance(value, Mapping):
            yield from _sides(value, lookup)
        elif isinstance(value, bool) and (field, value) in FLAGS:
            yield Phrase(FLAGS[field, value])
        else:
            yield Phrase(f"corrected {FIELDS.get(field, field)} to ")
            yield Phrase(_field_words(field, value, subject, lookup), True)


def _fields(value: Mapping[str, Any]) -> list[tuple[str, Any]]:
    """The fields of a correction in order; a lowest number that is the highest too is one number."""
    told = dict(value)
    if "low" in told and "high" in told and told["low"] == told["high"]:
        told["number"] = told.pop("low")
        del told["high"]
    return sorted(told.items(), key=lambda one: FIELD_ORDER.get(one[0], len(FIELD_ORDER)))


def _sides(sides: Mapping[str, Any], lookup: Lookup) -> Iterator[Phrase]:
    for place, (key, side) in enumerate(list(sides.items())[:MAX_SIDES_TOLD]):
        report, _, name = key.partition("/")
        claim = lookup.claims.get((report, name))
        yield Phrase(", and “" if place else "put “")
        words = " … ".join(lookup.document(report)[span] for span in claim.content) if claim else ""
        yield Phrase(words or "a claim that is not here", bool(words))
        yield Phrase("” on the side ")
        yield Phrase(_choice(SIDES, side), True)
    if len(sides) > MAX_SIDES_TOLD:
        yield Phrase(f", and {len(sides) - MAX_SIDES_TOLD} more")


def _field_words(field: str, value: Any, subject: Subject | None, lookup: Lookup) -> str:
    """What a field was corrected to."""
    if value is None:
        return "not known"
    kind = subject.kind if subject else None
    report = subject.report if subject and subject.report else ""
    if field == "stance":
        return STANCES[Stance(value)][0] if value in tuple(Stance) else written_value(value)
    if field == "kind" and kind is Target.EVENT:
        return event_kind(str(value))
    if field in ("kind", "type"):
        return _choice(PRECISIONS if field == "kind" else ACTORS, value)
    if field == "harm" and isinstance(value, str):
        return value
    if field == "speaker":
        return _actor_name(report, str(value), lookup)
    if field in ("from", "to"):
        return _day(value)
    if field == "place" and isinstance(value, Mapping):
        return str(value.get("name") or _spanned(value.get("span"), report, lookup))
    if field in ("content", "span", "who", "role", "name") and not isinstance(value, str):
        return _spanned(value, report, lookup)
    return f"{value:,}" if type(value) is int else written_value(value)


def _choice(words: Mapping[Any, str], value: Any) -> str:
    """The word for a value of an enumeration, which a decision has as its string."""
    return next((word for known, word in words.items() if known == value), written_value(value))


def _actor_name(report: str, actor: str, lookup: Lookup) -> str:
    found = lookup.actors.get((report, actor))
    return lookup.document(report)[found.name] if found else "a speaker who is not here"


def _day(value: Any) -> str:
    try:
        return written_day(datetime.fromisoformat(value).date())
    except (TypeError, ValueError):
        return written_value(value)


def _spanned(value: Any, report: str, lookup: Lookup) -> str:
    """The words at one place of a report, or at several; the places where the report is gone."""
    facts = lookup.facts.get(report)
    places = value if isinstance(value, Sequence) and value else [value]
    pairs = [places] if type(places[0]) is int else places
    if facts is None or not all(_is_place(one) for one in pairs):
        return written_value(value)
    return " … ".join(facts.document.text[start:end] for start, end in pairs)


def _is_place(value: Any) -> bool:
    return (
        isinstance(value, Sequence) and len(value) == 2 and all(type(one) is int for one in value)
    )


def written_value(value: Any) -> str:
    """Any value of a decision as words."""
    if isinstance(value, str):
        return value
    if isinstance(value, Mapping):
        return ", ".join(f"{name}: {written_value(one)}" for name, one in value.items())
    if isinstance(value, Sequence):
        return ", ".join(map(written_value, value))
    return shown_data(value)
