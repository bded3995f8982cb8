"""What vetoes.toml says, checked: words that keep a number from counting the harmed."""

from dataclasses import dataclass
from functools import cache

from sayso.lexicon.load import refuse_unknown, word_list
from sayso.lexicon.phrases import Phrase, Phrases, phrases_by_first_word, single_words


@dataclass(frozen=True, slots=True)
class VetoWords:
    """Phrases of fiction by their first word, what a camera is and how it captures, words of survival,
    and words before a death."""

    fiction: Phrases
    cameras: frozenset[str]
    on_camera: frozenset[Phrase]
    survival: frozenset[str]
    before_death: frozenset[Phrase]


@cache
def veto_words() -> VetoWords:
    """The words of the vetoes. Raises BrokenLexicon."""
    keys = ("fiction.phrases", "camera.before", "camera.behind")
    refuse_unknown("vetoes", (*keys, "survival.words", "survival.before_death"))
    return VetoWords(
        fiction=phrases_by_first_word("vetoes", "fiction", "phrases"),
        cameras=single_words("vetoes", "camera", "before"),
        on_camera=frozenset(
            tuple(phrase.split()) for phrase in word_list("vetoes", "camera", "behind")
        ),
        survival=frozenset(word_list("vetoes", "survival", "words")),
        before_death=frozenset(
            tuple(phrase.split()) for phrase in word_list("vetoes", "survival", "before_death")
        ),
    )
