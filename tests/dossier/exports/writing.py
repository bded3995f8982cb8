"""Exports as bytes, and what is in them."""

import csv
from functools import cache
from io import BytesIO, StringIO
from typing import Any
from zipfile import ZipFile

from sayso.dossier.exports.export import ExportReport, export_format
from sayso.dossier.exports.tables.all_tables import TABLES
from sayso.dossier.exports.tables.table import Source
from sayso.model.decisions import Holdings
from sayso.model.text import Document

Rows = list[dict[str, Any]]


# Of holdings that the tests share, each export is made once; they are kept, so that no other has the id.
_DONE: dict[tuple[str, int], tuple[Holdings, bytes, ExportReport]] = {}


def written(name: str, holdings: Holdings) -> bytes:
    """What an export writes."""
    return export(name, holdings)[0]


def export(name: str, holdings: Holdings) -> tuple[bytes, ExportReport]:
    """What an export writes, and its report."""
    key = name, id(holdings)
    if key not in _DONE:
        _DONE[key] = (holdings, *export_anew(name, holdings))
    return _DONE[key][1:]


def export_anew(name: str, holdings: Holdings) -> tuple[bytes, ExportReport]:
    """What an export writes, and its report, even if it was written before."""
    out = BytesIO()
    report = export_format(name).write(holdings, out)
    return out.getvalue(), report


@cache
def members(data: bytes) -> dict[str, bytes]:
    """The files in a zip file, by name."""
    with ZipFile(BytesIO(data)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def csv_rows(data: bytes, encoding: str = "utf-8") -> Rows:
    """The rows of a CSV file, with the names of their columns."""
    return list(csv.DictReader(StringIO(data.decode(encoding), newline="")))


def table_rows(name: str, holdings: Holdings) -> Rows:
    """The rows of a table as it is before any format writes it."""
    (table,) = [one for one in TABLES if one.name == name]
    columns = [column.name for column in table.columns]
    return [dict(zip(columns, row, strict=True)) for row in table.cells(Source(holdings))]


@cache
def word_columns(name: str) -> tuple[str, ...]:
    """The columns of a table that have words of a report."""
    (table,) = [one for one in TABLES if one.name == name]
    columns = {column.name for column in table.columns}
    return tuple(one for one in columns if {f"{one}_start", f"{one}_end"} <= columns)


def place_of(row: dict[str, Any], column: str) -> tuple[str, int, int] | None:
    """The report, the start and the end of words in a row; None where the cell is empty."""
    if row[f"{column}_start"] in (None, ""):
        return None
    report = row["left" if column == "left_words" else "right"] if "left" in row else row["report"]
    return report, int(row[f"{column}_start"]), int(row[f"{column}_end"])


def check_words(rows: Rows, name: str, known: dict[str, Document]) -> int:
    """Asserts that all words are the report's at their places; returns how many there are."""
    checked = 0
    for row in rows:
        for column in word_columns(name):
            place = place_of(row, column)
            if place is None:
                assert row[column] in (None, "")
                continue
            report, start, end = place
            assert row[column] == known[report].text[start:end]
            checked += 1
    return checked
