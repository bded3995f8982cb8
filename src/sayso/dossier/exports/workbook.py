"""A writer of XLSX files: sheets of texts, numbers, days, true and false. No cell is a formula."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from html import escape
from itertools import count
from zipfile import ZipFile

from sayso.dossier.exports.zips import member

MAX_ROWS = 1_048_576  # Excel's limits: of a sheet,
MAX_CELL_UNITS = 32_767  # and of a cell, in UTF-16 units
CUT_MARK = " … [cut]"
FIRST_DAY = date(1900, 3, 1)  # Excel takes 1900 for a leap year, so that earlier days are uncertain
DAY_ZERO = date(1899, 12, 30)
# What XML cannot hold, a carriage return, which its readers change, and what looks like an escape.
TO_ESCAPE = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")

Value = str | int | float | bool | date | None
HEADER_STYLE, DAY_STYLE, TEXT_STYLE, LONG_TEXT_STYLE = 1, 2, 3, 4  # places in cellXfs below
MAX_TEXT_STYLED = 255  # some Excels show longer cells of the format "text" as ####
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
# A text stays one when somebody edits its cell: its format is "text" (49), or it is quoted.
STYLES = f"""{HEAD}<styleSheet xmlns="{MAIN}">\
<numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>\
<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>\
<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>\
<fills count="2"><fill><patternFill patternType="none"/></fill>\
<fill><patternFill patternType="gray125"/></fill></fills>\
<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>\
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>\
<cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>\
<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>\
<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>\
<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>\
<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1"/></cellXfs>\
<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>\
</styleSheet>"""


@dataclass(slots=True)
class Workbook:
    """An XLSX file in the making. `texts_cut` and `rows_dropped` count what Excel's limits cost."""

    packed: ZipFile
    names: list[str] = field(default_factory=list)
    texts_cut: int = 0
    rows_dropped: int = 0

    def add_sheet(self, name: str, header: Sequence[str], rows: Iterable[Sequence[Value]]) -> int:
        r"""Writes a sheet and returns how many rows it has below its header.

        `name` has at most 31 characters, and none of []:*?/\.
        """
        self.names.append(name)
        selected = ' tabSelected="1"' if len(self.names) == 1 else ""
        written = 0
        with member(self.packed, f"xl/worksheets/sheet{len(self.names)}.xml") as file:
            file.write(
                f'{HEAD}<worksheet xmlns="{MAIN}"><sheetViews><sheetView{selected} '
                'workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" '
                'state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultColWidth="16" '
                f'defaultRowHeight="15"/><sheetData>{self._row(1, header, HEADER_STYLE)}'.encode()
            )
            for number, row in zip(count(2), rows, strict=False):
                if number > MAX_ROWS:
                    self.rows_dropped += 1
                    continue
                file.write(self._row(number, row, TEXT_STYLE).encode())
                written += 1
            end = f"{column_letters(len(header))}{written + 1}"
            file.write(f'</sheetData><autoFilter ref="A1:{end}"/></worksheet>'.encode())
        return written

    def finish(self) -> None:
        """Writes the parts of the file that list the sheets."""
        numbers = range(1, len(self.names) + 1)
        sheets = "".join(
            f'<sheet name="{escape(name)}" sheetId="{number}" r:id="rId{number}"/>'
            for number, name in zip(numbers, self.names, strict=True)
        )
        parts = "".join(
            f'<Override PartName="/xl/worksheets/sheet{number}.xml" '
            f'ContentType="{TYPE}.worksheet+xml"/>'
            for number in numbers
        )
        links = [("worksheet", f"worksheets/sheet{number}.xml") for number in numbers]
        for name, content in (
            (
                "xl/workbook.xml",
                f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}"><bookViews><workbookView/>'
                f"</bookViews><sheets>{sheets}</sheets></workbook>",
            ),
            ("xl/_rels/workbook.xml.rels", _relations([*links, ("styles", "styles.xml")])),
            ("_rels/.rels", _relations([("officeDocument", "xl/workbook.xml")])),
            (
                "[Content_Types].xml",
                f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
                'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
                f'<Default Extension="xml" ContentType="application/xml"/>{parts}'
                f'<Override PartName="/xl/workbook.xml" ContentType="{TYPE}.sheet.main+xml"/>'
                f'<Override PartName="/xl/styles.xml" ContentType="{TYPE}.styles+xml"/></Types>',
            ),
        ):
            with member(self.packed, name) as file:
                file.write(f"{HEAD}{content}".encode())
        with member(self.packed, "xl/styles.xml") as file:
            file.write(STYLES.encode())

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


def _relations(links: Iterable[tuple[str, str]]) -> str:
    listed = "".join(
        f'<Relationship Id="rId{number}" Type="{RELATIONS}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(links, 1)
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{listed}</Relationships>'
