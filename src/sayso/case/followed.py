"""The facts of one report while decisions are followed in them, and the changes that all kinds share."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from sayso.errors import WrongDecision
from sayso.model.decisions import Decision, Subject, Target
from sayso.model.facts import Facts

LISTS = {
    Target.CLAIM: "claims",
    Target.FIGURE: "figures",
    Target.EVENT: "events",
    Target.SPEAKER: "actors",
}

FactKey = tuple[Target, str]


@dataclass
class Followed:
    """The facts of a report as people decided them.

    `changed` has the number of the last decision that added or changed a fact; `accepted` and
    `rejected` that of the last one that said so. Rejected facts are not among the facts, but in a list of
    their own. `renamed` has
    the new id of a fact whose words a person corrected. `orphans` are the numbers of decisions whose
    fact is gone, or that make no sense in these facts; `senseless` says why.
    """

    facts: Facts
    changed: dict[FactKey, int] = field(default_factory=dict)
    accepted: dict[FactKey, int] = field(default_factory=dict)
    rejected: dict[FactKey, int] = field(default_factory=dict)
    renamed: dict[FactKey, str] = field(default_factory=dict)
    orphans: set[int] = field(default_factory=set)
    rejected_facts: list[tuple[Target, Any]] = field(default_factory=list)
    senseless: dict[int, Exception] = field(default_factory=dict)

    def current(self, key: FactKey) -> str:
        """The id that a fact has now."""
        kind, name = key
        while (kind, name) in self.renamed:
            name = self.renamed[kind, name]
        return name

    def rename(self, kind: Target, old: str, new: str) -> None:
        """Let the fact that was called `old` be called `new`."""
        self.is_there(kind, new)
        self.renamed[kind, old] = new

    def is_there(self, kind: Target, name: str) -> None:
        """Let an id be that of a fact again, which another fact may have had before its correction."""
        self.renamed.pop((kind, name), None)


def own_subjects(state: Followed, decision: Decision) -> list[Subject]:
    """The subjects of a decision that are facts of this report."""
    report = state.facts.document.id
    return [one for one in decision.subjects if one.report == report and one.kind in LISTS]


def find_fact(state: Followed, decision: Decision, subject: Subject) -> Any:
    """The fact that a subject names; None, and an orphan, if it is gone."""
    name = state.current((subject.kind, subject.id))
    for fact in getattr(state.facts, LISTS[subject.kind]):
        if fact.id == name:
            return fact
    state.orphans.add(decision.number)
    return None


def put_fact(state: Followed, kind: Target, old: Any, new: Any, decision: Decision) -> None:
    """Put a changed fact in the place of another, and its new id wherever the old one is named."""
    listed = LISTS[kind]
    own: Sequence[Any] = getattr(state.facts, listed)
    if old.id != new.id:
        if any(one.id == new.id for one in own):
            raise WrongDecision(
                f"decision {decision.number}: there is such a {kind} already ({new.id})"
            )
        state.rename(kind, old.id, new.id)
    facts = with_facts(state.facts, listed, (new if one is old else one for one in own))
    state.facts = with_new_names(facts, kind, {old.id: new.id}) if old.id != new.id else facts
    state.changed[kind, new.id] = decision.number


def with_new_names(facts: Facts, kind: Target, names: Mapping[str, str | None]) -> Facts:
    """The facts, where ids of one kind have new names; None where they are gone."""

    def new(name: str | None) -> str | None:
        return names.get(name, name) if name is not None else None

    claims, figures, events = facts.claims, facts.figures, facts.events
    if kind is Target.SPEAKER:
        claims = tuple(replace(one, speaker=new(one.speaker)) for one in claims)
        events = tuple(
            replace(
                one,
                participants=tuple(replace(who, actor=new(who.actor)) for who in one.participants),
            )
            for one in events
        )
    elif kind is Target.CLAIM:
        figures = tuple(replace(one, claim=new(one.claim)) for one in figures)
    elif kind is Target.EVENT:
        figures = tuple(replace(one, event=new(one.event)) for one in figures)
    elif kind is Target.FIGURE:
        figures = tuple(replace(one, part_of=new(one.part_of)) for one in figures)
    return replace(facts, claims=claims, figures=figures, events=events)


def with_facts(facts: Facts, listed: str, values: Iterable[Any]) -> Facts:
    """The facts with another list of one kind."""
    given: dict[str, Any] = {listed: tuple(values)}
    return replace(facts, **given)
