"""The figures of a date: days of a month, years, decades, and dates in figures alone."""

import re
from collections.abc import Sequence

from sayso.lexicon.dates import date_words
from sayso.model.text import PLAUSIBLE_YEARS
from sayso.text.calendar_date import CalendarAndEnd, CalendarDate
from sayso.text.words import Word, lower_at

# The first and the last day of the calendar, as year, month and day. Systems write them for "never".
ENDS_OF_CALENDAR = frozenset({(1, 1, 1), (9999, 12, 31)})
DATE_DASHES = frozenset("-–—/")
DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")


def days_of_month(tokens: Sequence[Word], at: int) -> tuple[int | None, int | None, int]:
    """A day of the month, the last one of a stretch, and the index behind them."""
    day, after = _day_of_month(tokens, at)
    if day is None:
        return None, None, at
    joining = lower_at(tokens, after)
    if joining in DATE_DASHES or joining in date_words().between_dates:
        last, behind = _day_of_month(tokens, after + 1)
        if last is not None and last > day and not _counts_next_word(tokens, behind):
            return day, last, behind
    return day, None, after


def _counts_next_word(tokens: Sequence[Word], at: int) -> bool:
    """Whether a word follows that the number before it may count."""
    following = lower_at(tokens, at)
    return following.isalpha() and following not in date_words().months and following != "of"


def _day_of_month(tokens: Sequence[Word], at: int) -> tuple[int | None, int]:
    lower = lower_at(tokens, at)
    if not (lower.isdigit() and lower.isascii() and len(lower) <= 2 and 1 <= int(lower) <= 31):
        return None, at
    tight = (
        lower_at(tokens, at + 1) in date_words().ordinal_endings
        and tokens[at].end == tokens[at + 1].start
    )
    return int(lower), at + 1 + tight


def plain_year(tokens: Sequence[Word], at: int) -> int | None:
    """A year of four digits that no letters follow."""
    lower = lower_at(tokens, at)
    if len(lower) == 4 and lower.isdigit() and lower.isascii() and int(lower) in PLAUSIBLE_YEARS:
        tight = at + 1 < len(tokens) and tokens[at + 1].start == tokens[at].end
        letters = tight and tokens[at + 1].lower[0].isalpha()
        return None if letters else int(lower)
    return None


def year_behind_day(tokens: Sequence[Word], at: int, month: int, day: int) -> int | None:
    """The year behind a day of a month; that of an end of the calendar too."""
    lower = lower_at(tokens, at)
    if lower in ("0001", "9999") and (int(lower), month, day) in ENDS_OF_CALENDAR:
        return int(lower)
    return plain_year(tokens, at)


def date_in_figures(tokens: Sequence[Word], at: int) -> CalendarAndEnd | None:
    """Read "2024-07-27", "27/07/2024", "27.07.2024"; none where day and month are in doubt."""
    parts = [lower_at(tokens, at + step) for step in range(5)]
    dotted = DOTTED.fullmatch(parts[0])
    if dotted:
        day, month, year = map(int, dotted.groups())
        return _unambiguous_day(day, month, year, at + 1)
    if (
        parts[1] not in DATE_DASHES
        or parts[3] != parts[1]
        or tokens[at].end != tokens[at + 1].start
    ):
        return None
    if not all(part.isdigit() and part.isascii() and len(part) <= 4 for part in parts[::2]):
        return None
    first, second, third = map(int, parts[::2])
    if len(parts[0]) == 4:
        return _valid_day(first, second, third, at + 5)
    return _unambiguous_day(first, second, third, at + 5) if len(parts[4]) == 4 else None


def _unambiguous_day(first: int, second: int, year: int, after: int) -> CalendarAndEnd | None:
    if first > 12 or first == second:
        return _valid_day(year, second, first, after)
    return _valid_day(year, first, second, after) if second > 12 else None


def _valid_day(year: int, month: int, day: int, after: int) -> CalendarAndEnd | None:
    good = year in PLAUSIBLE_YEARS and 1 <= month <= 12 and 1 <= day <= 31
    known = good or (year, month, day) in ENDS_OF_CALENDAR
    return (CalendarDate(year, month, day), after) if known else None


def year_or_span(tokens: Sequence[Word], at: int, modified: bool) -> CalendarAndEnd | None:
    """Read "in 2022", "late 2021", "2020-2022"; a bare number may count something."""
    lexicon = date_words()
    decade = _decade_in_figures(tokens, at)
    if decade is not None:
        return decade
    year = plain_year(tokens, at)
    led = modified or lower_at(tokens, at - 1) in lexicon.before_year
    if year is None or not led or lower_at(tokens, at + 1) in lexicon.not_after_year:
        return None
    joining = lower_at(tokens, at + 1)
    if joining in DATE_DASHES or joining in lexicon.between_dates:
        last = plain_year(tokens, at + 2)
        if last is not None and last > year:
            return (CalendarDate(year, last_year=last), at + 3)
    return (CalendarDate(year), at + 1)


def _decade_in_figures(tokens: Sequence[Word], at: int) -> CalendarAndEnd | None:
    """Read "the 1990s"."""
    lower, letter = lower_at(tokens, at), at + 1
    tens = len(lower) == 4 and lower.isdigit() and lower.isascii() and lower.endswith("0")
    ending = lower_at(tokens, letter) in date_words().decade_endings
    if not tens or int(lower) not in PLAUSIBLE_YEARS or not ending:
        return None
    tight = tokens[letter].start == tokens[at].end
    return (CalendarDate(int(lower), last_year=int(lower) + 9), at + 2) if tight else None
