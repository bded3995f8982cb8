"""A report and places in it."""

import hashlib
import re
from dataclasses import dataclass, field
from datetime import date, datetime

from sayso.model.limits import check_characters, check_share
from sayso.model.particulars import LeftOut, StatedDate

# The years that a report can be of. Systems without a date of publication write one at an end of the
# calendar (0001-01-01, 9999-12-31), where no day can be added or taken away.
PLAUSIBLE_YEARS = range(1500, 2101)
METADATA = ("title", "outlet", "byline", "url", "published", "language", "raw_sha256")
# What only some files say, and what sayso says of the file.
PARTICULARS = ("subtitle", "section", "agency", "modified", "crawled", "format")
HEAD_FIELDS = ("name", "title", "outlet", "byline", "url", "published", "raw_sha256")
MOMENT = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
    r"(T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]+)?)?(Z|[+-][0-9]{2}:[0-9]{2}))?"
)


def is_moment(text: str) -> bool:
    """Whether the text is a day of the calendar, or a day and time with an offset from UTC.

    >>> [is_moment(text) for text in ("2024-07-27", "2024-07-27T10:00Z", "2024-07-27T10:00")]
    [True, True, False]
    """
    try:
        return bool(MOMENT.fullmatch(text) and datetime.fromisoformat(text))
    except ValueError:
        return False


def day_of(published: str | None) -> date | None:
    """The day of an ISO 8601 date or date-time; None where there is none in a plausible year.

    >>> day_of("2024-07-27T10:00Z"), day_of("last week"), day_of("0001-01-01")
    (datetime.date(2024, 7, 27), None, None)
    """
    try:
        day = date.fromisoformat((published or "")[:10])
    except ValueError:
        return None
    return day if day.year in PLAUSIBLE_YEARS else None


def moment_of(published: str | None) -> datetime | None:
    """The moment of an ISO 8601 date-time with an offset from UTC; None where there is none.

    There is none in an implausible year either.
    """
    try:
        moment = datetime.fromisoformat(published or "")
    except ValueError:
        return None
    return moment if moment.tzinfo is not None and moment.year in PLAUSIBLE_YEARS else None


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Code points [start, end) of a document's text; the words are the document's to give."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"{self.start}:{self.end} is not a span")

    def holds(self, other: "Span") -> bool:
        """Whether the other span lies inside this one."""
        return self.start <= other.start and other.end <= self.end

    def touches(self, other: "Span") -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def __len__(self) -> int:
        return self.end - self.start


class _Published:
    """What has a date of publication, as the source gave it."""

    __slots__ = ()
    published: str | None

    @property
    def day(self) -> date | None:
        """The day of publication; None where `published` is no ISO 8601 date of PLAUSIBLE_YEARS."""
        return day_of(self.published)

    @property
    def moment(self) -> datetime | None:
        """The moment of publication; None where `published` gives no time or no offset from UTC."""
        return moment_of(self.published)


@dataclass(frozen=True, slots=True)
class Head(_Published):
    """What is known of one publication of a text: its file, its outlet, its date. Unknown is None."""

    name: str
    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    url: str | None = None
    published: str | None = None
    raw_sha256: str | None = None

    def __post_init__(self) -> None:
        for what in HEAD_FIELDS:
            check_characters(what, getattr(self, what) or "")


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a live blog or a running report, with the date that it has itself, as ISO 8601."""

    span: Span
    published: str | None = None

    def __post_init__(self) -> None:
        check_characters("a date", self.published or "")


@dataclass(frozen=True, slots=True)
class Document(_Published):
    """One report. The text never changes after reading; its hash is the report's identity.

    Raises ValueError where a string cannot be written as UTF-8, a share is no share, furniture lies
    outside the text, or `read_to` does.

    `published` is an ISO 8601 date, or date-time with its offset, as the source gave it;
    `remaining` the share of the article that the page says it withholds (0–1); `furniture` what
    stands in the text without being part of the article, such as the line that says so; `read_to`
    the code point up to which the text was read in full, None where it was read whole; `also` the
    heads of other reports with exactly this text. Unknown is None, never a guess.

    `agency` is the news agency that the file credits; `modified` and `crawled` are dates like
    `published`; `format` is what the file was read as ("web page", "PDF"). `dates` keeps the file's
    own words for its dates; `entries` are those of a live blog; `corrections` the lines in which the
    outlet corrects or updates its own report. `left_out` has words of the file that are not in the
    text, in its order, and `words_left_out` the number of all such words, shown or not.
    """

    name: str
    text: str
    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    url: str | None = None
    published: str | None = None
    language: str | None = None
    raw_sha256: str | None = None
    remaining: float | None = None
    furniture: tuple[Span, ...] = ()
    read_to: int | None = None
    also: tuple[Head, ...] = ()
    subtitle: str | None = None
    section: str | None = None
    agency: str | None = None
    modified: str | None = None
    crawled: str | None = None
    format: str | None = None
    dates: tuple[StatedDate, ...] = ()
    entries: tuple[Entry, ...] = ()
    corrections: tuple[Span, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    words_left_out: int = 0
    id: str = field(init=False)

    def __post_init__(self) -> None:
        for what in ("name", "text", *METADATA, *PARTICULARS):
            check_characters(what, getattr(self, what) or "")
        check_share("remaining", self.remaining)
        object.__setattr__(self, "id", hashlib.sha256(self.text.encode()).hexdigest())
        for span in (*self.furniture, *self.corrections, *(one.span for one in self.entries)):
            self[span]
        if any(not 0 <= one.at <= len(self.text) for one in self.left_out):
            raise ValueError(f"words were left out beyond the {len(self.text)} characters")
        if self.read_to is not None and not 0 <= self.read_to <= len(self.text):
            raise ValueError(f"{self.read_to} is no place in {len(self.text)} characters")

    @property
    def head(self) -> Head:
        """The head that this report has itself."""
        return Head(*(getattr(self, what) for what in HEAD_FIELDS))

    @property
    def heads(self) -> tuple[Head, ...]:
        """The heads of all reports with this text, its own first."""
        return (self.head, *self.also)

    def __getitem__(self, span: Span) -> str:
        if span.end > len(self.text):
            raise ValueError(f"{span.start}:{span.end} is outside {self.name} (0:{len(self.text)})")
        return self.text[span.start : span.end]

    def __len__(self) -> int:
        return len(self.text)
