"""What is known of a report besides its text, while it is read."""

from dataclasses import dataclass, fields, replace
from typing import Any

from sayso.model.particulars import StatedDate
from sayso.model.text import Document


@dataclass(frozen=True, slots=True)
class HeadData:
    """What a file, a sidecar or a container says of a report. Unknown is None.

    `published`, `modified` and `crawled` are ISO 8601, as `Document` wants them. `dates` keeps the
    words from which they were read, and dates that could not be read.
    """

    title: str | None = None
    subtitle: str | None = None
    outlet: str | None = None
    byline: str | None = None
    section: str | None = None
    agency: str | None = None
    url: str | None = None
    published: str | None = None
    modified: str | None = None
    crawled: str | None = None
    dates: tuple[StatedDate, ...] = ()

    def filled_from(self, other: "HeadData") -> "HeadData":
        """This head, and where it knows nothing, what the other one knows; the dates of both."""
        known = {name: getattr(self, name) or getattr(other, name) for name in _names()}
        dates = (*self.dates, *(one for one in other.dates if one not in self.dates))
        return HeadData(**known, dates=dates)


NOTHING_KNOWN = HeadData()


def _names() -> list[str]:
    return [one.name for one in fields(HeadData) if one.name != "dates"]


def head_of_document(document: Document) -> HeadData:
    """What a document knows already."""
    known: dict[str, Any] = {name: getattr(document, name) for name in _names()}
    return HeadData(**known, dates=document.dates)


def with_head(document: Document, head: HeadData) -> Document:
    """The document with exactly this head."""
    known: dict[str, Any] = {name: getattr(head, name) for name in _names()}
    return replace(document, **known, dates=head.dates)
