"""The Armed Conflict Location & Event Data project: one number, and a cautious one."""

from collections.abc import Sequence

from sayso.compare.tolls.policies.base import (
    FigureStatus,
    FigureWithStatus,
    PolicyReading,
    Verdict,
    least,
    lines,
    of,
    read,
    taken_as,
)
from sayso.model.happening import Harm


def acled(counted: Sequence[FigureWithStatus]) -> Verdict:
    """The most conservative of the figures as low, best and high: ACLED gives no range.

    ACLED, FAQs on fatalities (2024): "If source reports differ or a vague estimate is provided,
    ACLED uses the most conservative estimate available"; totals are corrected when better
    information comes. It does not tell claims of the parties from others'.
    """
    readings = read("acled", counted)
    if not deaths(counted):
        return Verdict(
            None, None, None, lines(readings, lambda _: "left out: ACLED counts the dead alone")
        )
    number = most_conservative(readings)
    return Verdict(number, number, number, lines(readings, lambda one: _say(one, number)))


def most_conservative(readings: Sequence[PolicyReading]) -> int | None:
    """The lowest number given, reports that were overtaken left aside; "up to 20" gives none."""
    standings = (
        FigureStatus.COUNTS,
        FigureStatus.BELOW,
        FigureStatus.UNKNOWN_STATUS,
        FigureStatus.CLAIMED,
    )
    return least(one.low for one in of(readings, *standings))


def deaths(counted: Sequence[FigureWithStatus]) -> bool:
    """Whether the figures are of people killed: ACLED records no injuries."""
    return any(one.figure.harm is Harm.KILLED for one in counted)


def _say(one: PolicyReading, number: int | None) -> str:
    if one.standing is FigureStatus.EARLIER:
        return f"left out: {taken_as(one)}"
    if one.low is None:
        return f"left out: {taken_as(one)}"
    if one.low == number:
        return f"used: {taken_as(one)}"
    return f"left out: {taken_as(one) or 'there is a more conservative figure'}"
