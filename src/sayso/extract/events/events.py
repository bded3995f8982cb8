"""What a report says happened: triggers with who, where and when, sentence by sentence."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date

from sayso.extract.events.event_times import Scene, date_scenes
from sayso.extract.events.geocode import Atlas
from sayso.extract.events.participants import participants
from sayso.extract.events.place_names import Named, named_places, place_of
from sayso.extract.events.times import report_day
from sayso.extract.events.triggers import Told, find_triggers
from sayso.lexicon.tenses import tense_words
from sayso.model.happening import Event, When
from sayso.model.text import Span
from sayso.text.sentences import sentences
from sayso.text.words import words

LONGEST = 250  # words of a sentence that are read together
BEFORE = 4  # words in which a negation stands before its trigger


def find_events(text: str, times: Sequence[When], published: date | None) -> tuple[Event, ...]:
    """The events of a report, in text order; each with the place of its own sentence and its time.

    `times` are those that the text tells, `published` is the day of publication if it is known.
    """
    scenes = list(_scenes(text, times))
    date_scenes(scenes, report_day(text, times, published))
    atlas = Atlas(text)
    found: dict[str, Event] = {}
    for scene in scenes:
        places = named_places(text, scene.tokens)
        for told, when in zip(scene.told, scene.whens, strict=True):
            event = _event(atlas, scene, told, when, places)
            found.setdefault(event.id, event)
    return tuple(sorted(found.values(), key=lambda event: event.trigger))


def _scenes(text: str, times: Sequence[When]) -> Iterator[Scene]:
    """The sentences that have triggers; one without end is read in pieces."""
    starts = [when.span.start for when in times]
    for start, end in sentences(text):
        every = words(text, start, end)
        for first in range(0, len(every), LONGEST):
            tokens = every[first : first + LONGEST]
            triggers = find_triggers(text, tokens)
            if triggers:
                low = bisect_left(starts, tokens[0].start)
                own = times[low : bisect_left(starts, tokens[-1].end)]
                yield Scene(tokens, triggers, own)


def _event(
    atlas: Atlas, scene: Scene, told: Told, when: When | None, places: Sequence[Named]
) -> Event:
    tokens = scene.tokens
    trigger = Span(tokens[told.first].start, tokens[told.last - 1].end)
    before = tokens[max(0, told.first - BEFORE) : told.first]
    return Event(
        trigger=trigger,
        kind=told.kind,
        participants=tuple(participants(scene, told)),
        place=place_of(atlas.text, tokens, places, told.first, atlas),
        when=when,
        negated=any(word.lower in tense_words().negations for word in before),
    )
