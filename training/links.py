"""Fit the weights that link sources and contents to cues: `python -m training.links --data FOLDER`.

This is a conditional logit over `sayso.extract.speech.link_features`, fitted on the gold spans of the
training half as the tagger reads them. It needs only numpy and takes a minute.
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
from sayso.extract.speech.link_features import (
    FEATURES,
    Floats,
    TextLayout,
    cues_in_reach,
    link_features,
)
from sayso.extract.speech.link_roles import LINKED_ROLES

WEIGHTS = Path("src/sayso/extract/speech/links.json")
DOCUMENTS_AT_ONCE = 64
MAX_STEPS = 60
PENALTY = 1.0  # on the square of the weights

Case = tuple[Floats, int]  # features [cues, FEATURES], and which of the cues is the right one


def read_cases(path: Path) -> dict[str, list[Case]]:
    """For each role the choices that the gold makes in the documents of a file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        documents = [json.loads(line) for line in lines]
    cases: dict[str, list[Case]] = {role: [] for role in LINKED_ROLES}
    for begin in range(0, len(documents), DOCUMENTS_AT_ONCE):
        batch = documents[begin : begin + DOCUMENTS_AT_ONCE]
        cut = cut_pieces([document["text"] for document in batch])
        outputs = tagger._network_outputs(cut)
        for document, pieces, output in zip(batch, cut, outputs, strict=True):
            for role, case in _cases_of(document, pieces, output):
                cases[role].append(case)
    return cases


def _cases_of(
    document: dict[str, Any], pieces: WordPieces, outputs: tuple[Any, ...]
) -> Iterator[tuple[str, Case]]:
    """The choices of one document, each with its role."""
    words = np.flatnonzero(pieces.first)
    gold = _gold_spans(document, pieces, words)
    tagged = tagger._tagged_text(pieces, words, [span for span, _ in gold], outputs)
    cues, layout = tagged.cue_indices(), TextLayout(document["text"])
    for role in LINKED_ROLES:
        in_reach = cues_in_reach(tagged, role)
        for item, rows in link_features(layout, tagged, role, in_reach).items():
            choices = [gold[cues[column]][1] for column in in_reach[item]]
            if gold[item][1] in choices:
                yield role, (rows, choices.index(gold[item][1]))


def _gold_spans(
    document: dict[str, Any], pieces: WordPieces, words: Any
) -> list[tuple[TaggedSpan, int]]:
    """The marked spans in text order, each with the number of its attribution."""
    spans: list[tuple[TaggedSpan, int]] = []
    for number, attribution in enumerate(document["attributions"]):
        for role in ("source", "cue", "content"):
            for start, end in attribution[role]:
                first = int(np.searchsorted(pieces.end[words], start, side="right"))
                last = int(np.searchsorted(pieces.start[words], end, side="left"))
                if first < last:
                    spans.append((TaggedSpan(role, first, last, 1.0), number))
    return sorted(spans, key=lambda pair: (pair[0].first, pair[0].last))


def fit_weights(cases: Sequence[Case]) -> Floats:
    """The weights that make the right choices most probable (Newton's method, steps halved)."""
    size = len(FEATURES)
    weights = np.zeros(size)
    for _ in range(MAX_STEPS):
        gradient, hessian = PENALTY * weights, PENALTY * np.eye(size)
        for rows, right in cases:
            odds = np.exp(rows @ weights - (rows @ weights).max())
            odds /= odds.sum()
            mean = odds @ rows
            gradient += mean - rows[right]
            hessian += (rows * odds[:, None]).T @ rows - np.outer(mean, mean)
        step = np.linalg.solve(hessian, gradient)
        before = loss_of(cases, weights)
        while loss_of(cases, weights - step) > before and np.abs(step).max() > 1e-6:
            step /= 2
        weights -= step
        if np.abs(step).max() < 1e-4:
            break
    return weights


def loss_of(cases: Sequence[Case], weights: Floats) -> float:
    """What `fit_weights` minimises: the negative log-likelihood of the right choices, with a penalty."""
    total = PENALTY * float(weights @ weights) / 2
    for rows, right in cases:
        scores = rows @ weights
        total += float(np.log(np.exp(scores - scores.max()).sum()) + scores.max() - scores[right])
    return total


def accuracy_of(cases: Sequence[Case], weights: Floats) -> float:
    """How often the most probable cue is the right one."""
    return float(np.mean([int((rows @ weights).argmax()) == right for rows, right in cases]))


def main() -> None:
    """Fit on the training half, say how right it is there and on dev, and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    options = parser.parse_args()
    seen, unseen = (read_cases(options.data / f"{half}.jsonl.gz") for half in ("train", "dev"))
    stored = {}
    for role in LINKED_ROLES:
        weights = fit_weights(seen[role])
        print(
            f"{role}: right cue {accuracy_of(seen[role], weights):.4f} of {len(seen[role])} "
            f"fitted on, {accuracy_of(unseen[role], weights):.4f} of {len(unseen[role])} on dev"
        )
        stored[role] = {
            name: round(float(weight), 4) for name, weight in zip(FEATURES, weights, strict=True)
        }
    WEIGHTS.write_text(json.dumps(stored, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
