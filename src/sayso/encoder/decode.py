"""The best sequence of tags, and the spans it stands for."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sayso.encoder.labels import LABELS, OUTSIDE, may_follow

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
FORBIDDEN = -1e4
MAX_WORDS_AT_ONCE = 1_000_000  # of texts decoded together, each counted as long as the longest


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
    """The best sequence of tags for each text (Viterbi 1967), texts of like length at once.

    `scores` holds [words, tags] for each text. `transitions` [tags, tags] is added for one tag after
    another and must forbid what BIO forbids; `first` [tags] is added for the first tag.
    """
    best: list[Ints] = [np.zeros(0, dtype=np.int64)] * len(scores)
    order = sorted(
        (text for text, rows in enumerate(scores) if len(rows)), key=lambda text: -len(scores[text])
    )
    while order:
        count = max(1, MAX_WORDS_AT_ONCE // len(scores[order[0]]))
        together, order = order[:count], order[count:]
        tags = _best_tags_together([scores[text] for text in together], transitions, first)
        for text, text_tags in zip(together, tags, strict=True):
            best[text] = text_tags
    return best


def _best_tags_together(
    scores: Sequence[Floats], transitions: Floats, first: Floats
) -> Iterator[Ints]:
    """The best sequence of tags for each text; no text is empty, and the longest comes first."""
    lengths = np.array([len(text_scores) for text_scores in scores])
    block = np.zeros((len(scores), lengths[0], len(first)), dtype=np.float32)
    for row, text_scores in enumerate(scores):
        block[row, : lengths[row]] = text_scores
    came = np.zeros(block.shape, dtype=np.int8)
    total = np.where(np.arange(len(first)) % 2 == 0, FORBIDDEN, first) + block[:, 0]
    total[:, OUTSIDE] = first[OUTSIDE] + block[:, 0, OUTSIDE]
    for word in range(1, block.shape[1]):
        unfinished = int(np.searchsorted(-lengths, -word, side="left"))
        moves = total[:unfinished, :, None] + transitions
        came[:unfinished, word] = moves.argmax(1)
        total[:unfinished] = moves.max(1) + block[:unfinished, word]
    last = total.argmax(1)
    for row, length in enumerate(lengths):
        yield _trace_back(came[row, :length], int(last[row]))


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
