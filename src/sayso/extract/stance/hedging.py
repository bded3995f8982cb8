"""The words that make less of what is said: "reportedly", "is believed to", "may have", "some 40"."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from sayso.lexicon.cues import cue_words
from sayso.lexicon.inflect import is_participle
from sayso.lexicon.numbers import number_words
from sayso.lexicon.phrases import length_at
from sayso.model.text import Span
from sayso.text.words import Word

LONGEST = 8  # words of a hedge
ARTICLES = frozenset({"a", "an"})


@dataclass(frozen=True, slots=True)
class _Place:
    """A phrase that may be a hedge: the words [first, last) of those said in a body."""

    body: str
    said: Sequence[Word]
    first: int
    last: int

    def lower(self, at: int) -> str:
        """A word by its place, in lower case."""
        return self.said[at].lower if 0 <= at < len(self.said) else ""

    @property
    def before(self) -> str:
        """The word before the phrase."""
        return self.lower(self.first - 1)

    @property
    def behind(self) -> str:
        """The word behind it."""
        return self.lower(self.last)


def hedges_in(body: str, said: Sequence[Word]) -> tuple[Span, ...]:
    """The hedges among some words, in text order."""
    found = []
    at = 0
    while at < len(said):
        size = _longest(body, said, at)
        if size:
            found.append(Span(said[at].start, said[at + size - 1].end))
        at += size or 1
    return tuple(sorted(set(found)))


def _longest(body: str, said: Sequence[Word], at: int) -> int:
    """How many words the longest hedge has that begins at a place; 0 where none does."""
    if said[at].lower not in _openers():
        return 0
    spelt = [word.lower for word in said[at : at + LONGEST]]
    phrases = cue_words().phrases
    sizes = [length_at(phrases["hedge.words"], spelt, 0)]
    for key, stands in _CONDITIONS.items():
        size = length_at(phrases[f"hedge.{key}"], spelt, 0)
        if size and stands(_Place(body, said, at, at + size)):
            sizes.append(size)
    return max(sizes)


@cache
def _openers() -> frozenset[str]:
    """The words with which a hedge may begin."""
    keys = ("words", *_CONDITIONS)
    return frozenset(first for key in keys for first in cue_words().phrases[f"hedge.{key}"])


def _is_modal(place: _Place) -> bool:
    """Whether "may" is no month and no name, and "might" no noun."""
    lists = cue_words().lists
    if not place.body[place.said[place.first].start].islower():
        return False
    noun = place.lower(place.first) in lists["hedge.nouns"]
    return not noun or (
        place.behind.isalpha() and place.behind not in lists["hedge.not_behind_nouns"]
    )


def _is_passive(place: _Place) -> bool:
    """Whether somebody else does the believing: "is widely believed to", "men believed to be"."""
    lists = cue_words().lists
    passive = place.before in lists["sourceless.be"] or place.before.endswith("ly")
    return passive or place.behind in lists["hedge.behind"]


def _is_perfect(place: _Place) -> bool:
    """Whether a participle follows: "must have fallen", not "must have a ticket"."""
    return is_participle(place.behind)


def _is_adjective(place: _Place) -> bool:
    """Whether a participle belongs to a noun: "the suspected gunman", not "they suspected him"."""
    lists = cue_words().lists
    if place.behind == "to":  # "is rumoured to be", but "was supposed to meet"
        obliged = place.lower(place.first) in lists["hedge.obliging"]
        return not obliged and place.before in lists["sourceless.be"]
    free = place.behind.isalpha() and place.behind not in lists["hedge.not_before"]
    return free and place.before not in lists["hedge.not_after"]


def _is_before_number(place: _Place) -> bool:
    """Whether a number follows: "some 40", "about a dozen", "roughly half"."""
    amounts, numbers = cue_words().lists["hedge.amounts"], number_words()
    if place.behind in ARTICLES:
        return place.lower(place.last + 1) in amounts
    spelt = place.behind in numbers.ones or place.behind in numbers.tens
    return spelt or place.behind in amounts or place.behind[:1].isdigit()


_CONDITIONS: dict[str, Callable[[_Place], bool]] = {
    "modals": _is_modal,
    "passives": _is_passive,
    "perfects": _is_perfect,
    "adjectives": _is_adjective,
    "about": _is_before_number,
}
