"""When a report says that it was published, in ISO 8601."""

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime

WIRE = re.compile(
    r"\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?(?:Z|[+-]\d\d:\d\d))?", re.ASCII
)
WRITTEN = ("%B %d, %Y", "%d %B %Y", "%b %d, %Y", "%d %b %Y", "%Y/%m/%d", "%Y.%m.%d")
LONGEST = 60


def published_as(given: str) -> str | None:
    """A date, or a date-time with its zone, as it was given where that is ISO 8601 already.

    A time without a zone is left out and its day kept: a zone is never guessed. What can be read
    in two ways (07/08/2024) is unknown.

    >>> published_as("2024-03-14T22:10-05:00")
    '2024-03-14T22:10-05:00'
    >>> published_as("2024-03-14 22:10")
    '2024-03-14'
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
    if moment.tzinfo is None:
        return moment.date().isoformat()
    return given if WIRE.fullmatch(given) else moment.isoformat()


def _moment(given: str) -> datetime | None:
    """The date-time, where a time of day is given."""
    if ":" not in given:
        return None
    try:
        return datetime.fromisoformat(given)
    except ValueError:
        pass
    try:
        return parsedate_to_datetime(given)
    except ValueError:
        return None


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
