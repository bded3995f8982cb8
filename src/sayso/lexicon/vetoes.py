"""What vetoes.toml says, checked: words that keep a number from counting the harmed."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from sayso.lexicon.load import refuse_unknown, word_list
from sayso.lexicon.phrases import Phrase, Phrases, phrases_by_first_word

SETTINGS = ("fiction", "camera")


@dataclass(frozen=True, slots=True)
class VetoWords:
    """For each setting its phrases by their first word; words of survival, and words before a death."""

    settings: Mapping[str, Phrases]
    survival: frozenset[str]
    before_death: frozenset[Phrase]


@cache
def veto_words() -> VetoWords:
    """The words of the vetoes. Raises BrokenLexicon."""
    keys = [f"{name}.phrases" for name in SETTINGS]
    refuse_unknown("vetoes", (*keys, "survival.words", "survival.before_death"))
    return VetoWords(
        settings={name: phrases_by_first_word("vetoes", name, "phrases") for name in SETTINGS},
        survival=frozenset(word_list("vetoes", "survival", "words")),
        before_death=frozenset(
            tuple(phrase.split()) for phrase in word_list("vetoes", "survival", "before_death")
        ),
    )
