"""Airwars: a range from the lowest to the highest that independent sources give."""

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

SOURCES = (FigureStatus.COUNTS, FigureStatus.EARLIER, FigureStatus.BELOW, FigureStatus.CLAIMED)


def airwars(counted: Sequence[FigureWithStatus]) -> Verdict:
    """From the lowest to the highest; there is no best, because Airwars names none.

    Airwars, Methodology note: a minimum and a maximum for each incident, over all credible sources;
    reports in the same words are one source. A word such as "dozens" has no number there.
    """
    readings = read("airwars", counted)
    low = least(one.low for one in of(readings, *SOURCES))
    if low is None and of(readings, FigureStatus.UNKNOWN_STATUS):
        low = 0
    high = most(
        value for one in of(readings, *SOURCES, FigureStatus.UNKNOWN_STATUS) for value in one.known
    )
    return Verdict(low, None, high, lines(readings, _say))


def _say(one: PolicyReading) -> str:
    """People whom a source does not call civilians may have been none: they count from 0 up."""
    if one.standing is FigureStatus.UNKNOWN_STATUS:
        return f"used for the highest alone: {taken_as(one)}"
    if one.low is None:
        return f"used for the highest alone: {taken_as(one)}"
    return f"used: {taken_as(one)}"
