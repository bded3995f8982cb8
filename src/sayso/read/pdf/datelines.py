"""Dates in the lines around a title."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from sayso.lexicon.pdf import pdf_words
from sayso.model.particulars import DateKind, StatedDate
from sayso.read.dates import published_as

DATE = re.compile(
    r"(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6}\.?,?\s+)?"
    r"(?P<day>\d{1,2}(?:st|nd|rd|th)?\s+[A-Z][a-z]{2,8}\.?,?\s+\d{4}"
    r"|[A-Z][a-z]{2,8}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}|\d{4}-\d\d-\d\d)"
    r"(?:(?:,|T|\s+at|\s+-)?\s*(?P<time>\d{1,2}[:.]\d\d)(?:[:.]\d\d)?"
    r"(?P<half>\s*[ap]\.?m\b\.?)?(?:\s*(?P<zone>GMT|UTC|Z|[+-]\d\d:?\d\d))?)?",
    re.IGNORECASE,
)
ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th)\b")
MAX_DATES = 5  # in a line
VISIBLE = "visible text"


@dataclass(frozen=True, slots=True)
class LineDate:
    """A date in a line: what it says of the report, and where its words are."""

    stated: StatedDate
    published: str | None
    start: int
    end: int


def dates_in(line: str) -> Iterator[LineDate]:
    """The dates of a line. A time without a zone is kept in the stated date alone."""
    for number, found in enumerate(DATE.finditer(line)):
        if number == MAX_DATES:
            return
        words = " ".join(ORDINAL.sub("", found["day"]).replace(".", "").split())
        day = published_as(words) or published_as(words.replace(" ", ", ", 2).replace(", ", " ", 1))
        if day is None:
            continue
        start = _label_start(line, found.start())
        label = line[start : found.start()].strip(" :").lower()
        kind = DateKind.MODIFIED if label in pdf_words("modified") else DateKind.PUBLISHED
        local, full = _with_time(day, found)
        yield LineDate(StatedDate(kind, local, found[0].strip(), VISIBLE), full, start, found.end())


def _label_start(line: str, at: int) -> int:
    """Where "Published:" before a date begins, or the date itself."""
    before = line[:at].rstrip(" :").lower()
    labels = (*pdf_words("published"), *pdf_words("modified"))
    found = [one for one in labels if re.search(rf"(?<!\w){re.escape(one)}$", before)]
    return len(before) - max(map(len, found)) if found else at


def _with_time(day: str, found: re.Match[str]) -> tuple[str, str]:
    """The day with its time as the words give it, and with its time if they give the zone."""
    if not found["time"]:
        return day, day
    hour, minute = map(int, re.split("[:.]", found["time"]))
    if half := found["half"]:
        hour = hour % 12 + (12 if "p" in half.lower() else 0)
    zone = (found["zone"] or "").upper().replace("GMT", "+00:00").replace("UTC", "+00:00")
    zone = zone.replace("Z", "+00:00")
    if zone and ":" not in zone:
        zone = f"{zone[:3]}:{zone[3:]}"
    local = f"{day}T{hour:02}:{minute:02}{zone}"
    try:
        datetime.fromisoformat(local)
    except ValueError:
        return day, day
    return local, local if zone else day


def file_date(field: str, words: str | None) -> StatedDate | None:
    """A date that the file has of itself: when it was made, never when the report came out."""
    if not words:
        return None
    found = re.match(
        r"(?:D:)?(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d)?)?(Z|[+-]\d\d'?\d\d)?", words
    )
    value = None
    if found:
        year, month, day, hour, minute, second, zone = found.groups()
        offset = (zone or "").replace("'", "").replace("Z", "+0000")
        time = f"T{hour}:{minute}:{second or '00'}" if hour else ""
        shown = f"{offset[:3]}:{offset[3:]}" if offset and time else ""
        value = f"{year}-{month}-{day}{time}{shown}"
        try:
            datetime.fromisoformat(value)
        except ValueError:
            value = None
    return StatedDate(DateKind.MODIFIED, value, words[:100], field)
