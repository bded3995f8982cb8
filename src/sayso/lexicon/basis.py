"""What basis.toml says, checked: the words that tell how a speaker knows."""

from dataclasses import dataclass
from functools import cache

from sayso.lexicon.load import refuse_unknown
from sayso.lexicon.phrases import Phrases, phrases_by_first_word, single_words

LISTS = (
    "eyewitness.people",
    "eyewitness.not_behind",
    "eyewitness.courts",
    "eyewitness.verbs",
    "eyewitness.hearing",
    "eyewitness.hearsay",
    "eyewitness.not_before",
    "eyewitness.figurative",
    "eyewitness.itself",
    "eyewitness.auxiliaries",
    "eyewitness.first_person",
    "eyewitness.negations",
    "second_hand.people",
    "second_hand.several",
    "document.plain",
    "document.written",
    "document.kinds",
    "video.nouns",
    "leads.naming",
    "leads.breaks",
)
PHRASES = (
    "eyewitness.present",
    "second_hand.told",
    "second_hand.briefed",
    "leads.words",
    "leads.access",
)


@dataclass(frozen=True, slots=True)
class BasisWords:
    """Single words and phrases by their dotted key; phrases by their first word, longest first."""

    lists: dict[str, frozenset[str]]
    phrases: dict[str, Phrases]


@cache
def basis_words() -> BasisWords:
    """The words. Raises BrokenLexicon."""
    refuse_unknown("basis", (*LISTS, *PHRASES))
    return BasisWords(
        {key: single_words("basis", *key.split(".")) for key in LISTS},
        {key: phrases_by_first_word("basis", *key.split(".")) for key in PHRASES},
    )
