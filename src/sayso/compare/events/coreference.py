"""Putting the reported events of one story and family together, the best known first."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import chain

from sayso.compare.events.mentions import ReportedEvent
from sayso.compare.events.place_match import PlaceName

MAX_CLUSTERS_PER_KEY = 40  # a word, day or place of more clusters leads to none of them
MIN_SHARED_WORDS = 2  # where neither a day nor a place says that two events are one
MIN_SHARED_WORDS_ACROSS_PLACES = 3  # where two events with one trigger seem to be in two places
MIN_SCORE_RATIO = 1.25  # of the best score to the next, for the best to be chosen


@dataclass(eq=False, slots=True)
class EventCluster:
    """Reported events that are one event, with what all of them say of its place and days."""

    reported_events: list[ReportedEvent] = field(default_factory=list)
    place_number: int | None = None
    country: str | None = None
    first: date | None = None
    last: date | None = None

    def add(self, event: ReportedEvent, place_number: int | None) -> None:
        """Take an event in."""
        self.reported_events.append(event)
        self.place_number = self.place_number if self.place_number is not None else place_number
        self.country = self.country or event.country
        if event.first and event.last:
            self.first = max(self.first or event.first, event.first)
            self.last = min(self.last or event.last, event.last)

    def may_include(self, event: ReportedEvent, place_number: int | None) -> bool:
        """Whether place, country and days of the event contradict nothing that is known here."""
        if None not in (place_number, self.place_number) and place_number != self.place_number:
            return False
        if event.country and self.country and event.country != self.country:
            return False
        if not (event.first and event.last and self.first and self.last):
            return True
        return event.first <= self.last and self.first <= event.last


class EventClusters:
    """The clusters of one family of events in one story, found by place, day, sentence and word.

    With `by_trigger`, all events have triggers with one stem, such as "announced". That is nearly
    enough for two events to be one, and the cluster with the best score is always chosen.
    """

    def __init__(self, place_numbers: Mapping[PlaceName, int], by_trigger: bool = False) -> None:
        self._by_trigger = by_trigger
        self.clusters: list[EventCluster] = []
        self._place_numbers = place_numbers
        self._by_key: dict[object, set[int]] = {}
        # Clusters that more events may join, and of these the ones that began without place or day.
        self._open: list[int] = []
        self._began_unplaced: list[int] = []
        self._began_undated: list[int] = []

    def add(self, event: ReportedEvent) -> None:
        """Put an event into its cluster: a new one if none fits, or if several do.

        An event of a longer time, or one that several clusters fit, stays alone for good.
        """
        place_number = self._place_numbers.get(event.place) if event.place else None
        fitting = [] if event.of_longer_time else self._fitting_clusters(event, place_number)
        if len(fitting) == 1:
            home = fitting[0]
        else:
            home = len(self.clusters)
            self.clusters.append(EventCluster())
        self.clusters[home].add(event, place_number)
        if len(fitting) < 2 and not event.of_longer_time:
            if not fitting:
                self._open_cluster(home, event, place_number)
            for key in _lookup_keys(event, place_number):
                self._by_key.setdefault(key, set()).add(home)

    def _open_cluster(self, home: int, event: ReportedEvent, place_number: int | None) -> None:
        """Let other events join the cluster that begins with an event."""
        self._open.append(home)
        if place_number is None:
            self._began_unplaced.append(home)
        if not event.day_count:
            self._began_undated.append(home)

    def _fitting_clusters(self, event: ReportedEvent, place_number: int | None) -> list[int]:
        """The clusters that the event may belong to: one, none, or several if nothing decides."""
        if self._by_trigger:
            return self._with_same_trigger(event, place_number)
        days = _days_of_event(event)
        if place_number is not None:
            placed_days: list[object] = [(place_number, day) for day in days] or [
                (place_number, None)
            ]
            return self._best_by_words(event, self._compatible(event, place_number, placed_days), 0)
        if days:
            sentence = [(event.document.id, event.sentence)]
            in_sentence = self._compatible(event, None, sentence)
            if len(in_sentence) == 1:
                return in_sentence
            return self._best_by_words(event, self._compatible(event, None, days), 1)
        return self._without_day_or_place(event)

    def _with_same_trigger(self, event: ReportedEvent, place_number: int | None) -> list[int]:
        """The clusters with one more word in common, or with several if the places differ."""
        compatible = self._open_clusters(event, place_number)
        best = self._best_by_words(event, compatible, 1)
        if best or place_number is None:
            return best
        elsewhere = self._open_clusters(event, None)
        return self._best_by_words(event, elsewhere, MIN_SHARED_WORDS_ACROSS_PLACES)

    def _open_clusters(self, event: ReportedEvent, place_number: int | None) -> list[int]:
        """The clusters that may include the event; of too many, one more than allowed is enough."""
        found: list[int] = []
        for home in self._places_and_days_fit(event, place_number):
            if self.clusters[home].may_include(event, place_number):
                found.append(home)
            if len(found) > MAX_CLUSTERS_PER_KEY:
                break
        return sorted(found)

    def _places_and_days_fit(self, event: ReportedEvent, place_number: int | None) -> Iterator[int]:
        """The open clusters of the event's place and days, or of unknown ones."""
        days = _days_of_event(event)
        if place_number is None and not days:
            yield from self._open
            return
        keys: list[object] = [*days]
        if place_number is not None:
            keys = [(place_number, day) for day in days] or [(place_number, None)]
        known = (self._by_key.get(key, ()) for key in keys)
        unplaced = self._began_unplaced if place_number is not None else ()
        seen: set[int] = set()
        for home in chain(*known, unplaced, self._began_undated if days else ()):
            if home not in seen:
                seen.add(home)
                yield home

    def _without_day_or_place(self, event: ReportedEvent) -> list[int]:
        """The clusters of events mentioned beside this one, or else of those in the same words."""
        for steps in ((0,), (-1, 1)):
            keys = [(event.document.id, event.sentence + step) for step in steps]
            beside = self._compatible(event, None, keys)
            if beside:
                return self._best_by_words(event, beside, 0)
        shared_words = Counter(home for word in event.words for home in self._clusters_of(word))
        fitting = [
            home
            for home in sorted(shared_words)
            if shared_words[home] >= MIN_SHARED_WORDS
            and self.clusters[home].may_include(event, None)
        ]
        return self._best_by_words(event, fitting, MIN_SHARED_WORDS)

    def _compatible(
        self, event: ReportedEvent, place_number: int | None, keys: Iterable[object]
    ) -> list[int]:
        """The clusters with any of the keys that contradict nothing that is known of the event."""
        homes = {home for key in keys for home in self._clusters_of(key)}
        return [h for h in sorted(homes) if self.clusters[h].may_include(event, place_number)]

    def _best_by_words(
        self, event: ReportedEvent, homes: list[int], min_shared_words: int
    ) -> list[int]:
        """The cluster with the words of the event; all of them if none stands out.

        A word counts more if fewer clusters have it. Empty, if the best cluster has fewer words of
        the event than `min_shared_words`.
        """
        if (min_shared_words == 0 and len(homes) < 2) or len(homes) > MAX_CLUSTERS_PER_KEY:
            return homes
        shared_words: Counter[int] = Counter()
        scores = dict.fromkeys(homes, 0.0)
        for word in sorted(event.words):
            holders = self._by_key.get(word, set())
            for home in holders.intersection(homes):
                shared_words[home] += 1
                scores[home] += 1 / len(holders)
        ranked = sorted(homes, key=lambda home: (-scores[home], home))
        if not ranked or shared_words[ranked[0]] < min_shared_words:
            return []
        if len(ranked) == 1:
            return ranked
        best, second = scores[ranked[0]], scores[ranked[1]]
        stands_out = best > (1.0 if self._by_trigger else MIN_SCORE_RATIO) * second
        return ranked[:1] if stands_out else ranked

    def _clusters_of(self, key: object) -> Collection[int]:
        """The clusters that a key leads to; none if they are too many."""
        homes = self._by_key.get(key, set())
        return homes if len(homes) <= MAX_CLUSTERS_PER_KEY else ()


def _lookup_keys(event: ReportedEvent, place_number: int | None) -> Iterator[object]:
    """What the cluster of an event is found by."""
    days = _days_of_event(event)
    yield from days
    yield (event.document.id, event.sentence)
    yield from event.words
    if place_number is not None:
        yield (place_number, None)
        yield from ((place_number, day) for day in days)


def _days_of_event(event: ReportedEvent) -> list[date]:
    if not event.first or not event.day_count:
        return []
    return [event.first + timedelta(days=step) for step in range(event.day_count)]
