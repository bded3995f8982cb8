"""XLSX: a workbook that other programs open, and in which no cell is a formula."""

import re
from datetime import date, datetime
from functools import cache
from io import BytesIO
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from sayso.dossier.exports import workbook
from sayso.dossier.exports.tables.all_tables import TABLES
from sayso.dossier.exports.workbook import CUT_MARK, MAX_CELL_UNITS, Workbook
from sayso.dossier.exports.zips import zip_into
from tests.dossier.exports.held import demo, hostile
from tests.dossier.exports.writing import export, members, table_rows, written

NAMES = [table.name for table in TABLES]
ESCAPE = re.compile("_x([0-9A-F]{4})_")


@cache
def opened(data: bytes) -> Any:
    openpyxl = pytest.importorskip("openpyxl")
    return openpyxl.load_workbook(BytesIO(data))


def unescaped(text: str) -> str:
    return ESCAPE.sub(lambda match: chr(int(match[1], 16)), text)


def bare(*rows: list[Any]) -> tuple[bytes, Workbook]:
    out = BytesIO()
    with zip_into(out) as packed:
        book = Workbook(packed)
        book.add_sheet("one", ["a"], rows)
        book.finish()
    return out.getvalue(), book


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize("name", NAMES)
def test_every_cell_is_the_tables(name: str) -> None:
    for holdings in (demo(), hostile()):
        header, *rows = opened(written("xlsx", holdings))[name].iter_rows(values_only=True)
        for cells, wanted in zip(rows, table_rows(name, holdings), strict=True):
            assert list(header) == list(wanted)
            for cell, meant in zip(cells, wanted.values(), strict=True):
                shown: Any = cell.date() if isinstance(cell, datetime) else cell
                if isinstance(shown, str):
                    shown = unescaped(shown)
                if isinstance(meant, str) and len(meant.encode("utf-16-le")) > 2 * MAX_CELL_UNITS:
                    assert shown.endswith(CUT_MARK)
                    assert meant.startswith(shown.removesuffix(CUT_MARK))
                    assert len(shown.encode("utf-16-le")) <= 2 * MAX_CELL_UNITS
                else:
                    assert (type(shown), shown) == (_plain_type(meant), meant)


def _plain_type(value: Any) -> type:
    """The type that a cell has: kinds that are strings become strings."""
    return str if isinstance(value, str) else type(value)


def test_no_cell_is_a_formula() -> None:
    for sheet in opened(written("xlsx", hostile())):
        assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n", "d", "b"}
    parts = members(written("xlsx", hostile()))
    for name, part in parts.items():
        assert b"<f" not in part or name == "xl/styles.xml"
        assert b"<hyperlink" not in part
    assert not [name for name in parts if "external" in name.lower() or "vba" in name.lower()]


def test_a_cell_stays_a_text_when_it_is_edited() -> None:
    for row in opened(written("xlsx", hostile()))["claims"].iter_rows(min_row=2):
        for cell in row:
            if isinstance(cell.value, str):
                assert cell.number_format == "@" or cell.quotePrefix


def test_every_sheet_can_be_filtered_down_to_its_last_row() -> None:
    for sheet in opened(written("xlsx", demo())):
        assert sheet.auto_filter.ref == sheet.dimensions
        book = members(written("xlsx", demo()))["xl/workbook.xml"].decode()
        column, row = sheet.dimensions.partition(":")[2].strip("0123456789"), sheet.max_row
        assert f">'{sheet.title}'!$A$1:${column}${row}</definedName>" in book
        assert sheet.freeze_panes == "A2"


def test_another_reader_sees_the_same() -> None:
    book = CalamineWorkbook.from_filelike(BytesIO(written("xlsx", demo())))
    assert book.sheet_names == ["about", *NAMES]
    (header, first, *_) = book.get_sheet_by_name("timeline").to_python()
    assert header[0] == "first"
    assert first[0] == demo().comparison.timeline[0].first


def test_texts_that_are_cut_are_counted() -> None:
    _, report = export("xlsx", hostile())
    (line,) = [line for line in report.left_out if "texts cut" in line]
    long = [
        cell
        for name in NAMES
        for row in table_rows(name, hostile())
        for cell in row.values()
        if isinstance(cell, str) and len(cell.encode("utf-16-le")) > 2 * MAX_CELL_UNITS
    ]
    assert line.startswith(f"{len(long)} texts cut: ")
    assert long
    assert not [line for line in export("xlsx", demo())[1].left_out if "cut" in line]


@pytest.mark.parametrize("size", [MAX_CELL_UNITS - 1, MAX_CELL_UNITS, MAX_CELL_UNITS + 1])
@pytest.mark.parametrize("start", ["", "x"])
def test_a_text_is_cut_at_excels_limit_and_never_within_a_character(size: int, start: str) -> None:
    text = start + "🚑" * ((size - len(start)) // 2) + "y" * ((size - len(start)) % 2)
    data, book = bare([text])
    (_, (cell,)) = opened(data)["one"].iter_rows(values_only=True)
    assert book.texts_cut == (size > MAX_CELL_UNITS)
    assert (cell == text) == (size <= MAX_CELL_UNITS)
    cell.encode()


def test_rows_beyond_excels_limit_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "MAX_ROWS", 3)
    data, book = bare([1], [2], [3], [4])
    assert [row[0] for row in opened(data)["one"].iter_rows(values_only=True)] == ["a", 1, 2]
    assert book.rows_dropped == 2


@pytest.mark.parametrize(
    ("day", "seen"),
    [
        (date(1900, 2, 28), "1900-02-28"),
        (date(1900, 3, 1), datetime(1900, 3, 1)),
        (date(2031, 5, 4), datetime(2031, 5, 4)),
    ],
)
def test_days_are_days_where_excel_counts_them_right(day: date, seen: object) -> None:
    assert opened(bare([day])[0])["one"]["A2"].value == seen
