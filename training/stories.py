"""Fit the weights of story finding: `python -m training.stories DATA`.

`DATA` is a .jsonl.gz of reports, a line each, with `name`, `text`, `title`, `outlet`, `published`
and `incident`: what happening it is of. Prints the weights for `compare/likeness.py`, to be rounded
and put there by hand, and how often the likeness of two reports that were compared is right.
"""

import argparse
import gzip
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from sayso.compare.likeness import WEIGHTS, Profile, signs
from sayso.compare.stream import StoryStream
from sayso.compare.traits import StockLines
from sayso.model.text import Document

Floats = NDArray[np.float64]

FIELDS = ("name", "text", "title", "outlet", "url", "published")
STEPS, PULL = 60, 1e-5  # of Newton's method; towards nought


class Listening(StoryStream):
    """A stream that keeps the signs of every pair which it compares."""

    def __init__(self, stock: StockLines) -> None:
        super().__init__(1.0, stock)
        self.signs: list[list[float]] = []
        self.pairs: list[tuple[int, int]] = []

    def compared(self, later: Profile, earlier: int) -> float:
        """Keep the signs."""
        found = signs(later, self.profiles[earlier])
        self.pairs.append((earlier, len(self.profiles)))
        self.signs.append([found[name] for name in WEIGHTS])
        return super().compared(later, earlier)


def main() -> None:
    """Read, compare, fit, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    reports = sorted(
        read(parser.parse_args().data), key=lambda one: (one[0].published or "", one[0].id)
    )
    stock = StockLines()
    for document, _ in reports:
        stock.see(document)
    stream = Listening(stock)
    for document, _ in reports:
        stream.add(document)
    gold = np.array([float(reports[one][1] == reports[two][1]) for one, two in stream.pairs])
    found = np.array(stream.signs)
    weights = fitted(found, gold)
    for name, weight in zip([*WEIGHTS, "constant"], weights, strict=True):
        print(f"{name:10} {weight:6.2f}")
    right = (np.c_[found, np.ones(len(found))] @ weights > 0) == (gold > 0)
    print(f"{len(gold)} pairs, {int(gold.sum())} of one happening, {right.mean():.4f} right")


def read(path: Path) -> Iterator[tuple[Document, str]]:
    """The reports with their happenings."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            known = {field: row[field] for field in FIELDS if row.get(field) is not None}
            yield Document(**known), str(row["incident"])


def fitted(found: Floats, gold: Floats) -> Sequence[float]:
    """Logistic regression by Newton's method; the constant is the last."""
    mean, spread = found.mean(axis=0), found.std(axis=0) + 1e-9
    scaled = np.c_[(found - mean) / spread, np.ones(len(found))]
    pull = np.eye(scaled.shape[1]) * PULL * len(found)
    weights = np.zeros(scaled.shape[1])
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-scaled @ weights))
        slope = scaled.T @ (chance - gold) + pull @ weights
        bend = (scaled.T * (chance * (1 - chance) + 1e-9)) @ scaled + pull
        weights -= np.linalg.solve(bend, slope)
    own = weights[:-1] / spread
    return [float(one) for one in (*own, weights[-1] - float(mean @ own))]


if __name__ == "__main__":
    main()
