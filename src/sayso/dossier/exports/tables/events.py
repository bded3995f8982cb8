"""The tables of events, and of the timeline."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from sayso.dossier.exports.marks import Marks
from sayso.dossier.exports.tables.table import (
    Placed,
    Source,
    Table,
    day,
    flag,
    joined,
    mark_columns,
    number,
    placed,
    report_columns,
    text,
    whole,
    words_columns,
)
from sayso.dossier.report_words import Report
from sayso.model.comparison import Entry, EventMention, SharedEvent
from sayso.model.decisions import Target
from sayso.model.happening import Event
from sayso.model.text import Document, Span


@dataclass(frozen=True)
class EventRow:
    """An event of a report."""

    source: Source
    document: Document
    event: Event

    @property
    def report(self) -> Report:
        """The report."""
        return self.source.lookup.report(self.document.id)

    @cached_property
    def shared(self) -> SharedEvent | None:
        """Which event of all reports it is."""
        mention = EventMention(self.document.id, self.event.id)
        return self.source.lookup.shared_event_of.get(mention)

    @cached_property
    def marks(self) -> Marks:
        """The marks of the event, those of the event of all reports among them."""
        return self.source.decided.on_event(self.document.id, self.event.id)

    def words(self, span: Span | None) -> Placed | None:
        """A place in the event's report."""
        return placed(self.document, span)


@dataclass(frozen=True)
class EntryRow:
    """A line of the timeline."""

    source: Source
    entry: Entry

    @cached_property
    def event(self) -> SharedEvent:
        """What happened."""
        return self.source.lookup.shared_events[self.entry.event]

    @property
    def place(self) -> Placed | None:
        """Where the place of the event is named."""
        return self.source.lookup.placed(self.event.place)

    @cached_property
    def marks(self) -> Marks:
        """The marks of the event."""
        members = (f"{one.document}/{one.event}" for one in self.event.mentions)
        return self.source.decided.on_group(Target.SHARED_EVENT, self.event.id, members)


def _events(source: Source) -> Iterator[EventRow]:
    for facts in source.holdings.comparison.facts:
        for event in facts.events:
            yield EventRow(source, facts.document, event)


def _entries(source: Source) -> Iterator[EntryRow]:
    return (EntryRow(source, entry) for entry in source.holdings.comparison.timeline)


EVENTS: Table[EventRow] = Table(
    "events",
    "A row is something that a report says happened, or did not.",
    (
        *report_columns(lambda row: row.report),
        text("event", "The id of the event in its report.", lambda row: row.event.id),
        text(
            "shared",
            "The id of the event of all reports that it is; the same in each of them.",
            lambda row: row.shared.id if row.shared else None,
        ),
        *words_columns(
            "trigger", "The words that tell it.", lambda row: row.words(row.event.trigger)
        ),
        text("kind", "The kind of event.", lambda row: row.event.kind),
        flag(
            "negated",
            "Whether the text says that it did not happen.",
            lambda row: row.event.negated,
        ),
        *words_columns(
            "place",
            "The words for where.",
            lambda row: row.words(row.event.place.span if row.event.place else None),
        ),
        text(
            "place_name",
            "The name of the place.",
            lambda row: row.event.place.name if row.event.place else None,
        ),
        text(
            "country",
            "Its country, if known.",
            lambda row: row.event.place.country if row.event.place else None,
        ),
        number(
            "lat",
            "Degrees north, if known.",
            lambda row: row.event.place.lat if row.event.place else None,
        ),
        number(
            "lon",
            "Degrees east, if known.",
            lambda row: row.event.place.lon if row.event.place else None,
        ),
        *words_columns(
            "when",
            "The words that give the time.",
            lambda row: row.words(row.event.when.span if row.event.when else None),
        ),
        day(
            "first", "The first day.", lambda row: row.event.when.first if row.event.when else None
        ),
        day("last", "The last day.", lambda row: row.event.when.last if row.event.when else None),
        *mark_columns(lambda row: row.marks),
    ),
    _events,
)

TIMELINE: Table[EntryRow] = Table(
    "timeline",
    "A row is an event of all reports that has a day, by day.",
    (
        day("first", "The first day on which it may have happened.", lambda row: row.entry.first),
        day("last", "The last day on which it may have happened.", lambda row: row.entry.last),
        text("event", "The id of the event of all reports.", lambda row: row.entry.event),
        text("kind", "The kind of event.", lambda row: row.event.kind),
        text(
            "report",
            "The id of the report that names the place.",
            lambda row: row.event.place.document if row.event.place else None,
        ),
        *words_columns("place", "The words for where.", lambda row: row.place),
        whole("reports", "How many reports tell it.", lambda row: len(row.entry.documents)),
        text("told_by", "The ids of these reports.", lambda row: joined(row.entry.documents)),
        day("said_from", "The first day on which one told it.", lambda row: row.entry.said_from),
        day("said_to", "The last day on which one told it.", lambda row: row.entry.said_to),
        *mark_columns(lambda row: row.marks),
    ),
    _entries,
)
