"""Fit how likely two claims speak to one thing: `python -m training.points`.

This is a logistic regression over the features of `sayso.compare.points.features`. It is fitted on the
pairs of claims that blocking keeps in the piles of bench/piles/tune.jsonl. It needs only numpy and takes
a few seconds. It prints the mean precision of the pairs; each pile is scored by weights that were
fitted without it.
"""

import json
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bench.piles.marked_piles import Pile, read_piles
from bench.piles.scoring import likeness
from sayso.compare.points.claim_reader import prepare_claims
from sayso.compare.points.features import FEATURE_NAMES
from sayso.compare.points.pair_scores import compare_pairs
from sayso.compare.points.prepared_claim import PreparedClaim
from sayso.compare.sources.speakers import find_shared_actors, speaker_keys
from sayso.compare.stories.stories import find_stories
from sayso.engine.serial import extract_all
from sayso.model.facts import Facts

WEIGHTS = Path("src/sayso/compare/points/weights.json")
NEWTON_STEPS = 30
RIDGE = 2.0  # how strongly the weights are pulled towards 0
FOLDS = 11

Floats = NDArray[np.float64]
PairsOfPile = tuple[
    Floats, Floats
]  # the features of its pairs, and 1.0 where they are of one point


def main() -> int:
    """Fit and write the weights."""
    piles = read_piles("tune")
    facts = iter(extract_all([document for pile in piles for document in pile.documents]))
    cases = [_pairs_of_pile(pile, [next(facts) for _ in pile.documents]) for pile in piles]
    print(f"mean precision of pairs, cross-validated: {_cross_validated(cases):.3f}")
    fitted = fit_weights(*_stack_cases(cases))
    weights = {
        name: round(float(weight), 4) for name, weight in zip(FEATURE_NAMES, fitted, strict=True)
    }
    WEIGHTS.write_text(json.dumps(weights, indent=1) + "\n", encoding="utf-8")
    return 0


def fit_weights(features: Floats, same: Floats) -> Floats:
    """The weights of a ridge logistic regression, by Newton's method; the intercept has no
    penalty."""
    weights = np.zeros(features.shape[1])
    ridge = np.eye(len(weights)) * RIDGE
    ridge[-1, -1] = 0.0
    for _ in range(NEWTON_STEPS):
        chance = 1 / (1 + np.exp(-features @ weights))
        gradient = features.T @ (chance - same) + ridge @ weights
        hessian = (features * (chance * (1 - chance))[:, None]).T @ features + ridge
        weights -= np.linalg.solve(hessian, gradient)
    return weights


def _pairs_of_pile(pile: Pile, facts: list[Facts]) -> PairsOfPile:
    """The features of the pairs of a pile, and which of the pairs speak to one point."""
    stories = find_stories(pile.documents)
    voices = speaker_keys(facts, find_shared_actors(facts, stories))
    claims = [claim for report in facts for claim in prepare_claims(report, voices)]
    marks = [_marks_of_claim(pile, claim) for claim in claims]
    pairs = list(compare_pairs(claims))
    features = [[compared.features[name] for name in FEATURE_NAMES] for compared in pairs]
    same = [bool(marks[left] & marks[right]) for left, right in (one.pair for one in pairs)]
    return np.array(features, dtype=float), np.array(same, dtype=float)


def _marks_of_claim(pile: Pile, claim: PreparedClaim) -> set[str]:
    """The points that a claim is marked as speaking to."""
    return {
        marked.mark
        for marked in pile.marked
        if marked.mark in pile.points and likeness(marked, claim.document, claim.claim.content)
    }


def _stack_cases(cases: list[PairsOfPile]) -> PairsOfPile:
    return np.vstack([features for features, _ in cases]), np.concatenate(
        [same for _, same in cases]
    )


def _cross_validated(cases: list[PairsOfPile]) -> float:
    """The mean precision of pairs that the weights have not seen."""
    chances, same = [], []
    for fold in range(FOLDS):
        others = [case for number, case in enumerate(cases) if number % FOLDS != fold]
        weights = fit_weights(*_stack_cases(others))
        for features, same_here in cases[fold::FOLDS]:
            chances.append(features @ weights)
            same.append(same_here)
    ordered = np.concatenate(same)[np.argsort(-np.concatenate(chances))]
    precision = np.cumsum(ordered) / np.arange(1, len(ordered) + 1)
    return float(precision[ordered > 0].mean())


if __name__ == "__main__":
    raise SystemExit(main())
