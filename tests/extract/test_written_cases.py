"""The written cases are read at least as well as they were."""

from functools import cache

import pytest

from bench.cases import outcomes, summary

# Per cent of all outcomes: at least so many right, at most so many wrong.
FLOORS = {"quotations": (90.0, 3.8), "kinds": (79.7, 5.2)}


@cache
def shares(name: str) -> dict[str, float]:
    return summary(outcomes(name))


@pytest.mark.parametrize("name", FLOORS)
def test_as_many_are_right_and_no_more_are_wrong(name: str) -> None:
    right, wrong = FLOORS[name]
    found = shares(name)
    assert found["right"] >= right
    assert found["wrong"] <= wrong
