"""Fit which claims are read in pairs, when they are opposed or agree, and how likely a dispute is one.

`python -m training.disputes.calibrate`, on real piles, each read by a network that has not seen it.
There are four ridge logistic regressions: over the features of `sayso.compare.points.pair_features`
that are known before a pair is read; over all of them, for opposed claims and for claims of one side;
and over the log-odds of the pair that a dispute begins with, for whether the dispute is right.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sayso.compare.points.disputes import Dispute, find_disputes
from sayso.compare.points.pair_features import Features
from sayso.compare.points.relations import find_relations, relation_features
from sayso.compare.points.stored_weights import log_odds
from sayso.compare.points.verdict_reader import ChosenPairs
from training.disputes.labelled import (
    DISPUTED,
    OPPOSITE,
    REAL,
    SAME,
    UNKNOWN,
    halves,
    kept_piles,
)
from training.disputes.reading import (
    PileToRead,
    ReadPile,
    candidates_of,
    network_of,
    read_pile,
)

WEIGHTS = Path("src/sayso/compare/points/relations.json")
CHOSEN = "chosen"  # piles that do not show how common disputes are
UNFITTED = {"worth_reading": Counter[str]()}  # no feature has a weight yet
RIDGE = 3.0
NEWTON_STEPS = 40
MIN_CHANCE = 0.1  # of disputes that the calibration is fitted on
HALF = 0.5

Floats = NDArray[np.float64]


class Rows(NamedTuple):
    """The features of pairs, [pairs, features], with their names, and what each pair is."""

    names: Sequence[str]
    features: Floats
    labels: NDArray[np.int64]


def main() -> None:
    """Fit which pairs are read, the relations and the calibration, and write all three."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument(
        "--networks", type=Path, nargs=2, required=True, help="trained on half 0, and on half 1"
    )
    options = parser.parse_args()
    networks = [network_of(path) for path in options.networks]
    named = [(name, pile) for name in REAL for pile in kept_piles(name, options.data)]
    piles = [pile for _, pile in named]
    half_of = halves(piles)
    unseen = [networks[1 - half] for half in half_of]
    to_read = [PileToRead(pile) for pile in piles]
    chosen = [pile.choose(UNFITTED, network) for pile, network in zip(to_read, unseen, strict=True)]
    worth = {"worth_reading": fit_worth(to_read, chosen)}
    read = [
        read_pile(pile, one, worth, network)
        for pile, one, network in zip(to_read, chosen, unseen, strict=True)
    ]
    usual = [name != CHOSEN for name, _ in named]
    stored = worth | fit_relations(read) | {"calibration": calibration(read, half_of, usual)}
    WEIGHTS.write_text(json.dumps(stored, indent=1) + "\n", encoding="utf-8")


def fit_worth(piles: Sequence[PileToRead], chosen: Sequence[ChosenPairs]) -> dict[str, float]:
    """The weight of each feature that is known before a pair is read."""
    rows = rows_of(
        (pile.label(pair), one.features.before_reading(pair))
        for pile, one in zip(piles, chosen, strict=True)
        for pair in sorted({pair for both in candidates_of(pile, one) for pair in chain(*both)})
    )
    return fit(rows, OPPOSITE, "worth reading")


def fit_relations(piles: Sequence[ReadPile]) -> dict[str, dict[str, float]]:
    """For "opposed" and "agreed", the weight of each feature."""
    rows = rows_of(
        (read.pile.label(pair), features)
        for read in piles
        for pair, features in relation_features(read.pile.claims, read.read, read.answers).items()
    )
    return {"opposed": fit(rows, OPPOSITE, "opposed"), "agreed": fit(rows, SAME, "agreed")}


def rows_of(pairs: Iterable[tuple[int, Features]]) -> Rows:
    """The features of all pairs of which it is known what they are."""
    known = [(label, features) for label, features in pairs if label != UNKNOWN]
    return Rows(
        list(known[0][1]),
        np.array([list(features.values()) for _, features in known]),
        np.array([label for label, _ in known]),
    )


