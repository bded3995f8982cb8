"""Which days the dates of a text mean.

If the day of publication is known, dates are read against it. If not, the text alone decides:
- "Saturday, July 27" has the one year that makes it a Saturday, from the year before the latest
  dated mention of the text to four years after it;
- a day of a month without a weekday has the year that puts it within two months of the day mentioned
  last, or that of the date that it leads up to ("from July 27 to August 2, 2024");
- "two days later" counts from the last day mentioned in its paragraph, "48 hours after the battle"
  from the only day mentioned so far; a weekday directly before either means that day, if it is one;
- "on May 3, a day after the raid" gives one day twice, and "the following year" counts from a year.
An expression that fits no day, or two days, is left out.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sayso.lexicon.dates import Direction, TimeUnit, date_words
from sayso.text.calendar_date import CalendarDate
from sayso.text.counted_days import Deictic, Offset, PastStretch
from sayso.text.dates import DateExpression
from sayso.text.marks import DASHES
from sayso.text.reckoning import (
    FirstAndLastDay,
    calendar_days,
    days_ago,
    deictic_days,
    nearest_days,
    past_days,
    shifted_days,
)

MAX_DISTANCE_WITHOUT_YEAR = timedelta(days=61)
BEFORE, AFTER = timedelta(days=366), timedelta(days=4 * 366)
MAX_CHARACTERS_BACK = 80
STOP = re.compile(r"[.!?;\n]")
SAME_DAY_MARKS = DASHES | {"", ",", "("}  # between two expressions of one day


@dataclass(frozen=True, slots=True)
class ResolvedDate:
    """An expression and the first and last day that it means."""

    expression: DateExpression
    first: date
    last: date


def resolve_dates(
    text: str, expressions: Sequence[DateExpression], published: date | None
) -> list[ResolvedDate]:
    """The expressions whose days are known, in text order."""
    days: list[FirstAndLastDay | None] = []
    latest = None if published else _latest_dated(text, expressions)
    known = _KnownDays()
    for at, expression in enumerate(expressions):
        try:
            meant = _days_by_words(text, expression, published, latest)
            meant = meant or _days_from_context(text, expression, known)
        except (ValueError, OverflowError):  # beyond the years 1 to 9999
            meant = None
        if meant is not None and not _is_inside_calendar(meant):
            meant = None
        if meant is not None and at and days[-1] is None:
            days[-1] = _days_from_next(text, expressions[at - 1], expression, meant)
        days.append(meant)
        if meant is not None:
            known.add(expression.end, meant)
    pairs = zip(expressions, days, strict=True)
    return [ResolvedDate(expression, *meant) for expression, meant in pairs if meant is not None]


def _is_inside_calendar(days: FirstAndLastDay) -> bool:
    """Whether there are days before and behind these, so that others can be counted from them."""
    return days[0].year > date.min.year and days[1].year < date.max.year


class _KnownDays:
    """The days told so far, each with its place in the text; `single` ones are one day long."""

    def __init__(self) -> None:
        self.all: list[tuple[int, FirstAndLastDay]] = []
        self.single: list[tuple[int, FirstAndLastDay]] = []
        self.different_single: set[FirstAndLastDay] = set()

    def add(self, place: int, days: FirstAndLastDay) -> None:
        """Take in what the text tells at a place."""
        self.all.append((place, days))
        if days[0] == days[1]:
            self.single.append((place, days))
            self.different_single.add(days)


def _days_by_words(
    text: str, expression: DateExpression, published: date | None, latest: FirstAndLastDay | None
) -> FirstAndLastDay | None:
    """The days that the words mean by themselves or from the day of publication."""
    said = expression.said
    if isinstance(said, CalendarDate):
        if said.year is not None:
            return calendar_days(said, said.year)
        if published is not None:
            return nearest_days(said, published, _lies_ahead(text, expression))
        return _days_by_weekday(said, latest) if latest else None
    if published is None:
        return None
    if isinstance(said, Deictic):
        return deictic_days(said, published)
    if isinstance(said, PastStretch):
        return past_days(said, published)
    return days_ago(said, published) if said.direction is Direction.AGO else None


def _days_by_weekday(said: CalendarDate, latest: FirstAndLastDay) -> FirstAndLastDay | None:
    """The year that makes a day of a month the weekday it is said to be, near the latest date."""
    if said.weekday is None or said.day is None or said.which is not None:
        return None
    first, last = latest[0] - BEFORE, latest[1] + AFTER
    in_years = [calendar_days(said, year) for year in range(first.year, last.year + 1)]
    fitting = [
        days
        for days in in_years
        if days and days[0].weekday() == said.weekday and first <= days[0] <= last
    ]
    return fitting[0] if len(fitting) == 1 else None


def _latest_dated(text: str, expressions: Iterable[DateExpression]) -> FirstAndLastDay | None:
    """The latest of the dates that carry a year and do not lie ahead."""
    dated = [
        days
        for expression in expressions
        if isinstance(said := expression.said, CalendarDate)
        and said.year
        and not _lies_ahead(text, expression)
        for days in [calendar_days(said, said.year)]
        if days is not None
    ]
    return max(dated, key=lambda days: days[1], default=None)


def _days_from_context(
    text: str, expression: DateExpression, known: _KnownDays
) -> FirstAndLastDay | None:
    """The days counted from one that was told before."""
    said = expression.said
    if isinstance(said, Offset) and said.direction is not Direction.AGO:
        return _counted_days(text, expression, said, known)
    if known.single and isinstance(said, CalendarDate):
        _, last = known.single[-1]
        if said.day is None or said.month is None or said.weekday is not None:
            return None
        if said.which_year is not None:
            return None
        years = range(last[0].year - 1, last[0].year + 2)
        near = [
            days
            for days in (calendar_days(said, year) for year in years)
            if days and abs(days[0] - last[0]) <= MAX_DISTANCE_WITHOUT_YEAR
        ]
        return near[0] if len(near) == 1 else None
    return None


def _counted_days(
    text: str, expression: DateExpression, said: Offset, known: _KnownDays
) -> FirstAndLastDay | None:
    """The days so far from one told before: the last in the paragraph, or the only one."""
    single = known.single
    if (
        said.unit in (TimeUnit.MONTH, TimeUnit.YEAR)
        and known.all
        and known.all[-1] not in single[-1:]
    ):
        place, days = known.all[-1]
        whole = (days[0].year, days[0].month) == (days[1].year, days[1].month)
        fits = whole or (said.unit is TimeUnit.YEAR and days[0].year == days[1].year)
        same = text.count("\n", place, expression.start) < 2
        return shifted_days(said, days[0]) if fits and same and not said.from_event else None
    if not single:
        return None
    place, last = single[-1]
    between = text[place : expression.start]
    if not said.from_event:
        return None if "\n" in between else shifted_days(said, last[0])
    if between.strip() in SAME_DAY_MARKS:
        return last
    alone = len(known.different_single) == 1 and STOP.search(between)
    return shifted_days(said, last[0]) if alone else None


def _days_from_next(
    text: str, before: DateExpression, expression: DateExpression, days: FirstAndLastDay
) -> FirstAndLastDay | None:
    """The days of a date that needs the next one to be known: the year of "July 27 to August 2, 2024";
    the same day for "On Monday, 48 hours after the battle", if that is a Monday."""
    said = before.said
    between = text[before.end : expression.start].strip()
    if isinstance(said, CalendarDate) and said.day and isinstance(expression.said, CalendarDate):
        if not (expression.said.year and (between in DASHES or between in date_words().up_to)):
            return None
        years = (days[0].year, days[0].year - 1)
        in_years = (calendar_days(said, year) for year in years)
        return next((earlier for earlier in in_years if earlier and earlier[0] <= days[0]), None)
    if between not in SAME_DAY_MARKS or not isinstance(expression.said, Offset):
        return None
    bare = isinstance(said, CalendarDate) and said == CalendarDate(weekday=said.weekday)
    single = days[0] == days[1]
    fits = single and isinstance(said, CalendarDate) and days[0].weekday() == said.weekday
    return days if bare and fits else None


def _lies_ahead(text: str, expression: DateExpression) -> bool | None:
    """True where the words before say that the day has yet to come, False where that it is past."""
    clause = STOP.split(text[max(0, expression.start - MAX_CHARACTERS_BACK) : expression.start])[-1]
    words = clause.lower().split()
    if date_words().ahead.intersection(words) or not date_words().by_day.isdisjoint(words[-1:]):
        return True
    past = not date_words().on_day.isdisjoint(words[-1:]) and date_words().behind.intersection(
        words
    )
    return False if past else None
