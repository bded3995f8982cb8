"""XLSX: a workbook with one sheet a table."""

from typing import BinaryIO

from sayso.dossier.exports.export import ExportFormat, ExportReport, LeftOutCounts
from sayso.dossier.exports.tables.all_tables import TABLES, about_lines, count_no_place
from sayso.dossier.exports.tables.table import Source
from sayso.dossier.exports.workbook import MAX_CELL_UNITS, MAX_ROWS, Workbook
from sayso.dossier.exports.zips import zip_into
from sayso.model.decisions import Holdings


def write_xlsx(holdings: Holdings, out: BinaryIO) -> ExportReport:
    """Writes the tables as sheets, behind a sheet that explains them."""
    source, left_out, rows = Source(holdings), LeftOutCounts(), 0
    with zip_into(out) as packed:
        book = Workbook(packed)
        first, *others = about_lines(holdings)
        book.add_sheet("about", [first], ([line] for line in others))
        for table in TABLES:
            header = [column.name for column in table.columns]
            rows += book.add_sheet(table.name, header, table.cells(source))
        book.finish()
    left_out.add(
        "texts cut",
        f"a cell of XLSX holds {MAX_CELL_UNITS:,} UTF-16 units; the export `csv` has them whole",
        book.texts_cut,
    )
    left_out.add(
        "rows", f"a sheet of XLSX holds {MAX_ROWS:,}; the export `csv` has them", book.rows_dropped
    )
    count_no_place(holdings.comparison, left_out)
    return ExportReport(rows, left_out.lines())


FORMAT = ExportFormat(
    "xlsx", ".xlsx", "tables as sheets of a workbook for Excel or LibreOffice", write_xlsx
)
