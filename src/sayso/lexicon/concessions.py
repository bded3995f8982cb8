"""What concessions.toml says, checked: the words by which somebody admits something."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from sayso.lexicon.inflect import verb_forms
from sayso.lexicon.load import refuse_unknown, word_list
from sayso.lexicon.phrases import Phrases, phrases_by_first_word, single_words

WORDS = {
    "forced": "cue.forced",
    "unreal": "cue.unreal",
    **{name: f"content.{name}" for name in ("fault", "contest", "no_gerund")},
    **{
        name: f"own_words.{name}"
        for name in (
            *("own_subject", "own_possessive", "missed", "missed_if_better", "better"),
            *("before_have", "supposing", "blocked", "sympathy"),
        )
    },
    "together": "dealing.together",
    "dealing_nouns": "dealing.nouns",
}
VERBS = {
    **{
        name: f"cue.{name}"
        for name in ("admitting", "pleading", "acknowledging", "regretting", "denying")
    },
    "dealing_verbs": "dealing.verbs",
}
PHRASES = ("own_words.after_subject", "own_words.hindsight")


@dataclass(frozen=True, slots=True)
class ConcessionWords:
    """The lists of concessions.toml in lower case; every verb in all its forms."""

    admitting: frozenset[str]
    pleading: frozenset[str]
    acknowledging: frozenset[str]
    regretting: frozenset[str]
    denying: frozenset[str]
    forced: frozenset[str]
    unreal: frozenset[str]
    fault: frozenset[str]
    contest: frozenset[str]
    no_gerund: frozenset[str]
    own_subject: frozenset[str]
    own_possessive: frozenset[str]
    missed: frozenset[str]
    missed_if_better: frozenset[str]
    better: frozenset[str]
    before_have: frozenset[str]
    supposing: frozenset[str]
    blocked: frozenset[str]
    sympathy: frozenset[str]
    together: frozenset[str]
    dealing_verbs: frozenset[str]
    dealing_nouns: frozenset[str]
    after_subject: Phrases
    hindsight: Phrases

    @property
    def dealing(self) -> frozenset[str]:
        """The words for what two parties do with each other."""
        return self.dealing_verbs | self.dealing_nouns


@cache
def concession_words() -> ConcessionWords:
    """The lists. Raises BrokenLexicon."""
    refuse_unknown("concessions", (*WORDS.values(), *VERBS.values(), *PHRASES))
    after_subject, hindsight = (
        phrases_by_first_word("concessions", *key.split(".")) for key in PHRASES
    )
    return ConcessionWords(
        **{name: single_words("concessions", *key.split(".")) for name, key in WORDS.items()},
        **{name: _forms(word_list("concessions", *key.split("."))) for name, key in VERBS.items()},
        after_subject=after_subject,
        hindsight=hindsight,
    )


def _forms(verbs: Iterable[str]) -> frozenset[str]:
    return frozenset(form for verb in verbs for form in verb_forms(verb))
