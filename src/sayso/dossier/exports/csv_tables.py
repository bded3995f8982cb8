"""CSV: a zip file with one CSV file a table, safe to open in a spreadsheet program.

A spreadsheet program takes a cell that begins with `=` or one of its like for a formula, whoever wrote
it. Such a text gets an apostrophe in front. `csv_raw` leaves the texts as they are.
"""

import csv
import re
from collections.abc import Iterable
from datetime import date
from io import TextIOWrapper
from typing import BinaryIO

from sayso.dossier.exports.export import ExportFormat, ExportReport, LeftOutCounts
from sayso.dossier.exports.tables.all_tables import TABLES, about_lines, count_no_place
from sayso.dossier.exports.tables.table import Cell, Source
from sayso.dossier.exports.zips import member, zip_into
from sayso.model.decisions import Holdings

FORMULA = re.compile("[=+\\-@\t\r\n＝＋－＠]")
SAFE_NOTE = (
    "A text that begins with = + - @, their full-width forms, a tab or a line break has an apostrophe",
    "in front, so that no spreadsheet program takes it for a formula. The export csv-raw has none.",
)
RAW_NOTE = (
    "The texts are as they stand in the reports. Do not open these files in a spreadsheet program: it",
    "takes a text that begins with = + - or @ for a formula. The export csv is made for that.",
)


def write_csv(holdings: Holdings, out: BinaryIO) -> ExportReport:
    """Writes the tables for spreadsheet programs."""
    return _write_tables(holdings, out, safe=True)


def write_raw_csv(holdings: Holdings, out: BinaryIO) -> ExportReport:
    """Writes the tables for programs, with every text as it is."""
    return _write_tables(holdings, out, safe=False)


def without_formula(text: str) -> str:
    """The text, with an apostrophe in front if a spreadsheet program may take it for a formula.

    >>> without_formula("=1+1"), without_formula("1+1")
    ("'=1+1", '1+1')
    """
    return f"'{text}" if FORMULA.match(text) else text


def _write_tables(holdings: Holdings, out: BinaryIO, safe: bool) -> ExportReport:
    source, left_out, rows = Source(holdings), LeftOutCounts(), 0
    with zip_into(out) as packed:
        with member(packed, "README.txt") as file:
            lines = [*about_lines(holdings), "", *(SAFE_NOTE if safe else RAW_NOTE)]
            file.write("".join(f"{line}\n" for line in lines).encode())
        for table in TABLES:
            with member(packed, f"{table.name}.csv") as file:
                # spreadsheet programs know UTF-8 by its mark
                encoding = "utf-8-sig" if safe else "utf-8"
                lines_out = TextIOWrapper(file, encoding, newline="")
                writer = csv.writer(lines_out)
                writer.writerow(column.name for column in table.columns)
                for cells in table.cells(source):
                    writer.writerow(_written(cells, safe))
                    rows += 1
                lines_out.detach()
    count_no_place(holdings.comparison, left_out)
    return ExportReport(rows, left_out.lines())


def _written(cells: Iterable[Cell], safe: bool) -> Iterable[str]:
    for cell in cells:
        if isinstance(cell, str):
            yield without_formula(cell) if safe else cell
        elif isinstance(cell, bool):
            yield str(cell).lower()
        elif isinstance(cell, date):
            yield cell.isoformat()
        else:
            yield "" if cell is None else repr(cell)


FORMAT = ExportFormat(
    "csv",
    ".zip",
    "tables for spreadsheet programs: a zip file of CSV files",
    write_csv,
)
