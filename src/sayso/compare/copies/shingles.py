"""The words of a text as numbers, and runs of words as numbers (shingles).

Two words have one number if their letters and digits are the same; case and punctuation do not count.
All arithmetic is modulo 2^64, on whole arrays.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

import numpy as np
from numpy.typing import NDArray

from sayso.model.text import Document

Hashes = NDArray[np.uint64]
Places = NDArray[np.int64]

LETTER_BASE, WORD_BASE = (
    np.uint64(0x9E3779B97F4A7C15),
    np.uint64(0xC2B2AE3D27D4EB4F),
)  # odd multipliers
LETTER_WEIGHTS = 64  # for the letters of a word; behind these, they come again from the first
CODE_POINTS = 0x30000  # none beyond is a letter


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one text in order: the number of each, and its place in code points."""

    hash: Hashes
    start: Places
    end: Places

    def __len__(self) -> int:
        return len(self.hash)


def words_of(documents: Sequence[Document]) -> list[Words]:
    """The words of each document; a word of its furniture is equal to no other word."""
    letters = _code_points("\n".join(_lower_letters(document.text) for document in documents))
    inside = np.zeros(len(letters) + 2, dtype=np.int8)
    inside[1:-1] = _alphanumeric_flags()[np.minimum(letters, CODE_POINTS)]
    turns = np.flatnonzero(inside[1:] != inside[:-1]).astype(np.int64)
    start, end = turns[0::2], turns[1::2]
    hashes = _hash_words(letters[inside[1:-1].view(np.bool_)], end - start)
    first = np.cumsum([0, *(len(document) + 1 for document in documents)])
    bounds = start.searchsorted(first).tolist()
    found = []
    for at, document in enumerate(documents):
        rows = slice(bounds[at], bounds[at + 1])
        places = (bound[rows] - first[at] for bound in (start, end))
        words = Words(hashes[rows], *(bound.astype(np.int32) for bound in places))
        found.append(_without_furniture(words, document) if document.furniture else words)
    return found


def _hash_words(letters: NDArray[np.uint32], lengths: Places) -> Hashes:
    """The number of each word, from the letters of all words and how many each has."""
    if not len(lengths):
        return np.zeros(0, dtype=np.uint64)
    first = np.cumsum(lengths) - lengths
    depth = np.arange(len(letters)) - np.repeat(first, lengths)
    weighed = (letters + LETTER_BASE) * _powers_of(LETTER_BASE, LETTER_WEIGHTS)[
        depth % LETTER_WEIGHTS
    ]
    return mix_bits(np.add.reduceat(weighed, first))


def _without_furniture(words: Words, document: Document) -> Words:
    hashes = words.hash.copy()
    number = np.uint64(int(document.id[:16], 16))
    for span in document.furniture:
        rows = slice(*np.searchsorted(words.start, (span.start, span.end)))
        hashes[rows] = mix_bits(number + words.start[rows].astype(np.uint64))
    return replace(words, hash=hashes)


def shingles(hashes: Hashes, size: int) -> Hashes:
    """The number of every run of `size` words, [words - size + 1]."""
    count = len(hashes) - size + 1
    if count < 1:
        return np.zeros(0, dtype=np.uint64)
    out = np.zeros(count, dtype=np.uint64)
    for offset, weight in enumerate(_powers_of(WORD_BASE, size)):
        out += hashes[offset : offset + count] * weight
    return mix_bits(out)


def winnow(hashes: Hashes, window: int) -> Places:
    """The places of the lowest number in every window (Schleimer, Wilkerson and Aiken 2003).

    Texts that share `window` shingles in a row share at least one of these.

    >>> winnow(np.array([5, 9, 7, 8, 1, 6], dtype=np.uint64), 3).tolist()
    [0, 2, 4]
    """
    if len(hashes) <= window:
        return np.flatnonzero(hashes == hashes.min()) if len(hashes) else np.zeros(0, np.int64)
    count = len(hashes) - window + 1
    least = hashes[:count].copy()
    for offset in range(1, window):
        np.minimum(least, hashes[offset : offset + count], out=least)
    kept = np.zeros(len(hashes), dtype=np.bool_)
    for offset in range(window):
        kept[offset : offset + count] |= hashes[offset : offset + count] == least
    return np.flatnonzero(kept)


def mix_bits(numbers: Hashes) -> Hashes:
    """The numbers with their bits mixed (the finaliser of splitmix64)."""
    out = (numbers ^ (numbers >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    out = (out ^ (out >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    stirred: Hashes = out ^ (out >> np.uint64(31))
    return stirred


@cache
def _powers_of(base: np.uint64, count: int) -> Hashes:
    return np.cumprod(np.full(count, base, dtype=np.uint64), dtype=np.uint64)


@cache
def _alphanumeric_flags() -> NDArray[np.int8]:
    """1 for each code point that is a letter or a digit; the last row is for all beyond."""
    return np.array([chr(point).isalnum() for point in range(CODE_POINTS)] + [False], dtype=np.int8)


def _code_points(text: str) -> NDArray[np.uint32]:
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)


def _lower_letters(text: str) -> str:
    """The text in lower case, with the same number of letters."""
    lower = text.lower()
    if len(lower) != len(text):  # a few capitals have a lower case of two letters
        lower = "".join(letter.lower()[0] for letter in text)
    return lower
