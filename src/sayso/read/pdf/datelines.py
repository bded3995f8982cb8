"""Dates in the lines around a title."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from sayso.lexicon.pdf import pdf_words
from sayso.model.particulars import DateKind, StatedDate
from sayso.read.dates import published_as
from sayso.read.stated_dates import VISIBLE
from sayso.read.written_dates import written_dates

MAX_DATES = 5  # in a line


@dataclass(frozen=True, slots=True)
class LineDate:
    """A date in a line: what it says of the report, and where its words are."""

    stated: StatedDate
    published: str | None
    start: int
    end: int


def dates_in(line: str) -> Iterator[LineDate]:
    """The dates of a line. A time without a zone is kept in the stated date alone."""
    for one in written_dates(line)[:MAX_DATES]:
        value = one.value(one.day) if one.day else ""
        published = published_as(value)
        if published is None:
            continue
        start = _label_start(line, one.start)
        label = line[start : one.start].strip(" :").lower()
        kind = DateKind.MODIFIED if label in pdf_words("modified") else DateKind.PUBLISHED
        words = line[one.start : one.end].strip()
        yield LineDate(StatedDate(kind, value, words, VISIBLE), published, start, one.end)


def _label_start(line: str, at: int) -> int:
    """Where "Published:" before a date begins, or the date itself."""
    before = line[:at].rstrip(" :").lower()
    labels = (*pdf_words("published"), *pdf_words("modified"))
    found = [one for one in labels if re.search(rf"(?<!\w){re.escape(one)}$", before)]
    return len(before) - max(map(len, found)) if found else at


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
