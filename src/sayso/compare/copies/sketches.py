"""What is kept of a report to find its words in others: numbers, and no text."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from sayso.compare.copies.shingles import Hashes, Places, Words, mixed, shingles, winnowed, words_of
from sayso.compare.sources.outlets import outlet_key
from sayso.model.text import Document
from sayso.text.handfuls import handfuls

RUN = 8  # words
WINDOW = 4  # runs of which one is kept as a mark: eleven words in common are never missed
SHORTEST = 5  # words; shorter runs are common to any two texts
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
    def order(self) -> NDArray[np.int32]:
        """The places of the runs of SHORTEST words, by number, the first place first."""
        return self._ordered[0]

    @property
    def sorted(self) -> Hashes:
        """The numbers of those runs, in that order."""
        return self._ordered[1]

    @cached_property
    def _ordered(self) -> tuple[NDArray[np.int32], Hashes]:
        runs = shingles(self.words.hash, SHORTEST)
        order = np.argsort(runs, kind="stable").astype(np.int32)
        return order, runs[order]

    @cached_property
    def habits(self) -> Hashes:
        """The marks as its outlet's: what no other outlet has; none where it has no outlet."""
        own = np.uint64(self.outlet)
        return mixed(self.marks ^ own) if self.outlet else self.marks[:0]


def number_of(document: Document) -> int:
    """A document's number: the first 64 bits of its id, so that both have one order."""
    return int(document.id[:16], 16)


def sketch(document: Document) -> Sketch:
    """The sketch of one report."""
    return next(sketches([document]))


def sketches(documents: Iterable[Document]) -> Iterator[Sketch]:
    """The sketch of each report, in the order given; documents are taken in as they are needed."""
    for some in handfuls(documents, LETTERS_AT_ONCE):
        yield from _together(some)


def _together(documents: list[Document]) -> Iterator[Sketch]:
    for document, words in zip(documents, words_of(documents), strict=True):
        runs = shingles(words.hash, RUN)
        places = winnowed(runs, WINDOW)
        number, published = number_of(document), document.day
        yield Sketch(
            number,
            words,
            runs[places],
            places,
            _stirred(outlet_key(document.outlet)) if document.outlet else 0,
            published.toordinal() if published else number,
        )


def _stirred(name: str) -> int:
    """A number for a name."""
    return int.from_bytes(blake2b(name.encode(), digest_size=8).digest(), "big")
