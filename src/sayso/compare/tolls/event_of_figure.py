"""Which event a figure is of: its own, the main one of the story, or a longer time."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.compare.events.mentions import sentence_at
from sayso.compare.events.place_match import PlaceName, place_name, same_places
from sayso.lexicon.families import event_families
from sayso.model.comparison import EventMention, SharedEvent
from sayso.model.facts import Facts
from sayso.model.happening import Figure
from sayso.model.reasons import Reason, RuleName, because
from sayso.model.text import Document, Span
from sayso.text.background import longer_time, sums_up_events, time_applies_to
from sayso.text.dates import date_expressions
from sayso.text.intervals import resolve_dates
from sayso.text.sentences import sentences
from sayso.text.words import words

SMALL_NUMBERS = frozenset({None, 0, 1})  # too common to show that two figures count the same people


@dataclass(frozen=True, slots=True)
class FigureScope:
    """What a figure is of, and a note for the reader where that is not plain.

    Figures with the same `key` are of the same event or time. `may_move` is set unless the figure's
    own date shows that it is of another event than the main one.
    """

    key: tuple[str, ...]
    event: str | None = None
    note: Reason | None = None
    may_move: bool = False


class StoryEvents:
    """The events of one story, and to which of them its figures belong."""

    def __init__(self, pile: Sequence[Facts], events: Sequence[SharedEvent]) -> None:
        self._reports = {facts.document.id: _ReportIndex(facts) for facts in pile}
        self._event_of = {
            mention: event
            for event in events
            for mention in event.mentions
            if mention.document in self._reports
        }
        known = {event.id: event for event in self._event_of.values()}
        self._places = {name: self._place_of(event) for name, event in known.items()}
        self._place_numbers = same_places([name for name in self._places.values() if name])
        self.main = self._main_event(list(known.values()))
        self._earlier: dict[str, list[tuple[Span, bool]]] = {}

    def scope_of(self, facts: Facts, figure: Figure) -> FigureScope:
        """The event that a figure counts the victims of, or the longer time."""
        report = self._reports[facts.document.id]
        figure = report.summary_like(figure) or figure
        sentence = report.sentence_of(figure.span)
        main = self.main
        period = longer_time(report.text, sentence, figure.span, main.first if main else None)
        if period is not None:
            return _longer_scope(" ".join(report.document[period].split()))
        event = self._event_of.get(EventMention(report.document.id, figure.event or ""))
        if event is not None and self._is_another(event):
            same_days = main is None or not _days_apart(event, main)
            return FigureScope(("event", event.id), event.id, None, same_days)
        dated_here = event is not None and event.first is not None
        if dated_here and report.has_trigger(figure.event, sentence):
            return self._main_scope()
        if self._is_earlier(report, figure.span, sentence):
            key = ("earlier", report.document.id, str(sentence.start))
            return FigureScope(key, None, because(RuleName.EARLIER_TIME))
        return self._main_scope()

    def sentence_of(self, facts: Facts, span: Span) -> Span:
        """The sentence in which a span begins."""
        return self._reports[facts.document.id].sentence_of(span)

    def _main_scope(self) -> FigureScope:
        return FigureScope(("main",), self.main.id if self.main else None, may_move=True)

    def _main_event(self, events: Sequence[SharedEvent]) -> SharedEvent | None:
        """The event that most reports mention, among those with figures or of a harmful family."""
        figures: Counter[str] = Counter()
        for report in self._reports.values():
            for figure in report.facts.figures:
                event = self._event_of.get(EventMention(report.document.id, figure.event or ""))
                if event is not None and figure.harm is not None and not figure.hypothetical:
                    figures[event.id] += 1

        def prominence(event: SharedEvent) -> tuple[int, int, int, bool, str]:
            reports = len({mention.document for mention in event.mentions})
            dated = event.first is not None
            return reports, figures[event.id], len(event.mentions), dated, event.id

        known = event_families()
        harmful = [
            event
            for event in events
            if figures[event.id] or known.family(event.kind) in known.harmful
        ]
        return max(harmful, key=prominence, default=None)

    def _is_another(self, event: SharedEvent) -> bool:
        """Whether its days or its place show that it is not the main event."""
        main = self.main
        if main is None or event.id == main.id:
            return False
        if _days_apart(event, main):
            return True
        places = [name for name in (self._places[event.id], self._places[main.id]) if name]
        numbers = [self._place_numbers.get(name) for name in places]
        return len(numbers) == 2 and None not in numbers and numbers[0] != numbers[1]

    def _place_of(self, event: SharedEvent) -> PlaceName | None:
        report = self._reports.get(event.place.document) if event.place else None
        if event.place is None or report is None:
            return None
        return place_name(report.document[event.place.span])

    def _is_earlier(self, report: "_ReportIndex", span: Span, sentence: Span) -> bool:
        """Whether all dates in the sentence are before the main event, and one of them is the span's."""
        if self.main is None or self.main.first is None:
            return False
        name = report.document.id
        if name not in self._earlier:
            self._earlier[name] = _earlier_dates(report.document, self.main)
        known = self._earlier[name]
        start = bisect_left(known, sentence.start, key=lambda entry: entry[0].start)
        end = bisect_left(known, sentence.end, key=lambda entry: entry[0].start)
        dates = known[start:end]
        if not dates or not all(earlier for _, earlier in dates):
            return False
        return any(time_applies_to(report.text, sentence, span, dated) for dated, _ in dates)


