"""An index of the marks of reports, made in parts, merged, and extended report by report."""

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
    merge_parts,
    part_of,
)
from sayso.compare.copies.shingles import Hashes
from sayso.compare.copies.sketches import Sketch

MAX_HABIT_DAYS = 4  # a mark that an outlet printed on more days is a habit of the outlet


@dataclass(frozen=True, slots=True)
class CopyIndex:
    """The marks of reports, with the numbers of the reports that have them.

    `outlet_marks` are the same marks, different for each outlet. `days` leads from the number of a
    report to its day. `uninformative` has the marks that say little, as far as these reports show.
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
    sketches: Iterable[Sketch], folder: Path | None = None, max_rows: int = ROWS_AT_ONCE
) -> CopyIndex:
    """The index of reports, each of which comes once.

    With a folder, a table with more than `max_rows` rows lies in files there.
    """
    builders = [PostingsBuilder(folder, max_rows) for _ in range(3)]
    for sketch in sketches:
        for builder, row in zip(builders, _rows_of_sketch(sketch), strict=True):
            builder.add_holder(*row)
    return _index_from_tables(*(builder.build() for builder in builders))


def merge_indexes(indexes: Iterable[CopyIndex]) -> CopyIndex:
    """One index of the reports of several indexes, which share no report. They are not changed."""
    parts = list(indexes)
    tables = (
        Postings(tuple(part for index in parts for part in getattr(index, name).parts))
        for name in ("marks", "outlet_marks", "days")
    )
    return _index_from_tables(*tables)


def extend_index(index: CopyIndex, sketch: Sketch) -> CopyIndex:
    """The index with one more report; the work is that of the report alone."""
    tables = (index.marks, index.outlet_marks, index.days)
    rows = zip(tables, _rows_of_sketch(sketch), strict=True)
    marks, outlet_marks, days = (table.with_parts(part_of([row])) for table, row in rows)
    common, habit = index.uninformative.common, index.uninformative.habit
    new, new_of_outlet = np.unique(sketch.marks), np.unique(sketch.outlet_marks)
    new = new[~is_listed(new, common)]
    new_of_outlet = new_of_outlet[~is_listed(new_of_outlet, habit)]
    habits = [
        mark for mark in new_of_outlet if len(_days_of(mark, outlet_marks, days)) > MAX_HABIT_DAYS
    ]
    uninformative = UninformativeMarks(
        np.union1d(common, new[marks.holder_counts(new) > MAX_TEXTS_PER_MARK]),
        np.union1d(habit, np.array(habits, dtype=np.uint64)),
    )
    return CopyIndex(marks, outlet_marks, days, uninformative)


def _rows_of_sketch(sketch: Sketch) -> tuple[tuple[Hashes, int], ...]:
    """What a report adds to each of the three tables."""
    number = sketch.number
    return (
        (sketch.marks, number),
        (sketch.outlet_marks, number),
        (_number_as_key(sketch), sketch.day),
    )


def _number_as_key(sketch: Sketch) -> Hashes:
    return np.array([sketch.number], dtype=np.uint64)


def _days_of(outlet_mark: np.uint64, outlet_marks: Postings, days: Postings) -> Hashes:
    """The days on which an outlet printed a mark."""
    reports = outlet_marks.holders_of(outlet_mark)
    return np.unique(np.concatenate([NO_NUMBERS, *(days.holders_of(number) for number in reports)]))


def _index_from_tables(marks: Postings, outlet_marks: Postings, days: Postings) -> CopyIndex:
    """The index with these tables, and the uninformative marks found in them."""
    uninformative = UninformativeMarks(common_marks(marks), _habit_marks(outlet_marks, days))
    return CopyIndex(marks, outlet_marks, days, uninformative)


def _habit_marks(outlet_marks: Postings, days: Postings) -> Hashes:
    """The marks that their outlets printed on more than MAX_HABIT_DAYS days, in order."""
    day_of_report = merge_parts(days.parts)
    found = [NO_NUMBERS]
    for stretch in outlet_marks.stretches():
        day = day_of_report.holder[day_of_report.mark.searchsorted(stretch.holder)]
        order = np.lexsort((day, stretch.mark))
        mark, day = stretch.mark[order], day[order]
        is_first = np.ones(len(mark), dtype=np.bool_)
        is_first[1:] = (mark[1:] != mark[:-1]) | (day[1:] != day[:-1])
        marks, day_counts = np.unique(mark[is_first], return_counts=True)
        found.append(marks[day_counts > MAX_HABIT_DAYS])
    return np.concatenate(found)
