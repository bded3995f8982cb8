"""The best sequence of tags, and the spans it stands for."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sayso.encoder.labels import LABELS, OUTSIDE, may_follow

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
FORBIDDEN = -1e4


@dataclass(frozen=True, slots=True)
class TaggedSpan:
    """A run of words [first, last) with one role; `score` is the mean probability of its tags."""

    role: str
    first: int
    last: int
    score: float


def transition_penalties() -> Floats:
    """[tags, tags]: 0 where the second tag may follow the first, a large negative number elsewhere."""
    tags = range(len(LABELS))
    table = [[0.0 if may_follow(left, right) else FORBIDDEN for right in tags] for left in tags]
    return np.array(table, dtype=np.float32)


def best_tags(scores: Sequence[Floats], transitions: Floats, first: Floats) -> list[Ints]:
    """The best sequence of tags for each text (Viterbi 1967), all texts at once.

    `scores` holds [words, tags] for each text. `transitions` [tags, tags] is added for one tag after
    another and must forbid what BIO forbids; `first` [tags] is added for the first tag.
    """
    lengths = [len(text_scores) for text_scores in scores]
    if not any(lengths):
        return [np.zeros(0, dtype=np.int64) for _ in scores]
    order = sorted(range(len(scores)), key=lambda text: -lengths[text])
    block = np.zeros((len(scores), max(lengths), len(first)), dtype=np.float32)
    for row, text in enumerate(order):
        block[row, : lengths[text]] = scores[text]
    sorted_lengths = np.array([lengths[text] for text in order])
    came = np.zeros(block.shape, dtype=np.int8)
    total = np.where(np.arange(len(first)) % 2 == 0, FORBIDDEN, first) + block[:, 0]
    total[:, OUTSIDE] = first[OUTSIDE] + block[:, 0, OUTSIDE]
    for word in range(1, block.shape[1]):
        unfinished = int(np.searchsorted(-sorted_lengths, -word, side="left"))
        moves = total[:unfinished, :, None] + transitions
        came[:unfinished, word] = moves.argmax(1)
        total[:unfinished] = moves.max(1) + block[:unfinished, word]
    best: list[Ints] = [np.zeros(0, dtype=np.int64)] * len(scores)
    last = total.argmax(1)
    for row, text in enumerate(order):
        best[text] = _trace_back(came[row, : lengths[text]], int(last[row]))
    return best


def _trace_back(came: NDArray[np.int8], last: int) -> Ints:
    tags = np.zeros(len(came), dtype=np.int64)
    for word in range(len(came) - 1, -1, -1):
        tags[word] = last
        last = int(came[word, last])
    return tags


def tagged_spans(tags: Ints, scores: Floats) -> list[TaggedSpan]:
    """The runs of words that the tags mark, in text order."""
    if not tags.any():
        return []
    odds = np.exp(scores - scores.max(1, keepdims=True))
    chosen = odds[np.arange(len(tags)), tags] / odds.sum(1)
    spans: list[TaggedSpan] = []
    names = [LABELS[tag] for tag in tags]
    first = 0
    for word, name in enumerate([*names, "O"]):
        if name.startswith("I-"):
            continue
        if first < word and names[first] != "O":
            mean = np.add.reduce(chosen[first:word]) / (word - first)
            spans.append(TaggedSpan(names[first][2:], first, word, float(mean)))
        first = word
    return spans
