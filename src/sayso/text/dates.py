"""What a text says of days: a grammar that finds the expressions and what each of them says.

Nothing is resolved here: "July 27" stays a day of a month without a year (see intervals.py).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from sayso.lexicon.dates import DateWords, date_words
from sayso.lexicon.numbers import number_words
from sayso.text.cardinals import cardinal
from sayso.text.days import CalendarDate, calendar_date, part_of_time
from sayso.text.marks import ENDING_LENGTH, is_possessive, without_possessive
from sayso.text.prepared import read_once
from sayso.text.words import Word, lower_at, words


@dataclass(frozen=True, slots=True)
class Deictic:
    """A day, week, month or year counted from the day of publication: "yesterday", "last week".

    A "night" ends on that day; a "past weekend" is the last that has begun.
    """

    unit: str
    shift: int
    part: str | None = None


@dataclass(frozen=True, slots=True)
class PastStretch:
    """So many units up to the day of publication: "the past three days"."""

    count: int
    unit: str


@dataclass(frozen=True, slots=True)
class Offset:
    """A distance from the day of publication ("ago"), or from a day told before."""

    count: int
    unit: str
    direction: str
    from_event: bool = False


# Between "the" and a unit of time.
NEIGHBOURS = frozenset(
    {"next", "following", "previous", "preceding", "same", "last", "past", "day"}
)

Said = CalendarDate | Deictic | PastStretch | Offset
_TimeAndEnd = tuple[Said, int]  # and the index of the first word behind it


@dataclass(frozen=True, slots=True)
class DateExpression:
    """Words [start, end) that tell a time, and what they say."""

    start: int
    end: int
    said: Said


@read_once
def date_expressions(text: str) -> Sequence[DateExpression]:
    """Every expression of a date or a stretch of days, in text order.

    >>> text = "On Saturday, July 27, two days after the raid, as in late 2021, he left."
    >>> [text[date.start:date.end] for date in date_expressions(text)]
    ['Saturday, July 27', 'two days after the raid', 'late 2021']
    """
    lexicon, tokens = date_words(), words(text)
    openers, continuations = _opening_words(), _words_behind_opener()
    expressions = []
    at = 0
    while at < len(tokens):
        lower = tokens[at].lower
        hit = None
        goes_on = lower not in continuations or lower_at(tokens, at + 1) in continuations[lower]
        if goes_on and (lower[0].isdigit() or lower in openers or lower[:-2] in openers):
            hit = _offset_at(text, tokens, at, lexicon) or calendar_date(text, tokens, at, lexicon)
            hit = hit or _deictic_at(tokens, at, lexicon) or _overnight_at(tokens, at, lexicon)
        if hit is None:
            at += 1
        else:
            expressions.append(
                DateExpression(
                    tokens[at].start, _end_without_possessive(tokens[hit[1] - 1]), hit[0]
                )
            )
            at = hit[1]
    return expressions


@cache
def _opening_words() -> frozenset[str]:
    """The words, digits apart, with which an expression may begin."""
    lexicon, numbers = date_words(), number_words()
    single = {*lexicon.months, *lexicon.weekdays, *lexicon.parts, *lexicon.which}
    phrases = [*(phrase.split() for phrase in (*lexicon.days, *lexicon.shares)), *lexicon.feasts]
    first = {phrase[0] for phrase in phrases}
    others = {"a", "an", "the", "some", "that", "overnight"}
    return frozenset({*single, *first, *numbers.ones, *numbers.tens, *others})


@cache
def _words_behind_opener() -> dict[str, frozenset[str]]:
    """For the commonest words with which an expression may begin, the words that then follow."""
    lexicon, numbers = date_words(), number_words()
    units, scales = lexicon.units.keys(), {*numbers.scales, *numbers.groups}
    following: dict[str, set[str]] = {
        "a": {*units, *scales},
        "an": {*units, *scales},
        "that": {*units, "same", "night"},
        "the": {*units, *NEIGHBOURS},
    }
    for phrase in (*map(str.split, (*lexicon.days, *lexicon.shares)), *lexicon.feasts):
        if phrase[0] in following and len(phrase) > 1:
            following[phrase[0]].add(without_possessive(phrase[1]))
    return {first: frozenset(behind) for first, behind in following.items()}


def _end_without_possessive(word: Word) -> int:
    """Where the word ends without its 's."""
    return word.end - ENDING_LENGTH if is_possessive(word.lower) else word.end


# Counted from another day


def _offset_at(
    text: str, tokens: Sequence[Word], at: int, lexicon: DateWords
) -> _TimeAndEnd | None:
    """Read "two days ago", "48 hours after the battle", "the next day", "a week later"."""
    lower = lower_at(tokens, at)
    if lower in ("the", "that"):
        return (_same_time if lower == "that" else _neighbouring_time)(tokens, at + 1, lexicon)
    if lower_at(tokens, at - 1) == "half":
        return None
    start = at + 1 if lower == "some" else at
    counted = cardinal(text, tokens, start) if start < len(tokens) else None
    if counted is not None:
        count, unit_at = counted.value, counted.after
    elif lower in ("a", "an"):
        count, unit_at = 1, at + 1
    else:
        return None
    unit = lexicon.units.get(lower_at(tokens, unit_at))
    direction = lexicon.directions.get(lower_at(tokens, unit_at + 1))
    if unit is None or direction is None or not 0 < count < 10_000:
        return None
    if tokens[unit_at + 1].lower in ("before", "after", "following"):
        event = _end_of_event(tokens, unit_at + 2)
        return (Offset(count, unit, direction, from_event=True), event) if event else None
    return (Offset(count, unit, direction), unit_at + 2)


