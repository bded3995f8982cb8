"""Fit how far a find is believed: `python -m training.sureness --data FOLDER --open FOLDER`.

A logistic regression over `sayso.extract.speech.confidence.SIGNS`, on what the bundled networks find in the
training halves of PolNeAR (`--data`) and of GUM's Wikinews and interviews (`--open`). A find is right
if at least half of its content and its source are those of a marked attribution, paired one to one.
What was fitted is measured on texts that were not fitted on: PolNeAR's development half, and each
sixth of GUM by the other five. Needs numpy alone; takes some minutes.
"""

import argparse
import gzip
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sayso.extract.speech.attributions import Attributed, find_attributions
from sayso.extract.speech.confidence import SIGNS

WEIGHTS = Path("src/sayso/encoder/weights/sureness.json")
WORD = re.compile(r"\w+(?:[’'\-\.]\w+)*")
POLNEAR, GUM = 0.2, 2.0  # weight of a find; PolNeAR has far more
PLENTY = 420  # documents of PolNeAR; enough for so few weights
PULL = 3.0  # of the weights towards nought
FOLDS = 6
STEPS = 25
TOGETHER = 16  # texts read at a time

Rows = NDArray[np.float64]
Words = frozenset[int]


@dataclass(frozen=True)
class Judged:
    """One text's finds: their signs, which of them are right, and how many were to be found."""

    rows: Rows
    right: NDArray[np.bool_]
    wanted: int


def judged(documents: Sequence[dict[str, Any]], nested: bool) -> list[Judged]:
    """Every find in the documents; those inside others too if the gold has such."""
    out = []
    for begin in range(0, len(documents), TOGETHER):
        some = documents[begin : begin + TOGETHER]
        found = find_attributions([one["text"] for one in some], all_of_them=True)
        out += [_judged(one, finds, nested) for one, finds in zip(some, found, strict=True)]
    return out


def _judged(document: dict[str, Any], finds: Sequence[Attributed], nested: bool) -> Judged:
    starts = np.array([match.start() for match in WORD.finditer(document["text"])])
    ends = np.array([match.end() for match in WORD.finditer(document["text"])])

    def covered(spans: Sequence[Sequence[int]]) -> Words:
        return frozenset(
            place
            for start, end in spans
            for place in range(
                int(np.searchsorted(ends, start, "right")), int(np.searchsorted(starts, end))
            )
        )

    gold = [(covered(one["content"]), covered(one["source"])) for one in document["attributions"]]
    gold = [one for one in gold if one[0]]
    kept = [one for one in finds if nested or one.attribution.within is None]
    ours = [
        (
            covered([(span.start, span.end) for span in one.attribution.content]),
            covered([(s.start, s.end) for s in (one.attribution.source,) if s is not None]),
        )
        for one in kept
    ]
    rows = np.array([one.signs for one in kept]).reshape(len(kept), len(SIGNS))
    return Judged(rows, _right(gold, ours), len(gold))


def _right(
    gold: Sequence[tuple[Words, Words]], ours: Sequence[tuple[Words, Words]]
) -> NDArray[np.bool_]:
    pairs = sorted(
        (-len(theirs[0] & mine[0]) / len(theirs[0] | mine[0]), row, column)
        for row, theirs in enumerate(gold)
        for column, mine in enumerate(ours)
        if 2 * len(theirs[0] & mine[0]) >= len(theirs[0] | mine[0])
    )
    right = np.zeros(len(ours), dtype=np.bool_)
    rows: set[int] = set()
    columns: set[int] = set()
    for _, row, column in pairs:
        if row in rows or column in columns:
            continue
        rows.add(row)
        columns.add(column)
        theirs, mine = gold[row][1], ours[column][1]
        shared = 2 * len(theirs & mine) >= min(len(theirs), len(mine))
        right[column] = bool(theirs and mine and shared) or not (theirs or mine)
    return right


def fit(parts: Sequence[tuple[Sequence[Judged], float]]) -> Rows:
    """The weights that make what is right likeliest (Newton's method)."""
    rows = np.vstack([one.rows for texts, _ in parts for one in texts])
    right = np.concatenate([one.right for texts, _ in parts for one in texts]).astype(float)
    heavy = np.concatenate([np.full(len(one.right), w) for texts, w in parts for one in texts])
    pull = np.eye(len(SIGNS)) * PULL
    pull[0, 0] = PULL / 1000
    weights = np.zeros(len(SIGNS))
    for _ in range(STEPS):
        odds = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (heavy * (odds - right)) + pull @ weights
        bend = (rows * (heavy * odds * (1 - odds))[:, None]).T @ rows + pull
        weights -= np.linalg.solve(bend, slope)
    return weights


def f1(texts: Sequence[tuple[Judged, Rows]], least: float) -> float:
    """F1, in per cent, if finds at least so likely are kept."""
    right = kept = wanted = 0
    for one, weights in texts:
        sure = 1 / (1 + np.exp(-one.rows @ weights)) >= least
        right, kept = right + int((sure & one.right).sum()), kept + int(sure.sum())
        wanted += one.wanted
    return 200 * right / (kept + wanted)


def documents(path: Path) -> list[dict[str, Any]]:
    """The lines of a gzipped JSON Lines file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def main() -> None:
    """Fit, measure on what was not fitted on, write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="PolNeAR")
    parser.add_argument("--open", type=Path, required=True, help="GUM")
    options = parser.parse_args()
    gum = documents(options.open / "attribution.jsonl.gz")
    seen = judged(documents(options.data / "train.jsonl.gz")[:PLENTY], nested=False)
    unseen = judged(documents(options.data / "dev.jsonl.gz"), nested=False)
    other = judged(gum, nested=True)
    train = [one for one, text in zip(other, gum, strict=True) if text["split"] == "train"]
    weights = fit([(seen, POLNEAR), (train, GUM)])
    crossed = []
    for fold in range(FOLDS):
        rest = [one for number, one in enumerate(other) if number % FOLDS != fold]
        own = fit([(seen, POLNEAR), (rest, GUM)])
        crossed += [(one, own) for one in other[fold::FOLDS]]
    for least in (0.0, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55):
        print(
            f"at {least}: PolNeAR dev {f1([(one, weights) for one in unseen], least):.1f}, "
            f"GUM crosswise {f1(crossed, least):.1f}"
        )
    stored = {name: round(float(w), 4) for name, w in zip(SIGNS, weights, strict=True)}
    WEIGHTS.write_text(json.dumps(stored, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
