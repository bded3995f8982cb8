"""Which reports repeat one another's words, and where.

Runs of eight words that few reports have lead to pairs (`candidates`); each pair is laid side by side
(`likeness`), and only what is then seen to be the same, word for word, counts. Nothing is concluded
from two pairs about a third.
"""

import re
from collections.abc import Iterable, Iterator

import numpy as np

from sayso.compare.alignment import Runs
from sayso.compare.candidates import Pairs, candidates
from sayso.compare.copy_index import CopyIndex, indexed
from sayso.compare.likeness import Likeness, likeness
from sayso.compare.shelf import Shelf, numbered
from sayso.compare.shingles import Places
from sayso.compare.sketches import Sketch
from sayso.model.comparison import Copy, Passage, Quote
from sayso.model.text import Document, Span

RARE = 3  # texts that may have the words of a passage with changes in it
LETTERS = re.compile(r"[^\W_]+")


def find_copies(documents: Iterable[Document]) -> tuple[Copy, ...]:
    """The pairs of documents that share half of the shorter text, or a passage of 15 words or more.

    `left` is the one with the lower id. Who had the words first is for `direction` to say.
    """
    shelf = Shelf(numbered(documents))
    index = indexed(shelf.sketches())
    return tuple(copies_among(candidates(index.marks), index, shelf))


def copies_among(pairs: Pairs, index: CopyIndex, shelf: Shelf) -> Iterator[Copy]:
    """The copies among pairs of the index's reports, which `candidates` gave."""
    for left, right in pairs.tolist():
        copy = copy_between(left, right, index, shelf)
        if copy is not None:
            yield copy


def copy_between(left: int, right: int, index: CopyIndex, shelf: Shelf) -> Copy | None:
    """What two reports, the one with the lower number first, have in common, if it is enough."""
    one, other = shelf.sketch(left), shelf.sketch(right)
    turned = len(other.words) < len(one.words)
    found = likeness(*((other, one) if turned else (one, other)), index.known)
    if found is None or (found.if_rare and not _is_rare(one, other, index)):
        return None
    documents = shelf.documents[left], shelf.documents[right]
    passages = _passages(documents, (one, other), found.runs.turned() if turned else found.runs)
    ids = documents[0].id, documents[1].id
    share = round(found.share, 4)
    return Copy(*ids, found.kind, None, share, passages) if passages else None


def _is_rare(one: Sketch, other: Sketch, index: CopyIndex) -> bool:
    """Whether few texts have any of what the two share."""
    shared = np.intersect1d(one.marks, other.marks)
    return bool((index.marks.counts(shared) <= RARE).any())


def _passages(
    documents: tuple[Document, Document], sketches: tuple[Sketch, Sketch], runs: Runs
) -> tuple[Passage, ...]:
    """The runs whose words are the same letter for letter."""
    passages = []
    spans = (
        _spans(sketch, first, runs.length)
        for sketch, first in zip(sketches, (runs.left, runs.right), strict=True)
    )
    for left, right in zip(*spans, strict=True):
        if _same_words(documents[0][left], documents[1][right]):
            quotes = Quote(documents[0].id, left), Quote(documents[1].id, right)
            passages.append(Passage(*quotes))
    return tuple(passages)


def _spans(sketch: Sketch, first: Places, lengths: Places) -> list[Span]:
    """Where so many words from each of the places on stand in the text."""
    starts, ends = sketch.words.start[first], sketch.words.end[first + lengths - 1]
    return [Span(*two) for two in zip(starts.tolist(), ends.tolist(), strict=True)]


def _same_words(left: str, right: str) -> bool:
    if left == right:
        return True
    left, right = left.lower(), right.lower()
    return left == right or LETTERS.findall(left) == LETTERS.findall(right)
