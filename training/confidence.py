"""Fit the likelihood of attributions: `python -m training.confidence --data FOLDER --open FOLDER`.

This is a logistic regression over `sayso.extract.speech.confidence.CONFIDENCE_FEATURES`. It is fitted on
the finds of the bundled networks in the training halves of PolNeAR (`--data`) and of GUM's Wikinews
and interviews (`--open`), and in the written chains of `training/chains`, since attributions inside
others are marked in few other texts. A find is right if at least half of its content and of its
source are those of a marked attribution; finds and marked attributions are paired one to one. The fit
is measured on other texts: PolNeAR's development half, and each sixth of GUM with weights fitted on the
other five.
It needs only numpy and takes some minutes.
"""

import argparse
import gzip
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sayso.extract.speech.attributions import find_attributions
from sayso.extract.speech.collecting import JudgedAttribution
from sayso.extract.speech.confidence import CONFIDENCE_FEATURES
from sayso.model.text import Span
from training.chains import written_texts

WEIGHTS = Path("src/sayso/extract/speech/confidence.json")
WORD = re.compile(r"\w+(?:[’'\-\.]\w+)*")
POLNEAR_WEIGHT, GUM_WEIGHT, CHAINS_WEIGHT = 0.2, 2.0, 0.5  # of an attribution
MAX_POLNEAR_DOCUMENTS = 420  # enough for so few weights
PENALTY = 3.0  # on the square of the weights; a thousandth of it on the first, the intercept
FOLDS = 6
NEWTON_STEPS = 25
DOCUMENTS_AT_ONCE = 16
THRESHOLDS = (0.0, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55)

Floats = NDArray[np.float64]
WordNumbers = frozenset[int]
ContentAndSource = tuple[WordNumbers, WordNumbers]


@dataclass(frozen=True)
class ScoredText:
    """The finds in one text: their features, which of them are right, and the number of marked
    attributions."""

    rows: Floats
    right: NDArray[np.bool_]
    gold_count: int


def score_texts(documents: Sequence[dict[str, Any]], nested: bool) -> list[ScoredText]:
    """The finds in each document; attributions inside others count only if the gold data has
    them."""
    scored = []
    for begin in range(0, len(documents), DOCUMENTS_AT_ONCE):
        batch = documents[begin : begin + DOCUMENTS_AT_ONCE]
        found = find_attributions([document["text"] for document in batch], keep_all=True)
        judged = [one.judged for one in found]
        scored += [_score_text(*pair, nested) for pair in zip(batch, judged, strict=True)]
    return scored


def _score_text(
    document: dict[str, Any], found: Sequence[JudgedAttribution], nested: bool
) -> ScoredText:
    starts = np.array([match.start() for match in WORD.finditer(document["text"])])
    ends = np.array([match.end() for match in WORD.finditer(document["text"])])

    def words_in(spans: Sequence[Sequence[int]]) -> WordNumbers:
        return frozenset(
            word
            for start, end in spans
            for word in range(
                int(np.searchsorted(ends, start, "right")), int(np.searchsorted(starts, end))
            )
        )

    marked = [
        (words_in(attribution["content"]), words_in(attribution["source"]))
        for attribution in document["attributions"]
    ]
    gold = [pair for pair in marked if pair[0]]
    kept = [judged for judged in found if nested or judged.attribution.within is None]
    predicted = [
        (
            words_in(_pairs_of(judged.attribution.content)),
            words_in(_pairs_of([judged.attribution.source])),
        )
        for judged in kept
    ]
    rows = np.array([judged.features for judged in kept])
    rows = rows.reshape(len(kept), len(CONFIDENCE_FEATURES))
    return ScoredText(rows, _right_predictions(gold, predicted), len(gold))


def _pairs_of(spans: Sequence[Span | None]) -> list[tuple[int, int]]:
    return [(span.start, span.end) for span in spans if span is not None]


