"""What a text says of days: a grammar that finds the expressions and what each of them says.

Nothing is resolved here: "July 27" stays a day of a month without a year (see intervals.py).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from sayso.lexicon.dates import DateWords, PartOfTime, TimeUnit, date_words
from sayso.lexicon.grammar import grammar
from sayso.lexicon.numbers import number_words
from sayso.text.calendar_date import CalendarDate
from sayso.text.counted_days import Deictic, Offset, PastStretch, counted_days
from sayso.text.days import calendar_date, part_of_time
from sayso.text.marks import ENDING_LENGTH, is_possessive, without_possessive
from sayso.text.prepared import read_once
from sayso.text.words import Word, lower_at, two_words_at, words

MAX_REMEMBERED_WORDS = 50_000  # whether each may open an expression


# Units that "this", "last" or "next" may stand before, and those with one "before last".
UNITS_OF_PUBLICATION = frozenset({TimeUnit.WEEK, TimeUnit.WEEKEND, TimeUnit.MONTH, TimeUnit.YEAR})

Said = CalendarDate | Deictic | PastStretch | Offset
_TimeAndEnd = tuple[Said, int]  # and the index of the first word behind it


@dataclass(frozen=True, slots=True)
class DateExpression:
    """Words [start, end) that tell a time, and what they say."""

    start: int
    end: int
    said: Said


@read_once
def date_expressions(text: str, start: int = 0, end: int | None = None) -> Sequence[DateExpression]:
    """Every expression of a date or a stretch of days in text[start:end], in text order.

    Only these characters are read. The places are those of the whole text.

    >>> text = "On Saturday, July 27, two days after the raid, as in late 2021, he left."
    >>> [text[date.start:date.end] for date in date_expressions(text)]
    ['Saturday, July 27', 'two days after the raid', 'late 2021']
    """
    lexicon, tokens = date_words(), words(text, start, end)
    continuations = _words_behind_opener()
    expressions = []
    after = 0
    for at in [at for at, token in enumerate(tokens) if _may_open(token.lower)]:
        if at < after:
            continue
        lower = tokens[at].lower
        if lower in continuations and lower_at(tokens, at + 1) not in continuations[lower]:
            continue
        hit: _TimeAndEnd | None = counted_days(text, tokens, at, lexicon)
        hit = hit or calendar_date(text, tokens, at, lexicon)
        hit = hit or _deictic_at(tokens, at, lexicon) or _overnight_at(tokens, at, lexicon)
        if hit is not None:
            after = hit[1]
            last = _end_without_possessive(tokens[after - 1])
            expressions.append(DateExpression(tokens[at].start, last, hit[0]))
    return expressions


@lru_cache(MAX_REMEMBERED_WORDS)
def _may_open(lower: str) -> bool:
    """Whether an expression may begin with this word."""
    openers = _opening_words()
    return lower[0].isdigit() or lower in openers or lower[:-2] in openers


@cache
def _opening_words() -> frozenset[str]:
    """The words, digits apart, with which an expression may begin."""
    lexicon, numbers = date_words(), number_words()
    single = {*lexicon.months, *lexicon.weekdays, *lexicon.parts, *lexicon.which}
    phrases = [*(phrase.split() for phrase in (*lexicon.days, *lexicon.shares)), *lexicon.feasts]
    first = {phrase[0] for phrase in phrases}
    return frozenset({*single, *first, *numbers.ones, *numbers.tens, *lexicon.openers})


@cache
def _words_behind_opener() -> dict[str, frozenset[str]]:
    """For the commonest words with which an expression may begin, the words that then follow."""
    lexicon, numbers = date_words(), number_words()
    units, scales = lexicon.units.keys(), {*numbers.scales, *numbers.groups}
    beside = {phrase.split()[0] for phrase in lexicon.days_beside}
    neighbours = lexicon.unit_after | lexicon.unit_before | lexicon.same_unit
    following: dict[str, set[str]] = {
        **{article: {*units, *scales} for article in grammar().indefinite_articles},
        "that": {*units, *lexicon.same_unit, *lexicon.nights},
        "the": {*units, *neighbours, *lexicon.unit_up_to_now, *beside},
    }
    for phrase in (*map(str.split, (*lexicon.days, *lexicon.shares)), *lexicon.feasts):
        if phrase[0] in following and len(phrase) > 1:
            following[phrase[0]].add(without_possessive(phrase[1]))
    return {first: frozenset(behind) for first, behind in following.items()}


def _end_without_possessive(word: Word) -> int:
    """Where the word ends without its 's."""
    return word.end - ENDING_LENGTH if is_possessive(word.lower) else word.end


def _overnight_at(tokens: Sequence[Word], at: int, lexicon: DateWords) -> _TimeAndEnd | None:
    """Read "overnight", unless it describes a thing or is next to a weekday."""
    tells = lower_at(tokens, at) in lexicon.overnight
    if not tells or lower_at(tokens, at - 1) in lexicon.weekdays:
        return None
    alone = at + 1 == len(tokens) or tokens[at + 1].lower in lexicon.behind_overnight
    return (Deictic(TimeUnit.NIGHT, 0), at + 1) if alone else None


def _deictic_at(tokens: Sequence[Word], at: int, lexicon: DateWords) -> _TimeAndEnd | None:
    """Read "yesterday", "last night", "last week", "earlier this year"."""
    lower, following = lower_at(tokens, at), lower_at(tokens, at + 1)
    if lower == "the":
        return _deictic_with_article(tokens, at, lexicon)
    if f"{lower} {following}" in lexicon.days:
        return (Deictic(TimeUnit.DAY, lexicon.days[f"{lower} {following}"]), at + 2)
    if lower in lexicon.days:
        return (Deictic(TimeUnit.DAY, lexicon.days[lower]), at + 1)
    if lower in lexicon.parts and following in lexicon.days:
        return (Deictic(TimeUnit.DAY, lexicon.days[following]), at + 2)
    part, at = part_of_time(tokens, at, lexicon)
    which = lexicon.which.get(lower_at(tokens, at))
    unit = lexicon.units.get(lower_at(tokens, at + 1))
    if part == PartOfTime.EARLY and lower_at(tokens, at) == "the" and unit is TimeUnit.YEAR:
        which = (
            0  # "the end of the year" may be that of the year just mentioned; its start seldom is
        )
    if which is None or unit not in UNITS_OF_PUBLICATION:
        return None
    return (Deictic(unit, which, part), at + 2)


def _deictic_with_article(
    tokens: Sequence[Word], at: int, lexicon: DateWords
) -> _TimeAndEnd | None:
    """Read "the day before yesterday", "the week before last", "over the weekend"."""
    for size in (4, 2):
        phrase = " ".join(word.lower for word in tokens[at : at + size])
        if phrase in lexicon.days:
            return (Deictic(TimeUnit.DAY, lexicon.days[phrase]), at + size)
    unit = lexicon.units.get(lower_at(tokens, at + 1))
    behind = two_words_at(tokens, at + 2)
    if unit in UNITS_OF_PUBLICATION and behind in lexicon.unit_before_last:
        return (Deictic(unit, -2), at + 4)
    led = lower_at(tokens, at - 1) in lexicon.before_weekend
    if not led or lower_at(tokens, at + 2) in lexicon.not_after_weekend:
        return None
    return (Deictic(TimeUnit.PAST_WEEKEND, 0), at + 2) if unit is TimeUnit.WEEKEND else None
