"""Dates as files state them, with the words that they were read from."""

import re
from email.utils import parsedate_to_datetime

from sayso.model.particulars import DateKind, StatedDate
from sayso.model.text import PLAUSIBLE_YEARS
from sayso.read.dates import date_value, published_as
from sayso.read.written_dates import written_dates

MAX_CHARACTERS = 200
VISIBLE = "visible text"  # the field of a date that a reader of the report sees


def stated_date(kind: DateKind, words: str, field: str) -> tuple[str | None, StatedDate]:
    """The date in ISO 8601 as a document wants it, and the date as it is stated.

    Of a time without an offset from UTC the day alone is the document's, since a zone is never
    guessed; what is stated keeps the time. Both are None where the words can be read in two ways.

    >>> stated_date(DateKind.PUBLISHED, "Monday, March 2, 2026 8:15 AM", "Sent")[0]
    '2026-03-02'
    """
    words = " ".join(words.split())[:MAX_CHARACTERS]
    stated = date_value(words) or _written_moment(words)
    known = published_as(stated) if stated else None
    return known, StatedDate(kind, stated if known else None, words, field)


def whole_date(kind: DateKind, words: str, field: str) -> tuple[str | None, StatedDate]:
    """The same for words that must be a date and nothing else."""
    return published_as(words), StatedDate(kind, date_value(words), words, field)


def _written_moment(words: str) -> str | None:
    """The one date among other words, or a date in the form of old mails."""
    found = written_dates(words)
    if not found:
        return _moment_of_mail(words)
    return found[0].value(found[0].day) if len(found) == 1 and found[0].day else None


def _moment_of_mail(words: str) -> str | None:
    """A date in the form of mails that names its year with two digits, or its zone by name."""
    try:
        moment = parsedate_to_datetime(words).replace(tzinfo=None)
    except (ValueError, OverflowError, TypeError, IndexError):
        return None
    # Python reads the year 0001 as 2001.
    is_written = re.search(rf"\b(?:{moment.year}|{moment.year % 100:02})\b", words)
    return moment.isoformat() if is_written and moment.year in PLAUSIBLE_YEARS else None
