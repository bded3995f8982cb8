"""CSV: safe in a spreadsheet program, or exactly the texts."""

import pytest

from sayso.dossier.exports.csv_tables import without_formula
from sayso.dossier.exports.tables.all_tables import TABLES
from tests.dossier.exports.held import HOSTILE, demo, documents, hostile
from tests.dossier.exports.writing import (
    check_words,
    csv_rows,
    members,
    table_rows,
    written,
)

FORMULA_STARTS = "=+-@\t\r\n＝＋－＠"
NAMES = [table.name for table in TABLES]


@pytest.mark.parametrize("name", NAMES)
def test_raw_files_have_every_text_as_it_is(name: str) -> None:
    for holdings in (demo(), hostile()):
        data = members(written("csv-raw", holdings))[f"{name}.csv"]
        assert not data.startswith(b"\xef\xbb\xbf")
        rows = csv_rows(data)
        check_words(rows, name, documents(holdings))
        for row, wanted in zip(rows, table_rows(name, holdings), strict=True):
            for column, cell in wanted.items():
                shown = "" if cell is None else str(cell)
                assert row[column] == (shown.lower() if isinstance(cell, bool) else shown)


@pytest.mark.parametrize("name", NAMES)
def test_no_text_can_begin_a_formula(name: str) -> None:
    safe = members(written("csv", hostile()))[f"{name}.csv"]
    assert safe.startswith(b"\xef\xbb\xbf")
    raw = csv_rows(members(written("csv-raw", hostile()))[f"{name}.csv"])
    kinds = {
        column.name: column.kind for one in TABLES if one.name == name for column in one.columns
    }
    changed = 0
    for row, wanted in zip(csv_rows(safe, "utf-8-sig"), raw, strict=True):
        for column, cell in row.items():
            if kinds[column] == "text":
                assert not cell or cell[0] not in FORMULA_STARTS
                assert cell in (wanted[column], f"'{wanted[column]}")
                changed += cell != wanted[column]
            else:
                assert cell == wanted[column]
    assert changed


def test_numbers_stay_numbers() -> None:
    (*_, row) = csv_rows(members(written("csv", hostile()))["events.csv"], "utf-8-sig")
    assert (row["lat"], row["lon"]) == ("1.5", "-20.25")


@pytest.mark.parametrize("start", list(FORMULA_STARTS))
def test_an_apostrophe_goes_before_what_may_begin_a_formula(start: str) -> None:
    assert without_formula(f"{start}1") == f"'{start}1"
    assert without_formula(f"1{start}") == f"1{start}"


def test_a_row_is_a_row_whatever_its_texts_hold() -> None:
    rows = csv_rows(members(written("csv-raw", hostile()))["claims.csv"])
    assert len(rows) == len(HOSTILE)
    assert None not in {key for row in rows for key in row}


@pytest.mark.parametrize(("export", "says"), [("csv", "apostrophe"), ("csv-raw", "Do not open")])
def test_the_readme_explains_every_column(export: str, says: str) -> None:
    readme = members(written(export, hostile()))["README.txt"].decode()
    assert says in readme
    lines = readme.splitlines()
    assert lines[0] == "What the case =case\\n# <b> holds, as tables."
    for table in TABLES:
        for column in table.columns:
            assert f"  {column.name} ({column.kind}): {column.meaning}" in lines
