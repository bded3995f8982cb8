"""The date of publication that a report gives, in ISO 8601."""

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime

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
    be read in two ways (07/08/2024).

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
    if not given.isascii() or len(given) > MAX_DATE_CHARACTERS:
        return None
    moment = _parsed_moment(given)
    if moment is None:
        day = _parsed_day(given)
        return day.isoformat() if day else None
    if WIRE.fullmatch(given):
        return given
    written = moment.isoformat()
    return written if WIRE.fullmatch(written) else moment.date().isoformat()


def _parsed_moment(given: str) -> datetime | None:
    """The date and time; None if no time of day is given."""
    if ":" not in given:
        return None
    try:
        return datetime.fromisoformat(given)
    except ValueError:
        pass
    try:
        moment = parsedate_to_datetime(given)
    except ValueError:
        return None
    zone = ZONE.search(given)
    return moment.replace(tzinfo=None) if zone and zone[0] not in ONE_ZONE else moment


def _parsed_day(given: str) -> date | None:
    try:
        return date.fromisoformat(given)
    except ValueError:
        pass
    for form in WRITTEN:
        try:
            return datetime.strptime(given, form).date()
        except ValueError:
            continue
    return None
