"""The Uppsala Conflict Data Program: a best estimate between a lowest and a highest."""

from collections.abc import Sequence

from sayso.compare.tolls.policies.base import (
    FigureStatus,
    FigureWithStatus,
    PolicyReading,
    Verdict,
    least,
    lines,
    most,
    of,
    read,
    taken_as,
)


def ucdp(counted: Sequence[FigureWithStatus]) -> Verdict:
    """Low, best and high as UCDP defines them.

    UCDP GED Codebook: best is the most likely estimate, low and high are the lowest and highest
    reliable ones; where no source is known to be the more reliable, the lower figure is best.
    """
    readings = read("ucdp", counted)
    if only_claimed(readings):
        high = most(value for one in readings for value in one.known)
        return Verdict(0, 0, high, lines(readings, _say))
    best = lower_of_equals(readings)
    low = least(
        [best, *(one.low for one in of(readings, FigureStatus.EARLIER, FigureStatus.BELOW))]
    )
    return Verdict(low, best, _highest(readings), lines(readings, _say))


def lower_of_equals(readings: Sequence[PolicyReading]) -> int | None:
    """The lowest of the figures between which nothing decides; "at least 15" is 15.

    UCDP Battle-Related Deaths Codebook (the lower figure); the reading of "at least" is that of its
    coders, in the UCDP-AEC labels.
    """
    return least(one.low for one in of(readings, FigureStatus.COUNTS, FigureStatus.UNKNOWN_STATUS))


def only_claimed(readings: Sequence[PolicyReading]) -> bool:
    """Whether nobody but a party to the fight counts these dead: then they are none at best.

    UCDP's coders give such claims 0–0–n (UCDP-AEC labels).
    """
    others = of(readings, FigureStatus.COUNTS, FigureStatus.UNKNOWN_STATUS, FigureStatus.EARLIER)
    return not others and bool(of(readings, FigureStatus.CLAIMED))


def _highest(readings: Sequence[PolicyReading]) -> int | None:
    """The highest number that anybody gives, a party's claim about its enemy included."""
    counting = [one for one in readings if one.standing is not FigureStatus.OUT]
    return most(value for one in counting for value in one.known)


def _say(one: PolicyReading) -> str:
    if one.standing in (FigureStatus.CLAIMED, FigureStatus.EARLIER, FigureStatus.BELOW):
        return f"left out of best: {taken_as(one)}"
    if one.low is None:
        return f"used for high alone: {taken_as(one)}"
    return f"used: {taken_as(one)}"
