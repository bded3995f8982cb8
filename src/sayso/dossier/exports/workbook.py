"""A writer of XLSX files: sheets of texts, numbers, days, true and false. No cell is a formula."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from html import escape
from itertools import count
from zipfile import ZipFile

from sayso.dossier.exports.workbook_parts import (
    DAY_STYLE,
    HEAD,
    HEADER_STYLE,
    LONG_TEXT_STYLE,
    MAIN,
    MAX_TEXT_STYLED,
    TEXT_STYLE,
    workbook_parts,
)
from sayso.dossier.exports.zips import member

MAX_ROWS = 1_048_576  # Excel's limits: of a sheet,
MAX_CELL_UNITS = 32_767  # and of a cell, in UTF-16 units
CUT_MARK = " … [cut]"
FIRST_DAY = date(1900, 3, 1)  # Excel takes 1900 for a leap year, so that earlier days are uncertain
DAY_ZERO = date(1899, 12, 30)
# What XML cannot hold, a carriage return, which its readers change, and what looks like an escape.
TO_ESCAPE = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")

Value = str | int | float | bool | date | None


@dataclass(slots=True)
class Workbook:
    """An XLSX file in the making. `texts_cut` and `rows_dropped` count what Excel's limits cost."""

    packed: ZipFile
    ends: dict[str, tuple[str, int]] = field(default_factory=dict)  # of each sheet: column, row
    texts_cut: int = 0
    rows_dropped: int = 0

    def add_sheet(self, name: str, header: Sequence[str], rows: Iterable[Sequence[Value]]) -> int:
        """Writes a sheet and returns how many rows it has below its header.

        `name` has at most 31 characters, all of them letters, digits and low lines.
        """
        selected = "" if self.ends else ' tabSelected="1"'
        written = 0
        with member(self.packed, f"xl/worksheets/sheet{len(self.ends) + 1}.xml") as file:
            file.write(
                f'{HEAD}<worksheet xmlns="{MAIN}"><sheetViews><sheetView{selected} '
                'workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" '
                'state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultColWidth="16" '
                f'defaultRowHeight="15"/><sheetData>{self._row(1, header, HEADER_STYLE)}'.encode()
            )
            for number, cells in zip(count(2), rows, strict=False):
                if number > MAX_ROWS:
                    self.rows_dropped += 1
                    continue
                file.write(self._row(number, cells, TEXT_STYLE).encode())
                written += 1
            column, row = column_letters(len(header)), written + 1
            file.write(f'</sheetData><autoFilter ref="A1:{column}{row}"/></worksheet>'.encode())
        self.ends[name] = column, row
        return written

    def finish(self) -> None:
        """Writes the parts of the file that list the sheets."""
        for name, content in workbook_parts(self.ends).items():
            with member(self.packed, name) as file:
                file.write(content.encode())

    def _row(self, number: int, cells: Iterable[Value], text_style: int) -> str:
        written = "".join(
            self._cell(f"{column_letters(place)}{number}", cell, text_style)
            for place, cell in enumerate(cells, 1)
            if cell is not None
        )
        return f'<row r="{number}">{written}</row>'

    def _cell(self, place: str, value: Value, text_style: int) -> str:
        if isinstance(value, bool):
            return f'<c r="{place}" t="b"><v>{int(value)}</v></c>'
        if isinstance(value, int | float):
            return f'<c r="{place}"><v>{value!r}</v></c>'
        if isinstance(value, date) and value >= FIRST_DAY:
            return f'<c r="{place}" s="{DAY_STYLE}"><v>{(value - DAY_ZERO).days}</v></c>'
        text = value.isoformat() if isinstance(value, date) else value or ""
        style = text_style if len(text) <= MAX_TEXT_STYLED else LONG_TEXT_STYLE
        return (
            f'<c r="{place}" s="{style}" t="inlineStr"><is><t xml:space="preserve">'
            f"{escaped_text(self._shortened(text))}</t></is></c>"
        )

    def _shortened(self, text: str) -> str:
        if len(text) * 2 <= MAX_CELL_UNITS or len(text.encode("utf-16-le")) <= 2 * MAX_CELL_UNITS:
            return text
        self.texts_cut += 1
        kept = text.encode("utf-16-le")[: 2 * (MAX_CELL_UNITS - len(CUT_MARK))]
        return kept.decode("utf-16-le", "ignore") + CUT_MARK  # half a pair at the end goes


@cache
def column_letters(number: int) -> str:
    """What a column is called, counted from 1.

    >>> column_letters(1), column_letters(26), column_letters(27)
    ('A', 'Z', 'AA')
    """
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def escaped_text(text: str) -> str:
    r"""The text as XLSX writes it into XML.

    >>> escaped_text("<a>\x00 _x0041_")
    '&lt;a&gt;_x0000_ _x005F_x0041_'
    """
    marked = TO_ESCAPE.sub(lambda match: f"_x{ord(match.group()):04X}_", text)
    return escape(marked, quote=False)
