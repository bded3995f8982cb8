"""Which events of the reports of a story are one event.

Those with a day and a place come first: one family, one place, a day in common. An event without a
day or a place joins the cluster that it fits. One without either joins what the same sentence or the
next one tells, or what is told in the same words. An event that fits two clusters stays alone.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from sayso.compare.events.coreference import EventClusters
from sayso.compare.events.mentions import ReportedEvent, reported_events
from sayso.compare.events.place_match import PlaceName, same_places
from sayso.compare.events.ruled_events import follow_event_rulings
from sayso.lexicon.families import event_families
from sayso.model.comparison import EventMention, Quote, SharedEvent
from sayso.model.facts import Facts
from sayso.model.rulings import NO_RULINGS, Rulings


def find_shared_events(
    reports: Iterable[Facts], rulings: Rulings = NO_RULINGS
) -> tuple[tuple[SharedEvent, ...], Rulings]:
    """The events of the reports of a story, each reported event in one of them.

    Gives the rulings on events that could not be followed too.
    """
    events = [event for facts in reports for event in reported_events(facts)]
    clusters, unmet = follow_event_rulings(_clusters_in_story(events), rulings)
    return in_order_of_days(map(_shared_event, clusters)), unmet


def in_order_of_days(events: Iterable[SharedEvent]) -> tuple[SharedEvent, ...]:
    """The events by day, those without a day last."""
    return tuple(sorted(events, key=_order_by_day))


def _clusters_in_story(events: Iterable[ReportedEvent]) -> list[list[ReportedEvent]]:
    """The reported events of a story, those of one event together."""
    best_known_first = sorted(events, key=_certainty_order)
    place_numbers = same_places([event.place for event in best_known_first if event.place])
    known = event_families()
    by_family: dict[tuple[str, str], EventClusters] = {}
    for event in best_known_first:
        listed = known.listed(event.family)
        key = (event.family, "") if listed else ("", event.stem)
        if key not in by_family:
            by_family[key] = EventClusters(place_numbers, by_trigger=not listed)
        by_family[key].add(event)
    return [
        list(cluster.reported_events)
        for clusters in by_family.values()
        for cluster in clusters.clusters
    ]


def _certainty_order(event: ReportedEvent) -> tuple[int, int, bool, tuple[str, object]]:
    """A sort key: the events about which most is known come first."""
    placed = event.place is not None and not event.place.wide
    unknown = (0 if placed else 1) + (0 if event.day_count else 2)
    return unknown, event.day_count or 0, event.event.negated, event.key


def _shared_event(cluster: Sequence[ReportedEvent]) -> SharedEvent:
    days = [(event.first, event.last) for event in cluster if event.first and event.last]
    first, last = _common_days(days)
    return SharedEvent(
        mentions=tuple(sorted(EventMention(one.document.id, one.event.id) for one in cluster)),
        kind=_most_telling_kind(cluster),
        place=_fullest_place(cluster),
        first=first,
        last=last,
    )


def _most_telling_kind(cluster: Sequence[ReportedEvent]) -> str:
    """The commonest kind among those that are not vague; if all are, the commonest of them."""
    counts = Counter(event.event.kind for event in cluster)
    vague = event_families().vague
    return max(counts, key=lambda kind: (kind not in vague, counts[kind], kind))


def _fullest_place(cluster: Sequence[ReportedEvent]) -> Quote | None:
    """The place's name with the most words; a spot before a country."""
    names = [
        (event.place, Quote(event.document.id, event.event.place.span))
        for event in cluster
        if event.place and event.event.place
    ]
    return max(names, key=_fullness)[1] if names else None


def _fullness(named: tuple[PlaceName, Quote]) -> tuple[bool, int, int, str, int]:
    name, quote = named
    return not name.wide, len(name.words), len(quote.span), quote.document, -quote.span.start


def _common_days(
    days: Sequence[tuple[date, date]],
) -> tuple[date | None, date | None]:
    """The first and last day that all give; if they share none, of those given most often."""
    if not days:
        return None, None
    first, last = max(start for start, _ in days), min(end for _, end in days)
    if first <= last:
        return first, last
    counts = Counter(days)
    most = max(counts.values())
    commonest = [pair for pair in counts if counts[pair] == most]
    return min(start for start, _ in commonest), max(end for _, end in commonest)


def _order_by_day(event: SharedEvent) -> tuple[bool, date, date, str]:
    """Sorts by day, events without a day last."""
    return event.first is None, event.first or date.min, event.last or date.min, event.id
