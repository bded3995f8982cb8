"""What the features of a pair come to, as log-odds and as a chance."""

import pytest

from sayso.compare.points.stored_weights import chance_of, log_odds, score_of, stored_weights
from sayso.compare.points.verdicts import PairVerdict
from tests.compare.points.known import known_features
from tests.compare.points.prepared import prepared_claim


def test_every_feature_counts_by_its_weight() -> None:
    weights = {"constant": -2.0, "near": 4.0, "shared": -1.0}
    assert score_of({"constant": 1.0, "near": 0.5, "shared": 0.25}, weights) == -0.25
    assert score_of({"constant": 1.0, "near": 0.0, "shared": 0.0}, weights) == -2.0
    assert score_of({}, weights) == 0


def test_a_feature_without_a_weight_is_an_error() -> None:
    """The weights were fitted before there was such a feature, and must be fitted anew."""
    with pytest.raises(KeyError, match="near"):
        score_of({"constant": 1.0, "near": 0.0}, {"constant": -2.0})


def test_the_stored_weights_are_for_the_features_that_there_are() -> None:
    claims = [prepared_claim("the mill burned"), prepared_claim("no mill burned", sentence=2)]
    features = known_features(claims)
    unread = features.before_reading((0, 1))
    read = features.after_reading((0, 1), PairVerdict(-1.0, -1.0, -1.0), 0.0, 0.0)
    stored = {kind: set(weights) for kind, weights in stored_weights().items()}
    assert stored == {
        "worth_reading": set(unread),
        "opposed": set(read),
        "agreed": set(read),
        "calibration": {"constant", "slope"},
    }


@pytest.mark.parametrize("score", [-1e6, -40.0, 0.0, 40.0, 1e6])
def test_a_chance_is_one_whatever_the_score(score: float) -> None:
    assert 0 < chance_of(score) < 1
    assert chance_of(score) + chance_of(-score) == pytest.approx(1)


@pytest.mark.parametrize("score", [-9.0, -0.5, 0.0, 2.0, 9.0])
def test_a_chance_has_its_log_odds(score: float) -> None:
    assert log_odds(chance_of(score)) == pytest.approx(score)


def test_the_log_odds_of_what_is_sure_are_finite() -> None:
    assert log_odds(0.0) == pytest.approx(-log_odds(1.0))
    assert 10 < log_odds(1.0) < 30
