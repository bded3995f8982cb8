"""Fit how likely two claims speak to one thing: `python -m training.points`.

A logistic regression over the features of `sayso.compare.points.features.weighing`, on the pairs of claims
of the piles in bench/piles/tune.jsonl that blocking lets through. Needs numpy alone; takes a
few seconds. Prints the mean precision of the pairs, each pile measured by weights fitted without it.
"""

import json
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bench.piles.scoring import Pile, likeness, piles
from sayso.compare.points.features.weighing import NAMES
from sayso.compare.points.pair_scores import laid_side_by_side
from sayso.compare.points.prepared_claim import PreparedClaim, prepare_claims
from sayso.compare.sources.speakers import find_shared_actors, speaker_keys
from sayso.compare.stories.stories import find_stories
from sayso.engine.serial import extract_all
from sayso.model.facts import Facts

WEIGHTS = Path("src/sayso/compare/points/features/weights.json")
STEPS = 30
PULL = 2.0  # of the weights towards nought
FOLDS = 11

Floats = NDArray[np.float64]


def main() -> int:
    """Fit and write the weights."""
    own = piles("tune")
    facts = iter(extract_all([document for pile in own for document in pile.documents]))
    cases = [_pairs(pile, [next(facts) for _ in pile.documents]) for pile in own]
    print(f"mean precision of pairs, cross-validated: {_validated(cases):.3f}")
    found = fitted(*_stacked(cases))
    weights = {name: round(float(one), 4) for name, one in zip(NAMES, found, strict=True)}
    WEIGHTS.write_text(json.dumps(weights, indent=1) + "\n", encoding="utf-8")
    return 0


def _pairs(pile: Pile, facts: list[Facts]) -> tuple[Floats, Floats]:
    """The features of the pairs of a pile, and which speak to one point."""
    stories = find_stories(pile.documents)
    voices = speaker_keys(facts, find_shared_actors(facts, stories))
    found = [one for own in facts for one in prepare_claims(own, voices)]
    marks = [_marks(pile, one) for one in found]
    laid = list(laid_side_by_side(found))
    features = [[one.features[name] for name in NAMES] for one in laid]
    same = [bool(marks[one.pair[0]] & marks[one.pair[1]]) for one in laid]
    return np.array(features, dtype=float), np.array(same, dtype=float)


def _marks(pile: Pile, one: PreparedClaim) -> set[str]:
    """The points that a claim is marked as speaking to."""
    return {
        marked.mark
        for marked in pile.marked
        if marked.mark in pile.points and likeness(marked, one.document, one.claim.content)
    }


def fitted(features: Floats, same: Floats) -> Floats:
    """Weights by Newton's method; that of what always holds is not pulled."""
    weights = np.zeros(features.shape[1])
    pull = np.eye(len(weights)) * PULL
    pull[-1, -1] = 0.0
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-features @ weights))
        slope = features.T @ (chance - same) + pull @ weights
        bend = (features * (chance * (1 - chance))[:, None]).T @ features + pull
        weights -= np.linalg.solve(bend, slope)
    return weights


def _stacked(cases: list[tuple[Floats, Floats]]) -> tuple[Floats, Floats]:
    return np.vstack([one for one, _ in cases]), np.concatenate([one for _, one in cases])


def _validated(cases: list[Any]) -> float:
    """The mean precision of pairs that the weights have not seen."""
    chances, same = [], []
    for fold in range(FOLDS):
        weights = fitted(*_stacked([one for at, one in enumerate(cases) if at % FOLDS != fold]))
        for features, own in cases[fold::FOLDS]:
            chances.append(features @ weights)
            same.append(own)
    ordered = np.concatenate(same)[np.argsort(-np.concatenate(chances))]
    precision = np.cumsum(ordered) / np.arange(1, len(ordered) + 1)
    return float(precision[ordered > 0].mean())


if __name__ == "__main__":
    raise SystemExit(main())
