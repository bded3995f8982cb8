"""A number that a claim gives, and whether two of them can both be right."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.lexicon.harms import harm_words
from sayso.lexicon.points import point_words
from sayso.model.happening import Harm
from sayso.text.revisions import Revision

ROUNDING_SHARE = 0.12  # of a number said to be about right, by which it may be off

Bounds = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Quantity:
    """What a number says: its bounds, whether it is approximate, and what it counts.

    `unit` is a harm ("killed") if `is_harm`, else the terms for the things counted. `victim_kind` is
    the kind of people harmed, if the words name quantity. `past_year` is a year before the report's own
    that the words name; `of_longer_time` is whether the number sums up more than one event.
    `may_decrease` is whether a later number may be lower without contradiction, as of the missing.
    """

    low: int | None
    high: int | None
    is_approximate: bool
    unit: frozenset[str]
    is_harm: bool = False
    victim_kind: str | None = None
    past_year: int | None = None
    of_longer_time: bool = False
    may_decrease: bool = False
    revision: Revision | None = None

    @property
    def value(self) -> int | None:
        """The number by which it is compared: the least that it says, if it says that."""
        return self.high if self.low is None else self.low

    @property
    def period(self) -> tuple[int | None, bool]:
        """The time that it is of: equal for two numbers of the same time."""
        return self.past_year, self.of_longer_time

    @property
    def bounds(self) -> Bounds:
        """The least and the most that it allows."""
        return bounds_of(self.low, self.high, self.is_approximate)


def bounds_of(low: int | None, high: int | None, is_approximate: bool) -> Bounds:
    """The least and the most that a number allows: "about 50" is right if there were 48.

    >>> bounds_of(50, None, False), bounds_of(50, 50, True)
    ((50.0, inf), (44.0, 56.00000000000001))
    """
    least = 0.0 if low is None else float(low)
    most = float("inf") if high is None else float(high)
    if is_approximate:
        return least * (1 - ROUNDING_SHARE), most * (1 + ROUNDING_SHARE)
    return least, most


def are_apart(bounds: Bounds, others: Bounds) -> bool:
    """Whether no number lies within the bounds of both."""
    return bounds[1] < others[0] or others[1] < bounds[0]


def exclude_each_other(quantity: Quantity, other: Quantity) -> bool:
    """Whether no number can be right for both.

    >>> killed = frozenset({"killed"})
    >>> exclude_each_other(Quantity(84, None, False, killed), Quantity(50, 50, True, killed))
    True
    >>> exclude_each_other(Quantity(20, None, False, killed), Quantity(35, 35, False, killed))
    False
    """
    return are_apart(quantity.bounds, other.bounds)


def count_same_harm(quantity: Quantity, other: Quantity) -> bool:
    """Whether both count the same harm to the same kind of people at one time."""
    is_same = quantity.unit == other.unit and quantity.victim_kind == other.victim_kind
    return quantity.is_harm and other.is_harm and is_same and quantity.period == other.period


def count_same_things(quantity: Quantity, other: Quantity) -> bool:
    """Whether both count things of the same name at one time."""
    return bool(quantity.unit & other.unit) and quantity.period == other.period


def with_unit_of_previous(
    quantities: Sequence[Quantity], previous: Sequence[Quantity]
) -> tuple[Quantity, ...]:
    """The numbers; those that do not say what they count get the unit of those before them."""
    named = next((quantity for quantity in previous if quantity.unit), None)
    if named is None:
        return tuple(quantities)
    return tuple(
        quantity
        if quantity.unit
        else replace(
            quantity, unit=named.unit, is_harm=named.is_harm, victim_kind=named.victim_kind
        )
        for quantity in quantities
    )


def with_harm_of_tally(
    quantities: Sequence[Quantity], lowers: Sequence[str]
) -> tuple[Quantity, ...]:
    """The numbers of a claim that gives a tally, with the one harm that its words name.

    "The number of the dead", "the toll of the missing".
    """
    tally = point_words().tally
    harms = {_harm_named_at(lowers, at) for at, word in enumerate(lowers) if word not in tally}
    harms -= {None}
    harm = harms.pop() if len(harms) == 1 else None
    if harm is None:
        return tuple(quantities)
    unit = frozenset({str(harm)})
    return tuple(
        quantity
        if quantity.unit
        else replace(quantity, unit=unit, is_harm=True, may_decrease=harm is Harm.MISSING)
        for quantity in quantities
    )


def _harm_named_at(lowers: Sequence[str], at: int) -> Harm | None:
    """The harm that the words at a place name."""
    for predicate in harm_words().predicates.get(lowers[at], ()):
        if tuple(lowers[at : at + len(predicate.phrase)]) == predicate.phrase:
            return predicate.harm
    return None
