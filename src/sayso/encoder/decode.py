"""The best sequence of tags, and the spans it stands for."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sayso.encoder.labels import LABELS, OUTSIDE, follows

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
NEVER = -1e4


@dataclass(frozen=True, slots=True)
class Tagged:
    """A run of words [first, last) with one role; `score` is the mean probability of its tags."""

    role: str
    first: int
    last: int
    score: float


def allowed() -> Floats:
    """[tags, tags]: 0 where one tag may follow another, a large negative number elsewhere."""
    size = len(LABELS)
    table = [[0.0 if follows(i, j) else NEVER for j in range(size)] for i in range(size)]
    return np.array(table, dtype=np.float32)


def best_tags(scores: Sequence[Floats], step: Floats, start: Floats) -> list[Ints]:
    """The likeliest tags of each text (Viterbi 1967), all texts at once.

    `scores` holds [words, tags] for each text; `step` [tags, tags] is added for one tag after
    another and must forbid what BIO forbids; `start` [tags] for the first.
    """
    lengths = [len(one) for one in scores]
    if not any(lengths):
        return [np.zeros(0, dtype=np.int64) for _ in scores]
    order = sorted(range(len(scores)), key=lambda text: -lengths[text])
    block = np.zeros((len(scores), max(lengths), len(start)), dtype=np.float32)
    for row, text in enumerate(order):
        block[row, : lengths[text]] = scores[text]
    held = np.array([lengths[text] for text in order])
    came = np.zeros(block.shape, dtype=np.int8)
    total = np.where(np.arange(len(start)) % 2 == 0, NEVER, start) + block[:, 0]
    total[:, OUTSIDE] = start[OUTSIDE] + block[:, 0, OUTSIDE]
    for word in range(1, block.shape[1]):
        going = int(np.searchsorted(-held, -word, side="left"))
        moves = total[:going, :, None] + step
        came[:going, word] = moves.argmax(1)
        total[:going] = moves.max(1) + block[:going, word]
    out: list[Ints] = [np.zeros(0, dtype=np.int64)] * len(scores)
    last = total.argmax(1)
    for row, text in enumerate(order):
        out[text] = _trace(came[row, : lengths[text]], int(last[row]))
    return out


def _trace(came: NDArray[np.int8], last: int) -> Ints:
    tags = np.zeros(len(came), dtype=np.int64)
    for word in range(len(came) - 1, -1, -1):
        tags[word] = last
        last = int(came[word, last])
    return tags


def spans(tags: Ints, scores: Floats) -> list[Tagged]:
    """The runs of words that the tags mark, in text order."""
    odds = np.exp(scores - scores.max(1, keepdims=True))
    chosen = odds[np.arange(len(tags)), tags] / odds.sum(1)
    out: list[Tagged] = []
    names = [LABELS[tag] for tag in tags]
    first = 0
    for word, name in enumerate([*names, "O"]):
        if name.startswith("I-"):
            continue
        if first < word and names[first] != "O":
            out.append(Tagged(names[first][2:], first, word, float(chosen[first:word].mean())))
        first = word
    return out
