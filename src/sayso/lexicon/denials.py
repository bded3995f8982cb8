"""What denials.toml says, checked: the words by which a denial tells what it denies."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from sayso.lexicon.inflect import verb_forms
from sayso.lexicon.load import refuse_unknown, word_list
from sayso.lexicon.phrases import Phrases, phrases_by_first_word, single_words

WORDS = {
    **{name: f"nouns.{name}" for name in ("charge", "statement", "deed", "wish")},
    **{
        name: f"pointing.{name}"
        for name in ("pronouns", "quantity", "before_owner", "before_proposition")
    },
    "opposed": "speaker.opposed",
}
VERBS = {name: f"cue.{name}" for name in ("opposing", "answering", "charging")}
PHRASES = ("cue.countering", "plea.phrases", "plea.never")


@dataclass(frozen=True, slots=True)
class DenialWords:
    """The lists of denials.toml in lower case; every verb in all its forms."""

    charge: frozenset[str]
    statement: frozenset[str]
    deed: frozenset[str]
    wish: frozenset[str]
    pronouns: frozenset[str]
    quantity: frozenset[str]
    before_owner: frozenset[str]
    before_proposition: frozenset[str]
    opposed: frozenset[str]
    opposing: frozenset[str]
    answering: frozenset[str]
    charging: frozenset[str]
    countering: Phrases
    plea: Phrases
    never: Phrases

    @property
    def nouns(self) -> frozenset[str]:
        """The nouns for something said or done that a denial can deny."""
        return self.charge | self.statement | self.deed


@cache
def denial_words() -> DenialWords:
    """The lists. Raises BrokenLexicon."""
    refuse_unknown("denials", (*WORDS.values(), *VERBS.values(), *PHRASES))
    countering, plea, never = (phrases_by_first_word("denials", *key.split(".")) for key in PHRASES)
    return DenialWords(
        **{name: single_words("denials", *key.split(".")) for name, key in WORDS.items()},
        **{name: _forms(word_list("denials", *key.split("."))) for name, key in VERBS.items()},
        countering=countering,
        plea=plea,
        never=never,
    )


def _forms(verbs: Iterable[str]) -> frozenset[str]:
    return frozenset(form for verb in verbs for form in verb_forms(verb))
