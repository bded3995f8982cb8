"""A sentence with the people it counts and its words of harm, each found by its place."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from sayso.extract.casualties.counted_people import CountedGroup
from sayso.extract.casualties.harm_predicates import HarmPredicate
from sayso.lexicon.phrases import phrase_length_at
from sayso.lexicon.vetoes import veto_words
from sayso.text.words import Word


@dataclass(slots=True)
class GroupHarm:
    """A counted group and what is known of its harm while the sentence is read.

    `part_of` is the index of the group that it is a part of; `takes_harm_of_whole` where it stands
    behind "including".
    """

    group: CountedGroup
    predicate: HarmPredicate | None = None
    part_of: int | None = None
    takes_harm_of_whole: bool = False


@dataclass(slots=True)
class CasualtySentence:
    """The words of a sentence, its predicates of harm, and the groups counted in it, all in order."""

    tokens: Sequence[Word]
    predicates: Sequence[HarmPredicate]
    readings: list[GroupHarm]
    is_fiction: bool = field(init=False)
    predicate_starts: list[int] = field(init=False)
    _predicate_places: list[int] = field(init=False)
    _group_places: list[int] = field(init=False)
    _by_first: dict[int, HarmPredicate] = field(init=False)
    _lasts: list[int] = field(init=False)
    _group_by_first: dict[int, int] = field(init=False)
    _group_by_stop: dict[int, int] = field(init=False)

    def __post_init__(self) -> None:
        self._by_first = {predicate.first: predicate for predicate in self.predicates}
        spelt = [word.lower for word in self.tokens] if self.predicates else []
        fiction = veto_words().fiction
        self.is_fiction = any(phrase_length_at(fiction, spelt, at) for at in range(len(spelt)))
        self.predicate_starts = [predicate.first for predicate in self.predicates]
        self._predicate_places = [self.tokens[first].start for first in self.predicate_starts]
        self._group_places = [self.tokens[one.group.first].start for one in self.readings]
        self._lasts = [predicate.last for predicate in self.predicates]
        self._group_by_first = {}
        self._group_by_stop = {}
        for at, reading in enumerate(self.readings):
            self._group_by_first.setdefault(reading.group.first, at)
            self._group_by_stop.setdefault(reading.group.stop, at)

    def predicates_between(self, start: int, end: int) -> int:
        """How many predicates begin between two places of the text."""
        return bisect_left(self._predicate_places, end) - bisect_left(self._predicate_places, start)

    def groups_between(self, start: int, end: int) -> int:
        """How many groups begin between two places of the text."""
        return bisect_left(self._group_places, end) - bisect_left(self._group_places, start)

    def predicate_at(self, place: int) -> HarmPredicate | None:
        """The predicate that begins at a word."""
        return self._by_first.get(place)

    def predicate_before(self, place: int) -> HarmPredicate | None:
        """The predicate that ends right before a word."""
        predicate = self.last_predicate(place)
        return predicate if predicate is not None and predicate.last == place else None

    def last_predicate(self, place: int) -> HarmPredicate | None:
        """The nearest predicate of those that end before a word."""
        count = bisect_right(self._lasts, place)
        return self.predicates[count - 1] if count else None

    def group_at(self, place: int) -> CountedGroup | None:
        """The group whose number, or first word, stands at a word."""
        at = self._group_by_first.get(place)
        return self.readings[at].group if at is not None else None

    def reading_before(self, place: int) -> tuple[int, GroupHarm] | None:
        """The first of the groups that end right before a word, with its index."""
        at = self._group_by_stop.get(place)
        return (at, self.readings[at]) if at is not None else None
