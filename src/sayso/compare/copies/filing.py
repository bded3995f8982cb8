"""Tables of marks too large for memory: sorted runs of rows on the disk, put together into one part."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import ClassVar

import numpy as np

from sayso.compare.copies.postings import ROWS_AT_ONCE, Part, Postings, part_of
from sayso.compare.copies.shingles import Hashes

ROW = 8  # bytes of a mark, and of a holder


@dataclass(frozen=True, slots=True)
class Filed(Part):
    """A part whose two columns are files: what is looked up is found there, and a slice is read."""

    files: tuple[Path, Path]
    movable: ClassVar[bool] = False

    def slice(self, first: int, last: int) -> Part:
        """The rows from `first` to `last`, exclusive, in memory; no page of the files stays there."""
        count, offset = last - first, first * ROW
        return Part(*(np.fromfile(file, np.uint64, count, offset=offset) for file in self.files))


def filed(parts: Iterable[Part], folder: Path) -> Filed:
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
    return Filed(mark, holder, files)


class Gathering:
    """The rows of a table as they come, in no order; with a folder, no more than `room` in memory."""

    def __init__(self, folder: Path | None = None, room: int = ROWS_AT_ONCE) -> None:
        self._folder, self._room = folder, room
        self._held: list[tuple[Hashes, int]] = []
        self._rows = 0
        self._runs: list[Filed] = []

    def add(self, marks: Hashes, holder: int) -> None:
        """Take in the marks of a holder, of whom nothing came before."""
        if not len(marks):
            return
        self._held.append((marks, holder))
        self._rows += len(marks)
        if self._folder is not None and self._rows >= self._room:
            self._runs.append(filed([part_of(self._held)], self._folder))
            self._held, self._rows = [], 0

    def table(self) -> Postings:
        """All that came, in order."""
        rest = part_of(self._held)
        if self._folder is None or not self._runs:
            return Postings().plus(rest)
        whole = filed(Postings((*self._runs, rest)).stretches(), self._folder)
        for file in (file for run in self._runs for file in run.files):
            file.unlink()
        return Postings((whole,))
