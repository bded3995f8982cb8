"""Days, weekdays, months and years as a text writes them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from sayso.lexicon.dates import DateWords, PartOfTime, date_words
from sayso.model.text import PLAUSIBLE_YEARS
from sayso.text.words import Word, lower_at

# The first and the last day of the calendar, as year, month and day. Systems write them for "never".
ENDS_OF_CALENDAR = frozenset({(1, 1, 1), (9999, 12, 31)})
DATE_DASHES = frozenset("-–—/")
PARTS_OF_DECADE: dict[str, tuple[int, int]] = {  # the first and the last year
    PartOfTime.EARLY: (0, 3),
    PartOfTime.MID: (3, 6),
    PartOfTime.LATE: (6, 9),
}
DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")

CalendarAndEnd = tuple[
    "CalendarDate", int
]  # what is said, and the index of the first word behind it


@dataclass(frozen=True, slots=True)
class CalendarDate:
    """A day, weekday, month or year, as far as the words go; `last_day` in "July 27-29".

    `part` is early, mid or late, or a share like 1/2; `which` is -1 in "last July", 0 in "this", 1
    in "next".
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    last_day: int | None = None
    last_year: int | None = None
    part: str | None = None
    which: int | None = None


def calendar_date(
    text: str, tokens: Sequence[Word], at: int, lexicon: DateWords
) -> CalendarAndEnd | None:
    """A date with whatever stands before it: "late July 2021", "last Monday", "Monday, July 3"."""
    start, which = at, None
    part, at = part_of_time(tokens, at, lexicon)
    if part is None and lower_at(tokens, at) in lexicon.which:
        which, at = lexicon.which[lower_at(tokens, at)], at + 1
    weekday = _weekday_number(text, tokens, at, lexicon)
    if weekday is None:
        hit = _date_without_weekday(text, tokens, at, lexicon, modified=at > start)
    else:
        hit = _date_behind_weekday(text, tokens, at + 1, lexicon)
    if hit is None:
        return None
    if hit[0].last_year and part:
        return _part_of_decade(hit[0], part), hit[1]
    return replace(hit[0], weekday=weekday, part=part, which=which), hit[1]


def part_of_time(tokens: Sequence[Word], at: int, lexicon: DateWords) -> tuple[str | None, int]:
    """Read "late", "end of", "first half of": the part meant and the index behind it."""
    lower, following = lower_at(tokens, at), lower_at(tokens, at + 1)
    share = lexicon.shares.get(f"{lower} {following}")
    if share is not None:
        return (share, at + 3) if lower_at(tokens, at + 2) in lexicon.before_whole else (None, at)
    if lower not in lexicon.parts:
        return None, at
    led = following in DATE_DASHES or following in lexicon.before_whole
    return lexicon.parts[lower], at + 1 + led


def _date_behind_weekday(
    text: str, tokens: Sequence[Word], at: int, lexicon: DateWords
) -> CalendarAndEnd:
    """The date that a weekday has behind it, if any: "Monday, July 3", "Monday night, July 3"."""
    behind = at + (lower_at(tokens, at) in lexicon.day_parts)
    behind += lower_at(tokens, behind) in (",", ".", "(")
    behind += lower_at(tokens, behind) == "the"
    day = _date_without_weekday(text, tokens, behind, lexicon, modified=False)
    return day if day is not None and day[0].day is not None else (CalendarDate(), at)


def _part_of_decade(said: CalendarDate, part: str) -> CalendarDate:
    """The first, middle or last years of a decade; other stretches of years stay whole."""
    if said.year is None or part not in PARTS_OF_DECADE or said.last_year != said.year + 9:
        return said
    first, last = PARTS_OF_DECADE[part]
    return replace(said, year=said.year + first, last_year=said.year + last)


def _weekday_number(text: str, tokens: Sequence[Word], at: int, lexicon: DateWords) -> int | None:
    """The number of a weekday; a short form counts only with a capital and before a date."""
    lower = lower_at(tokens, at)
    if lower not in lexicon.weekdays or lower_at(tokens, at - 1) in lexicon.not_before_weekday:
        return None
    if lower_at(tokens, at + 1) in lexicon.not_after_weekday:
        return None
    if lower in lexicon.short_weekdays:
        following = lower_at(tokens, at + 1)
        behind = lower_at(tokens, at + 2) if following in (",", ".") else following
        dated = behind[:1].isdigit() or behind in lexicon.months
        if not dated or not text[tokens[at].start].isupper():
            return None
    return lexicon.weekdays[lower]


def _date_without_weekday(
    text: str, tokens: Sequence[Word], at: int, lexicon: DateWords, modified: bool
) -> CalendarAndEnd | None:
    lower = lower_at(tokens, at)
    feast = _feast_day(tokens, at, lexicon)
    if feast is not None:
        return feast
    if lower in lexicon.months:
        return _month_before_day(text, tokens, at, modified)
    if not lower or not (lower[0].isdigit() and lower.isascii()):
        return None
    return (
        _day_before_month(text, tokens, at)
        or _date_in_figures(tokens, at)
        or _year_or_span(tokens, at, modified)
    )


