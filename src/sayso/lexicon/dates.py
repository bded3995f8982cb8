"""What dates.toml says, checked."""

from dataclasses import dataclass
from datetime import date
from functools import cache

from sayso.errors import BrokenLexicon
from sayso.lexicon.load import refuse_unknown, table, word_list
from sayso.lexicon.numbers import word_values

PARTS = frozenset({"early", "mid", "late", "earlier", "later"})
SHARES = frozenset({"1/2", "2/2", "1/4", "2/4", "3/4", "4/4"})
UNITS = frozenset({"hour", "day", "week", "fortnight", "weekend", "month", "year", "decade"})
DIRECTIONS = frozenset({"ago", "before", "after"})
TABLES = (
    *("months", "weekdays", "days", "parts", "shares", "feasts", "which", "units", "directions"),
)
LISTS = (
    *("doubtful", "before", "before_year", "not_after_year", "not_before_weekday"),
    *("not_after_weekday", "day_parts", "behind_overnight", "behind", "ahead"),
    *("on_day", "by_day", "up_to"),
)


@dataclass(frozen=True, slots=True)
class DateWords:
    """The words of the calendar with what they mean, and the words around dates."""

    months: dict[str, int]
    weekdays: dict[str, int]
    days: dict[str, int]
    parts: dict[str, str]
    shares: dict[str, str]
    feasts: dict[tuple[str, ...], tuple[int | None, int, int]]
    which: dict[str, int]
    units: dict[str, str]
    directions: dict[str, str]
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


@cache
def date_words() -> DateWords:
    """The words of dates. Raises BrokenLexicon."""
    refuse_unknown("dates", (*TABLES, *(f"words.{name}" for name in LISTS)))
    return DateWords(
        months=word_values("dates", "months"),
        weekdays=word_values("dates", "weekdays"),
        days=word_values("dates", "days"),
        parts=_names_by_word("parts", PARTS),
        shares=_names_by_word("shares", SHARES),
        feasts=_feast_days(),
        which=word_values("dates", "which"),
        units=_names_by_word("units", UNITS),
        directions=_names_by_word("directions", DIRECTIONS),
        **{name: frozenset(word_list("dates", "words", name)) for name in LISTS},
    )


def _names_by_word(key: str, known: frozenset[str]) -> dict[str, str]:
    found = table("dates").get(key)
    if not isinstance(found, dict):
        raise BrokenLexicon(f"dates.toml: there is no table {key}")
    for word, name in found.items():
        if name not in known:
            raise BrokenLexicon(f"dates.toml: {key}.{word} is {name!r}, none of {sorted(known)}")
    return found


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
