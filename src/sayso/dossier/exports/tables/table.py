"""What a table is: columns that say what they hold, and a row for each thing of a kind."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Generic, TypeVar

from sayso.dossier.exports.lookup import Lookup
from sayso.dossier.exports.marks import Decided, Marks
from sayso.dossier.report_words import Report
from sayso.model.decisions import Holdings
from sayso.model.text import Document, Span

Cell = str | int | float | bool | date | None  # None is an empty cell
Placed = tuple[Document, Span]  # words of a report
Row = TypeVar("Row")


class Kind(StrEnum):
    """What the cells of a column are."""

    TEXT = "text"
    WHOLE = "whole number"
    NUMBER = "number"
    FLAG = "true or false"
    DAY = "day"


class Source:
    """What the tables are made from: holdings, with their facts and decisions to look up."""

    def __init__(self, holdings: Holdings) -> None:
        self.holdings = holdings

    @cached_property
    def lookup(self) -> Lookup:
        """The facts by their ids."""
        return Lookup(self.holdings.comparison)

    @cached_property
    def decided(self) -> Decided:
        """The decisions by what they are on."""
        return Decided(self.holdings, self.lookup)


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """A column: its name, what its cells are, what they mean, and the cell of a row."""

    name: str
    kind: Kind
    meaning: str
    cell: Callable[[Row], Cell]


@dataclass(frozen=True, slots=True)
class Table(Generic[Row]):
    """A table: its name, what a row is, its columns, and the rows of a source."""

    name: str
    meaning: str
    columns: tuple[Column[Row], ...]
    rows: Callable[[Source], Iterable[Row]]

    def cells(self, source: Source) -> Iterator[tuple[Cell, ...]]:
        """The cells of every row, in the order of the columns."""
        for row in self.rows(source):
            yield tuple(column.cell(row) for column in self.columns)


def text(name: str, meaning: str, cell: Callable[[Row], str | None]) -> Column[Row]:
    """A column of text; an empty text is an empty cell."""
    return Column(name, Kind.TEXT, meaning, lambda row: cell(row) or None)


def whole(name: str, meaning: str, cell: Callable[[Row], int | None]) -> Column[Row]:
    """A column of whole numbers."""
    return Column(name, Kind.WHOLE, meaning, cell)


def number(name: str, meaning: str, cell: Callable[[Row], float | None]) -> Column[Row]:
    """A column of numbers."""
    return Column(name, Kind.NUMBER, meaning, cell)


def flag(name: str, meaning: str, cell: Callable[[Row], bool]) -> Column[Row]:
    """A column of true and false."""
    return Column(name, Kind.FLAG, meaning, cell)


def day(name: str, meaning: str, cell: Callable[[Row], date | None]) -> Column[Row]:
    """A column of days."""
    return Column(name, Kind.DAY, meaning, cell)


def words_columns(
    name: str, meaning: str, place: Callable[[Row], Placed | None]
) -> tuple[Column[Row], ...]:
    """Words of a report, with where they start and end in its text."""

    def words(row: Row) -> str | None:
        found = place(row)
        return found[0][found[1]] if found else None

    def start(row: Row) -> int | None:
        found = place(row)
        return found[1].start if found else None

    def end(row: Row) -> int | None:
        found = place(row)
        return found[1].end if found else None

    return (
        text(name, meaning, words),
        whole(f"{name}_start", f"The code point of the text at which `{name}` starts.", start),
        whole(f"{name}_end", f"The code point of the text before which `{name}` ends.", end),
    )


def report_columns(report: Callable[[Row], Report]) -> tuple[Column[Row], ...]:
    """Which report a row is from."""
    return (
        text(
            "report",
            "The id of the report: the SHA-256 of its text.",
            lambda row: report(row).document.id,
        ),
        whole("report_number", "Its number in this export.", lambda row: report(row).number),
        text("outlet", "Its outlet.", lambda row: report(row).head.outlet),
        text(
            "published",
            "When it was published, as the source gave it.",
            lambda row: report(row).head.published,
        ),
    )


def mark_columns(marks: Callable[[Row], Marks]) -> tuple[Column[Row], ...]:
    """What is a machine's and what a person's, and people's marks."""
    return (
        text(
            "by",
            "`person` if a person added or corrected this row, else `machine`.",
            lambda row: marks(row).by,
        ),
        text(
            "decision",
            "What people decided on it, the oldest first, with semicolons between.",
            lambda row: marks(row).kinds,
        ),
        text(
            "decision_numbers",
            "The numbers of these decisions in the table `decisions`.",
            lambda row: marks(row).numbers,
        ),
        text("decided_by", "Who made the last of them.", lambda row: marks(row).author),
        text("decided_at", "When the last of them was made.", lambda row: marks(row).made_at),
        text(
            "reliability",
            "A person's mark of the source, Admiralty A to F; empty if nobody gave one.",
            lambda row: marks(row).reliability,
        ),
        text(
            "credibility",
            "A person's mark of what is said, Admiralty 1 to 6; empty if nobody gave one.",
            lambda row: marks(row).credibility,
        ),
    )


def placed(document: Document, span: Span | None) -> Placed | None:
    """Words of a report; None where there are none."""
    return None if span is None else (document, span)


def hull(spans: tuple[Span, ...]) -> Span:
    """The span from the start of the first to the end of the last."""
    return Span(min(span.start for span in spans), max(span.end for span in spans))


def joined(words: Iterable[str]) -> str:
    """Several short texts in one cell."""
    return "; ".join(words)