def _feast_day(tokens: Sequence[Word], at: int, lexicon: DateWords) -> CalendarAndEnd | None:
    """Read "New Year's Eve", "Christmas Day 2021"."""
    if at >= len(tokens) or tokens[at].lower not in _feast_openers():
        return None
    for phrase, (year, month, day) in lexicon.feasts.items():
        stop = at + len(phrase)
        if tuple(word.lower for word in tokens[at:stop]) == phrase:
            comma = stop + (lower_at(tokens, stop) == ",")
            given = _plain_year(tokens, comma) if year is None else None
            return CalendarDate(given or year, month, day), comma + 1 if given else stop
    return None


@cache
def _feast_openers() -> frozenset[str]:
    return frozenset(phrase[0] for phrase in date_words().feasts)


def _month_before_day(
    text: str, tokens: Sequence[Word], at: int, modified: bool
) -> CalendarAndEnd | None:
    """Read "July 27-29, 2024", "July 27", "July 2024", "July"."""
    lexicon = date_words()
    name = lower_at(tokens, at)
    behind = at + 1 + (lower_at(tokens, at + 1) == "." and name in lexicon.short_months)
    day, last, after = _days_of_month(tokens, behind)
    if day is not None:
        comma = after + (lower_at(tokens, after) == ",")
        year = _year_behind_day(tokens, comma, lexicon.months[name], day)
        after = comma + 1 if year else after
        return (CalendarDate(year, lexicon.months[name], day, last_day=last), after)
    comma = behind + (lower_at(tokens, behind) == ",")
    comma += lower_at(tokens, comma) == "of"
    year = _plain_year(tokens, comma)
    if year:
        return (CalendarDate(year, lexicon.months[name]), comma + 1)
    capital = text[tokens[at].start].isupper()
    led = modified or lower_at(tokens, at - 1) in lexicon.before
    if capital and (led or name not in lexicon.doubtful) and len(name) > 2:
        return (CalendarDate(None, lexicon.months[name]), at + 1)
    return None


def _day_before_month(text: str, tokens: Sequence[Word], at: int) -> CalendarAndEnd | None:
    """Read "27 July 2024", "27-29 July", "the 27th of July", "4 FEB 90"."""
    lexicon = date_words()
    day, last, after = _days_of_month(tokens, at)
    after += lower_at(tokens, after) == "of"
    name = lower_at(tokens, after)
    if day is None or name not in lexicon.months:
        return None
    if not text[tokens[after].start].isupper():
        return None
    month = lexicon.months[name]
    after += 1 + (lower_at(tokens, after + 1) == "." and name in lexicon.short_months)
    behind = after + (lower_at(tokens, after) == ",")
    year, wire = _year_behind_day(tokens, behind, month, day), lower_at(tokens, after)
    if year:
        return (CalendarDate(year, month, day, last_day=last), behind + 1)
    # "4 FEB 90", as news agencies headed their wires.
    if len(wire) == 2 and wire.isdigit() and int(wire) > 45 and not _may_count(text, tokens, after):
        return (CalendarDate(1900 + int(wire), month, day, last_day=last), after + 1)
    return (CalendarDate(None, month, day, last_day=last), after)


def _may_count(text: str, tokens: Sequence[Word], at: int) -> bool:
    """Whether a number is followed by a word in lower case, which it may count."""
    return at + 1 < len(tokens) and text[tokens[at + 1].start].islower()


def _days_of_month(tokens: Sequence[Word], at: int) -> tuple[int | None, int | None, int]:
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


def _plain_year(tokens: Sequence[Word], at: int) -> int | None:
    lower = lower_at(tokens, at)
    if len(lower) == 4 and lower.isdigit() and lower.isascii() and int(lower) in PLAUSIBLE_YEARS:
        tight = at + 1 < len(tokens) and tokens[at + 1].start == tokens[at].end
        letters = tight and tokens[at + 1].lower[0].isalpha()
        return None if letters else int(lower)
    return None


def _year_behind_day(tokens: Sequence[Word], at: int, month: int, day: int) -> int | None:
    """The year behind a day of a month; that of an end of the calendar too."""
    lower = lower_at(tokens, at)
    if lower in ("0001", "9999") and (int(lower), month, day) in ENDS_OF_CALENDAR:
        return int(lower)
    return _plain_year(tokens, at)


def _date_in_figures(tokens: Sequence[Word], at: int) -> CalendarAndEnd | None:
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


def _year_or_span(tokens: Sequence[Word], at: int, modified: bool) -> CalendarAndEnd | None:
    """Read "in 2022", "late 2021", "2020-2022"; a bare number may count something."""
    lexicon = date_words()
    decade = _decade_in_figures(tokens, at)
    if decade is not None:
        return decade
    year = _plain_year(tokens, at)
    led = modified or lower_at(tokens, at - 1) in lexicon.before_year
    if year is None or not led or lower_at(tokens, at + 1) in lexicon.not_after_year:
        return None
    joining = lower_at(tokens, at + 1)
    if joining in DATE_DASHES or joining in lexicon.between_dates:
        last = _plain_year(tokens, at + 2)
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
