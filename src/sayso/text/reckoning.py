"""Arithmetic of the calendar: from what is said and a day to the days that are meant."""

from calendar import monthrange
from datetime import date, timedelta

from sayso.lexicon.dates import Direction, PartOfTime, TimeUnit
from sayso.model.text import PLAUSIBLE_YEARS
from sayso.text.calendar_date import CalendarDate
from sayso.text.counted_days import Deictic, Offset, PastStretch

FirstAndLastDay = tuple[date, date]

PARTS_OF_MONTH: dict[str, tuple[int, int]] = {  # the first and the last day
    PartOfTime.EARLY: (1, 10),
    PartOfTime.MID: (11, 20),
    PartOfTime.LATE: (21, 31),
    "1/2": (1, 15),
    "2/2": (16, 31),
}
PARTS_OF_YEAR: dict[str, tuple[int, int]] = {  # the first and the last month
    PartOfTime.EARLY: (1, 4),
    PartOfTime.MID: (5, 8),
    PartOfTime.LATE: (9, 12),
    "1/2": (1, 6),
    "2/2": (7, 12),
    "1/4": (1, 3),
    "2/4": (4, 6),
    "3/4": (7, 9),
    "4/4": (10, 12),
}
LONGER_UNITS = {
    TimeUnit.FORTNIGHT: (TimeUnit.WEEK, 2),
    TimeUnit.DECADE: (TimeUnit.YEAR, 10),
}
MAX_DAYS_AHEAD = 200  # days ahead, which a date without a year is not unless the text says so
ONE_DAY = timedelta(days=1)


def calendar_days(said: CalendarDate, year: int) -> FirstAndLastDay | None:
    """The days that a date means in a year; None where there is no such day, or in no such year."""
    if year not in PLAUSIBLE_YEARS:
        return None
    try:
        return _existing_days(said, year)
    except ValueError:  # 31 February
        return None


def _existing_days(said: CalendarDate, year: int) -> FirstAndLastDay | None:
    if said.month is None:
        if said.weekday is not None:
            return None
        first, last = PARTS_OF_YEAR.get(said.part or "", (1, 12))
        return date(year, first, 1), _days_of_month(said.last_year or year, last)[1]
    if said.day is None:
        start, end = _days_of_month(year, said.month)
        first, last = PARTS_OF_MONTH.get(said.part or "", (1, 31))
        return start.replace(day=first), end.replace(day=min(last, end.day))
    start = date(year, said.month, said.day)
    return start, start.replace(day=said.last_day or said.day)


def nearest_days(said: CalendarDate, published: date, ahead: bool | None) -> FirstAndLastDay | None:
    """A date without a year, as one reads it on the day of publication.

    The nearest such date. A day to come counts as twice as far, or as half as far if the text says
    that it lies ahead (`ahead`). It does not count if the text says that it lies behind (False), or
    if it is more than MAX_DAYS_AHEAD days away.
    """
    if said.month is None:
        return None if said.weekday is None else _nearest_weekday(said, published, ahead is True)
    if said.which_year is not None:
        return calendar_days(said, published.year + said.which_year)
    candidates = [
        days
        for year in range(published.year - 1, published.year + 2)
        for days in [calendar_days(said, year)]
        if days and said.weekday in (None, days[0].weekday())
    ]
    if said.which == -1:
        candidates = [days for days in candidates if days[1] < published][-1:]
    elif said.which == 1:
        candidates = [days for days in candidates if days[0] > published][:1]
    elif not ahead:
        latest = published + MAX_DAYS_AHEAD * (ahead is None) * ONE_DAY
        candidates = [days for days in candidates if days[0] <= latest]

    def distance(days: FirstAndLastDay) -> float:
        if days[0] > published:
            return (days[0] - published).days * (0.5 if ahead else 2)
        return max(0, (published - days[1]).days)

    return min(candidates, key=distance, default=None)


def _nearest_weekday(said: CalendarDate, published: date, ahead: bool) -> FirstAndLastDay:
    """The last such weekday, that of publication included, or the next if it lies ahead."""
    back = (published.weekday() - (said.weekday or 0)) % 7
    if said.which == -1:
        day = published - timedelta(days=back or 7)
    elif said.which == 1 or (ahead and back):
        day = published + timedelta(days=7 - back)
    else:
        day = published - timedelta(days=back)
    return day, day


