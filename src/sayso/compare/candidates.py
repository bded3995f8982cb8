"""Pairs of texts that share rare runs of words: the only ones worth laying side by side."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from sayso.compare.shingles import Hashes

Pairs = NDArray[np.int64]

MANY = 50  # texts; a run in more of them is no sign that two belong together
FIRST = 3  # of a run in many texts, each text is still paired with its first few holders


def candidates(marks: Sequence[Hashes], least: int) -> Pairs:
    """The pairs of texts that share `least` marks or more, [pairs, 2], lower row first.

    A mark that stands in more than MANY texts (a notice, or a wire story that everybody carries)
    pairs each of them with its first few holders only, so that work stays in proportion.

    >>> marks = [np.array(one, dtype=np.uint64) for one in ([1, 2, 3], [2, 3, 9], [3])]
    >>> candidates(marks, 2).tolist()
    [[0, 1]]
    """
    mark, holder = _holdings(marks)
    starts = np.flatnonzero(np.r_[True, mark[1:] != mark[:-1]]) if len(mark) else mark[:0]
    sizes = np.diff(np.r_[starts, len(mark)]).astype(np.int64)
    found = [np.zeros(0, dtype=np.int64)]
    for size in np.unique(sizes[(sizes > 1) & (sizes <= MANY)]).tolist():
        rows = holder[starts[sizes == size, None].astype(np.int64) + np.arange(size)]
        left, right = np.triu_indices(size, 1)
        found.append((rows[:, left] * len(marks) + rows[:, right]).ravel())
    for start, size in zip(starts[sizes > MANY], sizes[sizes > MANY], strict=True):
        rows = holder[int(start) : int(start) + int(size)]
        found += [rows[at] * len(marks) + rows[at + 1 :] for at in range(FIRST)]
    keys, times = np.unique(np.concatenate(found), return_counts=True)
    keys = keys[times >= least]
    return (
        np.stack([keys // len(marks), keys % len(marks)], axis=1) if len(marks) else keys[:, None]
    )


def common(marks: Sequence[Hashes], more_than: int) -> Hashes:
    """The marks that stand in more texts than that, in order."""
    mark, _ = _holdings(marks)
    known, times = np.unique(mark, return_counts=True)
    return known[times > more_than]


def _holdings(marks: Sequence[Hashes]) -> tuple[Hashes, Pairs]:
    """Every mark with every text that holds it, once, ordered by mark and text."""
    own = [np.unique(one) for one in marks]
    mark = np.concatenate([*own, np.zeros(0, dtype=np.uint64)])
    holder = np.repeat(np.arange(len(marks)), [len(one) for one in own])
    order = np.argsort(mark, kind="stable")
    return mark[order], holder[order]
