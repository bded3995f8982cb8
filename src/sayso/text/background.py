"""Whether a number is of a longer time than one event: "more than 700 killed since January"."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import takewhile
from typing import NamedTuple

from sayso.lexicon.dates import TimeUnit
from sayso.lexicon.policies import Phrase, background_words
from sayso.model.text import Span
from sayso.text.calendar_date import CalendarDate
from sayso.text.counted_days import Deictic, PastStretch
from sayso.text.dates import DateExpression, Said, date_expressions
from sayso.text.prepared import read_once
from sayso.text.words import Word, words

LONG_UNITS = frozenset({TimeUnit.WEEK, TimeUnit.MONTH, TimeUnit.YEAR})
MAX_CHARACTERS = 600  # of a sentence on either side of what is asked about, and up to a step more
STEP_CHARACTERS = 200  # so that what stands close together in a long sentence is read once
MAX_WORDS_AFTER_IN = 4  # between "in" and the events: "in separate overnight attacks"
MAX_CHARACTERS_TO_YEAR = 40  # between "homicides" and their year


class _SentenceTimes(NamedTuple):
    """A sentence's words, its dates, and its phrases for longer times and for several events.

    All places are those of the whole text.
    """

    tokens: Sequence[Word]
    dates: Sequence[DateExpression]
    phrases: Sequence[Span]
    several_events: Sequence[Span]


def longer_time(text: str, sentence: Span, at: Span, event_day: date | None) -> Span | None:
    """The words of a sentence that say that what stands `at` a place is of a longer time.

    They count if they open the sentence, or if only words or a pair of commas part them from the
    place. They do not count if they compare ("the deadliest night since January"), or if the time
    begins on the day of the event or later.
    """
    tokens, dates, phrases, several_events = _times_around(text, sentence, at)
    since, of_crimes = _dates_after_since(dates, tokens, event_day), _dates_of_crimes(dates, tokens)
    for time in (*since, *of_crimes, *phrases, *several_events):
        if _commas_allow(text, tokens, time, at) and not _is_compared(tokens, time):
            return time
    return None


def sums_up_events(text: str, sentence: Span, at: Span) -> bool:
    """Whether a sentence sums up several events at a place: "in weekend shootings"."""
    times = _times_around(text, sentence, at)
    return any(_commas_allow(text, times.tokens, time, at) for time in times.several_events)


def time_applies_to(text: str, sentence: Span, at: Span, time: Span) -> bool:
    """Whether a time in a sentence is that of what stands `at` a place, as far as commas show."""
    tokens = words(text, sentence.start, min(sentence.end, sentence.start + 2 * MAX_CHARACTERS))
    return _commas_allow(text, tokens, time, at) and not _is_compared(tokens, time)


def _times_around(text: str, sentence: Span, at: Span) -> _SentenceTimes:
    before = max(0, at.start - MAX_CHARACTERS - sentence.start)
    after = at.end + MAX_CHARACTERS - sentence.start
    start = sentence.start + before // STEP_CHARACTERS * STEP_CHARACTERS
    end = sentence.start + -(-after // STEP_CHARACTERS) * STEP_CHARACTERS
    return _read_times(text, start, min(sentence.end, end))


@read_once
def _read_times(text: str, start: int, end: int) -> _SentenceTimes:
    tokens = words(text, start, end)
    dates = date_expressions(text, start, end)
    return _SentenceTimes(tokens, dates, [*_long_phrases(tokens)], [*_several_events(tokens)])


def _dates_after_since(
    dates: Sequence[DateExpression], tokens: Sequence[Word], event_day: date | None
) -> Iterator[Span]:
    """The times that begin before the event: "since January", "the past six months"."""
    for expression in dates:
        if isinstance(expression.said, PastStretch):
            if expression.said.unit in LONG_UNITS:
                yield Span(expression.start, expression.end)
            continue
        since = _word_before_date(tokens, expression)
        if (
            since is not None
            and since.lower in background_words().since
            and _is_before_event(expression.said, event_day)
        ):
            yield Span(since.start, expression.end)


def _word_before_date(tokens: Sequence[Word], expression: DateExpression) -> Word | None:
    """The word before the date, or before words such as "the start of" that lead to it."""
    at = next(
        (at for at, token in enumerate(tokens) if token.start >= expression.start), len(tokens)
    )
    at -= at > 0 and tokens[at - 1].lower == "the"
    for first in range(max(0, at - 3), at):
        lowers = tuple(token.lower for token in tokens[first:at])
        if lowers in background_words().start.get(lowers[0], ()) and first:
            return tokens[first - 1]
    return tokens[at - 1] if at else None


def _is_before_event(said: Said, event_day: date | None) -> bool:
    """Whether a time that begins then is longer than an event of that day."""
    if isinstance(said, Deictic):
        return said.unit in LONG_UNITS - {TimeUnit.WEEK}
    if not isinstance(said, CalendarDate):
        return False
    if said.month is None or said.day is None:
        return said.month is not None or said.year is not None
    if event_day is None:
        return True
    began = (said.year or event_day.year, said.month, said.day)
    return began < (event_day.year, event_day.month, event_day.day)


def _long_phrases(tokens: Sequence[Word]) -> Iterator[Span]:
    """The phrases for a longer time; some count only beside a verb in the perfect."""
    known = background_words()
    is_perfect = any(token.lower in known.perfect for token in tokens)
    for at, token in enumerate(tokens):
        phrases: list[Phrase] = [*known.phrases.get(token.lower, ())]
        phrases += known.running.get(token.lower, ()) if is_perfect else ()
        for phrase in phrases:
            if tuple(word.lower for word in tokens[at : at + len(phrase)]) == phrase:
                yield Span(token.start, tokens[at + len(phrase) - 1].end)
                break


def _dates_of_crimes(dates: Sequence[DateExpression], tokens: Sequence[Word]) -> Iterator[Span]:
    """The year, month or week of a kind of crime: "45 homicides in 2013"."""
    yearly = background_words().yearly
    crimes = [token for token in tokens if token.lower in yearly] if dates else ()
    for expression in dates:
        said = expression.said
        is_long = isinstance(said, CalendarDate) and said.day is None
        is_long |= isinstance(said, Deictic) and said.unit in LONG_UNITS
        if is_long and any(
            0 <= expression.start - crime.end <= MAX_CHARACTERS_TO_YEAR for crime in crimes
        ):
            yield Span(expression.start, expression.end)


def _several_events(tokens: Sequence[Word]) -> Iterator[Span]:
    """The phrases for several events at once: "in separate attacks", "in shootings across"."""
    known = background_words()
    nouns = known.crimes | known.happenings
    for at, token in enumerate(tokens):
        if token.lower not in nouns:
            continue
        steps_back = range(at, max(-1, at - MAX_WORDS_AFTER_IN - 1), -1)
        first = next((step for step in steps_back if tokens[step].lower == "in"), None)
        if first is None:
            continue
        before = {word.lower for word in tokens[first:at]}
        behind = {word.lower for word in tokens[at + 1 : at + 3]}
        are_summed = before & known.summed or behind & known.across
        if before & known.separate or (token.lower in known.crimes and are_summed):
            yield Span(tokens[first].start, token.end)


def _commas_allow(text: str, tokens: Sequence[Word], time: Span, at: Span) -> bool:
    """Whether a time goes with what stands at a place, as far as commas show."""
    if time.touches(at):
        return False
    if time.end <= at.start:
        opens_sentence = bool(tokens) and time.start <= tokens[min(1, len(tokens) - 1)].start
        return opens_sentence or "," not in text[time.end : at.start]
    return text.count(",", at.end, time.start) % 2 == 0


def _is_compared(tokens: Sequence[Word], time: Span) -> bool:
    """Whether a word of comparison leads to the time, with no comma between."""
    before = [token for token in tokens if token.end <= time.start]
    clause = takewhile(lambda token: token.lower != ",", reversed(before))
    return any(token.lower in background_words().comparing for token in clause)
