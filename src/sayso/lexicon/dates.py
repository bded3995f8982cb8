"""What dates.toml says, checked."""

from dataclasses import dataclass
from functools import cache

from sayso.errors import BrokenLexicon
from sayso.lexicon.load import table, words
from sayso.lexicon.numbers import values

PARTS = frozenset({"early", "mid", "late"})
UNITS = frozenset({"hour", "day", "week", "weekend", "month", "year"})
DIRECTIONS = frozenset({"ago", "before", "after"})


@dataclass(frozen=True, slots=True)
class DateWords:
    """The words of the calendar with what they mean, and the words around dates."""

    months: dict[str, int]
    weekdays: dict[str, int]
    days: dict[str, int]
    parts: dict[str, str]
    which: dict[str, int]
    units: dict[str, str]
    directions: dict[str, str]
    doubtful: frozenset[str]
    before: frozenset[str]
    before_year: frozenset[str]
    not_after_year: frozenset[str]
    ahead: frozenset[str]


@cache
def date_words() -> DateWords:
    """The words of dates. Raises BrokenLexicon."""
    lists = ("doubtful", "before", "before_year", "not_after_year", "ahead")
    return DateWords(
        months=values("dates", "months"),
        weekdays=values("dates", "weekdays"),
        days=values("dates", "days"),
        parts=_names("parts", PARTS),
        which=values("dates", "which"),
        units=_names("units", UNITS),
        directions=_names("directions", DIRECTIONS),
        **{name: frozenset(words("dates", "words", name)) for name in lists},
    )


def _names(key: str, known: frozenset[str]) -> dict[str, str]:
    found = table("dates").get(key)
    if not isinstance(found, dict):
        raise BrokenLexicon(f"dates.toml: there is no table {key}")
    for word, name in found.items():
        if name not in known:
            raise BrokenLexicon(f"dates.toml: {key}.{word} is {name!r}, none of {sorted(known)}")
    return found
