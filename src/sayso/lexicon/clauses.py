"""What clauses.toml says, checked."""

from dataclasses import dataclass
from functools import cache

from sayso.lexicon.load import refuse_unknown
from sayso.lexicon.phrases import single_words

# In the order of the fields of ClauseWords.
KEYS = (
    *("clause.finite", "clause.subjects", "clause.endings", "clause.determiners"),
    *("clause.prepositions", "clause.opening", "person.first", "person.second", "person.pronouns"),
)


@dataclass(frozen=True, slots=True)
class ClauseWords:
    """The lists of clauses.toml, in lower case."""

    finite: frozenset[str]
    subjects: frozenset[str]
    endings: frozenset[str]
    determiners: frozenset[str]
    prepositions: frozenset[str]
    opening: frozenset[str]
    first: frozenset[str]
    second: frozenset[str]
    pronouns: frozenset[str]

    def is_finite(self, word: str) -> bool:
        """Whether a word, in lower case with straight apostrophes, shows that a clause is one."""
        stem, mark, ending = word.partition("'")
        shortened = bool(mark) and stem in self.subjects and ending in self.endings
        return word in self.finite or shortened


@cache
def clause_words() -> ClauseWords:
    """The lists. Raises BrokenLexicon."""
    refuse_unknown("clauses", KEYS)
    return ClauseWords(*(single_words("clauses", *key.split(".")) for key in KEYS))
