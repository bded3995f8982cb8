"""Of which happening a figure is: that of the report, another one told beside it, or a longer time."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sayso.lexicon.families import families
from sayso.lexicon.happenings import happenings
from sayso.lexicon.policies import background
from sayso.model.happening import Event, Figure, When
from sayso.model.text import Span
from sayso.text.background import longer_time
from sayso.text.sentences import sentences
from sayso.text.words import words


@dataclass(frozen=True, slots=True)
class _Told:
    """A sentence in which people come to harm."""

    span: Span
    figures: list[Figure]
    days: list[When]


def placed(
    text: str, figures: Sequence[Figure], events: Sequence[Event], times: Sequence[When]
) -> tuple[Figure, ...]:
    """The figures, each that tells of harm with the event that it is of.

    A report is of one happening, the one whose harm it tells first: its figures are of that, unless
    their sentence gives another day or says that it was another ("in a separate attack"); then they
    are of the event that their own words of harm trigger. A figure of a longer time ("700 since
    January") is of no event.
    """
    told = _sentences(text, figures, times)
    if not told:
        return tuple(figures)
    main = _event_of(told[0], events)
    days = _days(told, events)
    event: dict[str, str | None] = {}
    for one in told:
        apart = one is not told[0] and (_is_another_day(one.days, days) or _says_another(text, one))
        for figure in one.figures:
            if longer_time(text, one.span, figure.span, _first(days)) is not None:
                event[figure.id] = None
            else:
                event[figure.id] = figure.event if apart else main
    return tuple(replace(one, event=event.get(one.id, one.event)) for one in figures)


def _sentences(text: str, figures: Iterable[Figure], times: Sequence[When]) -> list[_Told]:
    """The sentences with figures of harm that is told as a fact, in text order."""
    bounds = [Span(*one) for one in sentences(text)]
    starts = [one.start for one in bounds]
    found: dict[int, _Told] = {}
    for figure in sorted(figures, key=lambda one: one.span):
        if figure.harm is None or figure.hypothetical:
            continue
        number = max(0, bisect_right(starts, figure.span.start) - 1)
        if number not in found:
            span = bounds[number]
            days = [one for one in times if span.holds(one.span)]
            found[number] = _Told(span, [], days)
        found[number].figures.append(figure)
    return [found[number] for number in sorted(found)]


def _event_of(told: _Told, events: Sequence[Event]) -> str | None:
    """The deed that a sentence tells, rather than the harm that it did: "the blast killed 12"."""
    harms, known = set(happenings().harms.values()), families()
    own = [one for one in events if told.span.holds(one.trigger) and not one.negated]
    deeds = [
        one for one in own if one.kind not in harms and known.family(one.kind) in known.harmful
    ]
    if deeds:
        return deeds[0].id
    return next((one.event for one in told.figures if one.event), None)


def _days(told: Sequence[_Told], events: Sequence[Event]) -> list[When]:
    """The days of the happening: those beside its harm, else of the first such deed that has any."""
    if told[0].days:
        return told[0].days
    known = families()
    dated = [one.when for one in events if one.when and known.family(one.kind) in known.harmful]
    return dated[:1]


def _first(days: Sequence[When]) -> date | None:
    return min((one.first for one in days), default=None)


def _is_another_day(own: Sequence[When], days: Sequence[When]) -> bool:
    """Whether a sentence gives days, and none of them is one of the days of the happening."""
    if not own or not days:
        return False
    return not any(
        one.first <= other.last and other.first <= one.last for one in own for other in days
    )


def _says_another(text: str, told: _Told) -> bool:
    """Whether words before the first figure say that it is of another happening."""
    known = background().another
    before = words(text[told.span.start : told.figures[0].span.start])
    lowers = [word.lower for word in before]
    return any(
        tuple(lowers[at : at + len(phrase)]) == phrase
        for at, word in enumerate(lowers)
        for phrase in known.get(word, ())
    )
