"""Making a decision: it is checked, logged, written, and what it changes is shown.

A decision that makes no sense is turned down before anything is written.
"""

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sayso.case.custody import LogKind, add_to_log, last_of_log, now
from sayso.case.decided import DecisionIndex, decision_body, write_decision
from sayso.case.followed import LISTS, Followed
from sayso.case.following import CORRECTED_HEADS, corrected_document, followed
from sayso.case.naming import SHORT
from sayso.case.publications import document_of
from sayso.case.readings import facts_of_reading
from sayso.errors import WrongDecision
from sayso.model.codec import shown_data
from sayso.model.comparison import Side
from sayso.model.decisions import Decision, DecisionKind, Subject, Target, Value
from sayso.model.text import is_moment

LETTERS = "ABCDEF"  # of the Admiralty system: how reliable a source is; F: cannot be judged
DIGITS = "123456"  # how credible what it says is; 6: cannot be judged
MOST_CHARACTERS = 10_000  # of a note or a reason
GROUPS = (Target.POINT, Target.TOLL, Target.SHARED_EVENT, Target.SHARED_SPEAKER)


def decide(
    connection: sqlite3.Connection,
    decided: DecisionIndex,
    kind: DecisionKind,
    subjects: Sequence[Subject],
    value: Value,
    reason: str,
    author: str,
    undoes: int | None = None,
) -> Decision:
    """Check a decision and write it, within a transaction that writes. Raises WrongDecision.

    `decided` has the decisions until now.
    """
    number = last_of_log(connection)[0] + 1
    draft = Decision(number, now(), author, kind, tuple(subjects), dict(value), reason, undoes)
    _check_decision(connection, decided, draft)
    add_to_log(connection, LogKind.DECISION, decision_body(draft), author, draft.made_at)
    write_decision(connection, draft)
    return draft


def _check_decision(
    connection: sqlite3.Connection, decided: DecisionIndex, draft: Decision
) -> None:
    """Raises WrongDecision where a decision makes no sense in this case."""
    for what, text in (("reason", draft.reason), ("author", draft.author)):
        if len(text) > MOST_CHARACTERS:
            raise WrongDecision(f"the {what} has more than {MOST_CHARACTERS:,} characters.")
    if draft.kind is DecisionKind.UNDO:
        _check_undo(decided, draft)
        return
    if not draft.subjects:
        raise WrongDecision("name what the decision is about: `sayso list CASE` shows the names.")
    _CHECKS[draft.kind](draft)
    for report in {one.report for one in draft.subjects if one.report}:
        _check_in_report(connection, draft, report, decided)


def _check_in_report(
    connection: sqlite3.Connection, draft: Decision, report: str, decided: DecisionIndex
) -> None:
    """Raises WrongDecision unless the decision works on the facts of the report as they are now."""
    document = document_of(connection, report, decided)
    corrected_document(document, [draft])
    facts = facts_of_reading(connection, document)
    if facts is None:
        if draft.kind is DecisionKind.ADD or any(one.kind in LISTS for one in draft.subjects):
            raise WrongDecision(f"{document.name} was not read yet. `sayso add CASE` reads it.")
        return
    state = followed(facts, [*decided.on_report(report), draft])
    error = state.senseless.get(draft.number)
    if isinstance(error, WrongDecision):
        raise error
    if error is not None:
        raise WrongDecision(f"the value makes no sense: {error}") from error
    if draft.number in state.orphans:
        rejected = _rejected_by(state, draft)
        if rejected:
            raise WrongDecision(
                f"it was rejected already, by decision {rejected}. It counts again when somebody takes "
                "that decision back, or accepts it."
            )
        raise WrongDecision(
            "what it is about, or a speaker that it names, is not in the report as it is shown now."
        )


def _rejected_by(state: Followed, draft: Decision) -> int | None:
    """The decision that rejected before what is rejected now; None if nothing did."""
    if draft.kind is not DecisionKind.REJECT:
        return None
    keys = ((one.kind, state.current((one.kind, one.id))) for one in draft.subjects)
    return next((state.rejected[key] for key in keys if key in state.rejected), None)


def _check_undo(decided: DecisionIndex, draft: Decision) -> None:
    if decided.find(draft.undoes) is None:
        raise WrongDecision(f"there is no decision {draft.undoes}. `sayso log CASE` lists them.")
    if draft.undoes in decided.taken_back:
        raise WrongDecision(f"decision {draft.undoes} was taken back already.")


def _check_correction(draft: Decision) -> None:
    kinds = {one.kind for one in draft.subjects}
    if len(draft.subjects) != 1 or not kinds <= {*LISTS, Target.REPORT, Target.POINT}:
        raise WrongDecision("correct one report, claim, figure, event, speaker or point at a time.")
    subject = draft.subjects[0]
    known = CORRECTABLE[subject.kind]
    unknown = sorted(set(draft.value) - set(known))
    if unknown or not draft.value:
        named = f"{', '.join(unknown)} cannot be corrected" if unknown else "nothing is corrected"
        raise WrongDecision(f"{named}. Of a {subject.kind} you may correct: {', '.join(known)}.")
    if subject.kind is Target.REPORT:
        _check_head(draft.value)
    if subject.kind is Target.POINT:
        _check_sides(draft.value["sides"], subject.members)


def _check_head(value: Value) -> None:
    for name, given in value.items():
        if given is not None and not (isinstance(given, str) and given.strip()):
            raise WrongDecision(f"{name} is text, not {shown_data(given)}.")
    published = value.get("published")
    if published is not None and not is_moment(published):
        raise WrongDecision(
            f"{published!r:.40} is no date. Write 2026-03-02, or 2026-03-02T07:15+01:00."
        )


