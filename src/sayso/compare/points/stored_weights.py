"""What was fitted on real reports: how much each feature of a pair of claims counts.

`python -m training.disputes.calibrate` writes relations.json.
"""

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from math import exp, log

# For "worth_reading", "opposed" and "agreed" the weight of each feature; "calibration" is for
# likelihood.py.
Weights = Mapping[str, Mapping[str, float]]


@cache
def stored_weights() -> Weights:
    """The weights of the features, and how chances turn into probabilities."""
    path = files("sayso.compare.points").joinpath("relations.json")
    stored: Weights = json.loads(path.read_text(encoding="utf-8"))
    return stored


def score_of(features: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """The sum of all features, each times its weight: log-odds.

    >>> score_of({"constant": 1.0, "near": 0.5}, {"constant": -2.0, "near": 1.0})
    -1.5
    """
    return sum(weights[name] * value for name, value in features.items())


def chance_of(score: float) -> float:
    """The chance that log-odds stand for.

    >>> chance_of(0.0)
    0.5
    """
    return 1 / (1 + exp(-max(-30.0, min(30.0, score))))


def log_odds(chance: float) -> float:
    """The log-odds of a chance.

    >>> log_odds(0.5)
    0.0
    """
    kept = min(max(chance, 1e-6), 1 - 1e-6)
    return log(kept / (1 - kept))
