"""What tenses.toml says, checked: the words around a verb."""

from dataclasses import dataclass
from functools import cache

from sayso.lexicon.load import refuse_unknown, word_list

AROUND = (
    *("between", "determiners", "subjects", "objects", "joints", "timed", "leads", "negations"),
    *("clauses", "adverbs", "doing", "behind_noun", "ending_subject", "ending_object", "known"),
    *("before_compared", "comparing", "superlatives", "carrying", "at_that_time", "relative"),
    "of_another",
)
HELPERS = ("have", "had", "ahead", "past", "present", "be", "to")


@dataclass(frozen=True, slots=True)
class TenseWords:
    """Helpers of a verb by what they are ("had", "ahead"), and the words around verbs and nouns."""

    helpers: dict[str, str]
    between: frozenset[str]
    determiners: frozenset[str]
    subjects: frozenset[str]
    objects: frozenset[str]
    joints: frozenset[str]
    timed: frozenset[str]
    leads: frozenset[str]
    negations: frozenset[str]
    clauses: frozenset[str]
    adverbs: frozenset[str]
    doing: frozenset[str]
    behind_noun: frozenset[str]
    ending_subject: frozenset[str]
    ending_object: frozenset[str]
    known: frozenset[str]
    before_compared: frozenset[str]
    comparing: frozenset[str]
    superlatives: frozenset[str]
    carrying: frozenset[str]
    at_that_time: frozenset[str]
    relative: frozenset[str]
    of_another: frozenset[str]


@cache
def tense_words() -> TenseWords:
    """The words around verbs. Raises BrokenLexicon."""
    known = [f"helpers.{name}" for name in HELPERS] + [f"around.{name}" for name in AROUND]
    refuse_unknown("tenses", known)
    helpers = {word: name for name in HELPERS for word in word_list("tenses", "helpers", name)}
    return TenseWords(helpers, *(frozenset(word_list("tenses", "around", name)) for name in AROUND))
