"""What chains.toml says, checked: words by which one speaker leads on to another."""

from dataclasses import dataclass
from functools import cache

from sayso.lexicon.load import refuse_unknown
from sayso.lexicon.phrases import Phrases, phrases_by_first_word, single_words

LISTS = (
    "speaker.breaks",
    "speaker.things",
    "passive.verbs",
    "passive.naming",
    "passive.charging",
    "passive.joints",
    "hearsay.verbs",
    "hearsay.joints",
    "hearsay.participles",
)
PHRASES = ("leads.inner", "leads.outer")


@dataclass(frozen=True, slots=True)
class ChainWords:
    """Single words and phrases by their dotted key; phrases by their first word, longest first."""

    lists: dict[str, frozenset[str]]
    phrases: dict[str, Phrases]


@cache
def chain_words() -> ChainWords:
    """The words. Raises BrokenLexicon."""
    refuse_unknown("chains", (*LISTS, *PHRASES))
    return ChainWords(
        {key: single_words("chains", *key.split(".")) for key in LISTS},
        {key: phrases_by_first_word("chains", *key.split(".")) for key in PHRASES},
    )
