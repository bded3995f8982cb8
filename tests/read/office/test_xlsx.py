"""Spreadsheets: a report in each row."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.errors import UnreadableInput
from sayso.read.limits import USUAL_LIMITS
from sayso.read.office.xlsx import FORMAT
from sayso.read.places import Place
from sayso.read.reports import read
from tests.read.gathering import check_places, gather
from tests.read.office.packages import row, xlsx

SAID = "The ministry said that at least 14 people were killed at the Orn bridge."
NAMES = row(1, "Headline", "Outlet", "Date", "Full text")


def test_a_row_is_a_report() -> None:
    stamp = '<c r="C2" s="1"><v>46083.34375</v></c>'  # 2 March 2026, 08:15
    data = xlsx({"Reports": NAMES + row(2, "Bridge closed", "Sellan Gazette", stamp, SAID)})
    found = gather(FORMAT, data, "pile.xlsx")
    document = found.document
    assert document.name == "pile.xlsx:Reports!2"
    assert document.text == SAID
    assert (document.title, document.outlet) == ("Bridge closed", "Sellan Gazette")
    assert document.published == "2026-03-02"
    assert document.dates[0].value == "2026-03-02T08:15:00"
    (reading,) = found.readings
    assert reading.source.place_of(4) == Place(4, cell="Reports!D2")
    check_places(reading, lambda at, length: SAID[at.offset : at.offset + length])


def test_a_formula_has_its_saved_value_and_no_other() -> None:
    saved = f'<c r="D2" t="str"><f>A2&amp;B2</f><v>{SAID}</v></c>'
    unsaved = '<c r="D3"><f>WEBSERVICE("https://gazette.example")</f></c>'
    found = gather(
        FORMAT, xlsx({"S": NAMES + row(2, "a", "", "", saved) + row(3, "b", "", "", unsaved)})
    )
    assert [one.document.text for one in found.readings] == [SAID]
    assert [one.name for one in found.problems] == ["one:S!3"]


def test_names_may_stand_below_a_title_and_columns_may_begin_further_right() -> None:
    names = '<row r="3"><c r="C3" t="inlineStr"><is><t>text</t></is></c></row>'
    text = f'<row r="5"><c r="C5" t="inlineStr"><is><t>{SAID}</t></is></c></row>'
    data = xlsx(
        {
            "S": '<row r="2"><c r="C2" t="inlineStr"><is><t>Our reports</t></is></c></row>'
            + names
            + text
        }
    )
    (reading,) = gather(FORMAT, data).readings
    assert reading.document.name == "one:S!5"
    assert reading.source.pieces[0].place.cell == "S!C5"


def test_every_sheet_with_texts_is_read_and_hidden_ones_are_named() -> None:
    sheets = {
        "A": NAMES + row(2, "a", "", "", SAID),
        "B": row(1, "x"),
        "C": NAMES + row(2, "c", "", "", SAID),
    }
    found = gather(FORMAT, xlsx(sheets, hidden="C"))
    assert [one.document.name for one in found.readings] == ["one:A!2"]
    assert found.notes == [
        "its hidden sheet 'C' was left out",
        "its sheet 'B' has no column with a text; it was left out",
    ]


def test_a_cell_as_long_as_a_cell_can_be_is_noted() -> None:
    found = gather(
        FORMAT, xlsx({"S": NAMES + row(2, "a", "", "", "The mayor. " * 2978 + "The mayor")})
    )
    assert "may be cut" in found.notes[0]


def test_without_a_column_of_texts_the_columns_are_named() -> None:
    found = gather(FORMAT, xlsx({"S": row(1, "Who", "What") + row(2, "a", "b")}))
    assert "'Who', 'What'" in found.problems[0].what
    assert '"text"' in found.problems[0].remedy


def test_empty_rows_are_passed_over_and_faults_are_no_text() -> None:
    fault = '<c r="D4" t="e"><v>#REF!</v></c>'
    found = gather(
        FORMAT, xlsx({"S": NAMES + row(3, "a", "", "", SAID) + row(4, "b", "", "", fault)})
    )
    assert [one.document.name for one in found.readings] == ["one:S!3"]
    assert [one.name for one in found.problems] == ["one:S!4"]


def test_a_sheet_with_too_many_cells_is_refused() -> None:
    far = NAMES + '<row r="400"><c r="CV400"><v>1</v></c></row>'
    found = gather(FORMAT, xlsx({"S": far}), limits=replace(USUAL_LIMITS, cells=30_000))
    assert "more than 30,000 cells" in found.problems[0].what


def test_a_file_is_read_in_a_process_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "b.xlsx").write_bytes(xlsx({"S": NAMES + row(2, "a", "", "", SAID) + row(3, "b")}))
    problems: list[UnreadableInput] = []
    (document,) = read(tmp_path, problems.append)
    assert document.name.endswith("b.xlsx:S!2")
    assert document.format == "spreadsheet"
    assert [one.name.rpartition("/")[2] for one in problems] == ["b.xlsx:S!3"]


GOOD = xlsx({"S": NAMES + row(2, "a", "b", "c", SAID)})


@settings(max_examples=25, deadline=None)
@given(st.data())
def test_damaged_files_are_read_or_refused(data: st.DataObject) -> None:
    spoilt = bytearray(GOOD)
    for _ in range(data.draw(st.integers(1, 6))):
        spoilt[data.draw(st.integers(0, len(spoilt) - 1))] = data.draw(st.integers(0, 255))
    found = gather(FORMAT, bytes(spoilt))
    assert found.readings or found.problems


@pytest.mark.parametrize("data", [b"PK\x03\x04", b"", GOOD[:300]])
def test_what_is_no_spreadsheet_is_named(data: bytes) -> None:
    assert gather(FORMAT, data).problems
