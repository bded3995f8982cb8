"""Which reports hold which marks: a sorted table in parts, which may lie on the disk."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import ClassVar

import numpy as np

from sayso.compare.copies.shingles import Hashes, Places

NO_NUMBERS = np.zeros(0, dtype=np.uint64)
ROWS_AT_ONCE = 500_000  # of all parts together that are in memory while the table is read through


@dataclass(frozen=True, slots=True)
class Part:
    """Marks with their holders, both as numbers: ordered by mark and then by holder."""

    mark: Hashes
    holder: Hashes

    movable: ClassVar[bool] = True  # whether its rows may be put together with others

    def __len__(self) -> int:
        return len(self.mark)

    def rows(self, first: int, last: int) -> "Part":
        """The rows from `first` to `last`, exclusive."""
        return Part(self.mark[first:last], self.holder[first:last])


@dataclass(frozen=True, slots=True)
class Postings:
    """A table of marks and holders, every pair of them once, in parts of falling size.

    To add to it is to add a part, and to put parts of like size together: every row is moved as
    often as the table doubles (Bentley and Saxe 1980); those on the disk stay where they are.
    Nothing that it is made of is changed.
    """

    parts: tuple[Part, ...] = ()

    def __len__(self) -> int:
        return sum(len(part) for part in self.parts)

    def with_parts(self, *more: Part) -> "Postings":
        """The table with more rows, which must be new to it."""
        parts = list(self.parts)
        for part in more:
            merged = part
            while (
                merged.movable and parts and parts[-1].movable and len(parts[-1]) <= 2 * len(merged)
            ):
                merged = put_together([parts.pop(), merged])
            if len(merged):
                parts.append(merged)
        return Postings(tuple(parts))

    def holder_counts(self, marks: Hashes) -> Places:
        """How many hold each of the marks."""
        out = np.zeros(len(marks), dtype=np.int64)
        for part in self.parts:
            first, last = (part.mark.searchsorted(marks, side) for side in ("left", "right"))
            out += last - first
        return out

    def holders_of(self, mark: np.uint64) -> Hashes:
        """Who holds a mark, in order."""
        found = []
        for part in self.parts:
            first, last = (int(part.mark.searchsorted(mark, side)) for side in ("left", "right"))
            if last > first:
                found.append(np.asarray(part.holder[first:last]))
        return np.sort(np.concatenate([NO_NUMBERS, *found]))

    def neighbours(self, mark: np.uint64, number: int, reach: int) -> tuple[Hashes, Hashes]:
        """The `reach` holders of a mark below a number and those above it, the nearest first."""
        own = np.uint64(number)
        below, above = [NO_NUMBERS], [NO_NUMBERS]
        for part in self.parts:
            first, last = (int(part.mark.searchsorted(mark, side)) for side in ("left", "right"))
            held = part.holder[first:last]
            low, high = (int(held.searchsorted(own, side)) for side in ("left", "right"))
            below.append(held[max(0, low - reach) : low])
            above.append(held[high : high + reach])
        lower, higher = (np.sort(np.concatenate(some)) for some in (below, above))
        return lower[::-1][:reach], higher[:reach]

    def stretches(self) -> Iterator[Part]:
        """The whole table from the lowest mark to the highest, a stretch of marks at a time."""
        cuts = len(self) // ROWS_AT_ONCE + 1
        first = [0] * len(self.parts)
        for cut in range(1, cuts + 1):
            bound = np.uint64((cut << 64) // cuts - 1)
            last = [int(part.mark.searchsorted(bound, "right")) for part in self.parts]
            yield self._rows_between(first, last)
            first = last

    def _rows_between(self, first: Sequence[int], last: Sequence[int]) -> Part:
        """The rows of all parts from a first one of each to a last one of each, exclusive."""
        some = [part.rows(*rows) for part, *rows in zip(self.parts, first, last, strict=True)]
        return some[0] if len(some) == 1 else put_together(some)


def part_of(held: Iterable[tuple[Hashes, int]]) -> Part:
    """The part for so many holders with their marks, of which each may have one more than once."""
    own = list(held)
    mark = np.concatenate([NO_NUMBERS, *(marks for marks, _ in own)])
    numbers = np.array([holder for _, holder in own], dtype=np.uint64)
    return put_together([Part(mark, np.repeat(numbers, [len(marks) for marks, _ in own]))])


def put_together(parts: Sequence[Part]) -> Part:
    """The rows of all parts as one, in order, each once."""
    mark = np.concatenate([NO_NUMBERS, *(part.mark for part in parts)])
    holder = np.concatenate([NO_NUMBERS, *(part.holder for part in parts)])
    order = np.lexsort((holder, mark))
    mark, holder = mark[order], holder[order]
    new = np.ones(len(mark), dtype=np.bool_)
    new[1:] = (mark[1:] != mark[:-1]) | (holder[1:] != holder[:-1])
    return Part(mark[new], holder[new])


NUMBER_BYTES = 8  # bytes of a mark, and of a holder


@dataclass(frozen=True, slots=True)
class PartOnDisk(Part):
    """A part whose two columns are files: what is looked up is found there, and a slice is read."""

    files: tuple[Path, Path]
    movable: ClassVar[bool] = False

    def rows(self, first: int, last: int) -> Part:
        """The rows from `first` to `last`, exclusive, in memory; no page of the files stays there."""
        count, offset = last - first, first * NUMBER_BYTES
        return Part(*(np.fromfile(file, np.uint64, count, offset=offset) for file in self.files))


def write_part(parts: Iterable[Part], folder: Path) -> PartOnDisk:
    """Rows that come in order, a part at a time and not none, as one part in files of the folder."""
    with (
        NamedTemporaryFile(dir=folder, delete=False) as marks,
        NamedTemporaryFile(dir=folder, delete=False) as holders,
    ):
        for part in parts:
            part.mark.tofile(marks)
            part.holder.tofile(holders)
    files = Path(marks.name), Path(holders.name)
    mark, holder = (np.memmap(file, np.uint64, "r") for file in files)
    return PartOnDisk(mark, holder, files)


class PostingsBuilder:
    """The rows of a table as they come, in no order; with a folder, no more than `room` in memory."""

    def __init__(self, folder: Path | None = None, room: int = ROWS_AT_ONCE) -> None:
        self._folder, self._room = folder, room
        self._held: list[tuple[Hashes, int]] = []
        self._rows = 0
        self._runs: list[PartOnDisk] = []

    def add_holder(self, marks: Hashes, holder: int) -> None:
        """Take in the marks of a holder, of whom nothing came before."""
        if not len(marks):
            return
        self._held.append((marks, holder))
        self._rows += len(marks)
        if self._folder is not None and self._rows >= self._room:
            self._runs.append(write_part([part_of(self._held)], self._folder))
            self._held, self._rows = [], 0

    def build(self) -> Postings:
        """All that came, in order."""
        rest = part_of(self._held)
        if self._folder is None or not self._runs:
            return Postings().with_parts(rest)
        whole = write_part(Postings((*self._runs, rest)).stretches(), self._folder)
        for file in (file for run in self._runs for file in run.files):
            file.unlink()
        return Postings((whole,))
