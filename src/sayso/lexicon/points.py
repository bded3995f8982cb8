"""What points.toml says, checked."""

from dataclasses import dataclass
from functools import cache

from sayso.errors import BrokenLexicon
from sayso.lexicon.inflect import verb_forms
from sayso.lexicon.load import refuse_unknown, table, word_list
from sayso.lexicon.no_comment import no_comment
from sayso.lexicon.phrases import Phrases, phrases_by_first_word
from sayso.lexicon.untrue import untrue_words


@dataclass(frozen=True, slots=True)
class PointWords:
    """Words that show what a claim is about and which way it goes.

    `opening` holds phrases as tuples of words, longest first; the others are words in lower case.
    """

    accusation: frozenset[str]
    statement: frozenset[str]
    determiner: frozenset[str]
    about: frozenset[str]
    about_right: frozenset[str]
    between: frozenset[str]
    time: frozenset[str]
    clock: frozenset[str]
    aged: frozenset[str]
    opening: tuple[tuple[str, ...], ...]
    open: frozenset[str]
    asked: frozenset[str]
    plain: frozenset[str]
    asking: frozenset[str]
    own: frozenset[str]
    leaning: frozenset[str]
    subjectless: frozenset[str]
    relative: frozenset[str]
    leading_on: frozenset[str]
    turning: frozenset[str]
    untrue: frozenset[str]
    harmless: frozenset[str]
    lying: frozenset[str]
    where: frozenset[str]
    failing: Phrases
    withheld: Phrases
    nothing_such: Phrases
    calling: frozenset[str]
    praising: frozenset[str]
    back: frozenset[str]
    before_owner: frozenset[str]
    common: frozenset[str]
    alike: tuple[tuple[str, ...], ...]


# Fields that are lists of words, with their keys.
LISTS = {
    **{
        name: f"pointing.{name}"
        for name in ("accusation", "statement", "determiner", "about", "back", "before_owner")
    },
    **{name: f"numbers.{name}" for name in ("between", "time", "clock", "aged")},
    **{name: f"stance.{name}" for name in ("open", "asked", "plain", "asking")},
    **{name: f"leaning.{name}" for name in ("subjectless", "relative", "leading_on")},
    **{name: f"turning.{name}" for name in ("harmless", "lying", "where")},
    "about_right": "numbers.about",
    "own": "own.words",
    "turning": "turning.words",
    "praising": "called.praising",
    "common": "common.words",
}
OTHERS = (
    *("opening.words", "leaning.words", "turning.failing", "pointing.nothing_such", "called.verbs"),
    "alike.groups",
)


@cache
def point_words() -> PointWords:
    """The words of points. Raises BrokenLexicon."""
    refuse_unknown("points", (*LISTS.values(), *OTHERS))
    lists = {name: frozenset(word_list("points", *key.split("."))) for name, key in LISTS.items()}
    openings = [tuple(phrase.split()) for phrase in word_list("points", "opening", "words")]
    return PointWords(
        **lists,
        opening=tuple(sorted(openings, key=lambda phrase: (-len(phrase), phrase))),
        leaning=lists["subjectless"].union(word_list("points", "leaning", "words")),
        failing=phrases_by_first_word("points", "turning", "failing"),
        withheld=no_comment().leaving_open,
        untrue=untrue_words().compared,
        nothing_such=phrases_by_first_word("points", "pointing", "nothing_such"),
        calling=frozenset().union(*map(verb_forms, word_list("points", "called", "verbs"))),
        alike=_alike_groups(),
    )


def _alike_groups() -> tuple[tuple[str, ...], ...]:
    groups = table("points").get("alike", {}).get("groups")
    if not isinstance(groups, list):
        raise BrokenLexicon("points.toml: alike.groups is missing")
    for group in groups:
        listed = isinstance(group, list) and all(isinstance(word, str) and word for word in group)
        if not listed or len(group) < 2:
            raise BrokenLexicon(f"points.toml: alike.groups: {group!r} is no list of words")
    return tuple(tuple(group) for group in groups)
