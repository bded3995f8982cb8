"""Sketches: what is kept of a report to find its words in others, as numbers without the text."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from itertools import islice
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Any

import numpy as np
from numpy.typing import NDArray

from sayso.compare.copies.shingles import (
    Hashes,
    Places,
    Words,
    mix_bits,
    shingles,
    winnow,
    words_of,
)
from sayso.compare.sources.outlets import outlet_key
from sayso.errors import BrokenWire
from sayso.model.ids import DocumentId
from sayso.model.text import Document
from sayso.text.batches import text_batches

RUN_WORDS = 8  # words
WINDOW_RUNS = 4  # runs, of which one is kept as a mark: eleven shared words are never missed
MIN_RUN_WORDS = 5  # any two texts share shorter runs
LETTERS_AT_ONCE = 300_000


@dataclass(frozen=True)
class Sketch:
    """One report: its number, its words, and its marks, which are runs of words that stand for it.

    `places` are the words that the marks begin at. `outlet` is a number for who published it, 0 if
    that is not known. `day` is a number for when; if that is not known, one that no other report has.
    """

    number: int
    words: Words
    marks: Hashes
    places: Places
    outlet: int
    day: int

    @property
    def run_order(self) -> NDArray[np.int32]:
        """The places of the runs of MIN_RUN_WORDS words, sorted by the runs' numbers, then by place."""
        return self._ordered_runs[0]

    @property
    def sorted_runs(self) -> Hashes:
        """The numbers of these runs, sorted."""
        return self._ordered_runs[1]

    @cached_property
    def _ordered_runs(self) -> tuple[NDArray[np.int32], Hashes]:
        runs = shingles(self.words.hash, MIN_RUN_WORDS)
        order = np.argsort(runs, kind="stable").astype(np.int32)
        return order, runs[order]

    @cached_property
    def outlet_marks(self) -> Hashes:
        """The marks as marks of the outlet, different for each outlet; none if it is not known."""
        outlet = np.uint64(self.outlet)
        return mix_bits(self.marks ^ outlet) if self.outlet else self.marks[:0]


def number_of(document: Document) -> int:
    """A document's number: the first 64 bits of its id, so that both sort alike."""
    return number_of_id(document.id)


def number_of_id(id_: DocumentId) -> int:
    """The number of the document with an id."""
    return int(id_[:16], 16)


def make_sketch(document: Document) -> Sketch:
    """The sketch of one report."""
    return next(make_sketches([document]))


def make_sketches(documents: Iterable[Document]) -> Iterator[Sketch]:
    """The sketch of each report, in this order; documents are read as they are needed."""
    for batch in text_batches(documents, LETTERS_AT_ONCE):
        yield from _sketch_batch(batch)


def _sketch_batch(documents: list[Document]) -> Iterator[Sketch]:
    for document, words in zip(documents, words_of(documents), strict=True):
        runs = shingles(words.hash, RUN_WORDS)
        places = winnow(runs, WINDOW_RUNS)
        number, published = number_of(document), document.day
        yield Sketch(
            number,
            words,
            runs[places],
            places,
            _number_of_name(outlet_key(document.outlet)) if document.outlet else 0,
            published.toordinal() if published else number,
        )


def _number_of_name(name: str) -> int:
    """A number for a name."""
    return int.from_bytes(blake2b(name.encode(), digest_size=8).digest(), "big")


MAX_SKETCHES_IN_MEMORY = 8_000  # at 350 words a report, a tenth of a gigabyte
WIDE: np.dtype[np.uint64] = np.dtype("<u8")
NARROW: np.dtype[Any] = np.dtype("<i4")  # as `words_of` gives places
HEAD_BYTES = 4 * WIDE.itemsize  # how many words and marks, the outlet, the day


def documents_by_number(documents: Iterable[Document]) -> dict[int, Document]:
    """The documents by number, in the order of their ids; equal ones count once."""
    found = {number_of(document): document for document in documents}
    return {number: found[number] for number in sorted(found)}


