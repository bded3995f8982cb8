"""A text as words that keep their hyphens and points: "CSP-DPA", "U.N.", "O’Hara"."""

import re
import unicodedata
from collections.abc import Sequence, Set
from typing import NamedTuple

from sayso.extract.casting.capitals import shouted_capitals, shouted_sentences
from sayso.lexicon.actors import actor_words
from sayso.text.marks import APOSTROPHES, ENDING_LENGTH, OPENING_DOUBLE_QUOTES
from sayso.text.quotes import quotations, quoted_characters
from sayso.text.sentences import sentences

LETTER = r"(?:[^\W_]|[\u0300-\u036f])"  # or digit, or an accent that stands by itself
WORD = re.compile(
    rf"(?:[^\W\d_]\.){{2,}}(?=[\s’'])|{LETTER}(?:{LETTER}|[’'.&‐‑-](?=[^\W_])|–(?=[A-ZÀ-Þ]))*"
)
ONE_SPELLING = str.maketrans({"‐": "-", "‑": "-", "–": "-", "’": "'", "ʼ": "'"})
JOINT = re.compile(r"['’‐‑-]")
MAX_PARTICLE = 4  # letters of "ash-Shami"
MAX_GAP = 3  # characters of white space between two words side by side


class Token(NamedTuple):
    """A word without its possessive ending, in the sentence of that number.

    `lower` has one spelling for every hyphen and apostrophe. One that opens a sentence, or a quotation,
    has its capital letter for that.
    """

    start: int
    end: int
    lower: str
    capital: bool
    possessive: bool
    sentence: int
    opens_sentence: bool


class TokenizedText(NamedTuple):
    """A text, its words, its sentences, and for every character whether a quotation holds it.

    `shouted` has the numbers of the sentences that are all in capitals: in them a word is `capital`
    where it would be in plain writing.
    """

    text: str
    tokens: list[Token]
    sentences: Sequence[tuple[int, int]]
    in_quotes: bytearray
    shouted: Set[int] = frozenset()

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
    closing = {end - 1 for _, end in marks}
    tokens: list[Token] = []
    for number, (start, end) in enumerate(spans):
        opens = True
        for match in WORD.finditer(text, start, end):
            token = _make_token(text, match, number, opens, closing)
            tokens.append(token)
            opens = text.startswith(":", token.end)
    shouted = shouted_sentences(text, spans)
    if shouted:
        names = shouted_capitals([token.lower for token in tokens if token.sentence in shouted])
        tokens = [
            token._replace(capital=token.lower in names) if token.sentence in shouted else token
            for token in tokens
        ]
    return TokenizedText(text, tokens, spans, quoted_characters(text, marks), shouted)


def _make_token(
    text: str, match: re.Match[str], sentence: int, opens: bool, closing: Set[int]
) -> Token:
    start, end = match.span()
    word = match[0]
    possessive = len(word) > ENDING_LENGTH and word[-1] in "sS" and word[-2] in APOSTROPHES
    if possessive:
        word, end = word[:-ENDING_LENGTH], end - ENDING_LENGTH
    elif word[-1] in "sS" and text[end : end + 1] in APOSTROPHES and end not in closing:
        possessive = True  # "the miners' union"
    opens = opens or (start > 0 and text[start - 1] in OPENING_DOUBLE_QUOTES)
    lower = word.lower()
    if not word.isascii():
        lower = unicodedata.normalize("NFC", lower).translate(ONE_SPELLING)
    capital = word[0].isupper() or _has_inner_capital(word)
    # Token(...) written out: this is done for every word.
    return tuple.__new__(Token, (start, end, lower, capital, possessive, sentence, opens))


def _has_inner_capital(word: str) -> bool:
    """Whether a name has its capital letter behind a particle, or an apostrophe that is a letter:
    "al-Shami", "d'Aubry", "ʻAlika"."""
    if not word[0].islower():
        return word[0].isalpha() and word[1:2].isupper()
    joint = JOINT.search(word, 1, MAX_PARTICLE)
    if joint is None or not word[joint.end()].isupper():
        return False
    return word[: joint.start()] in actor_words().joined_particle
