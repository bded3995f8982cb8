"""How likely a point is a dispute."""

from math import log

import pytest

from sayso.compare.points import likelihood
from sayso.compare.points.disputes import Dispute
from sayso.compare.points.likelihood import (
    MIN_CLEAR,
    MIN_LIKELY,
    likelihood_of,
    probability_of_dispute,
    probability_of_figures,
)
from sayso.model.comparison import Likelihood


@pytest.mark.parametrize(
    ("probability", "step"),
    [
        (1.0, Likelihood.CLEAR),
        (MIN_CLEAR, Likelihood.CLEAR),
        (MIN_CLEAR - 0.01, Likelihood.LIKELY),
        (MIN_LIKELY, Likelihood.LIKELY),
        (MIN_LIKELY - 0.01, Likelihood.PERHAPS),
        (0.0, Likelihood.PERHAPS),
    ],
)
def test_a_probability_has_its_step(probability: float, step: Likelihood) -> None:
    assert likelihood_of(probability) is step


@pytest.mark.parametrize(
    ("chance", "probability"),
    # Odds of 1 to 4, evens and 3 to 1, squared and doubled.
    [(0.2, 2 / 18), (0.5, 2 / 3), (0.75, 18 / 19)],
)
def test_a_chance_becomes_the_share_that_was_right(
    chance: float, probability: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    stored = {"calibration": {"constant": log(2), "slope": 2.0}}
    monkeypatch.setattr(likelihood, "stored_weights", lambda: stored)
    found = probability_of_dispute(Dispute(((0,), (1,)), chance, {}))
    assert found == pytest.approx(probability)


def test_a_likelier_dispute_is_right_more_often_but_never_for_sure() -> None:
    """With the weights that are stored."""
    chances = [0.0, 0.2, 0.4, 0.6, 0.8, 1.0]
    shares = [probability_of_dispute(Dispute(((0,), (1,)), chance, {})) for chance in chances]
    assert shares == sorted(set(shares))
    assert all(0 < share < 1 for share in shares)


def test_a_dispute_of_figures_with_more_signs_is_likelier() -> None:
    shares = [probability_of_figures(strength) for strength in range(4)]
    assert shares == sorted(shares)
    assert all(0 < share < 1 for share in shares)
