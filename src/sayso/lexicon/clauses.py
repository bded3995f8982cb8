"""What clauses.toml says, checked."""

from dataclasses import dataclass
from functools import cache

from sayso.lexicon.load import words


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
    clause = ("finite", "subjects", "endings", "determiners", "prepositions", "opening")
    lists = [frozenset(words("clauses", "clause", key)) for key in clause]
    persons = [
        frozenset(words("clauses", "person", key)) for key in ("first", "second", "pronouns")
    ]
    return ClauseWords(*lists, *persons)
