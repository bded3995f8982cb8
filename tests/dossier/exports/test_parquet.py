"""Parquet: the tables with their types. Tested where pyarrow is installed."""

from io import BytesIO
from typing import Any

import pytest

from sayso.dossier.exports.tables.all_tables import TABLES
from tests.dossier.exports.held import demo, documents, empty, hostile
from tests.dossier.exports.writing import check_words, members, table_rows, written

pq: Any = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed")
TYPES = {
    "text": "string",
    "whole number": "int64",
    "number": "double",
    "true or false": "bool",
    "day": "date32[day]",
}


def read(name: str, data: bytes) -> Any:
    return pq.read_table(BytesIO(members(data)[f"{name}.parquet"]))


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_row_is_the_tables(table: Any) -> None:
    for holdings in (demo(), hostile()):
        rows = read(table.name, written("parquet", holdings)).to_pylist()
        assert rows == table_rows(table.name, holdings)
        check_words(rows, table.name, documents(holdings))


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_the_columns_have_their_types_and_say_what_they_mean(table: Any) -> None:
    for holdings in (demo(), empty()):
        schema = read(table.name, written("parquet", holdings)).schema
        assert [
            (field.name, str(field.type), field.metadata[b"meaning"].decode()) for field in schema
        ] == [(column.name, TYPES[column.kind], column.meaning) for column in table.columns]
