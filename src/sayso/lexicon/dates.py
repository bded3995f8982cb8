"""What dates.toml says, checked."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum
from functools import cache
from typing import TypeVar

from sayso.errors import BrokenLexicon
from sayso.lexicon.load import refuse_unknown, table, word_list
from sayso.lexicon.numbers import word_values

Name = TypeVar("Name", bound=str)


class TimeUnit(StrEnum):
    """What is counted, or what a day lies in; a table has no word for a night or a past weekend."""

    HOUR = "hour"
    DAY = "day"
    NIGHT = "night"
    WEEK = "week"
    FORTNIGHT = "fortnight"
    WEEKEND = "weekend"
    PAST_WEEKEND = "past weekend"
    MONTH = "month"
    YEAR = "year"
    DECADE = "decade"


class Direction(StrEnum):
    """Which way a distance is counted: back from publication, or from a day told before."""

    AGO = "ago"
    BEFORE = "before"
    AFTER = "after"


class PartOfTime(StrEnum):
    """A part of a month, year or decade; "earlier" and "later" end and begin at publication."""

    EARLY = "early"
    MID = "mid"
    LATE = "late"
    EARLIER = "earlier"
    LATER = "later"


SHARES = frozenset({"1/2", "2/2", "1/4", "2/4", "3/4", "4/4"})
NOT_IN_TABLE = frozenset({TimeUnit.NIGHT, TimeUnit.PAST_WEEKEND})
TABLES = (
    *("months", "weekdays", "days", "parts", "shares", "feasts", "which", "units", "directions"),
)


@dataclass(frozen=True, slots=True)
class DateWords:
    """The words of the calendar with what they mean, and the words around dates.

    A field that is a set of words is named after its key under `words` in dates.toml.
    """

    months: dict[str, int]
    weekdays: dict[str, int]
    days: dict[str, int]
    parts: dict[str, PartOfTime]
    shares: dict[str, str]
    feasts: dict[tuple[str, ...], tuple[int | None, int, int]]
    which: dict[str, int]
    units: dict[str, TimeUnit]
    directions: dict[str, Direction]
    short_months: frozenset[str]
    short_weekdays: frozenset[str]
    ordinal_endings: frozenset[str]
    decade_endings: frozenset[str]
    between_dates: frozenset[str]
    before_whole: frozenset[str]
    openers: frozenset[str]
    about_count: frozenset[str]
    part_of_count: frozenset[str]
    before_event: frozenset[str]
    event_openers: frozenset[str]
    unit_after: frozenset[str]
    unit_before: frozenset[str]
    same_unit: frozenset[str]
    unit_up_to_now: frozenset[str]
    days_beside: frozenset[str]
    nights: frozenset[str]
    unit_before_last: frozenset[str]
    before_weekend: frozenset[str]
    not_after_weekend: frozenset[str]
    overnight: frozenset[str]
    doubtful: frozenset[str]
    before: frozenset[str]
    before_year: frozenset[str]
    not_after_year: frozenset[str]
    not_before_weekday: frozenset[str]
    not_after_weekday: frozenset[str]
    day_parts: frozenset[str]
    behind_overnight: frozenset[str]
    behind: frozenset[str]
    ahead: frozenset[str]
    on_day: frozenset[str]
    by_day: frozenset[str]
    up_to: frozenset[str]
    before_stamp: frozenset[str]
    universal_zones: frozenset[str]


LISTS = tuple(field.name for field in fields(DateWords) if field.name not in TABLES)


@cache
def date_words() -> DateWords:
    """The words of dates. Raises BrokenLexicon."""
    refuse_unknown("dates", (*TABLES, *(f"words.{name}" for name in LISTS)))
    return DateWords(
        months=word_values("dates", "months"),
        weekdays=word_values("dates", "weekdays"),
        days=word_values("dates", "days"),
        parts=_names_by_word("parts", {part: part for part in PartOfTime}),
        shares=_names_by_word("shares", {share: share for share in SHARES}),
        feasts=_feast_days(),
        which=word_values("dates", "which"),
        units=_names_by_word(
            "units", {unit: unit for unit in TimeUnit if unit not in NOT_IN_TABLE}
        ),
        directions=_names_by_word("directions", {way: way for way in Direction}),
        **{name: frozenset(word_list("dates", "words", name)) for name in LISTS},
    )


def _names_by_word(key: str, known: Mapping[str, Name]) -> dict[str, Name]:
    entries = table("dates").get(key)
    if not isinstance(entries, dict):
        raise BrokenLexicon(f"dates.toml: there is no table {key}")
    for word, name in entries.items():
        if name not in known:
            names = sorted(known)
            raise BrokenLexicon(
                f"dates.toml: {key}.{word} is {name!r}, none of {[*map(str, names)]}"
            )
    return {word: known[name] for word, name in entries.items()}


def _feast_days() -> dict[tuple[str, ...], tuple[int | None, int, int]]:
    """Named days by their words: year, where they have one, month and day."""
    found = table("dates").get("feasts")
    if not isinstance(found, dict):
        raise BrokenLexicon("dates.toml: there is no table feasts")
    return {tuple(phrase.split()): _year_month_day(phrase, text) for phrase, text in found.items()}


def _year_month_day(phrase: str, text: object) -> tuple[int | None, int, int]:
    """Month and day of "12-25", the year of "2001-09-11" as well."""
    yearly = len(str(text)) == len("12-25")
    try:
        known = date.fromisoformat(f"2000-{text}" if yearly else str(text))
    except ValueError as error:
        raise BrokenLexicon(f"dates.toml: feasts.{phrase}: {text!r} is no day") from error
    return None if yearly else known.year, known.month, known.day