def _end_of_event(tokens: Sequence[Word], at: int) -> int | None:
    """The index behind "the battle", where that is what stands here."""
    if lower_at(tokens, at) in ("the", "that", "this") and lower_at(tokens, at + 1).isalpha():
        return at + 2
    return None


def _neighbouring_time(tokens: Sequence[Word], at: int, lexicon: DateWords) -> _TimeAndEnd | None:
    """Read "the next day", "the same day", "the day before", "the past two weeks"."""
    lower, unit = lower_at(tokens, at), lexicon.units.get(lower_at(tokens, at + 1))
    if unit in ("day", "week", "month", "year"):
        if lower in ("next", "following"):
            return (Offset(1, unit, "after"), at + 2)
        if lower in ("previous", "preceding"):
            return (Offset(1, unit, "before"), at + 2)
        if lower == "same":
            return (Offset(0, unit, "after"), at + 2)
        if lower in ("last", "past"):
            return (PastStretch(1, unit), at + 2)
    if lower == "day" and lower_at(tokens, at + 1) in ("before", "after"):
        if lower_at(tokens, at + 2) in lexicon.days:
            return None
        direction = lexicon.directions[lower_at(tokens, at + 1)]
        event = _end_of_event(tokens, at + 2)
        return (Offset(1, "day", direction, event is not None), event or at + 2)
    if lower in ("last", "past"):
        counted = cardinal("", tokens, at + 1) if at + 1 < len(tokens) else None
        unit = lexicon.units.get(lower_at(tokens, counted.after)) if counted else None
        if counted and unit and 0 < counted.value < 1000:
            return (PastStretch(counted.value, unit), counted.after + 1)
    return None


def _same_time(tokens: Sequence[Word], at: int, lexicon: DateWords) -> _TimeAndEnd | None:
    """Read "that day", "that same month", "that night"."""
    at += lower_at(tokens, at) == "same"
    if lower_at(tokens, at) == "night":
        return (Offset(0, "night", "after"), at + 1)
    unit = lexicon.units.get(lower_at(tokens, at))
    return (Offset(0, unit, "after"), at + 1) if unit in ("day", "week", "month", "year") else None


def _overnight_at(tokens: Sequence[Word], at: int, lexicon: DateWords) -> _TimeAndEnd | None:
    """Read "overnight", where neither a thing is described by it nor a weekday stands by."""
    if lower_at(tokens, at) != "overnight" or lower_at(tokens, at - 1) in lexicon.weekdays:
        return None
    alone = at + 1 == len(tokens) or tokens[at + 1].lower in lexicon.behind_overnight
    return (Deictic("night", 0), at + 1) if alone else None


def _deictic_at(tokens: Sequence[Word], at: int, lexicon: DateWords) -> _TimeAndEnd | None:
    """Read "yesterday", "last night", "last week", "earlier this year"."""
    lower, following = lower_at(tokens, at), lower_at(tokens, at + 1)
    if lower == "the":
        return _deictic_with_article(tokens, at, lexicon)
    if f"{lower} {following}" in lexicon.days:
        return (Deictic("day", lexicon.days[f"{lower} {following}"]), at + 2)
    if lower in lexicon.days:
        return (Deictic("day", lexicon.days[lower]), at + 1)
    part = lexicon.parts.get(lower)
    if part and following in lexicon.days:
        return (Deictic("day", lexicon.days[following]), at + 2)
    part, at = part_of_time(tokens, at, lexicon)
    which = lexicon.which.get(lower_at(tokens, at))
    unit = lexicon.units.get(lower_at(tokens, at + 1))
    if part == "early" and lower_at(tokens, at) == "the" and unit == "year":
        which = 0  # "the end of the year" may be that of the year told of; its start seldom is
    if which is None or unit in (None, "hour", "day", "fortnight", "decade"):
        return None
    return (Deictic(str(unit), which, part), at + 2)


def _deictic_with_article(
    tokens: Sequence[Word], at: int, lexicon: DateWords
) -> _TimeAndEnd | None:
    """Read "the day before yesterday", "the week before last", "over the weekend"."""
    for size in (4, 2):
        phrase = " ".join(word.lower for word in tokens[at : at + size])
        if phrase in lexicon.days:
            return (Deictic("day", lexicon.days[phrase]), at + size)
    unit = lexicon.units.get(lower_at(tokens, at + 1))
    if unit in ("week", "weekend", "month", "year") and lower_at(tokens, at + 2) == "before":
        last = lower_at(tokens, at + 3) == "last"
        return (Deictic(unit, -2), at + 4) if last else None
    led = lower_at(tokens, at - 1) in ("over", "at", "during")
    return (Deictic("past weekend", 0), at + 2) if led and unit == "weekend" else None
