"""The words that a search found, cut into pieces that are marked or not; never markup."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from sayso.case.searching import words_of

# What SQLite puts around found words. No text means anything by these; one that has them is only
# marked at wrong places.
BEGIN, END = "\ufdd0", "\ufdd1"


class Piece(NamedTuple):
    """A piece of a text, and whether it was looked for."""

    text: str
    found: bool


def pieces_of(marked: str | None) -> Sequence[Piece]:
    """The pieces of a text with the marks of SQLite.

    >>> [tuple(one) for one in pieces_of(f"shelled the {BEGIN}market{END}")]
    [('shelled the ', False), ('market', True)]
    """
    pieces = []
    for place, part in enumerate((marked or "").split(BEGIN)):
        inside, _, after = part.partition(END) if place else ("", "", part)
        pieces += [Piece(inside, True), Piece(after.replace(END, ""), False)]
    return [one for one in pieces if one.text]


def pieces_with(text: str | None, words: str) -> Sequence[Piece]:
    """The pieces of a text in which these words are marked, however they are cased.

    >>> [one.text for one in pieces_with("The Market of Velden", "market") if one.found]
    ['Market']
    """
    wanted = "|".join(re.escape(word) for word in sorted(words_of(words), key=len, reverse=True))
    if not wanted:
        return pieces_of(text)
    parts = re.split(f"({wanted})", text or "", flags=re.IGNORECASE)
    return [Piece(part, bool(place % 2)) for place, part in enumerate(parts) if part]
