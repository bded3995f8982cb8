"""Cells with a paragraph in each are data, if the table has the form of data."""

import pytest

from sayso.read.pages.html import read_page

SAID = "<p>The mayor said on Monday that the bridge was closed and that nobody had been hurt there.</p>"
ROWS = [("Site", "People"), ("Stadium", "9,000"), ("Seminary", "4,500")]


def lines_of(table: str) -> list[str]:
    page = f"<article>{SAID}{table}{SAID}</article>"
    return read_page(page.encode(), "a.html", lambda _: None)[0].text.split("\n\n")[1:-1]


@pytest.mark.parametrize("cell", ["<td><p>{}</p></td>", "<td>\n<div><p>{}</p></div>\n</td>"])
def test_a_row_of_paragraphs_is_a_line(cell: str) -> None:
    rows = "".join(f"<tr>{''.join(map(cell.format, row))}</tr>" for row in ROWS)
    assert lines_of(f"<table>{rows}</table>") == ["\t".join(row) for row in ROWS]


def test_cells_that_lay_out_a_page_are_none() -> None:
    told = "The owner of the ferry denied that his boat had touched the pier before the beams gave way there."
    aside = (
        "<td><p>A second bridge, further down the river, was opened.</p><p>It is of wood.</p></td>"
    )
    rows = f"<tr><td><p>{told}</p></td>{aside}</tr>" * 3
    assert not any("\t" in line for line in lines_of(f"<table>{rows}</table>"))


def test_two_rows_show_no_columns() -> None:
    rows = "<tr><td><p>22 May</p></td><td><p>Flowers: Mrs Ivory, who has them.</p></td></tr>" * 2
    assert not any("\t" in line for line in lines_of(f"<table>{rows}</table>"))
