"""Words as blocks of a page are compared by them."""

import re
import unicodedata
from collections.abc import Iterable

WORDS_PER_RUN = 4  # words looked up together
MIN_SHARE_OF_RUNS = 0.6  # the share of a block's runs that are in a text
WORD = re.compile(r"\w+")

Words = tuple[str, ...]


def words_of(text: str) -> Words:
    """The words of a text as they are compared: no case, no marks, no compatibility forms."""
    if text.isascii():
        return tuple(WORD.findall(text.lower()))
    plain = unicodedata.normalize("NFKC", text).casefold()
    for mark in set(plain):
        if mark >= "\xad" and unicodedata.category(mark) == "Cf":
            plain = plain.replace(mark, "")
    return tuple(WORD.findall(plain))


def word_runs(words: Words) -> Iterable[Words]:
    """Every run of WORDS_PER_RUN words."""
    return zip(*(words[first:] for first in range(WORDS_PER_RUN)), strict=False)


def share_of_runs(words: Words, runs: frozenset[Words]) -> float:
    """The share of the runs of the words that are among the runs; 0 if the words have no run."""
    own = list(word_runs(words))
    return sum(map(runs.__contains__, own)) / len(own) if own else 0.0


def is_in(words: Words, runs: frozenset[Words]) -> bool:
    """Whether most of the words stand in the text of these runs."""
    return share_of_runs(words, runs) >= MIN_SHARE_OF_RUNS
