"""The Uppsala Conflict Data Program: a best estimate between a lowest and a highest."""

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

NOT_BEST = (FigureStatus.ENEMY_CLAIM, FigureStatus.SUPERSEDED, FigureStatus.LOWER_BOUND)


def ucdp_result(counted: Sequence[FigureWithStatus]) -> PolicyResult:
    """Low, best and high as UCDP defines them.

    UCDP GED Codebook: best is the most likely estimate, low and high are the lowest and highest
    reliable ones; where no source is known to be the more reliable, the lower figure is best.
    """
    readings = read_figures("ucdp", counted)
    if _has_only_enemy_claims(readings):
        high = highest_known(value for reading in readings for value in reading.known_bounds)
        return policy_result((0, 0, high), readings, _usage)
    best = _lower_of_equals(readings)
    lower = with_number(readings, FigureStatus.SUPERSEDED, FigureStatus.LOWER_BOUND)
    low = lowest_known([best, *(reading.low for reading in lower)])
    return policy_result((low, best, _highest_figure(readings)), readings, _usage)


def _lower_of_equals(readings: Sequence[PolicyReading]) -> int | None:
    """The lowest of the figures between which nothing decides; "at least 15" is 15.

    UCDP Battle-Related Deaths Codebook (the lower figure); the reading of "at least" is that of its
    coders, in the UCDP-AEC labels.
    """
    equals = with_number(readings, FigureStatus.COUNTS, FigureStatus.UNKNOWN_STATUS)
    return lowest_known(reading.low for reading in equals)


def _has_only_enemy_claims(readings: Sequence[PolicyReading]) -> bool:
    """Whether only a party to the fight counts these dead: then best is 0.

    UCDP's coders give such claims 0–0–n (UCDP-AEC labels).
    """
    others = with_number(
        readings, FigureStatus.COUNTS, FigureStatus.UNKNOWN_STATUS, FigureStatus.SUPERSEDED
    )
    return not others and bool(with_number(readings, FigureStatus.ENEMY_CLAIM))


def _highest_figure(readings: Sequence[PolicyReading]) -> int | None:
    """The highest number of all, a party's claim about its enemy included."""
    counting = [reading for reading in readings if reading.status is not FigureStatus.EXCLUDED]
    return highest_known(value for reading in counting for value in reading.known_bounds)


def _usage(reading: PolicyReading) -> tuple[Reason, ...]:
    if reading.status in NOT_BEST:
        return because(RuleName.NOT_IN_BEST), *number_taken(reading)
    if reading.low is None:
        return because(RuleName.USED_FOR_HIGHEST), *number_taken(reading)
    return because(RuleName.USED), *number_taken(reading)
