"""A text as words that keep their hyphens and points: "CSP-DPA", "U.N.", "O’Hara"."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from sayso.text.marks import APOSTROPHES, ENDING_LENGTH, OPENING_DOUBLE_QUOTES
from sayso.text.quotes import quotations, quoted_characters
from sayso.text.sentences import sentences

WORD = re.compile(r"(?:[^\W\d_]\.){2,}(?=[\s’'])|[^\W_](?:[^\W_]|[’'.&-](?=[^\W_]))*")
MAX_GAP = 3  # characters of white space between two words side by side


class Token(NamedTuple):
    """A word without its possessive ending, in the sentence of that number. One that opens a
    sentence, or a quotation, has its capital letter for that."""

    start: int
    end: int
    lower: str
    capital: bool
    possessive: bool
    sentence: int
    opens_sentence: bool


class TokenizedText(NamedTuple):
    """A text, its words, its sentences, its quotations, and for every character whether one of
    these holds it."""

    text: str
    tokens: list[Token]
    sentences: Sequence[tuple[int, int]]
    in_quotes: bytearray
    quotations: Sequence[tuple[int, int]]

    def text_between(self, left: int, right: int) -> str:
        """What stands between two tokens."""
        return self.text[self.tokens[left].end : self.tokens[right].start]

    def are_adjacent(self, left: int, right: int) -> bool:
        """Whether two tokens of one sentence have only white space between them."""
        first, second = self.tokens[left], self.tokens[right]
        return (
            first.sentence == second.sentence
            and not first.possessive
            and second.start - first.end <= MAX_GAP
            and self.text[first.end : second.start].isspace()
        )


def tokenize_text(text: str) -> TokenizedText:
    """The words of a text, in order."""
    spans = sentences(text)
    marks = quotations(text)
    tokens: list[Token] = []
    for number, (start, end) in enumerate(spans):
        opens = True
        for match in WORD.finditer(text, start, end):
            token = _make_token(text, match, number, opens)
            tokens.append(token)
            opens = text.startswith(":", token.end)
    return TokenizedText(text, tokens, spans, quoted_characters(text, marks), marks)


def _make_token(text: str, match: re.Match[str], sentence: int, opens: bool) -> Token:
    start, end = match.span()
    word = match[0]
    possessive = len(word) > ENDING_LENGTH and word[-1] in "sS" and word[-2] in APOSTROPHES
    if possessive:
        word, end = word[:-ENDING_LENGTH], end - ENDING_LENGTH
    opens = opens or (start > 0 and text[start - 1] in OPENING_DOUBLE_QUOTES)
    # Token(...) written out: this is done for every word.
    return tuple.__new__(
        Token, (start, end, word.lower(), word[0].isupper(), possessive, sentence, opens)
    )
