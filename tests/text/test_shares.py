"""Shares of a number that stands behind them."""

import pytest

from sayso.text.numbers import numbers


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("A third of the 90 men left.", [30, 90]),
        ("Three-quarters of the 400 left.", [300, 400]),
        ("Half of the two dozen left.", [12, 24]),
        ("Two in three of the 30 left.", [20, 30]),
        ("Nine out of ten of the 100 left.", [90, 100]),
        ("A third of the men left.", []),
        ("One in five of us left.", []),
        ("12/15 hostages left.", [12, 15]),
        ("See page 1/3.", []),
        ("At least 1 500 soldiers left.", [1500]),
        ("More than 2m people left.", [2000000]),
        ("A wall 2m high fell.", []),
        ("All but one left.", []),
    ],
)
def test_values(text: str, values: list[int]) -> None:
    assert [one.low for one in numbers(text)] == values
