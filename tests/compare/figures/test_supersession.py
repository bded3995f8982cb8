"""Which numbers later ones supersede."""

from datetime import UTC, datetime
from typing import Any

import pytest

from sayso.compare.figures.dated_number import DatedNumber
from sayso.compare.figures.quantity import bounds_of
from sayso.compare.figures.revisions import Threads
from sayso.compare.figures.said_when import SayingTime
from sayso.compare.figures.supersession import Supersession
from sayso.model.text import Span
from sayso.text.revisions import Revision, RevisionKind

FORMER = Revision(RevisionKind.FORMER, Span(0, 1))
CORRECTION = Revision(RevisionKind.CORRECTED, Span(0, 1))


def numbers(*given: tuple[Any, ...]) -> list[DatedNumber]:
    """Each is a number, an hour of 4 May or None, a speaker, a side or None, perhaps a revision."""
    return [number_of(ref, *one) for ref, one in enumerate(given)]


def number_of(
    ref: int,
    value: int,
    hour: int | None,
    speaker: str,
    side: str | None = None,
    revision: Revision | None = None,
    up_to: bool = False,
    missing: bool = False,
) -> DatedNumber:
    moment = datetime(2031, 5, 4, hour, tzinfo=UTC) if hour is not None else None
    return DatedNumber(
        ref=ref,
        value=value,
        bounds=bounds_of(None if up_to else value, value, False),
        said=SayingTime(moment.date(), moment.date(), moment) if moment else None,
        speaker=speaker,
        report=f"{speaker} {hour}",
        side=side,
        of_enemy=False,
        may_decrease=missing,
        revision=revision,
        label=f"{value} by {speaker}",
        words=str(value),
    )


def superseded(*given: tuple[Any, ...]) -> list[int]:
    """The values of the numbers that are superseded, in the order given."""
    known = numbers(*given)
    supersession = Supersession(Threads(known).steps)
    return [number.value or 0 for number in known if supersession.reason_for(number)]


@pytest.mark.parametrize(
    ("given", "values"),
    [
        # Later and higher; not lower, nor at about the same time.
        ([(20, 8, "a"), (35, 12, "b")], [20]),
        ([(35, 8, "a"), (20, 12, "b")], []),
        ([(20, 8, "a"), (35, 8, "b")], []),
        ([(20, None, "a"), (35, 12, "b")], []),
        # Every lower number, whichever thread it is in.
        ([(20, 8, "a"), (25, 8, "b"), (35, 12, "c")], [20, 25]),
        # Another side of the fight replaces none; the same side does, and somebody of no side.
        ([(20, 8, "army", "state"), (84, 12, "rebels", "rebel")], []),
        ([(20, 8, "army", "state"), (35, 12, "ministry", "state")], [20]),
        ([(20, 8, "army", "state"), (35, 12, "doctors")], [20]),
        # The other side's number is no repetition of one that its own side has replaced.
        (
            [(20, 8, "army", "state"), (35, 12, "army", "state"), (20, 15, "rebels", "rebel")],
            [20],
        ),
        # Said again after the later one; not where its speaker alone has given another since.
        ([(20, 8, "a"), (35, 12, "b"), (20, 15, "c")], [20, 20]),
        ([(20, 8, "a"), (35, 12, "a"), (20, 15, "c")], [20]),
        # Of unknown time: as all of known time are.
        ([(20, 8, "a"), (35, 12, "b"), (20, None, "c")], [20, 20]),
        ([(20, 8, "a"), (35, 12, "b"), (20, None, "c"), (99, 20, "x", "rebel")], [20, 35, 20]),
        # A number that is only kept up does not supersede what was said meanwhile.
        ([(35, 8, "a"), (20, 12, "b"), (35, 15, "a")], []),
        ([(35, 8, "a"), (20, 12, "b"), (35, 15, "c")], [20]),
        # An earlier figure, one that has been taken back, and "up to" supersede nothing.
        ([(20, 8, "a"), (35, 12, "b", None, FORMER)], []),
        ([(20, 8, "a"), (35, 12, "b"), (18, 15, "c", None, CORRECTION)], []),
        ([(20, 8, "a"), (35, 12, "b"), (18, 15, "b")], []),
        ([(20, 8, "a"), (35, 12, "b", None, None, True)], []),
        # The missing become fewer.
        ([(40, 8, "a", None, None, False, True), (12, 12, "b", None, None, False, True)], [40]),
    ],
)
def test_what_a_later_number_supersedes(given: list[tuple[Any, ...]], values: list[int]) -> None:
    assert superseded(*given) == values


def test_the_reason_names_the_greatest_later_number() -> None:
    known = numbers((20, 8, "a"), (35, 12, "b"), (38, 12, "c"))
    reason = Supersession(Threads(known).steps).reason_for(known[0])
    assert reason is not None
    assert reason.values == ("38 by c",)