def deictic_days(said: Deictic, published: date) -> FirstAndLastDay | None:
    """The day, week, month or year at some distance from that of publication."""
    if said.unit is TimeUnit.DAY:
        day = published + said.shift * ONE_DAY
        return day, day
    if said.unit is TimeUnit.NIGHT:
        return published - ONE_DAY, published
    if said.unit is TimeUnit.PAST_WEEKEND:
        return _past_weekend(published)
    first, last = _days_of_unit(said.unit, published, said.shift)
    if said.shift == 0 and said.part == PartOfTime.EARLIER:
        if said.unit is TimeUnit.WEEKEND:
            first, last = _past_weekend(published)
        return first, min(last, published)
    if said.shift == 0 and said.part == PartOfTime.LATER:
        return max(first, published), last
    return _days_of_part(said.unit, said.part, (first, last)) if said.part else (first, last)


def _past_weekend(published: date) -> FirstAndLastDay:
    """The last weekend that has begun on the day of publication."""
    return _days_of_unit(TimeUnit.WEEKEND, published, 0 if published.weekday() > 4 else -1)


def _days_of_unit(unit: TimeUnit, published: date, shift: int) -> FirstAndLastDay:
    if unit is TimeUnit.MONTH:
        count = published.year * 12 + published.month - 1 + shift
        return _days_of_month(count // 12, count % 12 + 1)
    if unit is TimeUnit.YEAR:
        return date(published.year + shift, 1, 1), date(published.year + shift, 12, 31)
    monday = published - timedelta(days=published.weekday()) + shift * timedelta(days=7)
    if unit is TimeUnit.WEEKEND:
        return monday + 5 * ONE_DAY, monday + 6 * ONE_DAY
    return monday, monday + 6 * ONE_DAY


def _days_of_part(
    unit: TimeUnit, part: str | None, days: FirstAndLastDay
) -> FirstAndLastDay | None:
    """The early, middle or late part of a week, month or year."""
    if unit is TimeUnit.MONTH:
        return calendar_days(CalendarDate(month=days[0].month, part=part), days[0].year)
    if unit is TimeUnit.YEAR:
        return calendar_days(CalendarDate(part=part), days[0].year)
    return days


def past_days(said: PastStretch, published: date) -> FirstAndLastDay | None:
    """The days of the last few units, up to the day of publication."""
    start = _day_before(said.unit, said.count, published)
    return None if start is None else (start, published)


def days_ago(said: Offset, published: date) -> FirstAndLastDay | None:
    """The days meant by "three weeks ago": exact for days, vaguer for longer units."""
    day = _day_before(said.unit, said.count, published)
    if day is None:
        return None
    return (
        (day, day) if said.unit in (TimeUnit.HOUR, TimeUnit.DAY) else _days_around(said.unit, day)
    )


def shifted_days(said: Offset, day: date) -> FirstAndLastDay | None:
    """The days meant by "two days later". Hours are read only if they make whole days."""
    if said.unit is TimeUnit.HOUR and said.count % 24:
        return None
    count = said.count if said.direction is Direction.BEFORE else -said.count
    other = _day_before(said.unit, count, day)
    if other is None:
        return None
    if said.unit is TimeUnit.NIGHT:
        return day, day + ONE_DAY
    if said.count == 0:
        return _days_of_unit(said.unit, day, 0) if said.unit is not TimeUnit.DAY else (day, day)
    return (
        (other, other)
        if said.unit in (TimeUnit.HOUR, TimeUnit.DAY)
        else _days_around(said.unit, other)
    )


def _days_around(unit: TimeUnit, day: date) -> FirstAndLastDay:
    """The month, the year or the week around a day, for a distance in longer units than days."""
    if unit is TimeUnit.MONTH:
        return _days_of_month(day.year, day.month)
    if unit in (TimeUnit.YEAR, TimeUnit.DECADE):
        return date(day.year, 1, 1), date(day.year, 12, 31)
    return day - 3 * ONE_DAY, day + 3 * ONE_DAY


def _day_before(unit: TimeUnit, count: int, day: date) -> date | None:
    """The day `count` units before another; None if it is outside the calendar."""
    if unit in LONGER_UNITS:
        unit, times = LONGER_UNITS[unit]
        count *= times
    try:
        if unit is TimeUnit.MONTH:
            months = day.year * 12 + day.month - 1 - count
            year, month = months // 12, months % 12 + 1
            return date(year, month, min(day.day, monthrange(year, month)[1]))
        if unit is TimeUnit.YEAR:
            return day.replace(year=day.year - count, day=min(day.day, 28))
        if unit is TimeUnit.HOUR:
            return day - timedelta(days=round(count / 24))
        return day - count * (7 if unit in (TimeUnit.WEEK, TimeUnit.WEEKEND) else 1) * ONE_DAY
    except (ValueError, OverflowError):
        return None


def _days_of_month(year: int, month: int) -> FirstAndLastDay:
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])
