"""The table of what was read, and how."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sayso.errors import UnreadableInput
from sayso.model.text import Document

UNKNOWN = "–"
HEADINGS = ("read as", "words", "left out", "published", "name")
RIGHT = (False, True, True, False, False)  # which columns hold numbers


@dataclass(frozen=True, slots=True)
class HowRead:
    """How one report was read; of the document only what the table shows is kept."""

    name: str
    format: str
    words: int
    left_out: int
    published: str | None

    @classmethod
    def of(cls, document: Document) -> "HowRead":
        """The row of a document."""
        return cls(
            document.name,
            document.format or UNKNOWN,
            len(document.text.split()),
            document.words_left_out,
            document.published,
        )


def table_lines(read: Iterable[HowRead], skipped: Iterable[UnreadableInput]) -> Iterator[str]:
    """The lines of the table: a row for each report, and one for each input that was not read."""
    rows = [HEADINGS]
    rows += [
        (one.format, f"{one.words:,}", f"{one.left_out:,}", one.published or UNKNOWN, one.name)
        for one in read
    ]
    rows += [("not read", "", "", "", f"{one.name}: {one.what}") for one in skipped]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEADINGS) - 1)]
    for row in rows:
        cells = [
            cell.rjust(width) if right else cell.ljust(width)
            for cell, width, right in zip(row, widths, RIGHT, strict=False)
        ]
        yield "  ".join([*cells, row[-1]])
