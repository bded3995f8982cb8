"""What counts.toml says, checked: words that make a number no count of all victims of an event."""

from dataclasses import dataclass
from functools import cache

from sayso.lexicon.load import refuse_unknown, word_list
from sayso.lexicon.phrases import Phrases, phrases_by_first_word, single_words

KEYS = (
    *("another.before", "another.also", "another.behind", "another.indefinite"),
    *("another.relative", "place.before", "place.wide", "clause.marks"),
    *("part.before", "part.behind", "part.each", "part.whole", "grown.verbs"),
)


@dataclass(frozen=True, slots=True)
class CountWords:
    """Words beside a number: of another event, of a part, and of a number that grew."""

    another: frozenset[str]
    another_behind: Phrases
    indefinite: frozenset[str]
    relative: frozenset[str]
    before_place: frozenset[str]
    wide_places: frozenset[str]
    clause_marks: frozenset[str]
    also: frozenset[str]
    part_before: frozenset[str]
    part_behind: frozenset[str]
    each: frozenset[str]
    whole: frozenset[str]
    grown: frozenset[str]


@cache
def count_words() -> CountWords:
    """The words beside counts. Raises BrokenLexicon."""
    refuse_unknown("counts", KEYS)
    return CountWords(
        another=single_words("counts", "another", "before"),
        another_behind=phrases_by_first_word("counts", "another", "behind"),
        indefinite=single_words("counts", "another", "indefinite"),
        relative=single_words("counts", "another", "relative"),
        before_place=single_words("counts", "place", "before"),
        wide_places=single_words("counts", "place", "wide"),
        clause_marks=single_words("counts", "clause", "marks"),
        also=single_words("counts", "another", "also"),
        part_before=single_words("counts", "part", "before"),
        part_behind=frozenset(word_list("counts", "part", "behind")),
        each=single_words("counts", "part", "each"),
        whole=single_words("counts", "part", "whole"),
        grown=single_words("counts", "grown", "verbs"),
    )
