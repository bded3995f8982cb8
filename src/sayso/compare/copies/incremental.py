"""One more report in a comparison: what it changes, by work for that report alone.

The outcome is what comes of comparing all reports at once. A new report may have copies; and where it
is the one too many that has a phrase, pairs that were copies for that phrase are so no more.
"""

from collections.abc import Iterator
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
from sayso.compare.copies.sketches import SketchStore, number_of
from sayso.model.comparison import Copy
from sayso.model.ids import DocumentId
from sayso.model.text import Document


@dataclass(frozen=True, slots=True)
class CopyChange:
    """What one more report does to the copies: these are `copies` now, with what is written there;
    the pairs `without` are none, whether or not they were. `pairs` is how many were looked at."""

    copies: tuple[Copy, ...] = ()
    without: tuple[tuple[DocumentId, DocumentId], ...] = ()
    pairs: int = 0


def add_report(
    index: CopyIndex, document: Document, store: SketchStore
) -> tuple[CopyIndex, CopyChange]:
    """The index with one more report, which the store has, and what that changes."""
    number = number_of(document)
    sketch = store.sketch_of(number)
    if index.has_report(sketch):
        return index, CopyChange()
    grown = extend_index(index, sketch)
    own = {(min(number, other), max(number, other)) for other in partners_of(number, grown, store)}
    old = set(_pairs_to_check_again(number, index, grown, store))
    paired = {
        (left, right)
        for left, right in old
        if are_paired(store.sketch_of(left), store.sketch_of(right), grown.marks)
    }
    copies = tuple(copies_among(_as_pairs(own | paired), grown, store))
    ids = {pair: tuple(store.documents[one].id for one in pair) for pair in old}
    found = {(copy.left, copy.right) for copy in copies}
    without = tuple(
        (left, right) for left, right in sorted(ids.values()) if (left, right) not in found
    )
    return grown, CopyChange(copies, without, len(own | old))


def partners_of(number: int, index: CopyIndex, store: SketchStore) -> list[int]:
    """The reports with which one of the index's is to be compared."""
    numbers: list[int] = partner_numbers(store.sketch_of(number), index.marks).tolist()
    return numbers


def _pairs_to_check_again(
    number: int, before: CopyIndex, after: CopyIndex, store: SketchStore
) -> Iterator[tuple[int, int]]:
    """The pairs of earlier reports whose outcome may be another with the new one there."""
    sketch = store.sketch_of(number)
    marks = np.unique(sketch.marks)
    for mark, count in zip(marks, after.marks.holder_counts(marks).tolist(), strict=True):
        if count in (MAX_TEXTS_FOR_RARE + 1, MAX_TEXTS_PER_MARK + 1):
            held = after.marks.holders_of(mark).tolist()
            yield from combinations([one for one in held if one != number], 2)
        elif count > MAX_TEXTS_PER_MARK:
            below, above = after.marks.neighbours(mark, number, NEIGHBOURS_PER_SIDE)
            for at, one in enumerate(below.tolist()):
                yield from (
                    (one, other) for other in above[NEIGHBOURS_PER_SIDE - 1 - at :][:1].tolist()
                )
    ways = np.unique(sketch.outlet_marks)
    for way in ways[
        is_listed(ways, after.uninformative.habit) & ~is_listed(ways, before.uninformative.habit)
    ]:
        held = after.outlet_marks.holders_of(way).tolist()
        yield from combinations([one for one in held if one != number], 2)


def _as_pairs(pairs: set[tuple[int, int]]) -> Pairs:
    return np.array(sorted(pairs), dtype=np.uint64).reshape(-1, 2)