def _right_predictions(
    gold: Sequence[ContentAndSource], predicted: Sequence[ContentAndSource]
) -> NDArray[np.bool_]:
    """Which predictions are right: their contents are paired with the gold ones, the most similar
    first."""
    right = np.zeros(len(predicted), dtype=np.bool_)
    rows: set[int] = set()
    columns: set[int] = set()
    for _, row, column in sorted(_alike_contents(gold, predicted)):
        if row in rows or column in columns:
            continue
        rows.add(row)
        columns.add(column)
        wanted, source = gold[row][1], predicted[column][1]
        shared = 2 * len(wanted & source) >= min(len(wanted), len(source))
        right[column] = bool(wanted and source and shared) or not (wanted or source)
    return right


def _alike_contents(
    gold: Sequence[ContentAndSource], predicted: Sequence[ContentAndSource]
) -> Iterator[tuple[float, int, int]]:
    """Pairs of contents that share at least half of their words: the negative share, and the two
    contents."""
    for row, (wanted, _) in enumerate(gold):
        for column, (content, _) in enumerate(predicted):
            shared, together = len(wanted & content), len(wanted | content)
            if 2 * shared >= together:
                yield -shared / together, row, column


def fit_weights(parts: Sequence[tuple[Sequence[ScoredText], float]]) -> Floats:
    """The weights that make the right predictions most probable (Newton's method)."""
    rows = np.vstack([text.rows for texts, _ in parts for text in texts])
    right = np.concatenate([text.right for texts, _ in parts for text in texts]).astype(float)
    importance = np.concatenate(
        [np.full(len(text.right), weight) for texts, weight in parts for text in texts]
    )
    penalty = np.eye(len(CONFIDENCE_FEATURES)) * PENALTY
    penalty[0, 0] = PENALTY / 1000
    weights = np.zeros(len(CONFIDENCE_FEATURES))
    for _ in range(NEWTON_STEPS):
        odds = 1 / (1 + np.exp(-rows @ weights))
        gradient = rows.T @ (importance * (odds - right)) + penalty @ weights
        hessian = (rows * (importance * odds * (1 - odds))[:, None]).T @ rows + penalty
        weights -= np.linalg.solve(hessian, gradient)
    return weights


def f1_at(texts: Sequence[tuple[ScoredText, Floats]], threshold: float) -> float:
    """F1, in per cent, if every find with at least this likelihood is kept."""
    right = kept = gold = 0
    for text, weights in texts:
        is_kept = 1 / (1 + np.exp(-text.rows @ weights)) >= threshold
        right, kept = right + int((is_kept & text.right).sum()), kept + int(is_kept.sum())
        gold += text.gold_count
    return 200 * right / (kept + gold)


def read_documents(path: Path) -> list[dict[str, Any]]:
    """The lines of a gzipped JSON Lines file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def main() -> None:
    """Fit, measure on other texts, and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="PolNeAR")
    parser.add_argument("--open", type=Path, required=True, help="GUM")
    options = parser.parse_args()
    gum = read_documents(options.open / "attribution.jsonl.gz")
    polnear = read_documents(options.data / "train.jsonl.gz")[:MAX_POLNEAR_DOCUMENTS]
    seen = (score_texts(polnear, nested=False), POLNEAR_WEIGHT)
    unseen = score_texts(read_documents(options.data / "dev.jsonl.gz"), nested=False)
    other = score_texts(gum, nested=True)
    train = [scored for scored, text in zip(other, gum, strict=True) if text["split"] == "train"]
    chains = [{"text": one.text, "attributions": one.attributions} for one in written_texts()]
    written = (score_texts(chains, nested=True), CHAINS_WEIGHT)
    weights = fit_weights([seen, (train, GUM_WEIGHT), written])
    crossed = []
    for fold in range(FOLDS):
        rest = [scored for number, scored in enumerate(other) if number % FOLDS != fold]
        fold_weights = fit_weights([seen, (rest, GUM_WEIGHT), written])
        crossed += [(scored, fold_weights) for scored in other[fold::FOLDS]]
    for threshold in THRESHOLDS:
        print(
            f"at {threshold}: PolNeAR dev {f1_at([(text, weights) for text in unseen], threshold):.1f}, "
            f"GUM crosswise {f1_at(crossed, threshold):.1f}"
        )
    stored = {
        name: round(float(weight), 4)
        for name, weight in zip(CONFIDENCE_FEATURES, weights, strict=True)
    }
    WEIGHTS.write_text(json.dumps(stored, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
