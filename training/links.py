"""Fit how sources and contents are hung on cues: `python -m training.links --data FOLDER`.

A conditional logit over the features of `sayso.extract.speech.link_roles`, on the gold spans of the training
half as the tagger reads them. Needs numpy alone; takes a minute.
"""

import argparse
import gzip
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from sayso.encoder import tagger
from sayso.encoder.decode import TaggedSpan
from sayso.encoder.pieces import WordPieces, cut_pieces
from sayso.extract.speech.link_roles import FEATURES, ROLES, Floats, Layout, candidates

WEIGHTS = Path("src/sayso/encoder/weights/links.json")
STEPS = 60
PULL = 1.0  # of the weights towards nought

Case = tuple[Floats, int]  # features [cues, FEATURES], and which of the cues is the right one


def cases(path: Path) -> dict[str, list[Case]]:
    """For each role the choices that the gold makes."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        documents = [json.loads(line) for line in lines]
    out: dict[str, list[Case]] = {role: [] for role in ROLES}
    for begin in range(0, len(documents), 64):
        some = documents[begin : begin + 64]
        cut = cut_pieces([one["text"] for one in some])
        for document, own, outputs in zip(some, cut, tagger._network_outputs(cut), strict=True):
            for role, case in _cases(document, own, outputs):
                out[role].append(case)
    return out


def _cases(
    document: dict[str, Any], own: WordPieces, outputs: tuple[Any, ...]
) -> Iterator[tuple[str, Case]]:
    words = np.flatnonzero(own.first)
    found: list[tuple[TaggedSpan, int]] = []
    for number, attribution in enumerate(document["attributions"]):
        for role in ("source", "cue", "content"):
            for start, end in attribution[role]:
                first = int(np.searchsorted(own.end[words], start, side="right"))
                last = int(np.searchsorted(own.start[words], end, side="left"))
                if first < last:
                    found.append((TaggedSpan(role, first, last, 1.0), number))
    found.sort(key=lambda one: (one[0].first, one[0].last))
    reading = tagger._tagged_text(own, words, [one for one, _ in found], outputs)
    layout = Layout(document["text"])
    for role in ROLES:
        for item, cues, rows in candidates(layout, reading, role):
            right = [place for place, cue in enumerate(cues) if found[cue][1] == found[item][1]]
            if right:
                yield role, (rows, right[0])


def fit(chosen: Sequence[Case]) -> Floats:
    """The weights that make the right choices likeliest (Newton's method, steps halved)."""
    size = len(FEATURES)
    weights = np.zeros(size)
    for _ in range(STEPS):
        slope, bend = PULL * weights, PULL * np.eye(size)
        for rows, right in chosen:
            odds = np.exp(rows @ weights - (rows @ weights).max())
            odds /= odds.sum()
            mean = odds @ rows
            slope += mean - rows[right]
            bend += (rows * odds[:, None]).T @ rows - np.outer(mean, mean)
        step = np.linalg.solve(bend, slope)
        before = loss(chosen, weights)
        while loss(chosen, weights - step) > before and np.abs(step).max() > 1e-6:
            step /= 2
        weights -= step
        if np.abs(step).max() < 1e-4:
            break
    return weights


def loss(chosen: Sequence[Case], weights: Floats) -> float:
    """What `fit` makes least: the surprise at the right choices, and the size of the weights."""
    total = PULL * float(weights @ weights) / 2
    for rows, right in chosen:
        scores = rows @ weights
        total += float(np.log(np.exp(scores - scores.max()).sum()) + scores.max() - scores[right])
    return total


def accuracy(chosen: Sequence[Case], weights: Floats) -> float:
    """How often the likeliest cue is the right one."""
    return float(np.mean([int((rows @ weights).argmax()) == right for rows, right in chosen]))


def main() -> None:
    """Fit on the training half, say how right it is there and on dev, and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    options = parser.parse_args()
    seen, unseen = (cases(options.data / f"{half}.jsonl.gz") for half in ("train", "dev"))
    stored = {}
    for role in ROLES:
        weights = fit(seen[role])
        print(
            f"{role}: right cue {accuracy(seen[role], weights):.4f} of {len(seen[role])} "
            f"fitted on, {accuracy(unseen[role], weights):.4f} of {len(unseen[role])} on dev"
        )
        stored[role] = {name: round(float(w), 4) for name, w in zip(FEATURES, weights, strict=True)}
    WEIGHTS.write_text(json.dumps(stored, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