class SketchStore:
    """The sketches of reports by number; those used last are kept in memory.

    With a folder, the others are written to a file on its disk, which has no name there. Without
    one, they are made again when they are asked for.
    """

    def __init__(
        self,
        documents: Mapping[int, Document],
        max_sketches: int = MAX_SKETCHES_IN_MEMORY,
        folder: Path | None = None,
    ) -> None:
        self.documents, self._max_sketches = documents, max_sketches
        self._folder = folder
        self._file: IO[bytes] | None = None
        self._in_memory: dict[int, Sketch] = {}
        self._start_in_file: dict[int, int] = {}
        self._file_end = 0

    def id_of(self, number: int) -> DocumentId:
        """The id of a report."""
        return self.documents[number].id

    def sketch_of(self, number: int) -> Sketch:
        """The sketch of a report."""
        sketch = self._in_memory.pop(number, None) or self.read_sketch(number)
        return self._keep(sketch or make_sketch(self.documents[number]))

    def all_sketches(self) -> Iterator[Sketch]:
        """The sketches of all reports, in the order of `documents`."""
        yield from map(self._keep, make_sketches(self.documents.values()))

    def _keep(self, sketch: Sketch) -> Sketch:
        """Put a sketch into memory, after writing a quarter of the others to the file if it is full."""
        if len(self._in_memory) >= self._max_sketches:
            oldest = list(islice(self._in_memory, self._max_sketches // 4 + 1))
            self._write_sketches([self._in_memory.pop(number) for number in oldest])
        self._in_memory[sketch.number] = sketch
        return sketch

    def _write_sketches(self, sketches: Iterable[Sketch]) -> None:
        """Write the sketches that are not in the file yet."""
        if self._folder is None:
            return
        if self._file is None:
            self._file = TemporaryFile(dir=self._folder)  # noqa: SIM115
        self._file.seek(self._file_end)
        for sketch in sketches:
            if sketch.number not in self._start_in_file:
                self._start_in_file[sketch.number] = self._file_end
                self._file_end += self._file.write(sketch_to_bytes(sketch))
        self._file.flush()

    def read_sketch(self, number: int) -> Sketch | None:
        """The sketch from where it was written; None if it was not."""
        start = self._start_in_file.get(number)
        if start is None or self._file is None:
            return None
        self._file.seek(start)
        return _sketch_from_file(number, self._file)


def sketch_to_bytes(sketch: Sketch) -> bytes:
    """A sketch without its number."""
    head = np.array([len(sketch.words), len(sketch.marks), sketch.outlet, sketch.day], dtype=WIDE)
    columns = (
        *(head, sketch.words.hash.astype(WIDE), sketch.marks.astype(WIDE)),
        *(places.astype(NARROW) for places in (sketch.words.start, sketch.words.end)),
        sketch.places.astype(NARROW),
    )
    return b"".join(column.tobytes() for column in columns)


def sketch_from_bytes(number: int, data: bytes) -> Sketch:
    """The sketch that bytes describe. Raises BrokenWire where no text has such a sketch."""
    if len(data) < HEAD_BYTES:
        raise BrokenWire("sketch: it is cut off")
    head = np.frombuffer(data[:HEAD_BYTES], WIDE).tolist()
    if len(data) - HEAD_BYTES != _row_bytes(*head[:2]):
        raise BrokenWire("sketch: its length is not the one that it says")
    sketch = _sketch_from_rows(number, head, data[HEAD_BYTES:])
    start, end, places = sketch.words.start, sketch.words.end, sketch.places
    in_order = (start >= 0).all() and (start < end).all() and (end[:-1] <= start[1:]).all()
    marked = (places >= 0).all() and (places < len(start)).all()
    if not in_order or not marked:
        raise BrokenWire("sketch: its words are out of order")
    return sketch


def _sketch_from_file(number: int, file: IO[bytes]) -> Sketch:
    """The sketch at the position of the file."""
    head = np.frombuffer(file.read(HEAD_BYTES), WIDE).tolist()
    return _sketch_from_rows(number, head, file.read(_row_bytes(*head[:2])))


def _row_bytes(words: int, marks: int) -> int:
    return (words + marks) * WIDE.itemsize + (2 * words + marks) * NARROW.itemsize


def _sketch_from_rows(number: int, head: Sequence[int], rows: bytes) -> Sketch:
    size, marked, outlet, day = head
    wide, narrow = size + marked, 2 * size + marked
    hashes, marks = np.split(np.frombuffer(rows, WIDE, wide), [size])
    places = np.frombuffer(rows, NARROW, narrow, wide * WIDE.itemsize)
    start, end, begin = np.split(places, [size, 2 * size])
    return Sketch(number, Words(hashes, start, end), marks, begin.astype(np.int64), outlet, day)
