"""A text as words, figures and marks."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from sayso.text.marks import POSSESSIVE_ENDINGS
from sayso.text.prepared import PreparedText, read_once

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|\d[\d.,]*|[^\w\s]|_")
TRAILING_MARKS = re.compile(
    r"\d[.,]++(?!\d)"
)  # points and commas behind digits that are not part of the number


class Word(NamedTuple):
    """A word, run of digits or mark: where it stands in the text, and its letters in lower case."""

    start: int
    end: int
    lower: str


def words(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """The words of text[start:end]; digits keep the points and commas between them.

    >>> [word.lower for word in words("Some 1,200 of Mali's men, at 3.30.")]
    ['some', '1,200', 'of', "mali's", 'men', ',', 'at', '3.30', '.']
    """
    end = len(text) if end is None else end
    if isinstance(text, PreparedText):
        return _words_in_range(text, start, end)
    return _split_words(text, start, end)


def _words_in_range(text: str, start: int, end: int) -> list[Word]:
    """The words of text[start:end], taken from those of the whole text but where an end cuts a word.

    No word goes beyond a space, so that what follows the first space is split as in the whole text.
    """
    tokens, starts, ends = _all_words(text)
    first, after = bisect_left(ends, start + 1), bisect_left(starts, end)
    head, tail = [], []
    if first < after and starts[first] < start:
        first += 1
        while first < after and starts[first] == ends[first - 1]:
            first += 1
        if first == after:
            return _split_words(text, start, end)
        head = _split_words(text, start, ends[first - 1])
    if first < after and ends[after - 1] > end:
        after -= 1
        tail = _split_words(text, starts[after], end)
    return [*head, *tokens[first:after], *tail] if head or tail else tokens[first:after]


@read_once
def _all_words(text: str) -> tuple[list[Word], list[int], list[int]]:
    """The words of a whole text, where each begins, and where each ends."""
    tokens = _split_words(text, 0, len(text))
    return tokens, [word.start for word in tokens], [word.end for word in tokens]


def _split_words(text: str, start: int, end: int) -> list[Word]:
    # Word(...) written out: no function is called more often.
    tokens = [
        tuple.__new__(Word, (*match.span(), match[0].lower()))
        for match in WORD.finditer(text, start, end)
    ]
    return (
        _with_marks_split_off(text, tokens) if TRAILING_MARKS.search(text, start, end) else tokens
    )


def _with_marks_split_off(text: str, tokens: Sequence[Word]) -> list[Word]:
    """The words, with points and commas behind digits as words of their own."""
    out = []
    for word in tokens:
        if word.lower[-1] in ".," and len(word.lower) > 1:
            bare = word.lower.rstrip(".,")
            end = word.start + len(bare)
            out.append(Word(word.start, end, bare))
            out += [Word(at, at + 1, text[at]) for at in range(end, word.end)]
        else:
            out.append(word)
    return out


def lower_at(tokens: Sequence[Word], at: int) -> str:
    """The word at an index in lower case and without 's; empty outside the list."""
    if not 0 <= at < len(tokens):
        return ""
    lower = tokens[at].lower
    return lower[:-2] if lower.endswith(POSSESSIVE_ENDINGS) else lower


def two_words_at(tokens: Sequence[Word], at: int) -> str:
    """The words at an index and at the next one, as `lower_at` gives them, with a space between."""
    return f"{lower_at(tokens, at)} {lower_at(tokens, at + 1)}"
