"""What a report's file says about the report, besides its text and its head."""

from dataclasses import dataclass
from enum import StrEnum

from sayso.model.limits import check_characters


class DateKind(StrEnum):
    """What a date says of a report."""

    PUBLISHED = "published"
    MODIFIED = "modified"
    CRAWLED = "crawled"


@dataclass(frozen=True, slots=True)
class StatedDate:
    """A date as the file states it.

    `words` are the file's own. `value` is ISO 8601: a day, or a day and time, with the offset from
    UTC if the words give one; None if they cannot be read. `field` names the place: "datePublished",
    "meta article:published_time", "Date", "visible text".
    """

    kind: DateKind
    value: str | None
    words: str
    field: str

    def __post_init__(self) -> None:
        for what in (self.value or "", self.words, self.field):
            check_characters("a date", what)


class LeftOutKind(StrEnum):
    """Why words of a page are no part of its article."""

    NOTICE = "notice"  # "24% of this article left to read"
    CAPTION = "caption"
    PULL_QUOTE = "pull_quote"
    RELATED = "related"  # links to other reports, teasers
    HEAD = "head"  # title, byline, date: they are in the document's head
    HIDDEN = "hidden"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Words of the file that are not in the text: `at` is the code point before which they stood."""

    at: int
    kind: LeftOutKind
    words: str

    def __post_init__(self) -> None:
        check_characters("words left out", self.words)
