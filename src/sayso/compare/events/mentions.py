"""Events as the reports tell them, with what shows which of them are one event."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from sayso.compare.events.place_match import PlaceName, place_name
from sayso.lexicon.families import event_families, night_words
from sayso.lexicon.points import point_words
from sayso.lexicon.stems import word_stem
from sayso.model.facts import Facts
from sayso.model.happening import Event, When
from sayso.model.text import Document, Span
from sayso.text.background import longer_time
from sayso.text.marks import without_possessive
from sayso.text.prepared import read_once
from sayso.text.sentences import sentences
from sayso.text.words import words

MAX_CHARACTERS_AROUND_TRIGGER = 240  # on either side, within its sentence
MAX_CHARACTERS_TO_NIGHT = 12  # on either side of a day, for the word "night"
MAX_EVENT_DAYS = 62  # a longer time is a period with many events


@dataclass(frozen=True, slots=True)
class ReportedEvent:
    """One event of one report.

    `stem` is that of its trigger. `sentence` is the number of its sentence in the report. `words`
    are the words around it that may tell it from other events. `of_longer_time` is set where the
    report tells it of a longer time than one event takes.
    """

    document: Document
    event: Event
    family: str
    stem: str
    place: PlaceName | None
    first: date | None
    last: date | None
    sentence: int
    words: frozenset[str]
    of_longer_time: bool

    @property
    def key(self) -> tuple[str, Span]:
        """The document and the place in it; different for every event."""
        return self.document.id, self.event.trigger

    @property
    def day_count(self) -> int | None:
        """How many days may be the day of the event."""
        return (self.last - self.first).days + 1 if self.first and self.last else None

    @property
    def country(self) -> str | None:
        """The country that the text or the gazetteer gives."""
        country = self.event.place.country if self.event.place else None
        return country.lower() if country else self.place.country if self.place else None


def reported_events(facts: Facts) -> Iterator[ReportedEvent]:
    """The events of a report; one with a time of MAX_EVENT_DAYS or more has no dates here."""
    if not facts.events:
        return
    document = facts.document
    bounds = [Span(*bound) for bound in sentences(document.text)]
    for event in facts.events:
        number = sentence_at(bounds, event.trigger)
        sentence = bounds[number] if number >= 0 else event.trigger
        when = event.when
        dated = when is not None and (when.last - when.first).days < MAX_EVENT_DAYS
        yield ReportedEvent(
            document=document,
            event=event,
            family=event_families().family(event.kind),
            stem=word_stem(document[event.trigger]),
            place=place_name(document[event.place.span]) if event.place else None,
            first=when.first if when and dated else None,
            last=_last_day(document.text, when) if when and dated else None,
            sentence=number,
            words=_words_of_event(document.text, event, sentence),
            of_longer_time=(when is not None and not dated)
            or longer_time(document.text, sentence, event.trigger, None) is not None,
        )


def sentence_at(bounds: Sequence[Span], span: Span) -> int:
    """The number of the sentence that a span begins in; -1 if it begins before the first."""
    return bisect_right(bounds, span.start, key=lambda bound: bound.start) - 1


def _last_day(text: str, when: When) -> date:
    """The last day of an event; a night that is dated by one day ends on the next."""
    ends_next_day = when.first == when.last < date.max and _is_night(
        text,
        max(0, when.span.start - MAX_CHARACTERS_TO_NIGHT),
        min(len(text), when.span.end + MAX_CHARACTERS_TO_NIGHT),
    )
    return when.last + timedelta(days=1) if ends_next_day else when.last


@read_once
def _is_night(text: str, start: int, end: int) -> bool:
    """Whether a word for the night stands in text[start:end]."""
    lower = text[start:end].lower()
    may_be = any(night in lower for night in night_words())
    return may_be and any(word.lower in night_words() for word in words(text, start, end))


def _words_of_event(text: str, event: Event, sentence: Span) -> frozenset[str]:
    """The words around the trigger and of the participants that may tell an event from others."""
    trigger = event.trigger
    start = max(sentence.start, trigger.start - MAX_CHARACTERS_AROUND_TRIGGER)
    end = max(trigger.end, min(sentence.end, trigger.end + MAX_CHARACTERS_AROUND_TRIGGER))
    spans = [(start, end), *((one.span.start, one.span.end) for one in event.participants)]
    longest = 2 * MAX_CHARACTERS_AROUND_TRIGGER
    known = [_informative_words(text, at, min(until, at + longest)) for at, until in spans]
    return known[0].union(*known[1:])


@read_once
def _informative_words(text: str, start: int, end: int) -> frozenset[str]:
    """The words of text[start:end] of three letters or more that are not among the commonest."""
    informative = {_informative_word(word.lower) for word in words(text, start, end)}
    return frozenset(informative - {""})


@cache
def _informative_word(lower: str) -> str:
    """The word without a possessive ending; empty if it is short, common or no word."""
    bare = without_possessive(lower)
    is_informative = len(bare) > 2 and bare[0].isalpha() and bare not in point_words().common
    return bare if is_informative else ""
