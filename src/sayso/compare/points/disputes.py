"""Disputes: small two-sided groups of claims in the graph of what is opposed and what agrees.

The pairs of claims make a signed graph: two claims are opposed, agree, or have nothing to do with each
other. A dispute begins with the likeliest opposed pair that is left. A claim joins one of its sides if it
is tied to the two claims of that pair closely enough: opposed to the one, in agreement with the other, or
both, and more so than the other way round. A claim that is neither stays out, whatever its topic. A pair
with close ties to an earlier dispute begins no other. The likeliest pairs come first, so the result is
the same every time, and each pair is looked at once.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from sayso.compare.clustering import IndexPair
from sayso.compare.points.relations import Relation

MIN_CHANCE = 0.18  # of an opposed pair that a dispute begins with
MIN_TIE = 0.6  # of a claim that joins, times the chance of that pair
MAX_TIE_ELSEWHERE = 1.0  # of a pair to another dispute, times its chance
MAX_CLAIMS_OF_SIDE = 2
NO_RELATION = Relation(0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Dispute:
    """Two sides of claims, by their places in a list; the first of each side began the dispute.

    `chance` is that of the first two being opposed; `ties` has how closely each claim is tied.
    """

    sides: tuple[tuple[int, ...], tuple[int, ...]]
    chance: float
    ties: Mapping[int, float]

    @property
    def members(self) -> tuple[int, ...]:
        """All claims, in order."""
        return tuple(sorted((*self.sides[0], *self.sides[1])))


def find_disputes(
    relations: Mapping[IndexPair, Relation],
    elsewhere: Collection[int] = (),
    min_chance: float = MIN_CHANCE,
) -> list[Dispute]:
    """The disputes, the likeliest first; a claim is in one at most, or none if it is elsewhere."""
    graph = _Graph(relations)
    taken = set(elsewhere)
    disputed: set[int] = set()
    found: list[Dispute] = []
    begun = [(one.opposed, pair) for pair, one in relations.items() if one.whole]
    for chance, pair in sorted(begun, key=lambda one: (-one[0], one[1])):
        if chance < min_chance:
            break
        if (
            not taken.isdisjoint(pair)
            or graph.closest(pair, disputed) >= MAX_TIE_ELSEWHERE * chance
        ):
            continue
        dispute = graph.grow(pair, chance, taken)
        taken.update(dispute.members)
        disputed.update(dispute.members)
        found.append(dispute)
    return found


class _Graph:
    """The relations of claims, by claim."""

    def __init__(self, relations: Mapping[IndexPair, Relation]) -> None:
        self._of: dict[int, dict[int, Relation]] = {}
        for (low, high), relation in relations.items():
            self._of.setdefault(low, {})[high] = relation
            self._of.setdefault(high, {})[low] = relation

    def closest(self, pair: IndexPair, disputed: Collection[int]) -> float:
        """The closest tie of either claim of a pair to a claim of an earlier dispute."""
        ties = (
            max(relation.opposed, relation.agreed)
            for place in pair
            for other, relation in self._of[place].items()
            if other in disputed
        )
        return max(ties, default=0.0)

    def grow(self, pair: IndexPair, chance: float, taken: Collection[int]) -> Dispute:
        """The dispute that begins with a pair, with the claims that are tied to it most."""
        sides, ties = ([pair[0]], [pair[1]]), dict.fromkeys(pair, chance)
        joining = []
        for place in sorted({*self._of[pair[0]], *self._of[pair[1]]} - {*pair, *taken}):
            for side in (0, 1):
                tie, counter = self._tie(place, pair[side], pair[1 - side])
                if tie >= MIN_TIE * chance and tie > counter:
                    joining.append((counter - tie, place, side, tie))
        for _, place, side, tie in sorted(joining):
            if len(sides[side]) < MAX_CLAIMS_OF_SIDE:
                sides[side].append(place)
                ties[place] = min(1.0, tie)
        return Dispute((tuple(sides[0]), tuple(sides[1])), chance, ties)

    def _tie(self, place: int, own: int, other: int) -> tuple[float, float]:
        """How closely a claim is tied to the side of `own`, and to that of `other`."""
        to_own, to_other = (self._of[place].get(one, NO_RELATION) for one in (own, other))
        return to_other.opposed + to_own.agreed, to_own.opposed + to_other.agreed
