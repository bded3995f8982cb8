"""What points.toml says, checked."""

from dataclasses import dataclass
from functools import cache

from sayso.errors import BrokenLexicon
from sayso.lexicon.inflect import verb_forms
from sayso.lexicon.load import table, words
from sayso.lexicon.no_comment import no_comment
from sayso.lexicon.phrases import Phrases, phrases
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
    tally: frozenset[str]
    between: frozenset[str]
    time: frozenset[str]
    units: frozenset[str]
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
    charged_of: frozenset[str]
    praising: frozenset[str]
    back: frozenset[str]
    common: frozenset[str]
    alike: tuple[tuple[str, ...], ...]
    opposite: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]


TURNING = ("harmless", "lying", "where")


@cache
def point_words() -> PointWords:
    """The words of points. Raises BrokenLexicon."""
    openings = [tuple(phrase.split()) for phrase in words("points", "opening", "words")]
    pointing = ("accusation", "statement", "determiner", "about")
    return PointWords(
        **{name: frozenset(words("points", "pointing", name)) for name in pointing},
        opening=tuple(sorted(openings, key=lambda phrase: (-len(phrase), phrase))),
        about_right=frozenset(words("points", "numbers", "about")),
        tally=frozenset(words("points", "numbers", "tally")),
        **{
            name: frozenset(words("points", "numbers", name))
            for name in ("between", "time", "units", "clock", "aged")
        },
        **{
            name: frozenset(words("points", "stance", name))
            for name in ("open", "asked", "plain", "asking")
        },
        own=frozenset(words("points", "own", "words")),
        leaning=frozenset(
            {*words("points", "leaning", "words"), *words("points", "leaning", "subjectless")}
        ),
        subjectless=frozenset(words("points", "leaning", "subjectless")),
        relative=frozenset(words("points", "leaning", "relative")),
        leading_on=frozenset(words("points", "leaning", "leading_on")),
        turning=frozenset(words("points", "turning", "words")),
        failing=phrases("points", "turning", "failing"),
        withheld=no_comment().leaving_open,
        untrue=untrue_words().compared,
        nothing_such=phrases("points", "pointing", "nothing_such"),
        calling=frozenset().union(*map(verb_forms, words("points", "called", "verbs"))),
        charged_of=frozenset(words("points", "called", "of")),
        praising=frozenset(words("points", "called", "praising")),
        back=frozenset(words("points", "pointing", "back")),
        **{name: frozenset(words("points", "turning", name)) for name in TURNING},
        common=frozenset(words("points", "common", "words")),
        alike=_groups(),
        opposite=tuple(map(_opposite, words("points", "opposite", "pairs"))),
    )


def _opposite(pair: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    one, bar, other = pair.partition(" | ")
    if not bar or not one.split() or not other.split():
        raise BrokenLexicon(f"points.toml: opposite.pairs: {pair!r} has no two sides")
    return tuple(one.split()), tuple(other.split())


def _groups() -> tuple[tuple[str, ...], ...]:
    found = table("points").get("alike", {}).get("groups")
    if not isinstance(found, list):
        raise BrokenLexicon("points.toml: alike.groups is missing")
    for group in found:
        listed = isinstance(group, list) and all(isinstance(one, str) and one for one in group)
        if not listed or len(group) < 2:
            raise BrokenLexicon(f"points.toml: alike.groups: {group!r} is no list of words")
    return tuple(tuple(group) for group in found)
