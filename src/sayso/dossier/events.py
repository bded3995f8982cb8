"""Events in the words of the reports, in the order in which they happened."""

from collections.abc import Mapping
from dataclasses import dataclass

from sayso.dossier.report_words import Report, Reports, Words, in_context, quoted_words
from sayso.dossier.written import event_kind, written_days
from sayso.lexicon.events import event_words
from sayso.model.comparison import Comparison, Entry, SharedEvent
from sayso.model.facts import Facts
from sayso.model.happening import Event


@dataclass(frozen=True, slots=True)
class EventWords:
    """An event in one report's words; `when` has the words that date it there."""

    words: Words
    kind: str
    negated: bool
    when: str | None


@dataclass(frozen=True, slots=True)
class EventShown:
    """One event, wherever it is reported. `days` is None if it has no date.

    `said` has the days on which the reports told it, if these are known.
    """

    days: str | None
    said: str | None
    kind: str
    place: Words | None
    mentions: tuple[EventWords, ...]

    @property
    def main_mention(self) -> EventWords:
        """The mention that stands for all: one with its own date, if there is one."""
        return next((mention for mention in self.mentions if mention.when), self.mentions[0])

    @property
    def other_mentions(self) -> list[EventWords]:
        """The mentions besides that one."""
        main = self.main_mention
        return [mention for mention in self.mentions if mention is not main]

    @property
    def reports(self) -> list[Report]:
        """The reports that mention it."""
        return list(dict.fromkeys(mention.words.report for mention in self.mentions))


EventWordsById = Mapping[tuple[str, str], EventWords]


def report_events(facts: Facts, report: Report) -> list[tuple[Event, EventWords]]:
    """The events of a report in text order. Events of ordinary kinds are left out."""
    weighty = [event for event in facts.events if event.kind not in event_words().ordinary]
    ordered = sorted(weighty, key=lambda event: event.trigger)
    return [
        (
            event,
            EventWords(
                in_context(report, event.trigger, f"{report.anchor}e{number}"),
                event_kind(event.kind),
                event.negated,
                _dating_words(report, event),
            ),
        )
        for number, event in enumerate(ordered, 1)
    ]


def _dating_words(report: Report, event: Event) -> str | None:
    """The words that date an event; None if only its tense does."""
    if event.when is None or event.when.span == event.trigger:
        return None
    return report.document[event.when.span]


def dated_events(
    comparison: Comparison, reports: Reports, words: EventWordsById
) -> list[EventShown]:
    """The events of the timeline by their first day."""
    events = {event.id: event for event in comparison.events}
    entries = sorted(comparison.timeline, key=lambda entry: (entry.first, entry.last))
    return [_shown_event(events[entry.event], entry, reports, words) for entry in entries]


def undated_events(
    comparison: Comparison, reports: Reports, words: EventWordsById
) -> list[EventShown]:
    """The events that are not in the timeline."""
    dated = {entry.event for entry in comparison.timeline}
    return [
        _shown_event(event, None, reports, words)
        for event in comparison.events
        if event.id not in dated and event.kind not in event_words().ordinary
    ]


def _shown_event(
    event: SharedEvent, entry: Entry | None, reports: Reports, words: EventWordsById
) -> EventShown:
    keys = [(mention.document, mention.event) for mention in event.mentions]
    place = quoted_words(reports, event.place) if event.place else None
    days = said = None
    if entry is not None:
        days = written_days(entry.first, entry.last)
        if entry.said_from is not None and entry.said_to is not None:
            said = written_days(entry.said_from, entry.said_to)
    mentions = tuple(words[key] for key in keys if key in words)
    return EventShown(days, said, event_kind(event.kind), place, mentions)
