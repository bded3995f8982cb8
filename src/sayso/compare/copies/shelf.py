"""Reports at hand by their numbers, with their sketches: some in memory, the others on the disk."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import IO, Any

import numpy as np

from sayso.compare.copies.shingles import Words
from sayso.compare.copies.sketches import Sketch, number_of, sketch, sketches
from sayso.model.text import Document

ROOM = 8_000  # sketches; at 350 words a report they fill a tenth of a gigabyte
FILE = "sketches"
WIDE: np.dtype[np.uint64] = np.dtype(np.uint64)
NARROW: np.dtype[Any] = np.dtype(np.int32)  # as `words_of` gives places
HEAD = 4  # numbers: how many words and marks, the outlet, the day


def numbered(documents: Iterable[Document]) -> dict[int, Document]:
    """The documents by number, in the order of their ids; one that comes twice counts once."""
    found = {number_of(document): document for document in documents}
    return {number: found[number] for number in sorted(found)}


class Shelf:
    """Reports by number, as a mapping gives them; the sketches used last are kept in memory.

    With a folder, which has no file of that name yet, the others are kept there; without, they are
    made anew when they are asked for.
    """

    def __init__(
        self, documents: Mapping[int, Document], room: int = ROOM, folder: Path | None = None
    ) -> None:
        self.documents, self._room = documents, room
        self._file = None if folder is None else folder / FILE
        self._sketches: dict[int, Sketch] = {}
        self._filed: dict[int, int] = {}
        self._end = 0

    def sketch(self, number: int) -> Sketch:
        """The sketch of a report."""
        found = self._sketches.pop(number, None) or self._read(number)
        return self._kept(found or sketch(self.documents[number]))

    def sketches(self) -> Iterator[Sketch]:
        """The sketches of all reports, in the mapping's order."""
        yield from map(self._kept, sketches(self.documents.values()))

    def _kept(self, one: Sketch) -> Sketch:
        if len(self._sketches) >= self._room:
            oldest = list(islice(self._sketches, self._room // 4 + 1))
            self._put_away([self._sketches.pop(number) for number in oldest])
        self._sketches[one.number] = one
        return one

    def _put_away(self, some: Iterable[Sketch]) -> None:
        """Write those that are not in the file yet."""
        if self._file is None:
            return
        with self._file.open("ab") as file:
            for one in some:
                if one.number not in self._filed:
                    self._filed[one.number] = self._end
                    self._end += file.write(_packed(one))

    def _read(self, number: int) -> Sketch | None:
        """The sketch as it was put away; None if it was not."""
        start = self._filed.get(number)
        if start is None or self._file is None:
            return None
        with self._file.open("rb", buffering=0) as file:
            file.seek(start)
            return _unpacked(number, file)


def _packed(one: Sketch) -> bytes:
    """A sketch without its number, as it lies in the file."""
    head = np.array([len(one.words), len(one.marks), one.outlet, one.day], dtype=WIDE)
    places = one.places.astype(NARROW)
    columns = head, one.words.hash, one.marks, one.words.start, one.words.end, places
    return b"".join(column.tobytes() for column in columns)


def _unpacked(number: int, file: IO[bytes]) -> Sketch:
    """The sketch that begins where the file stands."""
    size, marked, outlet, day = np.frombuffer(file.read(HEAD * WIDE.itemsize), WIDE).tolist()
    wide, narrow = size + marked, 2 * size + marked
    held = file.read(wide * WIDE.itemsize + narrow * NARROW.itemsize)
    hashes, marks = np.split(np.frombuffer(held, WIDE, wide), [size])
    places = np.frombuffer(held, NARROW, narrow, wide * WIDE.itemsize)
    start, end, begin = np.split(places, [size, 2 * size])
    return Sketch(number, Words(hashes, start, end), marks, begin.astype(np.int64), outlet, day)
