"""Pairs of reports that share rare runs of words: the only ones worth laying side by side.

Of a mark in more than COMMON texts (a notice, or a wire story that everybody carries) each text is
paired with its neighbours in the order of the ids alone, so that work stays in proportion.
"""

import numpy as np
from numpy.typing import NDArray

from sayso.compare.copies.postings import NONE, Part, Postings
from sayso.compare.copies.shingles import Hashes, Places
from sayso.compare.copies.sketches import Sketch

COMMON = 25  # texts; a mark in more of them is a stock phrase
BESIDE = 3  # neighbours on either side
STEPS = 4  # from text to text, over which texts that lead to one another are put together

# Numbers of texts, the lower first, [pairs, 2]; in order, each pair once.
Pairs = NDArray[np.uint64]


def candidates(postings: Postings) -> Pairs:
    """The pairs of texts that share a mark.

    >>> from sayso.compare.copies.postings import part_of
    >>> marks = [np.array(one, dtype=np.uint64) for one in ([1, 2, 3], [2, 3, 9], [3])]
    >>> candidates(Postings().plus(part_of(zip(marks, [5, 6, 7])))).tolist()
    [[5, 6], [5, 7], [6, 7]]
    """
    found = [_unlike(_paired(stretch)) for stretch in postings.stretches()]
    return found[0] if len(found) == 1 else _unlike(np.concatenate(found))


def together(pairs: Pairs) -> Pairs:
    """The same pairs, those of texts that lead to one another one after the other.

    So what is kept of a text is needed but for a while, however many texts there are.
    """
    numbers, places = np.unique(pairs, return_inverse=True)
    left, right = places.reshape(-1, 2).T
    label = np.arange(len(numbers))
    for _ in range(STEPS):
        least = np.minimum(label[left], label[right])
        np.minimum.at(label, left, least)
        np.minimum.at(label, right, least)
    return pairs[np.lexsort((right, left, label[left]))]


def common(postings: Postings) -> Hashes:
    """The marks that stand in more than COMMON texts, in order."""
    found = [NONE]
    for stretch in postings.stretches():
        starts, sizes = _marks(stretch)
        found.append(stretch.mark[starts[sizes > COMMON]])
    return np.concatenate(found)


def partners(sketch: Sketch, postings: Postings) -> Hashes:
    """The numbers of the texts that one of the table's is paired with, in order."""
    found = [NONE]
    marks = np.unique(sketch.marks)
    for mark, count in zip(marks, postings.counts(marks).tolist(), strict=True):
        if count > COMMON:
            found += postings.near(mark, sketch.number, BESIDE)
        elif count > 1:
            found.append(postings.holders(mark))
    numbers = np.unique(np.concatenate(found))
    others: Hashes = numbers[numbers != np.uint64(sketch.number)]
    return others


def are_paired(one: Sketch, other: Sketch, postings: Postings) -> bool:
    """Whether two texts of the table are a pair to be looked at."""
    shared = np.intersect1d(one.marks, other.marks)
    if (postings.counts(shared) <= COMMON).any():
        return True
    number = np.uint64(other.number)
    return any(
        number in side for mark in shared for side in postings.near(mark, one.number, BESIDE)
    )


def _paired(part: Part) -> Pairs:
    """The pairs of holders of each mark."""
    starts, sizes = _marks(part)
    found = [np.zeros((0, 2), dtype=np.uint64)]
    for size in np.unique(sizes[(sizes > 1) & (sizes <= COMMON)]).tolist():
        rows = part.holder[starts[sizes == size, None] + np.arange(size)]
        left, right = np.triu_indices(size, 1)
        found.append(np.stack([rows[:, left].ravel(), rows[:, right].ravel()], axis=1))
    many = np.repeat(sizes > COMMON, sizes)
    mark, holder = part.mark[many], part.holder[many]
    for step in range(1, BESIDE + 1):
        same = mark[step:] == mark[:-step]
        found.append(np.stack([holder[:-step][same], holder[step:][same]], axis=1))
    return np.concatenate(found)


def _marks(part: Part) -> tuple[Places, Places]:
    """Where each mark begins in the part, and how many hold it."""
    new = np.append(np.ones(min(1, len(part)), dtype=np.bool_), part.mark[1:] != part.mark[:-1])
    starts = np.flatnonzero(new)
    return starts, np.diff(np.append(starts, len(part)))


def _unlike(pairs: Pairs) -> Pairs:
    """The pairs in order, each once."""
    pairs = pairs[np.lexsort((pairs[:, 1], pairs[:, 0]))]
    new = np.ones(len(pairs), dtype=np.bool_)
    new[1:] = (pairs[1:] != pairs[:-1]).any(axis=1)
    return pairs[new]
