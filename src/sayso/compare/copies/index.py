"""An index of the marks of reports: made in parts, put together, and added to report by report."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from sayso.compare.copies.candidates import MAX_TEXTS_PER_MARK, common_marks
from sayso.compare.copies.classify import UninformativeMarks, is_listed
from sayso.compare.copies.postings import (
    NO_NUMBERS,
    ROWS_AT_ONCE,
    Postings,
    PostingsBuilder,
    part_of,
    put_together,
)
from sayso.compare.copies.shingles import Hashes
from sayso.compare.copies.sketches import Sketch

MAX_HABIT_DAYS = 4  # a mark that an outlet printed on more days than so many is a habit of its


@dataclass(frozen=True, slots=True)
class CopyIndex:
    """The marks of reports, with the numbers of the reports that hold them.

    `habits` are the marks as their outlets'; `days` lead from a report's number to its day; `known`
    are the marks that say little, as far as these reports go.
    """

    marks: Postings = field(default_factory=Postings)
    outlet_marks: Postings = field(default_factory=Postings)
    days: Postings = field(default_factory=Postings)
    uninformative: UninformativeMarks = field(
        default_factory=lambda: UninformativeMarks(NO_NUMBERS, NO_NUMBERS)
    )

    def __len__(self) -> int:
        return len(self.days)

    def has_report(self, sketch: Sketch) -> bool:
        """Whether the report is among those indexed."""
        return bool(self.days.holder_counts(_number_as_key(sketch))[0])


def index_of(
    sketches: Iterable[Sketch], folder: Path | None = None, room: int = ROWS_AT_ONCE
) -> CopyIndex:
    """The index of reports, each of which comes once.

    With a folder, a table with more than `room` rows lies in files there.
    """
    gathered = [PostingsBuilder(folder, room) for _ in range(3)]
    for one in sketches:
        for table, row in zip(gathered, _rows_of_sketch(one), strict=True):
            table.add_holder(*row)
    return _index_from_tables(*(table.build() for table in gathered))


def merge_indexes(indexes: Iterable[CopyIndex]) -> CopyIndex:
    """One index of what several have, each of reports of its own; the parts are left as they are."""
    every = list(indexes)
    tables = (
        Postings(tuple(part for one in every for part in getattr(one, name).parts))
        for name in ("marks", "outlet_marks", "days")
    )
    return _index_from_tables(*tables)


def extend_index(index: CopyIndex, sketch: Sketch) -> CopyIndex:
    """The index with one more report; what it does is in proportion to the report."""
    tables = (index.marks, index.outlet_marks, index.days)
    more = zip(tables, _rows_of_sketch(sketch), strict=True)
    marks, habits, days = (table.with_parts(part_of([row])) for table, row in more)
    own, ways = np.unique(sketch.marks), np.unique(sketch.outlet_marks)
    own = own[~is_listed(own, index.uninformative.common)]
    ways = ways[~is_listed(ways, index.uninformative.habit)]
    grown = [way for way in ways if len(_days_of(way, habits, days)) > MAX_HABIT_DAYS]
    return CopyIndex(
        marks,
        habits,
        days,
        UninformativeMarks(
            np.union1d(
                index.uninformative.common, own[marks.holder_counts(own) > MAX_TEXTS_PER_MARK]
            ),
            np.union1d(index.uninformative.habit, np.array(grown, dtype=np.uint64)),
        ),
    )


def _rows_of_sketch(sketch: Sketch) -> tuple[tuple[Hashes, int], ...]:
    """What a report has for each of the three tables."""
    number = sketch.number
    return (
        (sketch.marks, number),
        (sketch.outlet_marks, number),
        (_number_as_key(sketch), sketch.day),
    )


def _number_as_key(sketch: Sketch) -> Hashes:
    return np.array([sketch.number], dtype=np.uint64)


def _days_of(way: np.uint64, habits: Postings, days: Postings) -> Hashes:
    """The days on which an outlet printed a mark."""
    return np.unique(
        np.concatenate([NO_NUMBERS, *(days.holders_of(one) for one in habits.holders_of(way))])
    )


def _index_from_tables(marks: Postings, habits: Postings, days: Postings) -> CopyIndex:
    """The index of these tables, what says little learnt from all of them."""
    return CopyIndex(
        marks, habits, days, UninformativeMarks(common_marks(marks), _habit_marks(habits, days))
    )


def _habit_marks(habits: Postings, days: Postings) -> Hashes:
    """The marks that their outlets printed on more than DAYS days, in order."""
    known = put_together(days.parts)
    found = [NO_NUMBERS]
    for stretch in habits.stretches():
        printed = known.holder[known.mark.searchsorted(stretch.holder)]
        order = np.lexsort((printed, stretch.mark))
        way, printed = stretch.mark[order], printed[order]
        new = np.ones(len(way), dtype=np.bool_)
        new[1:] = (way[1:] != way[:-1]) | (printed[1:] != printed[:-1])
        ways, times = np.unique(way[new], return_counts=True)
        found.append(ways[times > MAX_HABIT_DAYS])
    return np.concatenate(found)
