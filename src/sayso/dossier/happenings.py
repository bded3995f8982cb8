"""Events as the reports tell them, in the order in which they happened."""

from collections.abc import Mapping
from dataclasses import dataclass

from sayso.dossier import wording
from sayso.dossier.places import Report, Reports, Words, in_context, quote
from sayso.lexicon.happenings import happenings
from sayso.model.comparison import Comparison, Entry, SharedEvent
from sayso.model.facts import Facts
from sayso.model.happening import Event


@dataclass(frozen=True, slots=True)
class Telling:
    """An event in one report's words; `when` is what dates it there."""

    words: Words
    kind: str
    negated: bool
    when: str | None


@dataclass(frozen=True, slots=True)
class Happening:
    """One event, wherever it is told; `days` is None where nothing dates it.

    `said` are the days on which the reports told it, where these are known.
    """

    days: str | None
    said: str | None
    kind: str
    place: Words | None
    tellings: tuple[Telling, ...]

    @property
    def first(self) -> Telling:
        """The telling that stands for all: one with a date of its own, where there is one."""
        return next((one for one in self.tellings if one.when), self.tellings[0])

    @property
    def others(self) -> list[Telling]:
        """The tellings besides that one."""
        return [one for one in self.tellings if one is not self.first]

    @property
    def reports(self) -> list[Report]:
        """The reports that tell of it."""
        return list(dict.fromkeys(one.words.report for one in self.tellings))


Told = Mapping[tuple[str, str], Telling]


def tellings(facts: Facts, report: Report) -> list[tuple[Event, Telling]]:
    """The events of a report in text order, those of ordinary kinds left out."""
    weighty = [event for event in facts.events if event.kind not in happenings().ordinary]
    ordered = sorted(weighty, key=lambda event: event.trigger)
    return [
        (
            event,
            Telling(
                in_context(report, event.trigger, f"{report.anchor}e{number}"),
                wording.kind(event.kind),
                event.negated,
                _dating(report, event),
            ),
        )
        for number, event in enumerate(ordered, 1)
    ]


def _dating(report: Report, event: Event) -> str | None:
    """The words that date an event, where it is not the tense of its own."""
    told = event.when is not None and event.when.span != event.trigger
    return report.document[event.when.span] if event.when and told else None


def timeline(comparison: Comparison, reports: Reports, told: Told) -> list[Happening]:
    """The dated events by their first day."""
    events = {event.id: event for event in comparison.events}
    entries = sorted(comparison.timeline, key=lambda entry: (entry.first, entry.last))
    return [_happening(events[entry.event], entry, reports, told) for entry in entries]


def undated(comparison: Comparison, reports: Reports, told: Told) -> list[Happening]:
    """The events that the timeline has no place for."""
    placed = {entry.event for entry in comparison.timeline}
    return [
        _happening(event, None, reports, told)
        for event in comparison.events
        if event.id not in placed and event.kind not in happenings().ordinary
    ]


def _happening(event: SharedEvent, entry: Entry | None, reports: Reports, told: Told) -> Happening:
    keys = [(mention.document, mention.event) for mention in event.mentions]
    found = [told[key] for key in keys if key in told]
    where = quote(reports, event.place) if event.place else None
    days = said = None
    if entry is not None:
        days = wording.days(entry.first, entry.last)
        if entry.said_from is not None and entry.said_to is not None:
            said = wording.days(entry.said_from, entry.said_to)
    return Happening(days, said, wording.kind(event.kind), where, tuple(found))
