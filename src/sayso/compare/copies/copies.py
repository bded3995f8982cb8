"""Which reports repeat one another's words, and where.

Runs of eight words that few reports have lead to pairs (`candidates`). Each pair is aligned, and only
what is the same word for word counts (`classify`). Two pairs say nothing about a third.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from tempfile import gettempdir

import numpy as np

from sayso.compare.copies.alignment import PAIRS_AT_ONCE
from sayso.compare.copies.candidates import Pairs, candidate_pairs, linked_pairs_together
from sayso.compare.copies.classify import Likeness, SketchPair, find_likenesses
from sayso.compare.copies.index import CopyIndex, index_of
from sayso.compare.copies.shingles import Places
from sayso.compare.copies.sketches import (
    MAX_SKETCHES_IN_MEMORY,
    Sketch,
    SketchStore,
    documents_by_number,
)
from sayso.model.comparison import Copy, Passage, Quote
from sayso.model.text import Document, Span

MAX_REPORTS_IN_MEMORY = 16_000  # documents; the data of so many fit in half a gigabyte
MAX_TEXTS_FOR_RARE = 3  # that have a mark of a passage that must be rare
LETTERS = re.compile(r"[^\W_]+")


def find_copies(documents: Iterable[Document]) -> tuple[Copy, ...]:
    """The pairs of documents that share half of the shorter text, or a passage of 15 words or more.

    `left` is the one with the lower id. `direction` says who had the words first. With more
    than MAX_REPORTS_IN_MEMORY documents, the data lie in temporary files if the disk has room.
    """
    found = _all_copies(documents_by_number(documents))
    return tuple(sorted(found, key=lambda copy: (copy.left, copy.right)))


def _all_copies(pile: Mapping[int, Document]) -> list[Copy]:
    if len(pile) > MAX_REPORTS_IN_MEMORY:
        # If nothing can be written, or the disk is full, memory has to be enough.
        with suppress(OSError):
            return list(copies_of(pile, Path(gettempdir())))
    return list(copies_of(pile))


def copies_of(documents: Mapping[int, Document], folder: Path | None = None) -> Iterator[Copy]:
    """The copies among documents by number, as they are found.

    With a folder for temporary files, each document takes only some hundred bytes of memory.
    """
    store = SketchStore(
        documents, len(documents) if folder is None else MAX_SKETCHES_IN_MEMORY, folder
    )
    index = index_of(store.all_sketches(), folder)
    yield from copies_among(linked_pairs_together(candidate_pairs(index.marks)), index, store)


def copies_among(pairs: Pairs, index: CopyIndex, store: SketchStore) -> Iterator[Copy]:
    """The copies among candidate pairs of the reports of an index."""
    for first in range(0, len(pairs), PAIRS_AT_ONCE):
        numbers = pairs[first : first + PAIRS_AT_ONCE]
        texts = {number: store.sketch_of(number) for number in np.unique(numbers).tolist()}
        sketches = [(texts[left], texts[right]) for left, right in numbers.tolist()]
        pile = [
            pair if len(pair[0].words) <= len(pair[1].words) else pair[::-1] for pair in sketches
        ]
        for found in find_likenesses(pile, index.uninformative):
            pair = pile[found.pair]
            if not found.if_rare or _is_rare(pair, index):
                yield from _copy_of_pair(pair, found, store)


def _is_rare(pair: SketchPair, index: CopyIndex) -> bool:
    """Whether few texts have one of the marks that the two share."""
    shared = np.intersect1d(pair[0].marks, pair[1].marks)
    return bool((index.marks.holder_counts(shared) <= MAX_TEXTS_FOR_RARE).any())


def _copy_of_pair(pair: SketchPair, found: Likeness, store: SketchStore) -> Iterator[Copy]:
    """The copy, with the runs whose words are the same letter for letter; none if there are none."""
    short, long = (store.documents[sketch.number] for sketch in pair)
    runs = found.runs
    heres = _spans_of_runs(pair[0], runs.left, runs.length)
    theres = _spans_of_runs(pair[1], runs.right, runs.length)
    same = [
        (Quote(short.id, here), Quote(long.id, there))
        for here, there in zip(heres, theres, strict=True)
        if _same_words(short.text[here.start : here.end], long.text[there.start : there.end])
    ]
    if long.id < short.id:
        same = sorted((there, here) for here, there in same)
    if same:
        left, right = sorted((short.id, long.id))
        passages = tuple(Passage(*two) for two in same)
        yield Copy(left, right, found.kind, None, round(found.share, 4), passages)


def _spans_of_runs(sketch: Sketch, first: Places, lengths: Places) -> list[Span]:
    """The spans of these numbers of words, from each of the places on."""
    starts, ends = sketch.words.start[first], sketch.words.end[first + lengths - 1]
    return [Span(*two) for two in zip(starts.tolist(), ends.tolist(), strict=True)]


def _same_words(left: str, right: str) -> bool:
    if left == right:
        return True
    left, right = left.lower(), right.lower()
    return left == right or LETTERS.findall(left) == LETTERS.findall(right)
