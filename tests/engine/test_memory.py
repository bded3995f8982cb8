"""How often Python looks through all that it holds."""

import gc
from collections.abc import Iterator

import pytest

from sayso.engine.memory import collect_seldom


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    before = gc.get_threshold()
    gc.set_threshold(700, 10, 10)  # as Python comes
    yield
    gc.set_threshold(*before)


def test_values_that_stay_are_seldom_gone_through() -> None:
    def collections() -> int:
        before = times()
        kept = [[number] for number in range(50_000)]
        return times() - before if kept else 0

    def times() -> int:
        return sum(int(generation["collections"]) for generation in gc.get_stats())

    often = collections()
    collect_seldom()
    assert collections() < often / 10


def test_rings_are_still_found() -> None:
    collect_seldom()
    assert gc.isenabled()
