"""A figure as a policy is given it, and what every policy does alike."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sayso.lexicon.policies import vague_bounds
from sayso.model.happening import Figure, Precision


class FigureStatus(StrEnum):
    """What bears on whether a figure counts."""

    COUNTS = "counts"
    OUT = "out"  # nobody counts it: not said to have happened, a part, a repetition
    EARLIER = "earlier"  # a later report says more
    BELOW = "below"  # a range that ends in the number that the same voice counts
    CLAIMED = "claimed"  # by a party to the fight, of its enemy's losses
    UNKNOWN_STATUS = "unknown status"  # people, where other figures are of civilians


@dataclass(frozen=True, slots=True)
class FigureWithStatus:
    """A figure of a toll: its words in lower case, its standing, and why it has it.

    `label` is what a reader is shown: the figure, its report and its voice.
    """

    figure: Figure
    words: tuple[str, ...]
    label: str
    standing: FigureStatus = FigureStatus.COUNTS
    because: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a policy arrives at, and one line for each figure, in the order of the figures."""

    low: int | None
    best: int | None
    high: int | None
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PolicyReading:
    """A figure with the numbers that a policy reads in it."""

    counted: FigureWithStatus
    low: int | None
    high: int | None

    @property
    def known(self) -> tuple[int, ...]:
        """The numbers that there are."""
        return tuple(value for value in (self.low, self.high) if value is not None)

    @property
    def standing(self) -> FigureStatus:
        """How the figure stands."""
        return self.counted.standing


def read(policy: str, counted: Sequence[FigureWithStatus]) -> list[PolicyReading]:
    """The figures with their own bounds, or with those that the policy reads in "dozens"."""
    return [_read(policy, one) for one in counted]


def _read(policy: str, counted: FigureWithStatus) -> PolicyReading:
    figure = counted.figure
    if figure.kind is not Precision.VAGUE:
        return PolicyReading(counted, figure.low, figure.high)
    for phrase, bounds in vague_bounds(policy).items():
        if _holds(counted.words, phrase):
            return PolicyReading(counted, *bounds)
    return PolicyReading(counted, None, None)


def _holds(words: Sequence[str], phrase: Sequence[str]) -> bool:
    size = len(phrase)
    return any(tuple(words[at : at + size]) == phrase for at in range(len(words) - size + 1))


def of(readings: Iterable[PolicyReading], *standings: FigureStatus) -> list[PolicyReading]:
    """The figures with a number that stand so."""
    return [one for one in readings if one.known and one.standing in standings]


def least(values: Iterable[int | None]) -> int | None:
    """The least of the values that are known."""
    return min((value for value in values if value is not None), default=None)


def most(values: Iterable[int | None]) -> int | None:
    """The greatest of the values that are known."""
    return max((value for value in values if value is not None), default=None)


def lines(
    readings: Iterable[PolicyReading], say: Callable[[PolicyReading], str]
) -> tuple[str, ...]:
    """A line for each figure: what `say` makes of it, unless nobody would count it."""
    return tuple(_line(one, say) for one in readings)


def _line(one: PolicyReading, say: Callable[[PolicyReading], str]) -> str:
    reason = one.counted.because
    if one.standing is FigureStatus.OUT:
        done = "left out"
    elif not one.known:
        done, reason = "left out", "it gives no number"
    else:
        done, _, own = say(one).partition(": ")
        reason = "; ".join(part for part in (own, reason) if part)
    return f"{done}: {one.counted.label}" + (f": {reason}" if reason else "")


def taken_as(one: PolicyReading) -> str:
    """How the figure was read, where its words do not say it: "at least 84", "dozens"."""
    if one.counted.figure.kind is Precision.VAGUE:
        return f"read as {'–'.join(str(value) for value in sorted(set(one.known)))}"
    if one.high is None:
        return f"taken as {one.low}"
    if one.low is None:
        return f"no more than {one.high}"
    return ""
