"""Limits for whatever is read, and for everything that a report says about itself."""

from dataclasses import dataclass, replace

from sayso.model.text import Document
from sayso.read.blanks import is_blank
from sayso.read.notes import Note, OnNote

MAX_TITLE_CHARACTERS = 500  # what a web page has of more is no title
MAX_OUTLET_CHARACTERS = 200
MAX_BYLINE_CHARACTERS = 500
MAX_URL_CHARACTERS = 2_000  # browsers and servers take no longer address
MAX_NAME_CHARACTERS = 4_096  # no path is longer
CUT = "…"
MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one file may cost. What goes beyond ends that file, by name, and no other."""

    report_bytes: int = 20 * MEGABYTE  # of a page, a text, a line; a long book has a tenth of that
    mail_bytes: int = 50 * MEGABYTE  # of a mail with all that hangs on it; few servers take as much
    file_bytes: int = 200 * MEGABYTE  # of a file that is read as a whole: a PDF, an office file
    unpacked_bytes: int = (
        200 * MEGABYTE
    )  # of an office file, and of an archive with all that is packed inside it, however small it is
    packed_times: int = 200  # how many times larger a packed file may become
    members: int = (
        100_000  # of an archive that is read as a whole; a WARC is streamed and may have more
    )
    answer_bytes: int = 100 * MEGABYTE  # of a server's answer: in a web archive, or to a link
    depth: int = 5  # files within files
    pages: int = 5_000  # of a PDF
    pdf_characters: int = 1_000_000  # on all pages of a PDF, each of them with its box
    cells: int = 2_000_000  # of a table
    runs: int = 400_000  # of text with one look, of an office file: a book has some ten thousand
    holders: int = 400_000  # of text, of an office file: paragraphs, cells, line breaks
    child_memory: int = 500 * MEGABYTE  # of the process that reads a file apart
    child_answer: int = 150 * MEGABYTE  # bytes, of all that this process says of a file
    child_seconds: int = 60  # of its processor time; it may take three times as long by the clock


USUAL_LIMITS = Limits()


def limited_document(document: Document, where: str, on_note: OnNote) -> Document:
    """The document with its name, title, outlet and byline cut where they are too long.

    Each cut is a note. An address that is too long is unknown, and so is a value that shows nothing.
    """

    def shortened(key: str, limit: int) -> str | None:
        value: str | None = getattr(document, key)
        if value is None or is_blank(value):
            return None
        if len(value) <= limit:
            return value
        on_note(Note(where, f"its {key} is longer than {limit:,} characters, so it was cut"))
        return _cut_text(value, limit)

    return replace(
        document,
        name=shortened("name", MAX_NAME_CHARACTERS) or document.name,
        title=shortened("title", MAX_TITLE_CHARACTERS),
        outlet=shortened("outlet", MAX_OUTLET_CHARACTERS),
        byline=shortened("byline", MAX_BYLINE_CHARACTERS),
        url=_limited_address(document.url, where, on_note),
    )


def _limited_address(url: str | None, where: str, on_note: OnNote) -> str | None:
    if url is None or is_blank(url):
        return None
    if len(url) <= MAX_URL_CHARACTERS:
        return url
    what = f"its url is longer than {MAX_URL_CHARACTERS:,} characters, so it was left out"
    on_note(Note(where, what))
    return None


def _cut_text(text: str, limit: int) -> str:
    """The beginning of a text, up to a space if there is one, with an ellipsis."""
    kept = text[: limit - len(CUT)]
    space = kept.rfind(" ")
    return (kept[:space] if space > limit // 2 else kept).rstrip() + CUT