def _check_sides(sides: Any, members: Sequence[str]) -> None:
    if not isinstance(sides, Mapping) or not sides:
        raise WrongDecision("give the side of each claim: REPORT/CLAIM=for or =against.")
    for claim, side in sides.items():
        if members and claim not in members:
            report, _, name = claim.partition("/")
            raise WrongDecision(f"{report:.{SHORT}}/{name:.12} is not in the point.")
        if side not in tuple(Side):
            raise WrongDecision(f"{side!r:.40} is no side. Choose one of: {', '.join(Side)}.")


def _check_several(draft: Decision) -> None:
    kinds = {one.kind for one in draft.subjects}
    mergeable = {
        Target.SPEAKER,
        Target.EVENT,
        Target.POINT,
        Target.SHARED_SPEAKER,
        Target.SHARED_EVENT,
    }
    base = {_BASE.get(kind, kind) for kind in kinds}
    if len(draft.subjects) < 2 or len(base) != 1 or not kinds <= mergeable:
        raise WrongDecision(
            f"to {draft.kind}, name two or more speakers, two or more events, or two or more points."
        )


def _check_split(draft: Decision) -> None:
    if draft.subjects[0].kind is Target.POINT:
        claims = draft.value.get("claims")
        members = draft.subjects[0].members
        if not isinstance(claims, Sequence) or not claims or not set(claims) <= set(members):
            raise WrongDecision(
                "name the claims that leave the point, as REPORT/CLAIM. They must be in it now: "
                "`sayso show CASE POINT` lists its claims."
            )
        return
    _check_several(draft)


def _check_add(draft: Decision) -> None:
    what = draft.value.get("what")
    if what == Target.POINT:
        if not all(one.kind is Target.CLAIM for one in draft.subjects):
            raise WrongDecision("a point is made of claims: name them, with their sides.")
        keys = [f"{one.report}/{one.id}" for one in draft.subjects]
        _check_sides(draft.value.get("sides"), keys)
        return
    if what not in (Target.CLAIM, Target.FIGURE) or draft.subjects[0].kind is not Target.REPORT:
        raise WrongDecision("a claim or a figure is added to a report: name it.")
    if not draft.value.get("content" if what == Target.CLAIM else "span"):
        raise WrongDecision("say where its words stand: --at START:END.")


def _check_mark(draft: Decision) -> None:
    known, wanted = {
        DecisionKind.RELIABILITY: (LETTERS, "a letter from A (reliable) to F (cannot be judged)"),
        DecisionKind.CREDIBILITY: (DIGITS, "a digit from 1 (confirmed) to 6 (cannot be judged)"),
    }[draft.kind]
    mark = draft.value.get("mark")
    if not isinstance(mark, str) or len(mark) != 1 or mark not in known:
        raise WrongDecision(f"{shown_data(mark)} is no mark of {draft.kind}: give {wanted}.")
    sources = {Target.OUTLET, Target.SPEAKER, Target.SHARED_SPEAKER, Target.REPORT}
    of_source = {one.kind in sources for one in draft.subjects}
    if of_source != {draft.kind is DecisionKind.RELIABILITY}:
        raise WrongDecision(
            "reliability is that of an outlet, a report or a speaker; credibility that of a claim, a "
            "figure, an event, a point or a toll."
        )


def _check_text(draft: Decision) -> None:
    text = draft.value.get("text")
    if not isinstance(text, str) or not text.strip() or len(text) > MOST_CHARACTERS:
        raise WrongDecision(f"a {draft.kind} is text, of {MOST_CHARACTERS:,} characters at most.")
    if draft.kind is DecisionKind.SIDE and not all(
        one.kind in (Target.OUTLET, Target.SPEAKER, Target.SHARED_SPEAKER) for one in draft.subjects
    ):
        raise WrongDecision("a side is that of an outlet or a speaker.")


def _check_verdict(draft: Decision) -> None:
    if any(one.kind in (Target.OUTLET, Target.REPORT, Target.TOLL) for one in draft.subjects):
        raise WrongDecision(
            f"you may {draft.kind} claims, figures, events, speakers and points. `sayso remove` takes "
            "a report out of the case."
        )


CORRECTABLE: Mapping[Target, tuple[str, ...]] = {
    Target.REPORT: CORRECTED_HEADS,
    Target.CLAIM: ("stance", "speaker", "content"),
    Target.FIGURE: ("low", "high", "kind", "harm", "span", "who", "hypothetical"),
    Target.EVENT: ("kind", "place", "from", "to", "negated"),
    Target.SPEAKER: ("name", "type", "named", "role"),
    Target.POINT: ("sides",),
}
_BASE = {Target.SHARED_SPEAKER: Target.SPEAKER, Target.SHARED_EVENT: Target.EVENT}
_CHECKS: Mapping[DecisionKind, Callable[[Decision], None]] = {
    DecisionKind.ACCEPT: _check_verdict,
    DecisionKind.REJECT: _check_verdict,
    DecisionKind.CORRECT: _check_correction,
    DecisionKind.MERGE: _check_several,
    DecisionKind.SPLIT: _check_split,
    DecisionKind.ADD: _check_add,
    DecisionKind.RELIABILITY: _check_mark,
    DecisionKind.CREDIBILITY: _check_mark,
    DecisionKind.SIDE: _check_text,
    DecisionKind.NOTE: _check_text,
}
