"""What people have decided about groups, as comparing follows it.

Facts are named by the ids that they have in the texts' own form. What was decided about one report's facts
(a claim is rejected, a figure corrected) is no ruling: it changes the facts that are compared. A ruling
that names what is not there, or no longer together, is not followed; comparing says which ones.
"""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from typing import Any

from sayso.model.comparison import ActorMention, EventMention, Quote, Side, State
from sayso.model.ids import ClaimId, DocumentId


@dataclass(frozen=True, slots=True, order=True)
class ClaimMention:
    """A claim in one document."""

    document: DocumentId
    claim: ClaimId


@dataclass(frozen=True, slots=True, order=True)
class ClaimSide:
    """A claim in one document, and the side that it takes on its point."""

    document: DocumentId
    claim: ClaimId
    side: Side

    @property
    def mention(self) -> ClaimMention:
        """The claim without its side."""
        return ClaimMention(self.document, self.claim)


@dataclass(frozen=True, slots=True)
class SidedClaim:
    """The side of a claim on its point.

    `title` is the claim that gave the point its title when that was decided: FOR is its side. Without
    it, or where it has left the point, FOR is the side that comes first.
    """

    document: DocumentId
    claim: ClaimId
    side: Side
    title: ClaimMention | None = None


@dataclass(frozen=True, slots=True)
class SamePoint:
    """The points of two claims are one; the two are on one side of it, or `opposed`."""

    left: ClaimMention
    right: ClaimMention
    opposed: bool = False


@dataclass(frozen=True, slots=True)
class AddedPoint:
    """A point that a person made. Without a state, its sides make it: two sides are contested."""

    title: Quote
    claims: tuple[ClaimSide, ...]
    state: State | None = None


@dataclass(frozen=True, slots=True)
class Rulings:
    """All that people have decided about groups.

    In `same_speakers` and `same_events` the things of each group are one. In `other_speakers` and
    `other_events` the first of each group is none of the others; this counts before what is the same.
    `other_points` are claims that leave their point; then `same_points` are joined, in their order; then
    each point is dropped that holds all claims of one of `rejected_points`; then `sides` are set, and
    `added_points` take their claims from all other points. Things of several stories that are one, or
    in one point, make these stories one.
    """

    same_speakers: tuple[tuple[ActorMention, ...], ...] = ()
    other_speakers: tuple[tuple[ActorMention, ...], ...] = ()
    same_events: tuple[tuple[EventMention, ...], ...] = ()
    other_events: tuple[tuple[EventMention, ...], ...] = ()
    same_points: tuple[SamePoint, ...] = ()
    other_points: tuple[ClaimMention, ...] = ()
    sides: tuple[SidedClaim, ...] = ()
    rejected_points: tuple[tuple[ClaimMention, ...], ...] = ()
    added_points: tuple[AddedPoint, ...] = ()

    def __bool__(self) -> bool:
        return any(getattr(self, one.name) for one in fields(self))

    def __add__(self, other: "Rulings") -> "Rulings":
        return joined_rulings((self, other))


NO_RULINGS = Rulings()


def joined_rulings(several: Iterable[Rulings]) -> Rulings:
    """All of several rulings, in their order."""
    known = tuple(several)
    return Rulings(
        **{
            one.name: tuple(ruling for some in known for ruling in getattr(some, one.name))
            for one in fields(Rulings)
        }
    )


def same_rulings(some: Rulings, among: Rulings, others: Rulings) -> Rulings:
    """Some of the rulings, as they stand in others that say the same in the same places."""
    found = {}
    for one in fields(Rulings):
        other_of = dict(zip(getattr(among, one.name), getattr(others, one.name), strict=True))
        found[one.name] = tuple(other_of[ruling] for ruling in getattr(some, one.name))
    return Rulings(**found)


def reports_in(ruling: Any) -> tuple[DocumentId, ...]:
    """The reports that one ruling is about, in its order; a report may come again."""
    if isinstance(ruling, tuple):
        return tuple(id_ for part in ruling for id_ in reports_in(part))
    if isinstance(ruling, SamePoint):
        return ruling.left.document, ruling.right.document
    if isinstance(ruling, AddedPoint):
        return (ruling.title.document, *reports_in(ruling.claims))
    return (ruling.document,)
