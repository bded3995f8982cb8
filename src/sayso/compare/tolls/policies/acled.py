"""The Armed Conflict Location & Event Data project: one number, and a cautious one."""

from collections.abc import Sequence

from sayso.compare.tolls.policies.base import (
    FigureStatus,
    FigureWithStatus,
    PolicyReading,
    PolicyResult,
    lowest_known,
    number_taken,
    policy_result,
    read_figures,
    with_number,
)
from sayso.model.happening import Harm
from sayso.model.reasons import Reason, RuleName, because

CANDIDATES = (
    FigureStatus.COUNTS,
    FigureStatus.LOWER_BOUND,
    FigureStatus.UNKNOWN_STATUS,
    FigureStatus.ENEMY_CLAIM,
)


def acled_result(counted: Sequence[FigureWithStatus]) -> PolicyResult:
    """The most conservative of the figures as low, best and high: ACLED gives no range.

    ACLED, FAQs on fatalities (2024): "If source reports differ or a vague estimate is provided,
    ACLED uses the most conservative estimate available"; totals are corrected when better
    information comes. It treats claims of the parties like those of others.
    """
    readings = read_figures("acled", counted)
    if not any(figure.figure.harm is Harm.KILLED for figure in counted):
        left_out = because(RuleName.LEFT_OUT), because(RuleName.DEAD_ALONE)
        return policy_result((None, None, None), readings, lambda _: left_out)
    number = _most_conservative(readings)
    bounds = number, number, number
    return policy_result(bounds, readings, lambda reading: _usage(reading, number))


def _most_conservative(readings: Sequence[PolicyReading]) -> int | None:
    """The lowest number given; superseded figures and "up to 20" give none."""
    return lowest_known(reading.low for reading in with_number(readings, *CANDIDATES))


def _usage(reading: PolicyReading, number: int | None) -> tuple[Reason, ...]:
    if reading.status is FigureStatus.SUPERSEDED or reading.low is None:
        return because(RuleName.LEFT_OUT), *number_taken(reading)
    if reading.low == number:
        return because(RuleName.USED), *number_taken(reading)
    reasons = number_taken(reading) or (because(RuleName.MORE_CAUTIOUS),)
    return because(RuleName.LEFT_OUT), *reasons
