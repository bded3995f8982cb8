"""Dates as mails and feeds write them, with the words that they were read from."""

import re
from datetime import datetime
from email.utils import parsedate_to_datetime

from sayso.model.particulars import DateKind, StatedDate
from sayso.model.text import PLAUSIBLE_YEARS
from sayso.read.dates import published_as

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = rf"(?P<month>{'|'.join(MONTHS)})[a-z]{{0,6}}\.?"
DAY = re.compile(
    rf"\b(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[ -]{_MONTH},?[ -](?P<year>\d{{4}})"
    rf"|{_MONTH.replace('month', 'month2')} (?P<day2>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year2>\d{{4}})"
    r"|(?P<year3>\d{4})-(?P<month3>\d\d)-(?P<day3>\d\d))\b",
    re.IGNORECASE,
)
TIME = re.compile(
    r"\b(?P<hour>\d{1,2})[:.](?P<minute>\d\d)(?:[:.](?P<second>\d\d))?(?:[ \u202f\u00a0]?(?P<half>[ap])\.?m\b\.?)?"
    r"(?P<zone>\s*(?:Z\b|(?:GMT|UTC)?[+-]\d{1,2}(?::?\d\d)?\b|(?:GMT|UTC)\b))?",
    re.IGNORECASE,
)
MAX_CHARACTERS = 200


def stated_date(kind: DateKind, words: str, field: str) -> tuple[str | None, StatedDate]:
    """The date in ISO 8601 as a document wants it, and the date as it is stated.

    Of a time without an offset from UTC the day alone is the document's, since a zone is never
    guessed; what is stated keeps the time. Both are None where the words can be read in two ways.

    >>> stated_date(DateKind.PUBLISHED, "Monday, March 2, 2026 8:15 AM", "Sent")[0]
    '2026-03-02'
    """
    words = " ".join(words.split())[:MAX_CHARACTERS]
    known = published_as(words)
    stated = known if known and "T" in known else _written_moment(words)
    known = published_as(stated) if stated else None
    return known, StatedDate(kind, stated, words, field)


def _written_moment(words: str) -> str | None:
    """The day, with the time and the offset if they are given, in ISO 8601."""
    day = DAY.search(words)
    if day is None:
        return _moment_of_mail(words)
    year, month, number = _parts_of_day(day)
    try:
        written = datetime(year, month, number)
    except ValueError:
        return None
    if year not in PLAUSIBLE_YEARS:
        return None
    time = TIME.search(words, day.end())
    clock = _written_time(time) if time else None
    return f"{written.date().isoformat()}{clock or ''}"


def _parts_of_day(day: re.Match[str]) -> tuple[int, int, int]:
    if day["year3"]:
        return int(day["year3"]), int(day["month3"]), int(day["day3"])
    month = (day["month"] or day["month2"]).lower()
    return int(day["year"] or day["year2"]), MONTHS.index(month) + 1, int(day["day"] or day["day2"])


def _written_time(time: re.Match[str]) -> str | None:
    hour, minute, second = int(time["hour"]), int(time["minute"]), int(time["second"] or 0)
    if time["half"]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if time["half"].lower() == "p" else 0)
    if hour > 23 or minute > 59 or second > 59:
        return None
    return f"T{hour:02}:{minute:02}:{second:02}{_written_offset(time['zone'])}"


def _written_offset(zone: str | None) -> str:
    zone = (zone or "").strip().upper()
    if not zone:
        return ""
    digits = re.sub(r"[^\d]", "", zone)
    if not digits.strip("0"):  # "-0000" too: it is UTC, and the zone of the sender is unknown
        return "+00:00"
    hours, minutes = (digits, "00") if len(digits) <= 2 else (digits[:-2], digits[-2:])
    if int(hours) > 14 or int(minutes) > 59:
        return ""
    return f"{'-' if '-' in zone else '+'}{int(hours):02}:{minutes}"


def _moment_of_mail(words: str) -> str | None:
    """A date in the form of mails that names its year with two digits, or its zone by name."""
    try:
        moment = parsedate_to_datetime(words).replace(tzinfo=None)
    except (ValueError, OverflowError, TypeError, IndexError):
        return None
    return moment.isoformat() if moment.year in PLAUSIBLE_YEARS else None
