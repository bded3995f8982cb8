"""A text as words, figures and marks."""

import re
from collections.abc import Sequence
from typing import NamedTuple

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|\d[\d.,]*|[^\w\s]|_")
LOOSE = re.compile(r"\d[.,]++(?!\d)")  # points and commas behind digits that are none of theirs


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
    end = len(text) if end is None else end
    # Word(...) written out: no function is called more often.
    found = [
        tuple.__new__(Word, (*match.span(), match[0].lower()))
        for match in WORD.finditer(text, start, end)
    ]
    return _parted(text, found) if LOOSE.search(text, start, end) else found


def _parted(text: str, found: Sequence[Word]) -> list[Word]:
    """The same, points and commas at the end of digits as words of their own."""
    out = []
    for word in found:
        if word.lower[-1] in ".," and len(word.lower) > 1:
            bare = word.lower.rstrip(".,")
            end = word.start + len(bare)
            out.append(Word(word.start, end, bare))
            out += [Word(at, at + 1, text[at]) for at in range(end, word.end)]
        else:
            out.append(word)
    return out


def lower_at(found: Sequence[Word], at: int) -> str:
    """The word at an index in lower case and without 's; empty outside the list."""
    if not 0 <= at < len(found):
        return ""
    lower = found[at].lower
    return lower[:-2] if lower.endswith(("'s", "’s")) else lower
