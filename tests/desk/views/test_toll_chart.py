"""Where figures are drawn: what their marks keep of their words, and what many figures become."""

from typing import Any

import pytest

from sayso.desk.views.toll_chart import BOTTOM, CROWD, TOP, UNDATED, toll_chart

TOLL = {"low": 10, "best": 20, "high": 40}


def figure(low: int | None, high: int | None, kind: str = "exact", **more: Any) -> dict[str, Any]:
    return {
        "report": "r",
        "low": low,
        "high": high,
        "kind": kind,
        "day": "2031-03-04",
        "speaker": "Ilsa Marn",
        "shared": None,
        "voice_name": None,
        "outlet": "The Marsk Post",
        "from_whom": "The Marsk Post",
        "origin": None,
        "origin_outlet": None,
    } | more


@pytest.mark.parametrize(
    ("low", "high", "kind", "shape"),
    [
        (12, 12, "exact", "dot"),
        (84, None, "at_least", "up"),
        (None, 9, "at_most", "down"),
        (50, 50, "about", "soft"),
        (3, 3, "implied", "hollow"),
        (20, 30, "range", "bar"),
    ],
)
def test_a_mark_keeps_how_exact_the_figure_is(
    low: int | None, high: int | None, kind: str, shape: str
) -> None:
    (dot,) = toll_chart([figure(low, high, kind)], TOLL, "voice").dots
    assert dot.shape == shape
    assert (dot.end < dot.y) is (shape in ("up", "bar"))


def test_later_is_further_right_and_more_is_higher() -> None:
    rows = [figure(10, 10), figure(40, 40, day="2031-03-09"), figure(20, 20, day=None)]
    first, second, undated = toll_chart(rows, TOLL, "voice").dots
    assert first.x < second.x < undated.x == UNDATED
    assert first.y > undated.y > second.y


def test_numbers_far_apart_are_on_a_logarithmic_scale() -> None:
    assert not toll_chart([figure(10, 10)], TOLL, "voice").is_log
    chart = toll_chart([figure(0, 0), figure(5, 5), figure(4000, 4000)], TOLL, "voice")
    assert chart.is_log
    assert all(TOP <= dot.y <= BOTTOM for dot in chart.dots)
    assert len({dot.y for dot in chart.dots}) == 3


def test_the_band_spans_the_numbers_of_the_rule() -> None:
    chart = toll_chart([figure(10, 10), figure(40, 40)], TOLL, "voice")
    assert chart.band is not None
    assert chart.best is not None
    assert chart.band[0] < chart.best < chart.band[1]
    none = toll_chart([figure(10, 10)], {"low": None, "best": None, "high": 40}, "voice")
    assert (none.band, none.best) == (None, None)


def test_no_figure_of_a_crowd_is_lost() -> None:
    rows = [figure(number % 90, None, speaker=f"Speaker {number % 11}") for number in range(300)]
    chart = toll_chart(rows, TOLL, "voice")
    assert chart.crowded
    assert sum(len(dot.rows) for dot in chart.dots) == 300
    assert len(chart.dots) < 150
    assert sum(number for _, _, number in chart.classes) == 300
    assert chart.classes[-1][0] == "others"
    assert not toll_chart(rows[:CROWD], TOLL, "voice").crowded


def test_what_gives_no_number_is_counted_and_not_drawn() -> None:
    chart = toll_chart([figure(None, None, "vague"), figure(10**30, None)], TOLL, "voice")
    assert (chart.dots, chart.without) == ([], 2)


def test_colours_are_of_speakers_or_of_origins() -> None:
    rows = [figure(1, 1), figure(2, 2, speaker="A doctor"), figure(3, 3, speaker=None)]
    names = [name for name, _, _ in toll_chart(rows, TOLL, "voice").classes]
    assert names == ["Ilsa Marn", "A doctor", "The Marsk Post itself"]
    assert [name for name, _, _ in toll_chart(rows, TOLL, "origin").classes] == ["The Marsk Post"]
