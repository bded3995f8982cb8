"""An index of the marks of reports: made in parts, put together, and added to report by report."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from sayso.compare.copies.candidates import COMMON, common
from sayso.compare.copies.classify import Known, among
from sayso.compare.copies.postings import (
    NONE,
    ROWS_AT_ONCE,
    Gathering,
    Postings,
    part_of,
    put_together,
)
from sayso.compare.copies.shingles import Hashes
from sayso.compare.copies.sketches import Sketch

DAYS = 4  # a mark that an outlet printed on more days than so many is a habit of its


@dataclass(frozen=True, slots=True)
class CopyIndex:
    """The marks of reports, with the numbers of the reports that hold them.

    `habits` are the marks as their outlets'; `days` lead from a report's number to its day; `known`
    are the marks that say little, as far as these reports go.
    """

    marks: Postings = field(default_factory=Postings)
    habits: Postings = field(default_factory=Postings)
    days: Postings = field(default_factory=Postings)
    known: Known = field(default_factory=lambda: Known(NONE, NONE))

    def __len__(self) -> int:
        return len(self.days)

    def holds(self, sketch: Sketch) -> bool:
        """Whether the report is among those indexed."""
        return bool(self.days.counts(_number(sketch))[0])


def indexed(
    sketches: Iterable[Sketch], folder: Path | None = None, room: int = ROWS_AT_ONCE
) -> CopyIndex:
    """The index of reports, each of which comes once.

    With a folder, a table with more than `room` rows lies in files there.
    """
    gathered = [Gathering(folder, room) for _ in range(3)]
    for one in sketches:
        for table, row in zip(gathered, _rows(one), strict=True):
            table.add(*row)
    return _learnt(*(table.table() for table in gathered))


def merged(indexes: Iterable[CopyIndex]) -> CopyIndex:
    """One index of what several have, each of reports of its own; the parts are left as they are."""
    every = list(indexes)
    tables = (
        Postings(tuple(part for one in every for part in getattr(one, name).parts))
        for name in ("marks", "habits", "days")
    )
    return _learnt(*tables)


def extended(index: CopyIndex, sketch: Sketch) -> CopyIndex:
    """The index with one more report; what it does is in proportion to the report."""
    tables = (index.marks, index.habits, index.days)
    more = zip(tables, _rows(sketch), strict=True)
    marks, habits, days = (table.plus(part_of([row])) for table, row in more)
    own, ways = np.unique(sketch.marks), np.unique(sketch.habits)
    own = own[~among(own, index.known.common)]
    ways = ways[~among(ways, index.known.habit)]
    grown = [way for way in ways if len(_days_of(way, habits, days)) > DAYS]
    return CopyIndex(
        marks,
        habits,
        days,
        Known(
            np.union1d(index.known.common, own[marks.counts(own) > COMMON]),
            np.union1d(index.known.habit, np.array(grown, dtype=np.uint64)),
        ),
    )


def _rows(sketch: Sketch) -> tuple[tuple[Hashes, int], ...]:
    """What a report has for each of the three tables."""
    number = sketch.number
    return (sketch.marks, number), (sketch.habits, number), (_number(sketch), sketch.day)


def _number(sketch: Sketch) -> Hashes:
    return np.array([sketch.number], dtype=np.uint64)


def _days_of(way: np.uint64, habits: Postings, days: Postings) -> Hashes:
    """The days on which an outlet printed a mark."""
    return np.unique(np.concatenate([NONE, *(days.holders(one) for one in habits.holders(way))]))


def _learnt(marks: Postings, habits: Postings, days: Postings) -> CopyIndex:
    """The index of these tables, what says little learnt from all of them."""
    return CopyIndex(marks, habits, days, Known(common(marks), _habit(habits, days)))


def _habit(habits: Postings, days: Postings) -> Hashes:
    """The marks that their outlets printed on more than DAYS days, in order."""
    known = put_together(days.parts)
    found = [NONE]
    for stretch in habits.stretches():
        printed = known.holder[known.mark.searchsorted(stretch.holder)]
        order = np.lexsort((printed, stretch.mark))
        way, printed = stretch.mark[order], printed[order]
        new = np.ones(len(way), dtype=np.bool_)
        new[1:] = (way[1:] != way[:-1]) | (printed[1:] != printed[:-1])
        ways, times = np.unique(way[new], return_counts=True)
        found.append(ways[times > DAYS])
    return np.concatenate(found)
