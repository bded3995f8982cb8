"""What a report says happened: triggers with who, where and when, sentence by sentence."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date

from sayso.extract.events.event_sentence import EventSentence
from sayso.extract.events.event_times import date_events
from sayso.extract.events.geocode import Geocoder
from sayso.extract.events.participants import participants
from sayso.extract.events.place_names import PlaceMention, nearest_place, place_mentions
from sayso.extract.events.times import date_lines, report_day
from sayso.extract.events.triggers import Trigger, find_triggers
from sayso.lexicon.tenses import tense_words
from sayso.model.happening import Event, When
from sayso.model.text import Span
from sayso.text.sentences import sentences
from sayso.text.words import words

MAX_SENTENCE_WORDS = 250  # words that are read together
MAX_WORDS_TO_NEGATION = 4  # words from a negation to its trigger


def find_events(text: str, times: Sequence[When], published: date | None) -> tuple[Event, ...]:
    """The events of a report in text order, each with the place that its sentence names and its time.

    `times` are those that the text tells, `published` is the day of publication if it is known.
    """
    event_sentences = list(_event_sentences(text, _times_of_events(text, times)))
    date_events(event_sentences, report_day(text, times, published))
    geocoder = Geocoder(text)
    found: dict[str, Event] = {}
    for sentence in event_sentences:
        places = place_mentions(text, sentence.tokens)
        for trigger, when in zip(sentence.triggers, sentence.trigger_times, strict=True):
            event = _event(geocoder, sentence, trigger, when, places)
            found.setdefault(event.id, event)
    return tuple(sorted(found.values(), key=lambda event: event.trigger))


def _times_of_events(text: str, times: Sequence[When]) -> list[When]:
    """The times without those of lines that date the report."""
    lines = date_lines(text, times)
    return [when for when in times if when not in lines]


def _event_sentences(text: str, times: Sequence[When]) -> Iterator[EventSentence]:
    """The sentences that have triggers; a very long one is read in pieces."""
    starts = [when.span.start for when in times]
    for start, end in sentences(text):
        tokens = words(text, start, end)
        for first in range(0, len(tokens), MAX_SENTENCE_WORDS):
            piece = tokens[first : first + MAX_SENTENCE_WORDS]
            triggers = find_triggers(text, piece)
            if triggers:
                low = bisect_left(starts, piece[0].start)
                told = times[low : bisect_left(starts, piece[-1].end)]
                yield EventSentence(piece, triggers, told)


def _event(
    geocoder: Geocoder,
    sentence: EventSentence,
    trigger: Trigger,
    when: When | None,
    places: Sequence[PlaceMention],
) -> Event:
    tokens = sentence.tokens
    before = tokens[max(0, trigger.first - MAX_WORDS_TO_NEGATION) : trigger.first]
    negations = tense_words().negations
    return Event(
        trigger=Span(tokens[trigger.first].start, tokens[trigger.last - 1].end),
        kind=trigger.kind,
        participants=tuple(participants(sentence, trigger)),
        place=nearest_place(geocoder, sentence, trigger.first, places),
        when=when,
        negated=any(word.lower in negations for word in before),
    )
