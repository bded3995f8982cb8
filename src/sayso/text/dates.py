"""What a text says of days: a grammar that finds the expressions and what each of them says.

Nothing is resolved here: "July 27" stays a day of a month without a year (see intervals.py).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from sayso.lexicon.dates import DateWords, date_words
from sayso.lexicon.numbers import number_words
from sayso.text.cardinals import cardinal
from sayso.text.days import Calendar, calendar, part_of
from sayso.text.prepared import read_once
from sayso.text.words import Word, lower_at, words


@dataclass(frozen=True, slots=True)
class Deictic:
    """A day, week, month or year counted from the day of publication: "yesterday", "last week".

    A "night" is the one that ended on the day told; a "past weekend" the last that has begun.
    """

    unit: str
    shift: int
    part: str | None = None


@dataclass(frozen=True, slots=True)
class Past:
    """The stretch of so many units up to the day of publication: "the past three days"."""

    count: int
    unit: str


@dataclass(frozen=True, slots=True)
class Offset:
    """A distance from another day: from that of publication ("ago"), or from one told before."""

    count: int
    unit: str
    direction: str
    from_event: bool = False


Said = Calendar | Deictic | Past | Offset
_Found = tuple[Said, int]  # and the index of the first word behind it


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
    >>> [text[one.start:one.end] for one in date_expressions(text)]
    ['Saturday, July 27', 'two days after the raid', 'late 2021']
    """
    lexicon, tokens = date_words(), words(text)
    openers = _openers()
    found = []
    at = 0
    while at < len(tokens):
        lower = tokens[at].lower
        hit = None
        if lower[0].isdigit() or lower in openers or lower[:-2] in openers:
            hit = _offset(text, tokens, at, lexicon) or calendar(text, tokens, at, lexicon)
            hit = hit or _deictic(tokens, at, lexicon) or _overnight(tokens, at, lexicon)
        if hit is None:
            at += 1
        else:
            found.append(DateExpression(tokens[at].start, _end(tokens[hit[1] - 1]), hit[0]))
            at = hit[1]
    return found


@cache
def _openers() -> frozenset[str]:
    """The words, digits apart, with which an expression may begin."""
    lexicon, numbers = date_words(), number_words()
    single = {*lexicon.months, *lexicon.weekdays, *lexicon.parts, *lexicon.which}
    phrases = [*(phrase.split() for phrase in (*lexicon.days, *lexicon.shares)), *lexicon.feasts]
    first = {phrase[0] for phrase in phrases}
    own = {"a", "an", "the", "some", "that", "overnight"}
    return frozenset({*single, *first, *numbers.ones, *numbers.tens, *own})


def _end(word: Word) -> int:
    """Where the word ends without its 's."""
    return word.end - 2 if word.lower.endswith(("'s", "’s")) else word.end


# Counted from another day


def _offset(text: str, tokens: Sequence[Word], at: int, lexicon: DateWords) -> _Found | None:
    """Read "two days ago", "48 hours after the battle", "the next day", "a week later"."""
    lower = lower_at(tokens, at)
    if lower in ("the", "that"):
        return (_told if lower == "that" else _neighbour)(tokens, at + 1, lexicon)
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
        event = _event(tokens, unit_at + 2)
        return (Offset(count, unit, direction, from_event=True), event) if event else None
    return (Offset(count, unit, direction), unit_at + 2)


def _event(tokens: Sequence[Word], at: int) -> int | None:
    """The index behind "the battle", where that is what stands here."""
    if lower_at(tokens, at) in ("the", "that", "this") and lower_at(tokens, at + 1).isalpha():
        return at + 2
    return None


def _neighbour(tokens: Sequence[Word], at: int, lexicon: DateWords) -> _Found | None:
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
            return (Past(1, unit), at + 2)
    if lower == "day" and lower_at(tokens, at + 1) in ("before", "after"):
        if lower_at(tokens, at + 2) in lexicon.days:
            return None
        direction = lexicon.directions[lower_at(tokens, at + 1)]
        event = _event(tokens, at + 2)
        return (Offset(1, "day", direction, event is not None), event or at + 2)
    if lower in ("last", "past"):
        counted = cardinal("", tokens, at + 1) if at + 1 < len(tokens) else None
        unit = lexicon.units.get(lower_at(tokens, counted.after)) if counted else None
        if counted and unit and 0 < counted.value < 1000:
            return (Past(counted.value, unit), counted.after + 1)
    return None


def _told(tokens: Sequence[Word], at: int, lexicon: DateWords) -> _Found | None:
    """Read "that day", "that same month", "that night"."""
    at += lower_at(tokens, at) == "same"
    if lower_at(tokens, at) == "night":
        return (Offset(0, "night", "after"), at + 1)
    unit = lexicon.units.get(lower_at(tokens, at))
    return (Offset(0, unit, "after"), at + 1) if unit in ("day", "week", "month", "year") else None


def _overnight(tokens: Sequence[Word], at: int, lexicon: DateWords) -> _Found | None:
    """Read "overnight", where neither a thing is described by it nor a weekday stands by."""
    if lower_at(tokens, at) != "overnight" or lower_at(tokens, at - 1) in lexicon.weekdays:
        return None
    alone = at + 1 == len(tokens) or tokens[at + 1].lower in lexicon.behind_overnight
    return (Deictic("night", 0), at + 1) if alone else None


def _deictic(tokens: Sequence[Word], at: int, lexicon: DateWords) -> _Found | None:
    """Read "yesterday", "last night", "last week", "earlier this year"."""
    lower, following = lower_at(tokens, at), lower_at(tokens, at + 1)
    if lower == "the":
        return _with_article(tokens, at, lexicon)
    if f"{lower} {following}" in lexicon.days:
        return (Deictic("day", lexicon.days[f"{lower} {following}"]), at + 2)
    if lower in lexicon.days:
        return (Deictic("day", lexicon.days[lower]), at + 1)
    part = lexicon.parts.get(lower)
    if part and following in lexicon.days:
        return (Deictic("day", lexicon.days[following]), at + 2)
    part, at = part_of(tokens, at, lexicon)
    which = lexicon.which.get(lower_at(tokens, at))
    unit = lexicon.units.get(lower_at(tokens, at + 1))
    if part == "early" and lower_at(tokens, at) == "the" and unit == "year":
        which = 0  # "the end of the year" may be that of the year told of; its start seldom is
    if which is None or unit in (None, "hour", "day", "fortnight", "decade"):
        return None
    return (Deictic(str(unit), which, part), at + 2)


def _with_article(tokens: Sequence[Word], at: int, lexicon: DateWords) -> _Found | None:
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
