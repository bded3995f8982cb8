"""What untrue.toml says, checked: words for what is not so."""

from dataclasses import dataclass
from functools import cache

from sayso.lexicon.load import refuse_unknown
from sayso.lexicon.phrases import Phrases, phrases_by_first_word, single_words

KINDS = ("untrue", "mistaken", "nothing")


@dataclass(frozen=True, slots=True)
class UntrueWords:
    """`rejecting` holds the phrases of statements that reject a claim, by how a statement reads
    them ("untrue", "mistaken", "nothing", "flat"); `compared` the words in claims that are
    compared."""

    rejecting: dict[str, Phrases]
    compared: frozenset[str]


@cache
def untrue_words() -> UntrueWords:
    """The words for what is not so. Raises BrokenLexicon."""
    known = [f"{section}.{kind}" for section in ("shared", "rejection") for kind in KINDS]
    refuse_unknown("untrue", (*known, "rejection.flat", "compared.words"))
    rejecting = {
        kind: phrases_by_first_word("untrue", "rejection", kind) for kind in (*KINDS, "flat")
    }
    return UntrueWords(rejecting, single_words("untrue", "compared", "words"))