def fit(rows: Rows, label: int, name: str) -> dict[str, float]:
    """The weight of each feature for being such a pair; prints how well they fit these rows."""
    wanted = (rows.labels == label).astype(float)
    weights = fit_logistic(rows.features, wanted)
    precision = mean_precision(wanted, rows.features @ weights)
    print(f"{name}: {int(wanted.sum())} of {len(wanted)}, mean precision {precision:.3f}")
    return dict(zip(rows.names, weights.round(4).tolist(), strict=True))


def fit_logistic(features: Floats, wanted: Floats) -> Floats:
    """Ridge logistic regression by Newton's method; the first feature is the constant.

    The constant has hardly any penalty.
    """
    weights = np.zeros(features.shape[1])
    ridge = np.eye(len(weights)) * RIDGE
    ridge[0, 0] = 1e-3
    for _ in range(NEWTON_STEPS):
        chance = 1 / (1 + np.exp(-features @ weights))
        gradient = features.T @ (chance - wanted) + ridge @ weights
        hessian = (features * (chance * (1 - chance))[:, None]).T @ features + ridge
        weights -= np.linalg.solve(hessian, gradient)
    return weights


def calibration(
    piles: Sequence[ReadPile], half_of: Sequence[int], usual: Sequence[bool]
) -> dict[str, float]:
    """How the share of right disputes rises with the chance of the pair that they begin with.

    The chances of each pile are those of weights that were fitted on the other half. Only usual piles
    count. Disputes less likely than those that are shown count too: the others are few.
    """
    odds, right = [], []
    for half in (0, 1):
        own, others = (
            [number for number, one in enumerate(half_of) if (one == half) == same]
            for same in (True, False)
        )
        fitted = fit_relations([piles[number] for number in others])
        for read in (piles[number] for number in own if usual[number]):
            found = find_relations(
                read.pile.claims, read.pile.facts, read.read, read.answers, fitted
            )
            for dispute in find_disputes(found, min_chance=MIN_CHANCE):
                odds.append(log_odds(dispute.chance))
                right.append(float(is_right(read, dispute)))
    features = np.column_stack([np.ones(len(odds)), np.array(odds)])
    constant, slope = fit_logistic(features, np.array(right)).round(4).tolist()
    print(f"{len(right)} disputes, {sum(right):.0f} right: {constant} + {slope} x log-odds")
    return {"constant": constant, "slope": slope}


def is_right(read: ReadPile, dispute: Dispute) -> bool:
    """Whether a dispute is a marked one.

    Then two marked sides stand against each other in it, and half of its claims or more stand for
    marked claims of that point.
    """
    sides = [[sides_by_point(read, place) for place in side] for side in dispute.sides]
    for number, point in enumerate(read.pile.pile.points):
        if point.state not in DISPUTED:
            continue
        held = [{side for marks in one for side in marks.get(number, ())} for one in sides]
        opposed = any(left != right for left in held[0] for right in held[1])
        members = [marks for one in sides for marks in one]
        if opposed and sum(number in marks for marks in members) >= HALF * len(members):
            return True
    return False


def sides_by_point(read: ReadPile, place: int) -> dict[int, set[str]]:
    """For each marked point that a claim stands for, its marked sides."""
    report, row = read.pile.where[place]
    marks: dict[int, set[str]] = {}
    for point, side in read.pile.pile.marks[report][row]:
        marks.setdefault(point, set()).add(side)
    return marks


def mean_precision(wanted: Floats, scores: Floats) -> float:
    """The mean of the precision at each pair that is wanted, the highest scores first."""
    ordered = wanted[np.argsort(-scores, kind="stable")]
    return float((np.cumsum(ordered) / np.arange(1, len(ordered) + 1))[ordered > 0].mean())


if __name__ == "__main__":
    main()
