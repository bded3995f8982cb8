"""What people decided about groups, as comparing follows it: decisions to rulings.

Decisions name the facts that people saw. A fact whose words were corrected since has another id, and the
ruling names that.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from sayso.case.decided import DecisionIndex
from sayso.case.followed import Followed
from sayso.case.shown import shown_facts
from sayso.model.comparison import ActorMention, EventMention, Quote, Side
from sayso.model.decisions import Decision, DecisionKind, Subject, Target
from sayso.model.rulings import (
    AddedPoint,
    ClaimMention,
    ClaimSide,
    Rulings,
    SamePoint,
    SidedClaim,
)

# Which kind of fact the members of a group are.
MEMBERS = {
    Target.POINT: Target.CLAIM,
    Target.TOLL: Target.FIGURE,
    Target.SHARED_EVENT: Target.EVENT,
    Target.SHARED_SPEAKER: Target.SPEAKER,
}


@dataclass
class Ruled:
    """The rulings, and the number of the decision behind each."""

    rulings: Rulings = field(default_factory=Rulings)
    numbers: dict[Any, int] = field(default_factory=dict)

    def decisions_behind(self, rulings: Rulings) -> set[int]:
        """The numbers of the decisions behind some of the rulings."""
        return {self.numbers[one] for listed in vars_of(rulings).values() for one in listed}


def vars_of(rulings: Rulings) -> Mapping[str, tuple[Any, ...]]:
    """The rulings by kind."""
    return {name: getattr(rulings, name) for name in Rulings.__dataclass_fields__}


class DecidedFacts:
    """The facts of reports as people decided them, looked up once."""

    def __init__(self, connection: sqlite3.Connection, decided: DecisionIndex) -> None:
        self._connection, self._decided = connection, decided
        self._known: dict[str, Followed | None] = {}

    def of(self, report: str) -> Followed | None:
        """The facts of a report; None if it is not here, or was not read."""
        if report not in self._known:
            is_here = self._connection.execute(
                "SELECT 1 FROM report WHERE id = ? AND removed IS NULL", (report,)
            ).fetchone()
            self._known[report] = (
                shown_facts(self._connection, report, self._decided) if is_here else None
            )
        return self._known[report]

    def current(self, kind: Target, report: str, name: str) -> str:
        """The id that a fact has now."""
        followed = self.of(report)
        return followed.current((kind, name)) if followed else name

    def members(self, subject: Subject) -> tuple[tuple[str, str], ...]:
        """The facts that a subject is, or has as members: report and id of each, as they are now."""
        kind = MEMBERS.get(subject.kind, subject.kind)
        keys = subject.members or ((f"{subject.report}/{subject.id}",) if subject.report else ())
        pairs = (key.split("/", 1) for key in keys if "/" in key)
        return tuple((report, self.current(kind, report, name)) for report, name in pairs)


def rulings_of(connection: sqlite3.Connection, decided: DecisionIndex) -> Ruled:
    """The rulings that the decisions in force make."""
    facts = DecidedFacts(connection, decided)
    found: dict[str, list[Any]] = defaultdict(list)
    numbers: dict[Any, int] = {}
    for decision in decided.in_force:
        make = _MAKERS.get(decision.kind)
        for name, ruling in make(facts, decision) if make else ():
            found[name].append(ruling)
            numbers[ruling] = decision.number
    return Ruled(Rulings(**{name: tuple(some) for name, some in found.items()}), numbers)


Named = Iterator[tuple[str, Any]]


def _merged(facts: DecidedFacts, decision: Decision) -> Named:
    kind = MEMBERS.get(decision.subjects[0].kind, decision.subjects[0].kind)
    every = [facts.members(one) for one in decision.subjects]
    together = dict.fromkeys(member for some in every for member in some)
    if kind is Target.SPEAKER and len(together) > 1:
        yield "same_speakers", tuple(ActorMention(*one) for one in together)
    elif kind is Target.EVENT and len(together) > 1:
        yield "same_events", tuple(EventMention(*one) for one in together)
    elif kind is Target.CLAIM:
        firsts = [ClaimMention(*some[0]) for some in every if some]
        opposed = bool(decision.value.get("turned", False))
        yield from (("same_points", SamePoint(firsts[0], other, opposed)) for other in firsts[1:])


def _split(facts: DecidedFacts, decision: Decision) -> Named:
    first = decision.subjects[0]
    if first.kind is Target.POINT:
        for key in decision.value["claims"]:
            report, name = key.split("/", 1)
            yield "other_points", ClaimMention(report, facts.current(Target.CLAIM, report, name))
        return
    members = [member for one in decision.subjects for member in facts.members(one)]
    if MEMBERS.get(first.kind, first.kind) is Target.SPEAKER:
        yield "other_speakers", tuple(ActorMention(*one) for one in members)
    else:
        yield "other_events", tuple(EventMention(*one) for one in members)


def _corrected(facts: DecidedFacts, decision: Decision) -> Named:
    subject = decision.subjects[0]
    if subject.kind is not Target.POINT:
        return
    members = facts.members(subject)
    title = ClaimMention(*members[0]) if members else None
    for key, side in decision.value["sides"].items():
        report, name = key.split("/", 1)
        claim = facts.current(Target.CLAIM, report, name)
        yield "sides", SidedClaim(report, claim, Side(side), title)


def _rejected(facts: DecidedFacts, decision: Decision) -> Named:
    for subject in decision.subjects:
        if subject.kind is Target.POINT and (members := facts.members(subject)):
            yield "rejected_points", tuple(ClaimMention(*one) for one in members)
        elif subject.kind is Target.SHARED_EVENT or subject.kind is Target.SHARED_SPEAKER:
            yield from _apart(subject, facts.members(subject))


def _apart(subject: Subject, members: Iterable[tuple[str, str]]) -> Named:
    """A group that is none: none of its members is any other."""
    known = tuple(members)
    if subject.kind is Target.SHARED_SPEAKER:
        yield from (
            ("other_speakers", tuple(ActorMention(*one) for one in known[at:]))
            for at in range(len(known) - 1)
        )
    else:
        yield from (
            ("other_events", tuple(EventMention(*one) for one in known[at:]))
            for at in range(len(known) - 1)
        )


def _added(facts: DecidedFacts, decision: Decision) -> Named:
    if decision.value.get("what") != Target.POINT.value:
        return
    sides = {
        (one.report or "", facts.current(Target.CLAIM, one.report or "", one.id)): Side(
            decision.value["sides"][f"{one.report}/{one.id}"]
        )
        for one in decision.subjects
    }
    report, name = next(iter(sides))
    followed = facts.of(report)
    spans = [one.content[0] for one in followed.facts.claims if one.id == name] if followed else []
    if spans:
        claims = tuple(ClaimSide(*key, side) for key, side in sides.items())
        yield "added_points", AddedPoint(Quote(report, spans[0]), claims)


_MAKERS: Mapping[DecisionKind, Callable[[DecidedFacts, Decision], Named]] = {
    DecisionKind.MERGE: _merged,
    DecisionKind.SPLIT: _split,
    DecisionKind.CORRECT: _corrected,
    DecisionKind.REJECT: _rejected,
    DecisionKind.ADD: _added,
}
