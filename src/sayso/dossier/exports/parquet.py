"""Parquet: a zip file with one Parquet file a table, for data tools. It needs pyarrow."""

from itertools import islice
from types import ModuleType
from typing import Any, BinaryIO
from zipfile import ZIP_STORED

from sayso.dossier.exports.export import ExportFormat, ExportReport, LeftOutCounts, library
from sayso.dossier.exports.tables.all_tables import TABLES, about_lines, count_no_place
from sayso.dossier.exports.tables.table import Kind, Source, Table
from sayso.dossier.exports.zips import member, zip_into
from sayso.model.decisions import Holdings

# The functions of pyarrow that make the type of a column.
TYPES = {
    Kind.TEXT: "string",
    Kind.WHOLE: "int64",
    Kind.NUMBER: "float64",
    Kind.FLAG: "bool_",
    Kind.DAY: "date32",
}
ROWS_AT_ONCE = 10_000


def write_parquet(holdings: Holdings, out: BinaryIO) -> ExportReport:
    """Writes the tables. Raises MissingLibrary where pyarrow is not installed."""
    arrow, parquet = library("pyarrow", "parquet"), library("pyarrow.parquet", "parquet")
    source, left_out, rows = Source(holdings), LeftOutCounts(), 0
    with zip_into(out) as packed:
        with member(packed, "README.txt") as file:
            file.write("".join(f"{line}\n" for line in about_lines(holdings)).encode())
        for table in TABLES:
            with member(packed, f"{table.name}.parquet", ZIP_STORED) as file:
                schema = _schema_of(table, arrow)
                cells = table.cells(source)
                with parquet.ParquetWriter(file, schema) as writer:
                    while some := list(islice(cells, ROWS_AT_ONCE)):
                        columns = zip(*some, strict=True)
                        arrays = [
                            arrow.array(column, field.type)
                            for column, field in zip(columns, schema, strict=True)
                        ]
                        writer.write_table(arrow.Table.from_arrays(arrays, schema=schema))
                        rows += len(some)
    count_no_place(holdings.comparison, left_out)
    return ExportReport(rows, left_out.lines())


def _schema_of(table: Table[Any], arrow: ModuleType) -> Any:
    """The columns with their types; what they mean travels with them."""
    fields = [
        arrow.field(
            column.name, getattr(arrow, TYPES[column.kind])(), metadata={"meaning": column.meaning}
        )
        for column in table.columns
    ]
    return arrow.schema(fields, metadata={"meaning": table.meaning})


FORMAT = ExportFormat(
    "parquet",
    ".zip",
    "tables for data tools: a zip file of Parquet files; needs sayso[parquet]",
    write_parquet,
)
