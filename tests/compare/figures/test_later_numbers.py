"""The greatest number said later is found by an index: the same as when every number is tried."""

from collections.abc import Sequence
from datetime import UTC, datetime, time, timedelta
from itertools import product
from random import Random

import pytest

from sayso.compare.figures.dated_number import DatedNumber, outgrows
from sayso.compare.figures.later_numbers import LaterNumbers
from sayso.compare.figures.said_when import TIME_TO_HEAR, SayingTime
from tests.compare.figures.test_revisions import number
from tests.compare.told import on


def times() -> list[SayingTime | None]:
    """Days, spans of days, moments, and entries of two running reports, with moments or without."""
    hours = [
        datetime(2031, 5, 4, hour, minute, tzinfo=UTC) for hour in (8, 9) for minute in (0, 40)
    ]
    entries = [("one", time(8)), ("one", time(8, 40)), ("two", time(9)), None]
    dated = [SayingTime(on(day), on(last)) for day, last in ((3, 3), (4, 4), (3, 5), (5, 5))]
    of_day = [SayingTime(on(4), on(4), *one) for one in product([*hours, None], [None], entries)]
    return [None, *dated, *of_day]


def numbers(seed: int) -> list[DatedNumber]:
    random = Random(seed)  # noqa: S311 - the same numbers in every run
    return [
        number(
            random.randint(1, 5),
            random.choice(times()),
            speaker=random.choice("abc"),
            side=random.choice([None, "state", "rebel"]),
            may_decrease=seed % 2 == 1,
        )
        for _ in range(12)
    ]


def greatest_of_all(among: Sequence[DatedNumber], former: DatedNumber) -> DatedNumber | None:
    grown = [other for other in among if outgrows(other, former)]
    return max(grown, key=lambda other: other.amount, default=None)


@pytest.mark.parametrize("seed", range(40))
def test_it_is_the_one_that_a_search_of_all_finds(seed: int) -> None:
    among = numbers(seed)
    later = LaterNumbers(among, TIME_TO_HEAR)
    for former in numbers(seed + 2):
        expected = greatest_of_all(among, former := replaced(former))
        assert later.greatest_outgrowing(former) is expected


def replaced(former: DatedNumber) -> DatedNumber:
    """The number, given by a speaker of its own: another speaker has to have heard of it."""
    return number(former.value, former.said, speaker="d", side=former.side)


def test_the_same_speaker_needs_no_time_to_hear() -> None:
    at_eight, soon_after = (datetime(2031, 5, 4, 8, minute, tzinfo=UTC) for minute in (0, 10))
    former = number(3, SayingTime(on(4), on(4), at_eight))
    later = number(5, SayingTime(on(4), on(4), soon_after))
    assert LaterNumbers([later], timedelta(0)).greatest_outgrowing(former) is later
    assert LaterNumbers([later], TIME_TO_HEAR).greatest_outgrowing(former) is None
