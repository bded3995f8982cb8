"""What clauses.toml says, checked."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from sayso.errors import BrokenLexicon
from sayso.lexicon.load import refuse_unknown, table
from sayso.lexicon.phrases import single_words

# Fields that are lists of words, with their keys.
LISTS = {
    **{
        name: f"clause.{name}"
        for name in (
            "finite",
            "subjects",
            "endings",
            "determiners",
            "prepositions",
            "opening",
            "joining",
        )
    },
    **{name: f"person.{name}" for name in ("first", "second", "pronouns")},
    "shortened_subjects": "shortened.subjects",
}
TABLES = ("shortened.verbs", "shortened.negations")


@dataclass(frozen=True, slots=True)
class ClauseWords:
    """The lists of clauses.toml, in lower case, and its tables of shortened words."""

    finite: frozenset[str]
    subjects: frozenset[str]
    endings: frozenset[str]
    determiners: frozenset[str]
    prepositions: frozenset[str]
    opening: frozenset[str]
    joining: frozenset[str]
    first: frozenset[str]
    second: frozenset[str]
    pronouns: frozenset[str]
    shortened_subjects: frozenset[str]
    shortened_verbs: Mapping[str, str]
    shortened_negations: Mapping[str, str]

    def is_finite(self, word: str) -> bool:
        """Whether a word, in lower case with straight apostrophes, shows that a clause is one."""
        stem, mark, ending = word.partition("'")
        shortened = bool(mark) and stem in self.subjects and ending in self.endings
        return word in self.finite or shortened


@cache
def clause_words() -> ClauseWords:
    """The lists. Raises BrokenLexicon."""
    refuse_unknown("clauses", (*LISTS.values(), *TABLES))
    return ClauseWords(
        **{name: single_words("clauses", *key.split(".")) for name, key in LISTS.items()},
        shortened_verbs=_whole_forms("verbs"),
        shortened_negations=_whole_forms("negations"),
    )


def _whole_forms(kind: str) -> Mapping[str, str]:
    forms = table("clauses").get("shortened", {}).get(kind)
    if not isinstance(forms, dict) or not all(isinstance(word, str) for word in forms.values()):
        raise BrokenLexicon(f"clauses.toml: shortened.{kind} is not a table of words")
    return forms
