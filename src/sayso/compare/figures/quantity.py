"""A number that a claim gives, and whether two of them can both be right."""

from collections.abc import Sequence
from dataclasses import dataclass

ROUNDING_SHARE = 0.12  # of a number said to be about right, by which it may be off

Bounds = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Quantity:
    """What a number says: its bounds, whether it is approximate, and what it counts.

    `unit` is a harm ("killed") where people are counted, else the terms for the things counted. It is
    empty where the words do not say what is counted.
    """

    low: int | None
    high: int | None
    is_approximate: bool
    unit: frozenset[str]

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


def exclude_each_other(quantities: Sequence[Quantity], others: Sequence[Quantity]) -> bool:
    """Whether a number excludes all those of the other claim that may count the same things.

    A number that does not say what it counts may count anything.

    >>> killed = frozenset({"killed"})
    >>> exclude_each_other([Quantity(84, None, False, killed)], [Quantity(50, 50, True, killed)])
    True
    >>> exclude_each_other([Quantity(20, None, False, killed)], [Quantity(35, 35, False, killed)])
    False
    """
    return any(
        _is_excluded(quantity, against)
        for numbers, against in ((quantities, others), (others, quantities))
        for quantity in numbers
    )


def _is_excluded(quantity: Quantity, others: Sequence[Quantity]) -> bool:
    comparable = [
        other
        for other in others
        if not (quantity.unit and other.unit) or quantity.unit & other.unit
    ]
    return bool(comparable) and all(
        are_apart(quantity.bounds, other.bounds) for other in comparable
    )
