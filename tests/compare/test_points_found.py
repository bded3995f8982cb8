"""How many of the points made by hand are found, and the sides: see tests/points_scored.py."""

import pytest

from tests.points_scored import HALVES, piles, score_halves

# What is reached, rounded down: points found, sides right, states right; and, at most, the share of
# contested points that nobody would call one.
FLOORS = {"tune": (0.75, 0.9, 0.9, 0.08), "check": (0.81, 0.86, 0.81, 0.08)}


@pytest.mark.parametrize("half", HALVES)
def test_points_are_found_with_their_sides(half: str) -> None:
    found, sides, states, invented = FLOORS[half]
    figures = score_halves([half]).figures()
    assert figures["found"] >= found
    assert figures["sides"] >= sides
    assert figures["states"] >= states
    assert figures["contested that are invented"] <= invented


@pytest.mark.parametrize("half", HALVES)
def test_the_piles_are_what_they_say(half: str) -> None:
    own = piles(half)
    assert len({pile.name for pile in own}) == len(own) >= 20
    for pile in own:
        assert 2 <= len(pile.documents) <= 5
        for mark in pile.points:
            assert [one for one in pile.marked if one.mark == mark], (pile.name, mark)
        assert not [d for d in pile.documents if "[" in d.text or "]" in d.text]
