"""The bench of growth finds what grows faster than its input, and ends what does not end."""

from collections.abc import Iterable
from functools import partial
from itertools import count

import pytest

from bench import meter
from bench.course import BAR, LEAST, Course, figures
from bench.growth import patterns_named
from bench.hostile import UNITS, made_text
from bench.meter import Cost, Meter, Network, TooManyCalls


def map_all(given: Iterable[int]) -> list[int]:
    return [abs(at) for at in given]


def course_of(square: bool) -> Course:
    """The course of work that grows with the length, or with its square."""
    measured = Course("killed", "extract")
    for size in (20, 40, 80):
        given = range(size * size if square else 20 * size)
        _, cost = Meter(Network(), 0).measure(partial(map_all, given), len)
        measured.costs[size] = cost
    return measured


def test_work_that_grows_with_the_square_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(LEAST, "calls", 10.0)
    assert course_of(square=False).worst() == pytest.approx(2, abs=0.05)
    assert course_of(square=True).worst() == pytest.approx(4, abs=0.1)


def test_work_that_does_not_end_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(meter, "MAX_CALLS", 1_000)
    monkeypatch.setattr(meter, "SECONDS_TO_LOOK", 0.01)
    with pytest.raises(TooManyCalls):
        Meter(Network(), 0).measure(lambda: all(abs(at) < at + 1 for at in count()), int)


def test_what_did_not_end_is_worse_than_any_bar() -> None:
    stopped = Course("killed", "extract", ended=False)
    grown = Course("digits", "compare", {20: Cost(30_000, 0, 1.0, 0), 40: Cost(90_000, 0, 1.0, 0)})
    assert stopped.worst() > BAR
    known = figures([stopped, grown])
    assert known["did not end"] == ["killed, extract"]
    assert known["most growth at a doubling"] == 3.0
    assert known["growth"] == {"killed": {"extract": None}, "digits": {"compare": 3.0}}


def test_small_amounts_do_not_count_as_growth() -> None:
    assert (
        Course("digits", "compare", {1: Cost(1, 0, 0.0, 0), 2: Cost(900, 0, 0.0, 0)}).worst() == 1
    )


def test_a_pile_is_measured_by_the_report() -> None:
    costs = {50: Cost(100_000, 0, 1.0, 0), 100: Cost(400_000, 0, 4.0, 0)}
    assert Course("digits", "pile", costs).growth("calls") == 2.0


def test_there_are_sixty_patterns_and_more_and_each_is_as_long_as_asked() -> None:
    assert len(UNITS) >= 60
    for pattern in UNITS:
        for size in (5_000, 10_000):
            assert size <= len(made_text(pattern, size).encode()) < size * 1.08 + 400, pattern


def test_patterns_are_named_whole_or_by_a_word() -> None:
    assert patterns_named("killed,digits") == ["digits", "killed"]
    assert "table rows as HTML" in patterns_named("table")
