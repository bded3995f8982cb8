"""What revisions.toml says, checked."""

from dataclasses import dataclass
from functools import cache

from sayso.lexicon.load import refuse_unknown
from sayso.lexicon.phrases import Phrases, phrases_by_first_word, single_words

KEYS = (
    *("former.before", "former.behind", "former.changing", "correcting.before"),
    *("correcting.behind", "correcting.lowering", "correcting.tally"),
)


@dataclass(frozen=True, slots=True)
class RevisionWords:
    """Words that make a number an earlier one or a correction; phrases by their first word."""

    former: Phrases
    former_behind: Phrases
    changing: frozenset[str]
    correcting: Phrases
    correcting_behind: Phrases
    lowering: frozenset[str]
    tally: frozenset[str]


@cache
def revision_words() -> RevisionWords:
    """The words of revisions. Raises BrokenLexicon."""
    refuse_unknown("revisions", KEYS)
    return RevisionWords(
        former=phrases_by_first_word("revisions", "former", "before"),
        former_behind=phrases_by_first_word("revisions", "former", "behind"),
        changing=single_words("revisions", "former", "changing"),
        correcting=phrases_by_first_word("revisions", "correcting", "before"),
        correcting_behind=phrases_by_first_word("revisions", "correcting", "behind"),
        lowering=single_words("revisions", "correcting", "lowering"),
        tally=single_words("revisions", "correcting", "tally"),
    )
