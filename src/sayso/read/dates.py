"""The date of publication that a report gives, in ISO 8601."""

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime

from sayso.model.text import PLAUSIBLE_YEARS

WIRE = re.compile(
    r"\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?(?:Z|[+-]\d\d:\d\d))?", re.ASCII
)
WRITTEN = (
    *("%B %d, %Y", "%d %B %Y", "%b %d, %Y", "%d %b %Y", "%Y/%m/%d", "%Y.%m.%d"),
    *("%A, %B %d, %Y", "%A, %d %B %Y", "%A %d %B %Y", "%a, %d %b %Y"),
)
# Names of zones with one meaning everywhere; EST, for one, is in America and in Australia.
ZONE = re.compile(r"[A-Za-z]{1,5}$")
ONE_ZONE = frozenset({"GMT", "UTC", "UT", "Z"})
MAX_DATE_CHARACTERS = 60


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
    >>> published_as("14 March 2024")
    '2024-03-14'
    """
    given = given.strip()
    moment, day = _parsed_date(given)
    if day is None or day.year not in PLAUSIBLE_YEARS:
        return None
    if moment is None:
        return day.isoformat()
    if WIRE.fullmatch(given):
        return given
    written = moment.isoformat()
    return written if WIRE.fullmatch(written) else day.isoformat()


def is_outside_plausible_years(given: str) -> bool:
    """Whether this is a date in a year that no report is of.

    >>> [is_outside_plausible_years(one) for one in ("0001-01-01", "2024-03-14", "soon")]
    [True, False, False]
    """
    _, day = _parsed_date(given.strip())
    return day is not None and day.year not in PLAUSIBLE_YEARS


def _parsed_date(given: str) -> tuple[datetime | None, date | None]:
    """The date and time, if a time of day is given, and the day."""
    if not given.isascii() or len(given) > MAX_DATE_CHARACTERS:
        return None, None
    moment = _parsed_moment(given)
    return moment, moment.date() if moment else _parsed_day(given)


def _parsed_moment(given: str) -> datetime | None:
    """The date and time; None if no time of day is given."""
    if ":" not in given:
        return None
    try:
        return datetime.fromisoformat(given)
    except (ValueError, OverflowError):
        pass
    try:
        moment = parsedate_to_datetime(given)
    except (ValueError, OverflowError):
        return None
    zone = ZONE.search(given)
    return moment.replace(tzinfo=None) if zone and zone[0] not in ONE_ZONE else moment


def _parsed_day(given: str) -> date | None:
    try:
        return date.fromisoformat(given)
    except (ValueError, OverflowError):
        pass
    for form in WRITTEN:
        try:
            return datetime.strptime(given, form).date()
        except (ValueError, OverflowError):
            continue
    return None
