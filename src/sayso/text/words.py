"""A text as words, figures and marks."""

import re
from collections.abc import Sequence
from typing import NamedTuple

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|\d[\d.,]*|[^\w\s]|_")


class Word(NamedTuple):
    """One word, run of digits or mark: [start, end) of the text, and the same in lower case."""

    start: int
    end: int
    lower: str


def words(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """The words of text[start:end]; digits keep the points and commas between them.

    >>> [word.lower for word in words("Some 1,200 of Mali's men, at 3.30.")]
    ['some', '1,200', 'of', "mali's", 'men', ',', 'at', '3.30', '.']
    """
    found = []
    for match in WORD.finditer(text, start, len(text) if end is None else end):
        first, last = match.span()
        lower = match.group().lower()
        if lower[-1] in ".," and last - first > 1:
            bare = lower.rstrip(".,")
            found.append(Word(first, first + len(bare), bare))
            found += [Word(at, at + 1, text[at]) for at in range(first + len(bare), last)]
        else:
            found.append(Word(first, last, lower))
    return found


def lower_at(found: Sequence[Word], at: int) -> str:
    """The word at an index in lower case and without 's; empty outside the list."""
    if not 0 <= at < len(found):
        return ""
    return found[at].lower.removesuffix("'s").removesuffix("’s")
