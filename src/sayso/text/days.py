"""Days, weekdays, months and years as a text writes them."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from sayso.lexicon.dates import DateWords, PartOfTime, TimeUnit, date_words
from sayso.text.calendar_date import CalendarAndEnd, CalendarDate
from sayso.text.date_figures import (
    DATE_DASHES,
    date_in_figures,
    days_of_month,
    plain_year,
    year_behind_day,
    year_or_span,
)
from sayso.text.words import Word, lower_at

PARTS_OF_DECADE: dict[str, tuple[int, int]] = {  # the first and the last year
    PartOfTime.EARLY: (0, 3),
    PartOfTime.MID: (3, 6),
    PartOfTime.LATE: (6, 9),
}


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
    said = replace(hit[0], weekday=weekday, part=part, which=which)
    return _with_year_of_publication(said, tokens, hit[1], lexicon)


def _with_year_of_publication(
    said: CalendarDate, tokens: Sequence[Word], after: int, lexicon: DateWords
) -> CalendarAndEnd:
    """A date with "of last year" or "next year" behind it, if that follows."""
    which = after + (lower_at(tokens, after) == "of")
    unit = lexicon.units.get(lower_at(tokens, which + 1))
    told = lower_at(tokens, which) in lexicon.which and unit is TimeUnit.YEAR
    if not told or said.month is None or said.year is not None:
        return said, after
    return replace(said, which_year=lexicon.which[lower_at(tokens, which)]), which + 2


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
        or date_in_figures(tokens, at)
        or year_or_span(tokens, at, modified)
    )


def _feast_day(tokens: Sequence[Word], at: int, lexicon: DateWords) -> CalendarAndEnd | None:
    """Read "New Year's Eve", "Christmas Day 2021"."""
    if at >= len(tokens) or tokens[at].lower not in _feast_openers():
        return None
    for phrase, (year, month, day) in lexicon.feasts.items():
        stop = at + len(phrase)
        if tuple(word.lower for word in tokens[at:stop]) == phrase:
            comma = stop + (lower_at(tokens, stop) == ",")
            given = plain_year(tokens, comma) if year is None else None
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
    day, last, after = days_of_month(tokens, behind)
    if day is not None:
        comma = after + (lower_at(tokens, after) == ",")
        year = year_behind_day(tokens, comma, lexicon.months[name], day)
        after = comma + 1 if year else after
        return (CalendarDate(year, lexicon.months[name], day, last_day=last), after)
    comma = behind + (lower_at(tokens, behind) == ",")
    comma += lower_at(tokens, comma) == "of"
    year = plain_year(tokens, comma)
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
    day, last, after = days_of_month(tokens, at)
    after += lower_at(tokens, after) == "of"
    name = lower_at(tokens, after)
    if day is None or name not in lexicon.months:
        return None
    if not text[tokens[after].start].isupper():
        return None
    month = lexicon.months[name]
    after += 1 + (lower_at(tokens, after + 1) == "." and name in lexicon.short_months)
    behind = after + (lower_at(tokens, after) == ",")
    year, wire = year_behind_day(tokens, behind, month, day), lower_at(tokens, after)
    if year:
        return (CalendarDate(year, month, day, last_day=last), behind + 1)
    # "4 FEB 90", as news agencies headed their wires.
    if len(wire) == 2 and wire.isdigit() and int(wire) > 45 and not _may_count(text, tokens, after):
        return (CalendarDate(1900 + int(wire), month, day, last_day=last), after + 1)
    return (CalendarDate(None, month, day, last_day=last), after)


def _may_count(text: str, tokens: Sequence[Word], at: int) -> bool:
    """Whether a number is followed by a word in lower case, which it may count."""
    return at + 1 < len(tokens) and text[tokens[at + 1].start].islower()
