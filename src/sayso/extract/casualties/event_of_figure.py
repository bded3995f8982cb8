"""Which event a figure is of: that of the report, another one mentioned beside it, or none."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.lexicon.events import event_words
from sayso.lexicon.families import event_families
from sayso.lexicon.policies import background_words
from sayso.model.happening import Event, Figure, When
from sayso.model.text import Span
from sayso.text.background import longer_time
from sayso.text.history import is_history
from sayso.text.sentences import sentences
from sayso.text.words import words


@dataclass(frozen=True, slots=True)
class _HarmSentence:
    """A sentence that tells harm as a fact: its figures and the times it gives."""

    span: Span
    figures: list[Figure]
    times: Sequence[When]


def with_events(
    text: str, figures: Sequence[Figure], events: Sequence[Event], times: Sequence[When]
) -> tuple[Figure, ...]:
    """The figures, those of harm with the event that they are of.

    The event of a report is the one with the harm that the report mentions first. Its figures are
    of that event, unless their sentence gives another day or says that it was another event ("in a
    separate attack"). Then they are of the event that their own words of harm trigger. A figure of
    a longer time ("700 since January"), or of one long ago, is of no event.
    """
    harm_sentences = _harm_sentences(text, figures, times)
    if not harm_sentences:
        return tuple(figures)
    first = harm_sentences[0]
    main = _event_of(first, events)
    days = _event_days(first, events)
    first_day = min((when.first for when in days), default=None)
    event_ids: dict[str, str | None] = {}
    for sentence in harm_sentences:
        another = sentence is not first and (
            _is_another_day(sentence.times, days) or _says_another(text, sentence)
        )
        old = is_history(text, sentence.span, first_day)
        for figure in sentence.figures:
            event = figure.event if another else main
            if event and (old or longer_time(text, sentence.span, figure.span, first_day)):
                event = None
            event_ids[figure.id] = event
    return tuple(
        replace(figure, event=event_ids[figure.id])
        if event_ids.get(figure.id, figure.event) != figure.event
        else figure
        for figure in figures
    )


def _harm_sentences(
    text: str, figures: Sequence[Figure], times: Sequence[When]
) -> list[_HarmSentence]:
    """The sentences with figures of harm that is told as a fact, in text order."""
    spans = [Span(start, end) for start, end in sentences(text)]
    starts = [span.start for span in spans]
    time_starts = [when.span.start for when in times]
    found: dict[int, _HarmSentence] = {}
    for figure in sorted(figures, key=lambda figure: figure.span):
        if figure.harm is None or figure.hypothetical:
            continue
        number = max(0, bisect_right(starts, figure.span.start) - 1)
        if number not in found:
            span = spans[number]
            low, high = bisect_left(time_starts, span.start), bisect_left(time_starts, span.end)
            inside = [when for when in times[low:high] if span.holds(when.span)]
            found[number] = _HarmSentence(span, [], inside)
        found[number].figures.append(figure)
    return list(found.values())


def _event_of(sentence: _HarmSentence, events: Sequence[Event]) -> str | None:
    """The deed that a sentence tells, or else its harm: "the blast" in "the blast killed 12"."""
    harms, known = set(event_words().harms.values()), event_families()
    deeds = (
        event.id
        for event in events
        if sentence.span.holds(event.trigger)
        and not event.negated
        and event.kind not in harms
        and known.family(event.kind) in known.harmful
    )
    return next(deeds, None) or next(
        (figure.event for figure in sentence.figures if figure.event), None
    )


def _event_days(sentence: _HarmSentence, events: Sequence[Event]) -> Sequence[When]:
    """The days of the event: those that its sentence gives, else of the first harmful event."""
    if sentence.times:
        return sentence.times
    known = event_families()
    for event in events:
        if event.when and known.family(event.kind) in known.harmful:
            return [event.when]
    return []


def _is_another_day(times: Sequence[When], days: Sequence[When]) -> bool:
    """Whether a sentence gives times, and none of them shares a day with the event."""
    if not times or not days:
        return False
    return not any(
        when.first <= other.last and other.first <= when.last for when in times for other in days
    )


def _says_another(text: str, sentence: _HarmSentence) -> bool:
    """Whether words before the first figure say that it is of another event."""
    known = background_words().another
    before = words(text, sentence.span.start, sentence.figures[0].span.start)
    lowers = [word.lower for word in before]
    return any(
        tuple(lowers[at : at + len(phrase)]) == phrase
        for at, word in enumerate(lowers)
        for phrase in known.get(word, ())
    )
