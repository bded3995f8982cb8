"""The dates that a report states of itself, in ISO 8601."""

import re
from datetime import UTC, date, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime

from sayso.lexicon.stamps import stamp_words
from sayso.model.text import PLAUSIBLE_YEARS
from sayso.read.written_dates import written_dates

WIRE = re.compile(
    r"\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?(?:Z|[+-]\d\d:\d\d))?", re.ASCII
)
# The form of mail. Python reads others too, and some of them wrongly.
MAIL = re.compile(
    r"(?:[A-Za-z]{3}, )?\d{1,2}[ -][A-Za-z]{3}[ -](?:[1-9]\d)?\d\d \d\d:\d\d(?::\d\d)?"
    r"(?: [+-]\d{4}| ?[A-Za-z]{1,5})?(?: \([A-Za-z ]{1,20}\))?"
)
PLAIN = re.compile(r"\d{8}T\d{4}(?:\d\d)?(?:Z|[+-]\d{4})?")
NAME_OF_ZONE = re.compile(r"\s\([A-Za-z ]{3,60}\)$")  # behind the offset in browsers' dates
YEAR_ZERO = re.compile(r"\b00\d\d\b")
UTC_OF_MAIL = "-0000"  # the time is of UTC, and the zone of the sender unknown
ZONE = re.compile(r"[A-Za-z]{1,5}$")
# Where no date is known some systems write the first or the last moment that they can count.
NO_DAYS = frozenset(
    {"1970-01-01", "1969-12-31", "1899-12-30", "1900-01-01", "1601-01-01", "1753-01-01"}
    | {"2038-01-19", "2037-12-31", "2099-01-01", "2099-12-31", "2100-01-01"}
)
MAX_DATE_CHARACTERS = 90
MAX_ZONE_CHARACTERS = 5  # the name of a zone, beside a date in words


def published_as(given: str) -> str | None:
    """A date, or a date and time with its zone; unchanged if it is in ISO 8601 already.

    Of a time without a zone only the day is kept: a zone is never guessed. None for a date that can
    be read in two ways (07/08/2024), and for one in an implausible year.

    >>> published_as("2024-03-14T22:10-05:00")
    '2024-03-14T22:10-05:00'
    >>> published_as("2024-03-14 22:10")
    '2024-03-14'
    >>> published_as("Thu, 14 Mar 2024 22:10:00 GMT")
    '2024-03-14T22:10:00+00:00'
    >>> published_as("14 March 2024, 10.10 pm CET")
    '2024-03-14T22:10:00+01:00'
    """
    value = date_value(given)
    if value is None or WIRE.fullmatch(value):
        return value
    return value[:10]


def date_value(given: str) -> str | None:
    """A date as it is stated: a day, or a day and time, with the offset from UTC only if it is given.

    None as in `published_as`.

    >>> date_value("14 March 2024, 22:10")
    '2024-03-14T22:10:00'
    """
    given = given.strip()
    moment, day = _parsed_date(given)
    if day is None or day.year not in PLAUSIBLE_YEARS:
        return None
    if moment is None:
        return day.isoformat()
    return given if WIRE.fullmatch(given) else moment.isoformat()


def is_outside_plausible_years(given: str) -> bool:
    """Whether this is a date in a year that no report is of.

    >>> [is_outside_plausible_years(one) for one in ("0001-01-01", "2024-03-14", "soon")]
    [True, False, False]
    """
    _, day = _parsed_date(given.strip())
    return day is not None and day.year not in PLAUSIBLE_YEARS


def is_no_day(value: str) -> bool:
    """Whether a value in ISO 8601 only says that a system knows no date.

    >>> is_no_day("1970-01-01T00:00:00Z")
    True
    """
    return value[:10] in NO_DAYS


def _parsed_date(given: str) -> tuple[datetime | None, date | None]:
    """The date and time, if a time of day is given, and the day."""
    if len(given) > MAX_DATE_CHARACTERS:
        return None, None
    if given.isascii():
        moment = _parsed_moment(given)
        day = moment.date() if moment else _parsed_day(given)
        if day:
            return moment, day
    return _parsed_words(given)


def _parsed_moment(given: str) -> datetime | None:
    """The date and time; None if no time of day is given."""
    if ":" not in given and not PLAIN.fullmatch(given):
        return None
    try:
        return datetime.fromisoformat(given)
    except (ValueError, OverflowError):
        pass
    if not MAIL.fullmatch(given):
        return None
    try:
        moment = parsedate_to_datetime(given)
    except (ValueError, OverflowError):
        return None
    if moment.year > 1999 and YEAR_ZERO.search(given):
        return None  # Python reads the year 0001 as 2001
    if UTC_OF_MAIL in given:
        return moment.replace(tzinfo=UTC)
    zone = ZONE.search(given)
    if zone is None:
        return moment
    minutes = stamp_words().zones.get(zone[0].lower())
    known = None if minutes is None else timezone(timedelta(minutes=minutes))
    return moment.replace(tzinfo=known)


def _parsed_day(given: str) -> date | None:
    try:
        return date.fromisoformat(given)
    except (ValueError, OverflowError):
        return None


def _parsed_words(given: str) -> tuple[datetime | None, date | None]:
    """The only date in words that means nothing else."""
    given = NAME_OF_ZONE.sub("", given)
    found = written_dates(given)
    if len(found) != 1 or (day := found[0].day) is None:
        return None, None
    around = given[: found[0].start] + given[found[0].end :]
    if re.search(r"\d", around) or len(re.sub(r"\W+", "", around)) > MAX_ZONE_CHARACTERS:
        return None, None
    value = found[0].value(day)
    return (datetime.fromisoformat(value) if "T" in value else None), day
