"""Weights of relations, and the share of disputes that are right: fitted without a network."""

from collections.abc import Mapping

import numpy as np
import pytest

from sayso.compare.points.disputes import Dispute
from sayso.compare.points.verdicts import Verdicts
from tests.bridge_pile import DEAR, DENIED, OPEN_AGAIN, SHUT, bridge_pile
from training.disputes.calibrate import (
    RIDGE,
    ReadPile,
    fit_logistic,
    is_right,
    mean_precision,
)


def sample(count: int = 400) -> tuple[np.ndarray, np.ndarray]:
    """A constant, a feature that tells, and one that does not, with what they tell."""
    draw = np.random.default_rng(7)
    features = np.column_stack([np.ones(count), draw.normal(size=(count, 2))])
    chance = 1 / (1 + np.exp(1.0 - 2.0 * features[:, 1]))
    return features, (draw.random(count) < chance).astype(float)


def test_a_feature_that_tells_gets_its_weight() -> None:
    constant, telling, idle = fit_logistic(*sample())
    assert constant == pytest.approx(-1.0, abs=0.4)
    assert telling == pytest.approx(2.0, abs=0.4)
    assert abs(idle) < 0.3


def test_the_weights_are_those_of_the_least_penalised_loss() -> None:
    features, wanted = sample()
    weights = fit_logistic(features, wanted)

    def loss(some: np.ndarray) -> float:
        scores = features @ some
        penalty = RIDGE * (some[1:] ** 2).sum() + 1e-3 * some[0] ** 2
        return float((np.logaddexp(0, scores) - wanted * scores).sum() + penalty / 2)

    for place in range(features.shape[1]):
        for step in (-0.01, 0.01):
            moved = weights.copy()
            moved[place] += step
            assert loss(moved) > loss(weights)


def test_a_feature_that_divides_all_gets_a_finite_weight() -> None:
    features = np.array([[1.0, -1.0]] * 20 + [[1.0, 1.0]] * 20)
    weights = fit_logistic(features, (features[:, 1] > 0).astype(float))
    assert np.isfinite(weights).all()
    assert 0 < weights[1] < 10


def test_of_labels_that_nothing_tells_the_constant_gives_the_share() -> None:
    wanted = np.array([1.0, 0, 0, 0] * 25)
    features = np.column_stack([np.ones(100), np.tile([1.0, 1, 1, 1], 25)[:, None] * 0])
    assert 1 / (1 + np.exp(-fit_logistic(features, wanted)[0])) == pytest.approx(0.25, abs=0.001)


@pytest.mark.parametrize(
    ("wanted", "scores", "precision"),
    [
        ([1, 1, 0, 0], [4, 3, 2, 1], 1.0),
        ([0, 0, 1, 1], [4, 3, 2, 1], (1 / 3 + 2 / 4) / 2),
        ([1, 0, 1], [3, 2, 1], (1 + 2 / 3) / 2),
    ],
)
def test_precision_is_that_at_each_wanted_pair(
    wanted: list[float], scores: list[float], precision: float
) -> None:
    found = mean_precision(np.array(wanted, dtype=float), np.array(scores, dtype=float))
    assert found == pytest.approx(precision)


AGREEING = {SHUT: "a", DENIED: "b", 4: "a"}


def judged(
    left: tuple[int, ...],
    right: tuple[int, ...],
    state: str = "contested",
    marked: Mapping[int, str] = AGREEING,
) -> bool:
    """Whether a dispute with these sides is the marked one, of SHUT against DENIED."""
    pile = bridge_pile((state, "core", marked))
    claims = [claim for report in pile.claims for claim in report]
    where = [(0, SHUT), (0, DENIED), (0, DEAR), (0, OPEN_AGAIN), (1, 0)]
    read = ReadPile(pile, claims, where, {}, Verdicts({}, {}), ())
    return is_right(read, Dispute((left, right), 0.5, {}))


def test_a_dispute_is_right_if_marked_sides_stand_against_each_other_in_it() -> None:
    assert judged((SHUT,), (DENIED,))
    assert judged((DENIED,), (4,))  # which side is which does not matter
    assert judged((SHUT,), (DENIED,), state="conceded")
    assert not judged((SHUT,), (DENIED,), state="update")
    assert not judged((SHUT,), (4,))  # they agree
    assert not judged((SHUT,), (DEAR,))
    assert not judged((SHUT, DENIED), (DEAR,))  # both on one side


def test_a_dispute_is_right_if_half_of_its_claims_or_more_are_marked() -> None:
    two = {SHUT: "a", DENIED: "b"}
    assert judged((SHUT, DEAR), (DENIED, OPEN_AGAIN), marked=two)
    assert not judged((SHUT, DEAR, 4), (DENIED, OPEN_AGAIN), marked=two)
    assert judged((SHUT, DEAR, 4), (DENIED, OPEN_AGAIN))
