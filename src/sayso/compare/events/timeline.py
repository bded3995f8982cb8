"""What happened when: the happenings that are dated, in order."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from sayso.lexicon.families import families
from sayso.lexicon.happenings import happenings
from sayso.model.comparison import Entry, SharedEvent
from sayso.model.facts import Facts

MANY = 20  # happenings of one family and day that are looked at
LONGEST = 100  # days of a happening that are looked at


def find_timeline(events: Sequence[SharedEvent], pile: Sequence[Facts]) -> tuple[Entry, ...]:
    """An entry for each dated happening that somebody says took place, those of ordinary kinds left out.

    It has the days on which the reports tell it beside those on which it happened.

    One without a place is left out where a happening of its family, on one of its days and told by
    all of its reports, is there already.
    """
    negated = {
        (facts.document.id, event.id) for facts in pile for event in facts.events if event.negated
    }
    told = [
        event
        for event in events
        if event.kind not in happenings().ordinary
        and any((one.document, one.event) not in negated for one in event.mentions)
    ]
    days = {facts.document.id: facts.document.day for facts in pile}
    return tuple(sorted(_entries(told, days), key=lambda one: (one.first, one.last, one.event)))


def _entries(
    events: Sequence[SharedEvent], published: Mapping[str, date | None]
) -> Iterator[Entry]:
    fullest = sorted(events, key=lambda one: (one.place is None, -len(one.mentions), one.id))
    shown: dict[tuple[str, date], list[set[str]]] = {}
    for event in fullest:
        if event.first is None or event.last is None:
            continue
        documents = {one.document for one in event.mentions}
        family = families().family(event.kind)
        days = [
            event.first + timedelta(days=step) for step in range(_length(event.first, event.last))
        ]
        others = [other for one in days for other in shown.get((family, one), ())[:MANY]]
        if event.place is None and any(documents <= other for other in others):
            continue
        for one in days:
            shown.setdefault((family, one), []).append(documents)
        said = sorted(known for one in documents if (known := published[one]))
        yield Entry(
            event.first,
            event.last,
            event.id,
            tuple(sorted(documents)),
            said[0] if said else None,
            said[-1] if said else None,
        )


def _length(first: date, last: date) -> int:
    return min((last - first).days + 1, LONGEST)
