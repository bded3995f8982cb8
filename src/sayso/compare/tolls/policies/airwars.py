"""Airwars: a range from the lowest to the highest that independent sources give."""

from collections.abc import Sequence

from sayso.compare.tolls.policies.base import (
    Counted,
    Reading,
    Standing,
    Verdict,
    least,
    lines,
    most,
    of,
    read,
    taken_as,
)

SOURCES = (Standing.COUNTS, Standing.EARLIER, Standing.BELOW, Standing.CLAIMED)


def airwars(counted: Sequence[Counted]) -> Verdict:
    """From the lowest to the highest; there is no best, because Airwars names none.

    Airwars, Methodology note: a minimum and a maximum for each incident, over all credible sources;
    reports in the same words are one source. A word such as "dozens" has no number there.
    """
    readings = read("airwars", counted)
    low = least(one.low for one in of(readings, *SOURCES))
    if low is None and of(readings, Standing.UNKNOWN_STATUS):
        low = 0
    high = most(
        value for one in of(readings, *SOURCES, Standing.UNKNOWN_STATUS) for value in one.known
    )
    return Verdict(low, None, high, lines(readings, _say))


def _say(one: Reading) -> str:
    """People whom a source does not call civilians may have been none: they count from 0 up."""
    if one.standing is Standing.UNKNOWN_STATUS:
        return f"used for the highest alone: {taken_as(one)}"
    if one.low is None:
        return f"used for the highest alone: {taken_as(one)}"
    return f"used: {taken_as(one)}"
