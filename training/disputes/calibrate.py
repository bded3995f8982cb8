"""Fit when claims are opposed or agree, and how likely a dispute is one.

`python -m training.disputes.calibrate`, on real piles that the network has not seen. The relation of two
claims comes from two ridge logistic regressions over the features of `sayso.compare.points.relations`. A
third, on the log-odds of the pair that a dispute begins with, says how likely the dispute is right.
"""

import argparse
import json
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sayso.compare.points import relations
from sayso.compare.points.denials import Answer, find_answers
from sayso.compare.points.disputes import Dispute, find_disputes
from sayso.compare.points.prepared_claim import PreparedClaim
from sayso.compare.points.verdicts import MIN_DISPUTED, Verdicts, read_verdicts
from sayso.compare.stories.stories import find_stories
from sayso.model.facts import Facts
from training.disputes.labelled import (
    DISPUTED,
    HELD_OUT,
    OPPOSITE,
    SAME,
    UNKNOWN,
    LabelledPile,
    kept_piles,
)

WEIGHTS = Path("src/sayso/compare/points/relations.json")
RIDGE = 3.0
NEWTON_STEPS = 40
FOLDS = 5
MIN_CHANCE = 0.1  # of disputes that the calibration is fitted on
HALF = 0.5

Floats = NDArray[np.float64]


class ReadPile(NamedTuple):
    """A pile with all that is known of it before disputes are found.

    `where` has the report and number of each claim.
    """

    pile: LabelledPile
    claims: list[PreparedClaim]
    where: list[tuple[int, int]]
    facts: dict[str, Facts]
    verdicts: Verdicts
    answers: Sequence[Answer]


def main() -> None:
    """Fit the relations and the calibration, and write both."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--set", default=HELD_OUT)
    options = parser.parse_args()
    piles = [read_labelled(pile) for pile in kept_piles(options.set, options.data)]
    stored = fit_relations(piles) | {"calibration": calibration(piles)}
    WEIGHTS.write_text(json.dumps(stored, indent=1) + "\n", encoding="utf-8")


def read_labelled(pile: LabelledPile) -> ReadPile:
    """Read the claims of a pile as `find_points` does, but every pair that may be likely."""
    claims = [claim for report in pile.claims for claim in report]
    where = [(n, row) for n, report in enumerate(pile.claims) for row in range(len(report))]
    facts = {one.document.id: one for one in pile.facts}
    stories = find_stories([one.document for one in pile.facts])
    story_of = {document: story.id for story in stories for document in story.documents}
    verdicts = read_verdicts(claims, facts, story_of, MIN_DISPUTED)
    answers = find_answers(claims, facts, verdicts.odds_of_opposition)
    return ReadPile(pile, claims, where, facts, verdicts, answers)


def fit_relations(piles: Sequence[ReadPile]) -> dict[str, dict[str, float]]:
    """For "opposed" and "agreed", the weight of each feature."""
    names: list[str] = []
    rows, labels = [], []
    for read in piles:
        found = relations.relation_features(read.claims, read.verdicts, read.answers)
        for (left, right), of_pair in found.items():
            label = read.pile.pair_label(read.where[left], read.where[right])
            if label != UNKNOWN:
                names = list(of_pair)
                rows.append(list(of_pair.values()))
                labels.append(label)
    features, marked = np.array(rows, dtype=float), np.array(labels)
    fitted = {}
    for kind, label in (("opposed", OPPOSITE), ("agreed", SAME)):
        wanted = (marked == label).astype(float)
        weights = fit_logistic(features, wanted)
        precision = mean_precision(wanted, features @ weights)
        print(f"{kind}: {int(wanted.sum())} of {len(wanted)}, mean precision {precision:.3f}")
        fitted[kind] = dict(zip(names, weights.round(4).tolist(), strict=True))
    return fitted


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


def calibration(piles: Sequence[ReadPile]) -> dict[str, float]:
    """How the share of right disputes rises with the chance of the pair that they begin with.

    The chances of each pile are those of weights that were fitted without it. Disputes less likely than
    those that are shown count too: the others are few.
    """
    odds, right = [], []
    for part in range(FOLDS):
        fitted = fit_relations([read for n, read in enumerate(piles) if n % FOLDS != part])
        for read in piles[part::FOLDS]:
            found = relations.find_relations(
                read.claims, read.facts, read.verdicts, read.answers, fitted
            )
            for dispute in find_disputes(found, min_chance=MIN_CHANCE):
                odds.append(relations.log_odds(dispute.chance))
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
    for number, point in enumerate(read.pile.points):
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
    report, row = read.where[place]
    marks: dict[int, set[str]] = {}
    for point, side in read.pile.marks[report][row]:
        marks.setdefault(point, set()).add(side)
    return marks


def mean_precision(wanted: Floats, scores: Floats) -> float:
    """The mean of the precision at each pair that is wanted, the highest scores first."""
    ordered = wanted[np.argsort(-scores, kind="stable")]
    return float((np.cumsum(ordered) / np.arange(1, len(ordered) + 1))[ordered > 0].mean())


if __name__ == "__main__":
    main()
