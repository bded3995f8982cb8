"""Where a figure is drawn."""

from hypothesis import given
from hypothesis import strategies as st

from sayso.dossier.charts import (
    LEFT,
    MAX_DRAWN_NUMBER,
    RIGHT,
    axis_position,
    axis_through,
    figure_mark,
    range_mark,
)
from sayso.model.happening import Precision

COUNTS = st.lists(st.integers(0, 10**9), max_size=8)


@given(COUNTS)
def test_the_axis_holds_every_value_on_a_handful_of_round_ticks(values: list[int]) -> None:
    made = axis_through(values)
    assert made.top >= max([1, *values])
    assert 2 <= len(made.ticks) <= 6
    assert made.ticks[0].value == 0
    assert made.ticks[-1].value == made.top
    places = [tick.x for tick in made.ticks]
    assert places == sorted(places)
    assert (places[0], places[-1]) == (LEFT, RIGHT)


@given(COUNTS.filter(bool))
def test_more_stands_further_right(values: list[int]) -> None:
    made = axis_through(values)
    drawn = [axis_position(value, made) or 0 for value in sorted(values)]
    assert drawn == sorted(drawn)
    assert all(LEFT <= x <= RIGHT for x in drawn)


def test_a_qualifier_keeps_its_shape() -> None:
    on = axis_through([100])
    shapes = {
        kind: found.shape
        for kind, low, high in [
            (Precision.EXACT, 40, 40),
            (Precision.ABOUT, 50, 50),
            (Precision.AT_LEAST, 84, None),
            (Precision.AT_MOST, None, 30),
            (Precision.RANGE, 20, 30),
            (Precision.IMPLIED, 1, 1),
        ]
        if (found := figure_mark(kind, low, high, on))
    }
    assert shapes == {
        Precision.EXACT: "dot",
        Precision.ABOUT: "soft",
        Precision.AT_LEAST: "up",
        Precision.AT_MOST: "down",
        Precision.RANGE: "bar",
        Precision.IMPLIED: "hollow",
    }


def test_at_least_is_open_above_and_at_most_below() -> None:
    on = axis_through([100])
    least, most = (
        figure_mark(Precision.AT_LEAST, 50, None, on),
        figure_mark(Precision.AT_MOST, None, 50, on),
    )
    assert least is not None
    assert most is not None
    assert (least.x1, least.x2) == (axis_position(50, on), RIGHT)
    assert (most.x1, most.x2) == (LEFT, axis_position(50, on))


def test_what_gives_no_number_is_not_drawn() -> None:
    assert figure_mark(Precision.VAGUE, None, None, axis_through([5])) is None
    assert range_mark(None, None, axis_through([5])) is None
    assert axis_position(None, axis_through([5])) is None


def test_a_number_that_no_crowd_can_have_does_not_stretch_the_axis() -> None:
    on = axis_through([7, MAX_DRAWN_NUMBER + 1])
    assert on.top < 100
    assert figure_mark(Precision.EXACT, MAX_DRAWN_NUMBER + 1, MAX_DRAWN_NUMBER + 1, on) is None
