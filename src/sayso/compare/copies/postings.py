"""Which reports have which marks: a sorted table in parts, which may lie on the disk."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, ClassVar

import numpy as np

from sayso.compare.copies.shingles import Hashes, Places

NO_NUMBERS = np.zeros(0, dtype=np.uint64)
ROWS_AT_ONCE = 500_000  # of all parts together, in memory while the table is read through


@dataclass(frozen=True, slots=True)
class Part:
    """Marks with their holders, both as numbers, sorted by mark and then by holder."""

    mark: Hashes
    holder: Hashes

    movable: ClassVar[bool] = True  # whether its rows may be merged with those of another part

    def __len__(self) -> int:
        return len(self.mark)

    def rows(self, first: int, last: int) -> "Part":
        """The rows from `first` to `last`, exclusive."""
        return Part(self.mark[first:last], self.holder[first:last])


@dataclass(frozen=True, slots=True)
class Postings:
    """A table of marks and holders, each pair once, in parts of falling size.

    Adding to it adds a part and merges parts of similar size: a row is moved once each time that
    the table doubles (Bentley and Saxe 1980). Parts on the disk stay as they are. A table is never
    changed: adding gives a new one, which shares parts with the old one.
    """

    parts: tuple[Part, ...] = ()

    def __len__(self) -> int:
        return sum(len(part) for part in self.parts)

    def with_parts(self, *more: Part) -> "Postings":
        """The table with more rows; it must not have any of them yet."""
        parts = list(self.parts)
        for part in more:
            merged = part
            while (
                merged.movable and parts and parts[-1].movable and len(parts[-1]) <= 2 * len(merged)
            ):
                merged = merge_parts([parts.pop(), merged])
            if len(merged):
                parts.append(merged)
        return Postings(tuple(parts))

    def holder_counts(self, marks: Hashes) -> Places:
        """The number of holders of each of the marks."""
        out = np.zeros(len(marks), dtype=np.int64)
        for part in self.parts:
            first, last = (part.mark.searchsorted(marks, side) for side in ("left", "right"))
            out += last - first
        return out

    def holders_of(self, mark: np.uint64) -> Hashes:
        """The holders of a mark, in order."""
        found = []
        for part in self.parts:
            first, last = (int(part.mark.searchsorted(mark, side)) for side in ("left", "right"))
            if last > first:
                found.append(np.asarray(part.holder[first:last]))
        return np.sort(np.concatenate([NO_NUMBERS, *found]))

    def neighbours(self, mark: np.uint64, number: int, count: int) -> tuple[Hashes, Hashes]:
        """The `count` holders of a mark below a number, and those above it, the nearest first."""
        wanted = np.uint64(number)
        below, above = [NO_NUMBERS], [NO_NUMBERS]
        for part in self.parts:
            first, last = (int(part.mark.searchsorted(mark, side)) for side in ("left", "right"))
            holders = part.holder[first:last]
            low, high = (int(holders.searchsorted(wanted, side)) for side in ("left", "right"))
            below.append(holders[max(0, low - count) : low])
            above.append(holders[high : high + count])
        lower, higher = (np.sort(np.concatenate(found)) for found in (below, above))
        return lower[::-1][:count], higher[:count]

    def stretches(self) -> Iterator[Part]:
        """The whole table, a range of marks at a time, from the lowest mark to the highest."""
        cuts = len(self) // ROWS_AT_ONCE + 1
        first = [0] * len(self.parts)
        for cut in range(1, cuts + 1):
            bound = np.uint64((cut << 64) // cuts - 1)
            last = [int(part.mark.searchsorted(bound, "right")) for part in self.parts]
            yield self._rows_between(first, last)
            first = last

    def _rows_between(self, first: Sequence[int], last: Sequence[int]) -> Part:
        """The rows from a first one of each part to a last one of each part, exclusive."""
        ranges = [part.rows(*rows) for part, *rows in zip(self.parts, first, last, strict=True)]
        return ranges[0] if len(ranges) == 1 else merge_parts(ranges)


def part_of(marks_and_holders: Iterable[tuple[Hashes, int]]) -> Part:
    """The part for some holders with their marks; a mark that a holder has twice counts once."""
    rows = list(marks_and_holders)
    mark = np.concatenate([NO_NUMBERS, *(marks for marks, _ in rows)])
    numbers = np.array([holder for _, holder in rows], dtype=np.uint64)
    return merge_parts([Part(mark, np.repeat(numbers, [len(marks) for marks, _ in rows]))])


def merge_parts(parts: Sequence[Part]) -> Part:
    """One part with the rows of all, sorted, each row once."""
    mark = np.concatenate([NO_NUMBERS, *(part.mark for part in parts)])
    holder = np.concatenate([NO_NUMBERS, *(part.holder for part in parts)])
    order = np.lexsort((holder, mark))
    mark, holder = mark[order], holder[order]
    is_first = np.ones(len(mark), dtype=np.bool_)
    is_first[1:] = (mark[1:] != mark[:-1]) | (holder[1:] != holder[:-1])
    return Part(mark[is_first], holder[is_first])


NUMBER_BYTES = 8  # of a mark, and of a holder


@dataclass(frozen=True, slots=True)
class PartOnDisk(Part):
    """A part whose two columns are files. Rows are looked up there, and read only when asked for."""

    files: tuple[IO[bytes], IO[bytes]]
    movable: ClassVar[bool] = False

    def rows(self, first: int, last: int) -> Part:
        """The rows from `first` to `last`, exclusive, read into memory."""
        count, offset = last - first, first * NUMBER_BYTES
        for file in self.files:
            file.seek(0)
        return Part(*(np.fromfile(file, np.uint64, count, offset=offset) for file in self.files))


def write_part(parts: Iterable[Part], folder: Path) -> PartOnDisk:
    """One part, in files on the disk of the folder, from sorted rows that come in one part or more.

    The files have no name there: they are gone when this process is, however it ends.
    """
    marks, holders = (TemporaryFile(buffering=0, dir=folder) for _ in range(2))  # noqa: SIM115
    for part in parts:
        part.mark.tofile(marks)
        part.holder.tofile(holders)
    mark, holder = (np.memmap(file, np.uint64, "r") for file in (marks, holders))
    return PartOnDisk(mark, holder, (marks, holders))


class PostingsBuilder:
    """Takes the rows of a table in any order; with a folder, keeps at most `max_rows` in memory."""

    def __init__(self, folder: Path | None = None, max_rows: int = ROWS_AT_ONCE) -> None:
        self._folder, self._max_rows = folder, max_rows
        self._in_memory: list[tuple[Hashes, int]] = []
        self._row_count = 0
        self._on_disk: list[PartOnDisk] = []

    def add_holder(self, marks: Hashes, holder: int) -> None:
        """Add the marks of a holder that has not been added yet."""
        if not len(marks):
            return
        self._in_memory.append((marks, holder))
        self._row_count += len(marks)
        if self._folder is not None and self._row_count >= self._max_rows:
            self._on_disk.append(write_part([part_of(self._in_memory)], self._folder))
            self._in_memory, self._row_count = [], 0

    def build(self) -> Postings:
        """The table of all rows."""
        rest = part_of(self._in_memory)
        if self._folder is None or not self._on_disk:
            return Postings().with_parts(rest)
        whole = write_part(Postings((*self._on_disk, rest)).stretches(), self._folder)
        for file in (file for part in self._on_disk for file in part.files):
            file.close()
        self._on_disk = []
        return Postings((whole,))
