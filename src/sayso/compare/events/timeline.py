"""What happened when: the events that have a day, in order."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from sayso.lexicon.events import event_words
from sayso.lexicon.families import event_families
from sayso.model.comparison import Entry, SharedEvent
from sayso.model.facts import Facts

MAX_EVENTS_PER_DAY = 20  # of one family that an event without a place is compared with
MAX_DAYS_COMPARED = 100  # of one event


def find_timeline(events: Sequence[SharedEvent], pile: Sequence[Facts]) -> tuple[Entry, ...]:
    """An entry for each dated event of a story that a report says took place, if its kind is not ordinary.

    An entry has the days of the event, and the first and last day on which reports mention it. An
    event without a place has no entry if all of its reports also mention another event of its family
    on one of its days.
    """
    negated = {
        (facts.document.id, event.id) for facts in pile for event in facts.events if event.negated
    }
    shown = [
        event
        for event in events
        if event.kind not in event_words().ordinary
        and any((mention.document, mention.event) not in negated for mention in event.mentions)
    ]
    published = {facts.document.id: facts.document.day for facts in pile}
    entries = _timeline_entries(shown, published)
    return in_order_of_time(entries)


def in_order_of_time(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The entries by the days of their events."""
    return tuple(sorted(entries, key=lambda entry: (entry.first, entry.last, entry.event)))


def _timeline_entries(
    events: Sequence[SharedEvent], published: Mapping[str, date | None]
) -> Iterator[Entry]:
    fullest_first = sorted(
        events, key=lambda event: (event.place is None, -len(event.mentions), event.id)
    )
    shown: dict[tuple[str, date], list[set[str]]] = {}  # the reports of each event
    for event in fullest_first:
        if event.first is None or event.last is None:
            continue
        documents = {mention.document for mention in event.mentions}
        family = event_families().family(event.kind)
        keys = [(family, day) for day in _days_between(event.first, event.last)]
        others = (other for key in keys for other in shown.get(key, ())[:MAX_EVENTS_PER_DAY])
        if event.place is None and any(documents <= other for other in others):
            continue
        for key in keys:
            shown.setdefault(key, []).append(documents)
        days = sorted(day for id_ in documents if (day := published[id_]))
        yield Entry(
            event.first,
            event.last,
            event.id,
            tuple(sorted(documents)),
            days[0] if days else None,
            days[-1] if days else None,
        )


def _days_between(first: date, last: date) -> list[date]:
    """The days from the first to the last, MAX_DAYS_COMPARED at most."""
    count = min((last - first).days + 1, MAX_DAYS_COMPARED)
    return [first + timedelta(days=step) for step in range(count)]
