"""Airwars: a range from the lowest to the highest that independent sources give."""

from collections.abc import Sequence

from sayso.compare.tolls.policies.base import (
    FigureStatus,
    FigureWithStatus,
    PolicyReading,
    PolicyResult,
    highest_known,
    lowest_known,
    number_taken,
    policy_result,
    read_figures,
    with_number,
)
from sayso.model.reasons import Reason, RuleName, because

CIVILIAN_STATUSES = (
    FigureStatus.COUNTS,
    FigureStatus.SUPERSEDED,
    FigureStatus.LOWER_BOUND,
    FigureStatus.ENEMY_CLAIM,
)


def airwars_result(counted: Sequence[FigureWithStatus]) -> PolicyResult:
    """From the lowest to the highest; there is no best, because Airwars names none.

    Airwars, Methodology note: a minimum and a maximum for each incident, over all credible sources;
    reports in the same words are one source. A word such as "dozens" has no number there. People
    whose status is unknown may not have been civilians: they count from 0 up.
    """
    readings = read_figures("airwars", counted)
    civilians = with_number(readings, *CIVILIAN_STATUSES)
    unknown = with_number(readings, FigureStatus.UNKNOWN_STATUS)
    low = lowest_known(reading.low for reading in civilians)
    if low is None and unknown:
        low = 0
    high = highest_known(
        value for reading in (*civilians, *unknown) for value in reading.known_bounds
    )
    return policy_result((low, None, high), readings, _usage)


def _usage(reading: PolicyReading) -> tuple[Reason, ...]:
    if reading.status is FigureStatus.UNKNOWN_STATUS or reading.low is None:
        return because(RuleName.USED_FOR_HIGHEST), *number_taken(reading)
    return because(RuleName.USED), *number_taken(reading)
