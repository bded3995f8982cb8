"""Which days the dates of a text mean.

Against the day of publication, where it is known. Where it is not, the text must settle it alone:
- "Saturday, July 27" has the one year that makes it a Saturday, from the year before the latest
  dated mention of the text to four years after it;
- a day of a month without weekday has the year that puts it within two months of the day told last,
  or that of the date that it leads up to ("from July 27 to August 2, 2024");
- "two days later" counts from the day told last in its paragraph, "48 hours after the battle" from
  the one day told so far, and a weekday directly before either means that day, if it is one;
- "on May 3, a day after the raid" tells one day twice, and "the following year" counts from a year.
What two days fit, and what none fits, is left out.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sayso.lexicon.dates import date_words
from sayso.text.dates import DateExpression, Deictic, Offset, Past
from sayso.text.days import Calendar
from sayso.text.reckoning import (
    Days,
    ago,
    around,
    calendar_days,
    deictic_days,
    past_days,
    shifted,
)

NEAR = timedelta(days=61)
BEFORE, AFTER = timedelta(days=366), timedelta(days=4 * 366)
LOOK_BACK = 80
STOP = re.compile(r"[.!?;\n]")
BETWEEN = frozenset({"", ",", "(", "-", "–", "—"})
LEADING = frozenset({"to", "and", "until", "till", "through", "-", "–", "—"})
ON_DAY = frozenset({"on", "in"})


@dataclass(frozen=True, slots=True)
class Resolved:
    """An expression and the first and last day that it means."""

    expression: DateExpression
    first: date
    last: date


def resolve(
    text: str, expressions: Sequence[DateExpression], published: date | None
) -> list[Resolved]:
    """The expressions whose days are known, in text order."""
    days: list[Days | None] = []
    latest = None if published else _latest(text, expressions)
    told: list[tuple[int, Days]] = []  # with their place in the text
    for at, expression in enumerate(expressions):
        try:
            found = _own(text, expression, published, latest)
            found = found or _from_context(text, expression, told)
        except (ValueError, OverflowError):  # beyond the years 1 to 9999
            found = None
        if found is not None and at and days[-1] is None:
            days[-1] = _before(text, expressions[at - 1], expression, found)
        days.append(found)
        if found is not None:
            told.append((expression.end, found))
    pairs = zip(expressions, days, strict=True)
    return [Resolved(expression, *found) for expression, found in pairs if found is not None]


def _own(
    text: str, expression: DateExpression, published: date | None, latest: Days | None
) -> Days | None:
    """The days that the words mean by themselves or from the day of publication."""
    said = expression.said
    if isinstance(said, Calendar):
        if said.year is not None:
            return calendar_days(said, said.year)
        if published is not None:
            return around(said, published, _ahead(text, expression))
        return _by_weekday(said, latest) if latest else None
    if published is None:
        return None
    if isinstance(said, Deictic):
        return deictic_days(said, published)
    if isinstance(said, Past):
        return past_days(said, published)
    return ago(said, published) if said.direction == "ago" else None


def _by_weekday(said: Calendar, latest: Days) -> Days | None:
    """The year that makes a day of a month the weekday it is said to be, near the latest date."""
    if said.weekday is None or said.day is None or said.which is not None:
        return None
    first, last = latest[0] - BEFORE, latest[1] + AFTER
    found = [calendar_days(said, year) for year in range(first.year, last.year + 1)]
    good = [
        days
        for days in found
        if days and days[0].weekday() == said.weekday and first <= days[0] <= last
    ]
    return good[0] if len(good) == 1 else None


def _latest(text: str, expressions: Iterable[DateExpression]) -> Days | None:
    """The latest of the dates that carry a year and do not lie ahead."""
    dated = [
        days
        for one in expressions
        if isinstance(one.said, Calendar) and one.said.year and not _ahead(text, one)
        for days in [calendar_days(one.said, one.said.year)]
        if days is not None
    ]
    return max(dated, key=lambda days: days[1], default=None)


def _from_context(
    text: str, expression: DateExpression, told: Sequence[tuple[int, Days]]
) -> Days | None:
    """The days counted from one that was told before."""
    said = expression.said
    if isinstance(said, Offset) and said.direction != "ago":
        return _counted(text, expression, said, told)
    single = [days for _, days in told if days[0] == days[1]]
    if not single:
        return None
    last = single[-1]
    if isinstance(said, Calendar):
        if said.day is None or said.month is None or said.weekday is not None:
            return None
        years = range(last[0].year - 1, last[0].year + 2)
        found = [calendar_days(said, year) for year in years]
        near = [days for days in found if days and abs(days[0] - last[0]) <= NEAR]
        return near[0] if len(near) == 1 else None
    return None


def _counted(
    text: str, expression: DateExpression, said: Offset, told: Sequence[tuple[int, Days]]
) -> Days | None:
    """The days so far from one told before: the last in the paragraph, or the only one."""
    single = [one for one in told if one[1][0] == one[1][1]]
    if said.unit in ("month", "year") and told and told[-1] not in single[-1:]:
        place, days = told[-1]
        whole = (days[0].year, days[0].month) == (days[1].year, days[1].month)
        fits = whole or (said.unit == "year" and days[0].year == days[1].year)
        same = "\n" not in text[place : expression.start]
        return shifted(said, days[0]) if fits and same and not said.from_event else None
    if not single:
        return None
    place, last = single[-1]
    between = text[place : expression.start]
    if not said.from_event:
        return None if "\n" in between else shifted(said, last[0])
    if between.strip() in BETWEEN:
        return last
    alone = len({days for _, days in single}) == 1 and STOP.search(between)
    return shifted(said, last[0]) if alone else None


def _before(
    text: str, before: DateExpression, expression: DateExpression, days: Days
) -> Days | None:
    """What the date before one means that leans on it: the year of "July 27 to August 2, 2024"; the
    same day for "On Monday, 48 hours after the battle", if that is a Monday."""
    said = before.said
    between = text[before.end : expression.start].strip()
    if isinstance(said, Calendar) and said.day and isinstance(expression.said, Calendar):
        if not (expression.said.year and between in LEADING):
            return None
        years = (days[0].year, days[0].year - 1)
        found = [one for year in years for one in [calendar_days(said, year)] if one]
        return next((one for one in found if one[0] <= days[0]), None)
    if between not in BETWEEN or not isinstance(expression.said, Offset):
        return None
    bare = isinstance(said, Calendar) and said == Calendar(weekday=said.weekday)
    fits = isinstance(said, Calendar) and days[0] == days[1] and days[0].weekday() == said.weekday
    return days if bare and fits else None


def _ahead(text: str, expression: DateExpression) -> bool | None:
    """Whether the words before it say that the day has yet to come, or (False) that it is past."""
    clause = STOP.split(text[max(0, expression.start - LOOK_BACK) : expression.start])[-1]
    words = clause.lower().split()
    if date_words().ahead.intersection(words) or words[-1:] == ["by"]:
        return True
    past = not ON_DAY.isdisjoint(words[-1:]) and date_words().behind.intersection(words)
    return False if past else None
