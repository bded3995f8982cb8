"""Events as the reports tell them, with what shows which of them are one."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sayso.compare.events.place_match import Place, place
from sayso.lexicon.families import families, night_words
from sayso.lexicon.points import point_words
from sayso.lexicon.stems import stem
from sayso.model.facts import Facts
from sayso.model.happening import Event, When
from sayso.model.text import Document, Span
from sayso.text.background import longer_time
from sayso.text.sentences import sentences
from sayso.text.words import words

AROUND = 240  # characters on either side of a trigger, within its sentence
BESIDE = 12  # characters on either side of a day, for the word "night"
LONG = 62  # days; a longer time is a period, in which much happens


@dataclass(frozen=True, slots=True)
class ReportedEvent:
    """One event of one report.

    `stem` is that of its trigger; `sentence` is the number of its sentence there; `words` are those
    around it that may tell it from others; `apart` is set where it is told of a longer time.
    """

    document: Document
    event: Event
    family: str
    stem: str
    place: Place | None
    first: date | None
    last: date | None
    sentence: int
    words: frozenset[str]
    apart: bool

    @property
    def key(self) -> tuple[str, Span]:
        """Where it stands; no two events share it."""
        return self.document.id, self.event.trigger

    @property
    def days(self) -> int | None:
        """How many days it may have been on."""
        return (self.last - self.first).days + 1 if self.first and self.last else None

    @property
    def country(self) -> str | None:
        """The country that the text or the gazetteer gives."""
        own = self.event.place.country if self.event.place else None
        return own.lower() if own else self.place.country if self.place else None


def tellings(facts: Facts) -> Iterator[ReportedEvent]:
    """The events of a report; a time longer than LONG days is not taken for theirs."""
    if not facts.events:
        return
    document = facts.document
    bounds = [Span(*one) for one in sentences(document.text)]
    for event in facts.events:
        number = sentence_at(bounds, event.trigger)
        sentence = bounds[number] if number >= 0 else event.trigger
        when = event.when
        dated = when is not None and (when.last - when.first).days < LONG
        last = _last(document, when) if when else None
        yield ReportedEvent(
            document=document,
            event=event,
            family=families().family(event.kind),
            stem=stem(document[event.trigger]),
            place=place(document[event.place.span]) if event.place else None,
            first=when.first if when and dated else None,
            last=last if dated else None,
            sentence=number,
            words=_words(document, event, sentence),
            apart=(when is not None and not dated)
            or longer_time(document.text, sentence, event.trigger, None) is not None,
        )


def _last(document: Document, when: When) -> date:
    """The last day of an event; a night that is told by one day ends on the next."""
    beside = document.text[max(0, when.span.start - BESIDE) : when.span.end + BESIDE]
    night = when.first == when.last and any(one.lower in night_words() for one in words(beside))
    return when.last + timedelta(days=1) if night and when.last < date.max else when.last


def sentence_at(bounds: Sequence[Span], span: Span) -> int:
    """The number of the sentence in which something begins; -1 before the first."""
    return bisect_right(bounds, span.start, key=lambda one: one.start) - 1


def _words(document: Document, event: Event, sentence: Span) -> frozenset[str]:
    start = max(sentence.start, event.trigger.start - AROUND)
    end = max(event.trigger.end, min(sentence.end, event.trigger.end + AROUND))
    told = [document[one.span] for one in event.participants]
    found = {
        word.lower.removesuffix("'s").removesuffix("’s")
        for text in (document.text[start:end], *told)
        for word in words(text[: 2 * AROUND])
    }
    common = point_words().common
    return frozenset(
        one for one in found if len(one) > 2 and one[0].isalpha() and one not in common
    )