class _ReportIndex:
    """One report, with its sentences, triggers and summaries found once."""

    def __init__(self, facts: Facts) -> None:
        self.facts, self.document, self.text = facts, facts.document, facts.document.text
        self._sentences: list[Span] | None = None
        self._summaries: dict[tuple[object, ...], Figure] | None = None
        self._triggers: dict[str, list[Span]] = {}
        for event in facts.events:
            self._triggers.setdefault(event.id, []).append(event.trigger)

    def sentence_of(self, span: Span) -> Span:
        """The sentence in which a span begins."""
        if self._sentences is None:
            self._sentences = [Span(*bounds) for bounds in sentences(self.text)]
        number = sentence_at(self._sentences, span)
        return self._sentences[number] if number >= 0 else span

    def summary_like(self, figure: Figure) -> Figure | None:
        """The figure with the same numbers that the report gives as the sum of several events."""
        if self._summaries is None:
            self._summaries = {
                (other.harm, other.low, other.high): other
                for other in reversed(self.facts.figures)
                if other.low not in SMALL_NUMBERS
                and sums_up_events(self.text, self.sentence_of(other.span), other.span)
            }
        return self._summaries.get((figure.harm, figure.low, figure.high))

    def has_trigger(self, event: str | None, sentence: Span) -> bool:
        """Whether the sentence itself mentions the event, and so may date it."""
        return any(sentence.holds(trigger) for trigger in self._triggers.get(event or "", ()))


def _longer_scope(period: str) -> FigureScope:
    """The scope of a figure for a longer time: the words that say so, such as "since January"."""
    kept = [word.lower for word in words(period) if word.lower.isalpha() or len(word.lower) > 3]
    return FigureScope(("longer", *kept), None, because(RuleName.BACKGROUND, period))


def _earlier_dates(document: Document, main: SharedEvent) -> list[tuple[Span, bool]]:
    """The dates in a report, and whether each is known to lie before the main event."""
    expressions = date_expressions(document.text)
    last_days = {
        (date.expression.start, date.expression.end): date.last
        for date in resolve_dates(document.text, expressions, document.day)
    }
    dates = []
    for expression in expressions:
        last = last_days.get((expression.start, expression.end))
        is_earlier = bool(main.first and last and last < main.first)
        dates.append((Span(expression.start, expression.end), is_earlier))
    return dates


def _days_apart(event: SharedEvent, other: SharedEvent) -> bool:
    """Whether the days of both are known, and no day is of both."""
    if not (event.first and event.last and other.first and other.last):
        return False
    return event.last < other.first or other.last < event.first
