"""What is kept of a report to find its words in others: numbers, and no text."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from itertools import islice
from pathlib import Path
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
from sayso.model.text import Document
from sayso.text.batches import text_batches

RUN_WORDS = 8  # words
WINDOW_RUNS = 4  # runs of which one is kept as a mark: eleven words in common are never missed
MIN_RUN_WORDS = 5  # words; shorter runs are common to any two texts
LETTERS_AT_ONCE = 300_000


@dataclass(frozen=True)
class Sketch:
    """One report: its number, its words, and its marks, which are runs of words that stand for it.

    `places` says where the marks begin, as word places. `outlet` is a number for who published it,
    0 if that is not known; `day` one for when, a day of its own if that is not known.
    """

    number: int
    words: Words
    marks: Hashes
    places: Places
    outlet: int
    day: int

    @property
    def run_order(self) -> NDArray[np.int32]:
        """The places of the runs of SHORTEST words, by number, the first place first."""
        return self._ordered_runs[0]

    @property
    def sorted_runs(self) -> Hashes:
        """The numbers of those runs, in that order."""
        return self._ordered_runs[1]

    @cached_property
    def _ordered_runs(self) -> tuple[NDArray[np.int32], Hashes]:
        runs = shingles(self.words.hash, MIN_RUN_WORDS)
        order = np.argsort(runs, kind="stable").astype(np.int32)
        return order, runs[order]

    @cached_property
    def outlet_marks(self) -> Hashes:
        """The marks as its outlet's: what no other outlet has; none where it has no outlet."""
        own = np.uint64(self.outlet)
        return mix_bits(self.marks ^ own) if self.outlet else self.marks[:0]


def number_of(document: Document) -> int:
    """A document's number: the first 64 bits of its id, so that both have one order."""
    return int(document.id[:16], 16)


def make_sketch(document: Document) -> Sketch:
    """The sketch of one report."""
    return next(make_sketches([document]))


def make_sketches(documents: Iterable[Document]) -> Iterator[Sketch]:
    """The sketch of each report, in the order given; documents are taken in as they are needed."""
    for some in text_batches(documents, LETTERS_AT_ONCE):
        yield from _sketch_batch(some)


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


MAX_SKETCHES_IN_MEMORY = 8_000  # sketches; at 350 words a report they fill a tenth of a gigabyte
FILE_NAME = "sketches"
WIDE: np.dtype[np.uint64] = np.dtype(np.uint64)
NARROW: np.dtype[Any] = np.dtype(np.int32)  # as `words_of` gives places
HEADER_NUMBERS = 4  # numbers: how many words and marks, the outlet, the day


def documents_by_number(documents: Iterable[Document]) -> dict[int, Document]:
    """The documents by number, in the order of their ids; one that comes twice counts once."""
    found = {number_of(document): document for document in documents}
    return {number: found[number] for number in sorted(found)}


class SketchStore:
    """Reports by number, as a mapping gives them; the sketches used last are kept in memory.

    With a folder, which has no file of that name yet, the others are kept there; without, they are
    made anew when they are asked for.
    """

    def __init__(
        self,
        documents: Mapping[int, Document],
        room: int = MAX_SKETCHES_IN_MEMORY,
        folder: Path | None = None,
    ) -> None:
        self.documents, self._room = documents, room
        self._file = None if folder is None else folder / FILE_NAME
        self._sketches: dict[int, Sketch] = {}
        self._filed: dict[int, int] = {}
        self._end = 0

    def sketch_of(self, number: int) -> Sketch:
        """The sketch of a report."""
        found = self._sketches.pop(number, None) or self._read_sketch(number)
        return self._keep(found or make_sketch(self.documents[number]))

    def all_sketches(self) -> Iterator[Sketch]:
        """The sketches of all reports, in the mapping's order."""
        yield from map(self._keep, make_sketches(self.documents.values()))

    def _keep(self, one: Sketch) -> Sketch:
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
                    self._end += file.write(_sketch_to_bytes(one))

    def _read_sketch(self, number: int) -> Sketch | None:
        """The sketch as it was put away; None if it was not."""
        start = self._filed.get(number)
        if start is None or self._file is None:
            return None
        with self._file.open("rb", buffering=0) as file:
            file.seek(start)
            return _sketch_from_file(number, file)


def _sketch_to_bytes(one: Sketch) -> bytes:
    """A sketch without its number, as it lies in the file."""
    head = np.array([len(one.words), len(one.marks), one.outlet, one.day], dtype=WIDE)
    places = one.places.astype(NARROW)
    columns = head, one.words.hash, one.marks, one.words.start, one.words.end, places
    return b"".join(column.tobytes() for column in columns)


def _sketch_from_file(number: int, file: IO[bytes]) -> Sketch:
    """The sketch that begins where the file stands."""
    size, marked, outlet, day = np.frombuffer(
        file.read(HEADER_NUMBERS * WIDE.itemsize), WIDE
    ).tolist()
    wide, narrow = size + marked, 2 * size + marked
    held = file.read(wide * WIDE.itemsize + narrow * NARROW.itemsize)
    hashes, marks = np.split(np.frombuffer(held, WIDE, wide), [size])
    places = np.frombuffer(held, NARROW, narrow, wide * WIDE.itemsize)
    start, end, begin = np.split(places, [size, 2 * size])
    return Sketch(number, Words(hashes, start, end), marks, begin.astype(np.int64), outlet, day)
