"""Pairs of reports that share rare runs of words: the only pairs worth aligning.

A mark in more than MAX_TEXTS_PER_MARK texts (a notice, or a wire story that many carry) pairs each
text only with its neighbours in the order of the ids, so that the work grows with the texts.
"""

import numpy as np
from numpy.typing import NDArray

from sayso.compare.copies.postings import NO_NUMBERS, Part, Postings
from sayso.compare.copies.shingles import Hashes, Places
from sayso.compare.copies.sketches import Sketch

MAX_TEXTS_PER_MARK = 25  # texts; a mark in more of them is a stock phrase
NEIGHBOURS_PER_SIDE = 3  # with which a text is paired for a common mark
LINK_STEPS = 4  # from text to text, of a chain that is kept together

# Pairs of numbers of texts, [pairs, 2]: the lower number first, sorted, each pair once.
Pairs = NDArray[np.uint64]


def candidate_pairs(postings: Postings) -> Pairs:
    """The pairs of texts that share a mark.

    >>> from sayso.compare.copies.postings import part_of
    >>> marks = [np.array(marks, dtype=np.uint64) for marks in ([1, 2, 3], [2, 3, 9], [3])]
    >>> candidate_pairs(Postings().with_parts(part_of(zip(marks, [5, 6, 7])))).tolist()
    [[5, 6], [5, 7], [6, 7]]
    """
    found = [_distinct_pairs(_pairs_of_holders(stretch)) for stretch in postings.stretches()]
    return found[0] if len(found) == 1 else _distinct_pairs(np.concatenate(found))


def linked_pairs_together(pairs: Pairs) -> Pairs:
    """The same pairs, those that form chains one after the other.

    So a text is needed only for a while, however many texts there are.
    """
    numbers, places = np.unique(pairs, return_inverse=True)
    left, right = places.reshape(-1, 2).T
    label = np.arange(len(numbers))
    for _ in range(LINK_STEPS):
        lower = np.minimum(label[left], label[right])
        np.minimum.at(label, left, lower)
        np.minimum.at(label, right, lower)
    return pairs[np.lexsort((right, left, label[left]))]


def common_marks(postings: Postings) -> Hashes:
    """The marks in more than MAX_TEXTS_PER_MARK texts, in order."""
    found = [NO_NUMBERS]
    for stretch in postings.stretches():
        starts, sizes = _mark_ranges(stretch)
        found.append(stretch.mark[starts[sizes > MAX_TEXTS_PER_MARK]])
    return np.concatenate(found)


def partner_numbers(sketch: Sketch, postings: Postings) -> Hashes:
    """The numbers of the texts that a text of the table is paired with, in order."""
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


def are_paired(left: Sketch, right: Sketch, postings: Postings) -> bool:
    """Whether two texts of the table are a candidate pair."""
    shared = np.intersect1d(left.marks, right.marks)
    if (postings.holder_counts(shared) <= MAX_TEXTS_PER_MARK).any():
        return True
    number = np.uint64(right.number)
    return any(
        number in side
        for mark in shared
        for side in postings.neighbours(mark, left.number, NEIGHBOURS_PER_SIDE)
    )


def _pairs_of_holders(part: Part) -> Pairs:
    """The pairs of texts that have the same mark; a pair may come more than once."""
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
    """Where the rows of each mark begin in the part, and how many there are."""
    is_first = np.ones(len(part), dtype=np.bool_)
    is_first[1:] = part.mark[1:] != part.mark[:-1]
    starts = np.flatnonzero(is_first)
    return starts, np.diff(np.append(starts, len(part)))


def _distinct_pairs(pairs: Pairs) -> Pairs:
    """The pairs, sorted, each once."""
    pairs = pairs[np.lexsort((pairs[:, 1], pairs[:, 0]))]
    is_first = np.ones(len(pairs), dtype=np.bool_)
    is_first[1:] = (pairs[1:] != pairs[:-1]).any(axis=1)
    return pairs[is_first]
