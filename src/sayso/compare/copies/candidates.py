"""Pairs of reports that share rare runs of words: the only ones worth laying side by side.

Of a mark in more than COMMON texts (a notice, or a wire story that everybody carries) each text is
paired with its neighbours in the order of the ids alone, so that work stays in proportion.
"""

import numpy as np
from numpy.typing import NDArray

from sayso.compare.copies.postings import NO_NUMBERS, Part, Postings
from sayso.compare.copies.shingles import Hashes, Places
from sayso.compare.copies.sketches import Sketch

MAX_TEXTS_PER_MARK = 25  # texts; a mark in more of them is a stock phrase
NEIGHBOURS_PER_SIDE = 3  # neighbours on either side
LINK_STEPS = 4  # from text to text, over which texts that lead to one another are put together

# Numbers of texts, the lower first, [pairs, 2]; in order, each pair once.
Pairs = NDArray[np.uint64]


def candidate_pairs(postings: Postings) -> Pairs:
    """The pairs of texts that share a mark.

    >>> from sayso.compare.copies.postings import part_of
    >>> marks = [np.array(one, dtype=np.uint64) for one in ([1, 2, 3], [2, 3, 9], [3])]
    >>> candidate_pairs(Postings().with_parts(part_of(zip(marks, [5, 6, 7])))).tolist()
    [[5, 6], [5, 7], [6, 7]]
    """
    found = [_distinct_pairs(_pairs_of_holders(stretch)) for stretch in postings.stretches()]
    return found[0] if len(found) == 1 else _distinct_pairs(np.concatenate(found))


def linked_pairs_together(pairs: Pairs) -> Pairs:
    """The same pairs, those of texts that lead to one another one after the other.

    So what is kept of a text is needed but for a while, however many texts there are.
    """
    numbers, places = np.unique(pairs, return_inverse=True)
    left, right = places.reshape(-1, 2).T
    label = np.arange(len(numbers))
    for _ in range(LINK_STEPS):
        least = np.minimum(label[left], label[right])
        np.minimum.at(label, left, least)
        np.minimum.at(label, right, least)
    return pairs[np.lexsort((right, left, label[left]))]


def common_marks(postings: Postings) -> Hashes:
    """The marks that stand in more than COMMON texts, in order."""
    found = [NO_NUMBERS]
    for stretch in postings.stretches():
        starts, sizes = _mark_ranges(stretch)
        found.append(stretch.mark[starts[sizes > MAX_TEXTS_PER_MARK]])
    return np.concatenate(found)


def partner_numbers(sketch: Sketch, postings: Postings) -> Hashes:
    """The numbers of the texts that one of the table's is paired with, in order."""
    found = [NO_NUMBERS]
    marks = np.unique(sketch.marks)
    for mark, count in zip(marks, postings.holder_counts(marks).tolist(), strict=True):
        if count > MAX_TEXTS_PER_MARK:
            found += postings.neighbours(mark, sketch.number, NEIGHBOURS_PER_SIDE)
        elif count > 1:
            found.append(postings.holders_of(mark))
    numbers = np.unique(np.concatenate(found))
    others: Hashes = numbers[numbers != np.uint64(sketch.number)]
    return others


def are_paired(one: Sketch, other: Sketch, postings: Postings) -> bool:
    """Whether two texts of the table are a pair to be looked at."""
    shared = np.intersect1d(one.marks, other.marks)
    if (postings.holder_counts(shared) <= MAX_TEXTS_PER_MARK).any():
        return True
    number = np.uint64(other.number)
    return any(
        number in side
        for mark in shared
        for side in postings.neighbours(mark, one.number, NEIGHBOURS_PER_SIDE)
    )


def _pairs_of_holders(part: Part) -> Pairs:
    """The pairs of holders of each mark."""
    starts, sizes = _mark_ranges(part)
    found = [np.zeros((0, 2), dtype=np.uint64)]
    for size in np.unique(sizes[(sizes > 1) & (sizes <= MAX_TEXTS_PER_MARK)]).tolist():
        rows = part.holder[starts[sizes == size, None] + np.arange(size)]
        left, right = np.triu_indices(size, 1)
        found.append(np.stack([rows[:, left].ravel(), rows[:, right].ravel()], axis=1))
    many = np.repeat(sizes > MAX_TEXTS_PER_MARK, sizes)
    mark, holder = part.mark[many], part.holder[many]
    for step in range(1, NEIGHBOURS_PER_SIDE + 1):
        same = mark[step:] == mark[:-step]
        found.append(np.stack([holder[:-step][same], holder[step:][same]], axis=1))
    return np.concatenate(found)


def _mark_ranges(part: Part) -> tuple[Places, Places]:
    """Where each mark begins in the part, and how many hold it."""
    new = np.append(np.ones(min(1, len(part)), dtype=np.bool_), part.mark[1:] != part.mark[:-1])
    starts = np.flatnonzero(new)
    return starts, np.diff(np.append(starts, len(part)))


def _distinct_pairs(pairs: Pairs) -> Pairs:
    """The pairs in order, each once."""
    pairs = pairs[np.lexsort((pairs[:, 1], pairs[:, 0]))]
    new = np.ones(len(pairs), dtype=np.bool_)
    new[1:] = (pairs[1:] != pairs[:-1]).any(axis=1)
    return pairs[new]
