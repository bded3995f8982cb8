"""Of which happening a figure is: its own event's, the story's main one, or of a longer time."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.compare.events.mentions import sentence_at
from sayso.compare.events.place_match import Place, place, same_places
from sayso.lexicon.families import families
from sayso.model.comparison import EventMention, SharedEvent
from sayso.model.facts import Facts
from sayso.model.happening import Figure
from sayso.model.text import Span
from sayso.text.background import goes_with, longer_time, of_several
from sayso.text.dates import date_expressions
from sayso.text.intervals import resolve
from sayso.text.sentences import sentences
from sayso.text.words import words


@dataclass(frozen=True, slots=True)
class Scope:
    """What a figure is of, and what to say of it where that is not plain.

    `open` is set where the figure's day is not that of another happening than the main one.
    """

    key: tuple[str, ...]
    event: str | None = None
    note: str = ""
    open: bool = False


class Scopes:
    """The happenings of one story, and to which of them its figures belong."""

    def __init__(self, pile: Sequence[Facts], events: Sequence[SharedEvent]) -> None:
        self._facts = {facts.document.id: facts for facts in pile}
        self._event = {
            mention: event
            for event in events
            for mention in event.mentions
            if mention.document in self._facts
        }
        own = {event.id: event for event in self._event.values()}
        self._places = {name: self._place(event) for name, event in own.items()}
        self._spots = same_places([one for one in self._places.values() if one])
        self.main = self._main(list(own.values()))
        self._sentences: dict[str, list[Span]] = {}
        self._dates: dict[str, list[tuple[Span, bool]]] = {}
        self._summaries: dict[str, dict[tuple[object, ...], Figure]] = {}

    def of(self, facts: Facts, figure: Figure) -> Scope:
        """The happening that a figure counts, or the longer time."""
        summary = self._summary(facts, figure)
        if summary is not None:
            figure = summary
        sentence = self.sentence(facts, figure.span)
        text, main = facts.document.text, self.main
        longer = longer_time(text, sentence, figure.span, main.first if main else None)
        if longer is not None:
            said = " ".join(facts.document[longer].split())
            period = [
                word.lower for word in words(said) if word.lower.isalpha() or len(word.lower) > 3
            ]
            return Scope(("longer", *period), None, f"background: {said}")
        event = self._event.get(EventMention(facts.document.id, figure.event or ""))
        if event is not None and self._apart(event):
            same_days = self.main is None or not _apart_in_time(event, self.main)
            return Scope(("event", event.id), event.id, "", same_days)
        told_here = (
            event is not None and event.first is not None and _is_told_in(sentence, facts, figure)
        )
        if not told_here and self._is_earlier(facts, figure.span, sentence):
            return Scope(
                ("earlier", facts.document.id, str(sentence.start)), None, "of an earlier time"
            )
        return Scope(("main",), main.id if main else None, "", open=True)

    def _summary(self, facts: Facts, figure: Figure) -> Figure | None:
        """The figure with the same numbers that the report says to be of several happenings."""
        name = facts.document.id
        if name not in self._summaries:
            self._summaries[name] = {
                (one.harm, one.low, one.high): one
                for one in reversed(facts.figures)
                if one.low not in (None, 0, 1)
                and of_several(facts.document.text, self.sentence(facts, one.span), one.span)
            }
        return self._summaries[name].get((figure.harm, figure.low, figure.high))

    def _main(self, own: Sequence[SharedEvent]) -> SharedEvent | None:
        """The happening that most reports tell of, of those with figures or of a harmful family."""
        held: Counter[str] = Counter()
        for facts in self._facts.values():
            for figure in facts.figures:
                event = self._event.get(EventMention(facts.document.id, figure.event or ""))
                if event is not None and figure.harm is not None and not figure.hypothetical:
                    held[event.id] += 1

        def weight(event: SharedEvent) -> tuple[int, int, int, bool, str]:
            reports = len({one.document for one in event.mentions})
            return reports, held[event.id], len(event.mentions), event.first is not None, event.id

        known = families()
        harmful = [
            event for event in own if held[event.id] or known.family(event.kind) in known.harmful
        ]
        return max(harmful, key=weight, default=None)

    def _apart(self, event: SharedEvent) -> bool:
        """Whether day or place shows that it is not the main happening."""
        main = self.main
        if main is None or event.id == main.id:
            return False
        if _apart_in_time(event, main):
            return True
        spots = [
            self._spots.get(own) for own in (self._places[event.id], self._places[main.id]) if own
        ]
        return len(spots) == 2 and None not in spots and spots[0] != spots[1]

    def _place(self, event: SharedEvent) -> Place | None:
        if event.place is None or event.place.document not in self._facts:
            return None
        return place(self._facts[event.place.document].document[event.place.span])

    def _is_earlier(self, facts: Facts, at: Span, sentence: Span) -> bool:
        """Whether the sentence dates what stands there, and every date is before the main event."""
        if self.main is None or self.main.first is None:
            return False
        known = self._dates.get(facts.document.id)
        if known is None:
            known = self._dates[facts.document.id] = self._earlier_dates(facts)
        start = bisect_left(known, sentence.start, key=lambda one: one[0].start)
        end = bisect_left(known, sentence.end, key=lambda one: one[0].start)
        own = known[start:end]
        if not own or not all(earlier for _, earlier in own):
            return False
        return any(goes_with(facts.document.text, sentence, at, span) for span, _ in own)

    def _earlier_dates(self, facts: Facts) -> list[tuple[Span, bool]]:
        """The dates of a report, and whether each is known to lie before the main happening."""
        document, first = facts.document, self.main.first if self.main else None
        said = date_expressions(document.text)
        known = {
            (one.expression.start, one.expression.end): one.last
            for one in resolve(document.text, said, document.day)
        }
        return [
            (Span(one.start, one.end), bool(first and last and last < first))
            for one in said
            for last in [known.get((one.start, one.end))]
        ]

    def sentence(self, facts: Facts, span: Span) -> Span:
        """The sentence in which something begins."""
        document = facts.document
        if document.id not in self._sentences:
            self._sentences[document.id] = [Span(*one) for one in sentences(document.text)]
        bounds = self._sentences[document.id]
        number = sentence_at(bounds, span)
        return bounds[number] if number >= 0 else span


def _is_told_in(sentence: Span, facts: Facts, figure: Figure) -> bool:
    """Whether the very sentence tells of the figure's event, and so may date it."""
    return any(one.id == figure.event and sentence.holds(one.trigger) for one in facts.events)


def _apart_in_time(one: SharedEvent, other: SharedEvent) -> bool:
    """Whether the days of both are known, and they have none in common."""
    if not (one.first and one.last and other.first and other.last):
        return False
    return one.last < other.first or other.last < one.first
