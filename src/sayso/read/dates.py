"""When a report says that it was published, in ISO 8601."""

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
# Names of zones that mean one thing the world over; EST is in America and in Australia.
ZONE = re.compile(r"[A-Za-z]{1,5}$")
ONE_ZONE = frozenset({"GMT", "UTC", "UT", "Z"})
LONGEST = 60


def published_as(given: str) -> str | None:
    """A date, or a date-time with its zone, as it was given where that is ISO 8601 already.

    A time without a zone is left out and its day kept: a zone is never guessed. What can be read
    in two ways (07/08/2024) is unknown.

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
    if not given.isascii() or len(given) > LONGEST:
        return None
    moment = _moment(given)
    if moment is None:
        day = _day(given)
        return day.isoformat() if day else None
    if WIRE.fullmatch(given):
        return given
    written = moment.isoformat()
    return written if WIRE.fullmatch(written) else moment.date().isoformat()


def _moment(given: str) -> datetime | None:
    """The date-time, where a time of day is given."""
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


def _day(given: str) -> date | None:
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
