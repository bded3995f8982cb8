"""What all counting policies share: a figure with its status, and how each policy reads it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sayso.lexicon.policies import vague_bounds
from sayso.model.happening import Figure, Precision
from sayso.model.reasons import Reason, RuleName, because, reasons_line


class FigureStatus(StrEnum):
    """Whether a figure counts, and if not simply, what bears on it."""

    COUNTS = "counts"
    EXCLUDED = "excluded"  # no policy counts it: not said to have happened, a part, a repetition
    SUPERSEDED = "superseded"  # a later report says more
    LOWER_BOUND = "lower bound"  # a range that ends in the number that the same voice counts
    ENEMY_CLAIM = "enemy claim"  # by a party to the fight, of its enemy's losses
    UNKNOWN_STATUS = "unknown status"  # people, where other figures are of civilians


@dataclass(frozen=True, slots=True)
class FigureWithStatus:
    """A figure of a toll with its status, the reasons for it, and the name of the rule that decided.

    `words` are the figure's own, in lower case. `label` is what a reader is shown: the figure, its
    report and its voice. `rule` is empty if no rule decided.
    """

    figure: Figure
    words: tuple[str, ...]
    label: str
    status: FigureStatus = FigureStatus.COUNTS
    reasons: tuple[Reason, ...] = ()
    rule: str = ""


@dataclass(frozen=True, slots=True)
class PolicyResult:
    """What a policy arrives at, and for each figure, in their order, a line and the reasons in it."""

    low: int | None
    best: int | None
    high: int | None
    why: tuple[str, ...]
    reasons: tuple[tuple[Reason, ...], ...]


@dataclass(frozen=True, slots=True)
class PolicyReading:
    """A figure with the numbers that a policy reads in it."""

    counted: FigureWithStatus
    low: int | None
    high: int | None

    @property
    def known_bounds(self) -> tuple[int, ...]:
        """The lowest and the highest number, as far as they are known."""
        return tuple(value for value in (self.low, self.high) if value is not None)

    @property
    def status(self) -> FigureStatus:
        """The status of the figure."""
        return self.counted.status


def read_figures(policy: str, counted: Sequence[FigureWithStatus]) -> list[PolicyReading]:
    """The figures with their own bounds, or with those that the policy reads in "dozens"."""
    return [_policy_reading(policy, figure) for figure in counted]


def _policy_reading(policy: str, counted: FigureWithStatus) -> PolicyReading:
    figure = counted.figure
    if figure.kind is not Precision.VAGUE:
        return PolicyReading(counted, figure.low, figure.high)
    for phrase, bounds in vague_bounds(policy).items():
        if _holds_phrase(counted.words, phrase):
            return PolicyReading(counted, *bounds)
    return PolicyReading(counted, None, None)


def _holds_phrase(words: Sequence[str], phrase: Sequence[str]) -> bool:
    size = len(phrase)
    return any(tuple(words[at : at + size]) == phrase for at in range(len(words) - size + 1))


def with_number(readings: Iterable[PolicyReading], *statuses: FigureStatus) -> list[PolicyReading]:
    """The readings that have a number and one of the statuses."""
    return [reading for reading in readings if reading.known_bounds and reading.status in statuses]


def lowest_known(values: Iterable[int | None]) -> int | None:
    """The lowest of the values that are known."""
    return min((value for value in values if value is not None), default=None)


def highest_known(values: Iterable[int | None]) -> int | None:
    """The highest of the values that are known."""
    return max((value for value in values if value is not None), default=None)


def policy_result(
    bounds: tuple[int | None, int | None, int | None],
    readings: Sequence[PolicyReading],
    explain: Callable[[PolicyReading], tuple[Reason, ...]],
) -> PolicyResult:
    """Low, best and high, and for each figure what `explain` says, or why no policy counts it."""
    reasons = tuple(_figure_reasons(reading, explain) for reading in readings)
    why = tuple(map(_figure_line, readings, reasons))
    return PolicyResult(*bounds, why, reasons)


def _figure_reasons(
    reading: PolicyReading, explain: Callable[[PolicyReading], tuple[Reason, ...]]
) -> tuple[Reason, ...]:
    if reading.status is FigureStatus.EXCLUDED:
        return because(RuleName.LEFT_OUT), *reading.counted.reasons
    if not reading.known_bounds:
        return because(RuleName.LEFT_OUT), because(RuleName.NO_NUMBER)
    return *explain(reading), *reading.counted.reasons


def _figure_line(reading: PolicyReading, reasons: Sequence[Reason]) -> str:
    usage, *others = reasons
    line = f"{usage.line}: {reading.counted.label}"
    return f"{line}: {reasons_line(others)}" if others else line


def number_taken(reading: PolicyReading) -> tuple[Reason, ...]:
    """How the figure was read, if its words do not say it: "at least 84", "dozens"."""
    if reading.counted.figure.kind is Precision.VAGUE:
        numbers = "–".join(str(value) for value in sorted(set(reading.known_bounds)))
        return (because(RuleName.READ_AS, numbers),)
    if reading.high is None:
        return (because(RuleName.TAKEN_AS, str(reading.low)),)
    if reading.low is None:
        return (because(RuleName.NO_MORE_THAN, str(reading.high)),)
    return ()
