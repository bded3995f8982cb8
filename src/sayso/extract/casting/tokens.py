"""A text as words that keep their hyphens and points: "CSP-DPA", "U.N.", "O’Hara"."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from sayso.text.quotes import quotations, quoted
from sayso.text.sentences import sentences

WORD = re.compile(r"(?:[^\W\d_]\.){2,}(?=[\s’'])|[^\W_](?:[^\W_]|[’'.&-](?=[^\W_]))*")


class Token(NamedTuple):
    """A word without its possessive ending. `sentence` is the number of its sentence; `opens` says
    that it is the first there or in a quotation, where a capital letter means nothing."""

    start: int
    end: int
    lower: str
    capital: bool
    possessive: bool
    sentence: int
    opens: bool


class Reading(NamedTuple):
    """A text, its words, its sentences, and for every character whether a quotation holds it."""

    text: str
    tokens: list[Token]
    sentences: Sequence[tuple[int, int]]
    inside: bytearray
    quotations: Sequence[tuple[int, int]]

    def gap(self, left: int, right: int) -> str:
        """What stands between two tokens."""
        return self.text[self.tokens[left].end : self.tokens[right].start]

    def adjacent(self, left: int, right: int) -> bool:
        """Whether nothing but white space parts two tokens of one sentence."""
        one, other = self.tokens[left], self.tokens[right]
        return (
            one.sentence == other.sentence
            and not one.possessive
            and (other.start - one.end == 1 or other.start - one.end < 4)
            and self.text[one.end : other.start].isspace()
        )


def read_words(text: str) -> Reading:
    """The words of a text, in order."""
    spans = sentences(text)
    marks = quotations(text)
    found: list[Token] = []
    for number, (start, end) in enumerate(spans):
        opens = True
        for match in WORD.finditer(text, start, end):
            token = _token(text, match.start(), match.end(), number, opens)
            found.append(token)
            opens = text[token.end : token.end + 1] == ":"
    return Reading(text, found, spans, quoted(text, marks), marks)


def _token(text: str, start: int, end: int, sentence: int, opens: bool) -> Token:
    word = text[start:end]
    possessive = len(word) > 2 and word[-1] in "sS" and word[-2] in "’'"
    if possessive:
        word, end = word[:-2], end - 2
    opens = opens or (text[start - 1 : start] in '“„«"' and start > 0)
    return Token(start, end, word.lower(), word[0].isupper(), possessive, sentence, opens)
