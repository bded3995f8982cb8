"""What clauses.toml says, checked."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from sayso.errors import BrokenLexicon
from sayso.lexicon.load import refuse_unknown, table
from sayso.lexicon.phrases import single_words

# In the order of the fields of ClauseWords.
KEYS = (
    *("clause.finite", "clause.subjects", "clause.endings", "clause.determiners"),
    *("clause.prepositions", "clause.opening", "person.first", "person.second", "person.pronouns"),
    "shortened.subjects",
)
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
    refuse_unknown("clauses", (*KEYS, *TABLES))
    return ClauseWords(
        *(single_words("clauses", *key.split(".")) for key in KEYS),
        shortened_verbs=_whole_forms("verbs"),
        shortened_negations=_whole_forms("negations"),
    )


def _whole_forms(kind: str) -> Mapping[str, str]:
    forms = table("clauses").get("shortened", {}).get(kind)
    if not isinstance(forms, dict) or not all(isinstance(word, str) for word in forms.values()):
        raise BrokenLexicon(f"clauses.toml: shortened.{kind} is not a table of words")
    return forms
