"""One more report in a comparison: what it changes, for the work of that report alone.

The outcome is that of comparing all reports at once. A new report may have copies. It may also make
a phrase common, and then pairs that were copies for that phrase are copies no more.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from sayso.compare.copies.candidates import (
    MAX_TEXTS_PER_MARK,
    NEIGHBOURS_PER_SIDE,
    Pairs,
    are_paired,
    partner_numbers,
)
from sayso.compare.copies.classify import is_listed
from sayso.compare.copies.copies import MAX_TEXTS_FOR_RARE, copies_among
from sayso.compare.copies.index import CopyIndex, extend_index
from sayso.compare.copies.sketches import SketchStore
from sayso.model.comparison import Copy
from sayso.model.ids import DocumentId


@dataclass(frozen=True, slots=True)
class CopyChange:
    """What one more report changes: the new or changed `copies`, and pairs that are no copies now.

    `without` has all such pairs that were looked at, copies before or not. `pairs` is the number of
    pairs that were looked at.
    """

    copies: tuple[Copy, ...] = ()
    without: tuple[tuple[DocumentId, DocumentId], ...] = ()
    pairs: int = 0


def add_report(index: CopyIndex, number: int, store: SketchStore) -> tuple[CopyIndex, CopyChange]:
    """The index with one more report, by its number in the store, and what that changes."""
    sketch = store.sketch_of(number)
    if index.has_report(sketch):
        return index, CopyChange()
    grown = extend_index(index, sketch)
    new = {(min(number, other), max(number, other)) for other in partners_of(number, grown, store)}
    old = set(_pairs_to_check_again(number, index, grown, store))
    still_paired = {
        (left, right)
        for left, right in old
        if are_paired(store.sketch_of(left), store.sketch_of(right), grown.marks)
    }
    copies = tuple(copies_among(_as_pairs(new | still_paired), grown, store))
    ids = {pair: tuple(map(store.id_of, pair)) for pair in old}
    found = {(copy.left, copy.right) for copy in copies}
    without = tuple(
        (left, right) for left, right in sorted(ids.values()) if (left, right) not in found
    )
    return grown, CopyChange(copies, without, len(new | old))


def partners_of(number: int, index: CopyIndex, store: SketchStore) -> list[int]:
    """The numbers of the reports that a report of the index is paired with."""
    numbers: list[int] = partner_numbers(store.sketch_of(number), index.marks).tolist()
    return numbers


def _pairs_to_check_again(
    number: int, before: CopyIndex, after: CopyIndex, store: SketchStore
) -> Iterator[tuple[int, int]]:
    """The pairs of earlier reports that the new report may change."""
    sketch = store.sketch_of(number)
    marks = np.unique(sketch.marks)
    for mark, count in zip(marks, after.marks.holder_counts(marks).tolist(), strict=True):
        if count in (MAX_TEXTS_FOR_RARE + 1, MAX_TEXTS_PER_MARK + 1):
            yield from _pairs_without(number, after.marks.holders_of(mark).tolist())
        elif count > MAX_TEXTS_PER_MARK:
            below, above = after.marks.neighbours(mark, number, NEIGHBOURS_PER_SIDE)
            for at, lower in enumerate(below.tolist()):
                no_neighbour_now = above[NEIGHBOURS_PER_SIDE - 1 - at :][:1].tolist()
                yield from ((lower, higher) for higher in no_neighbour_now)
    marks = np.unique(sketch.outlet_marks)
    is_habit = is_listed(marks, after.uninformative.habit)
    was_habit = is_listed(marks, before.uninformative.habit)
    for mark in marks[is_habit & ~was_habit]:
        yield from _pairs_without(number, after.outlet_marks.holders_of(mark).tolist())


def _pairs_without(number: int, holders: Iterable[int]) -> Iterator[tuple[int, int]]:
    return combinations([holder for holder in holders if holder != number], 2)


def _as_pairs(pairs: set[tuple[int, int]]) -> Pairs:
    return np.array(sorted(pairs), dtype=np.uint64).reshape(-1, 2)
