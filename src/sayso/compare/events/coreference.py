"""Putting the tellings of one story and family together, the surest first."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from sayso.compare.events.mentions import ReportedEvent
from sayso.compare.events.place_match import Place

MANY = 40  # happenings; what leads to more of them leads to none
SHARED = 2  # words, where neither day nor place says that two tellings are of one happening
PLACED = 3  # words, where one word tells of what seems to be in two places
MARGIN = 1.25  # by how much the likest must be liker than the next


@dataclass(eq=False, slots=True)
class Happening:
    """Tellings of one happening, and what is known of it from all of them."""

    tellings: list[ReportedEvent] = field(default_factory=list)
    spot: int | None = None
    country: str | None = None
    first: date | None = None
    last: date | None = None

    def add(self, one: ReportedEvent, spot: int | None) -> None:
        """Take the telling in."""
        self.tellings.append(one)
        self.spot = self.spot if self.spot is not None else spot
        self.country = self.country or one.country
        if one.first and one.last:
            self.first = max(self.first or one.first, one.first)
            self.last = min(self.last or one.last, one.last)

    def fits(self, one: ReportedEvent, spot: int | None) -> bool:
        """Whether nothing that is known of the two is contradictory."""
        if spot is not None and self.spot is not None and spot != self.spot:
            return False
        if one.country and self.country and one.country != self.country:
            return False
        if not (one.first and one.last and self.first and self.last):
            return True
        return one.first <= self.last and self.first <= one.last


class Pool:
    """The happenings of one family in one story, found by place, day, sentence and word.

    With `by_word` they are those told in forms of one word, such as "announced": that is nearly
    enough, and of several the likest is taken.
    """

    def __init__(self, spots: Mapping[Place, int], by_word: bool = False) -> None:
        self._by_word = by_word
        self.happenings: list[Happening] = []
        self._spots = spots
        self._found: dict[object, set[int]] = {}
        self._open: list[int] = []  # happenings that more tellings may join

    def put(self, one: ReportedEvent) -> None:
        """Put the telling where it belongs, alone if it fits two or is of a longer time."""
        spot = self._spots.get(one.place) if one.place else None
        fits = [] if one.apart else self._fits(one, spot)
        if len(fits) == 1:
            home = fits[0]
        else:
            home = len(self.happenings)
            self.happenings.append(Happening())
        self.happenings[home].add(one, spot)
        if len(fits) < 2 and not one.apart:
            if len(self.happenings[home].tellings) == 1:
                self._open.append(home)
            for key in _keys(one, spot):
                self._found.setdefault(key, set()).add(home)

    def _fits(self, one: ReportedEvent, spot: int | None) -> list[int]:
        """The happenings that it may be: one, none, or several between which nothing decides."""
        if self._by_word:
            return self._by_trigger(one, spot)
        if spot is not None:
            days: list[object] = [(spot, day) for day in _days(one)] or [(spot, None)]
            return self._likest(one, self._fitting(one, spot, days), 0)
        if one.days:
            beside = self._fitting(one, spot, [(one.document.id, one.sentence)])
            if len(beside) == 1:
                return beside
            return self._likest(one, self._fitting(one, spot, _days(one)), 1)
        return self._by_words(one)

    def _by_trigger(self, one: ReportedEvent, spot: int | None) -> list[int]:
        """For a telling in the word of the others: a word more, or PLACED where places differ."""
        for where, least in ((spot, 1), (None, PLACED)):
            homes = [home for home in self._open if self.happenings[home].fits(one, where)]
            likest = self._likest(one, homes, least)
            if likest:
                return likest
        return []

    def _by_words(self, one: ReportedEvent) -> list[int]:
        """For a telling with neither day nor place: what is told beside it, or in its words."""
        for sentences in ((0,), (-1, 1)):
            keys = [(one.document.id, one.sentence + step) for step in sentences]
            beside = self._fitting(one, None, keys)
            if beside:
                return self._likest(one, beside, 0)
        times = Counter(home for word in one.words for home in self._few(word))
        shared = {home for home, count in times.items() if count >= SHARED}
        fitting = [home for home in sorted(shared) if self.happenings[home].fits(one, None)]
        return self._likest(one, fitting, SHARED)

    def _fitting(self, one: ReportedEvent, spot: int | None, keys: Iterable[object]) -> list[int]:
        homes = {home for key in keys for home in self._few(key)}
        return [home for home in sorted(homes) if self.happenings[home].fits(one, spot)]

    def _likest(self, one: ReportedEvent, homes: list[int], least: int) -> list[int]:
        """The one whose words are most like the telling's; all of them where none stands out.

        None, where it shares fewer than `least` words with the only one or the likest.
        """
        if least == 0 and len(homes) < 2:
            return homes
        if len(homes) > MANY:
            return homes
        times: Counter[int] = Counter()
        scores = dict.fromkeys(homes, 0.0)
        for word in sorted(one.words):
            holders = self._found.get(word, set())
            for home in holders.intersection(homes):
                times[home] += 1
                scores[home] += 1 / len(holders)
        ranked = sorted(homes, key=lambda home: (-scores[home], home))
        if not ranked or times[ranked[0]] < least:
            return []
        margin = 1.0 if self._by_word else MARGIN
        if len(ranked) > 1 and scores[ranked[0]] <= margin * scores[ranked[1]]:
            return ranked
        return ranked[:1] if len(ranked) == 1 or scores[ranked[0]] else ranked

    def _few(self, key: object) -> Iterable[int]:
        holders = self._found.get(key, set())
        return holders if len(holders) <= MANY else ()


def _keys(one: ReportedEvent, spot: int | None) -> Iterator[object]:
    """Under what a happening is found that has this telling."""
    days = _days(one)
    yield from days
    yield (one.document.id, one.sentence)
    yield from one.words
    if spot is not None:
        yield (spot, None)
        yield from ((spot, day) for day in days)


def _days(one: ReportedEvent) -> list[date]:
    if not one.first or not one.days:
        return []
    return [one.first + timedelta(days=step) for step in range(one.days)]
