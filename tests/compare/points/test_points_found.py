"""How many of the points made by hand are found, and the sides: see bench/piles/scoring.py."""

import pytest

from bench.piles.marked_piles import SETS, read_piles
from bench.piles.scoring import score_sets

# What is reached, less a point or two, as other machines round otherwise: points found, sides right,
# states right; and, at most, the share of contested points that are none.
FLOORS = {
    "tune": (0.35, 0.90, 0.79, 0.06),
    "check": (0.47, 0.85, 0.93, 0.05),
    "blind": (0.10, 0.80, 0.75, 0.27),
}
# One pile in so many is read here; `bench.points` reads all.
STEPS = {"tune": 6, "check": 1, "blind": 2}


@pytest.mark.parametrize("which", SETS)
def test_points_are_found_with_their_sides(which: str) -> None:
    found, sides, states, invented = FLOORS[which]
    figures = score_sets([which], STEPS[which]).figures()
    assert figures["found"] >= found
    assert figures["sides"] >= sides
    assert figures["states"] >= states
    assert figures["contested that are invented"] <= invented


@pytest.mark.parametrize("which", SETS)
def test_the_piles_are_what_they_say(which: str) -> None:
    piles = read_piles(which)
    assert len({pile.name for pile in piles}) == len(piles) >= 20
    for pile in piles:
        assert 2 <= len(pile.documents) <= 5
        for mark in pile.points:
            assert [one for one in pile.marked if one.mark == mark], (pile.name, mark)
        assert not [d for d in pile.documents if "[" in d.text or "]" in d.text]
