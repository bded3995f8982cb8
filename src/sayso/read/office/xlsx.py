"""Tables of reports in a spreadsheet (.xlsx, .ods): a report in each row of each sheet with texts.

A row near the top of a sheet names its columns. A cell with a formula has the value that was saved in
it. A row is called FILE:SHEET!ROW, and the source map names the cell: "Sheet1!B7". Sheets that are
hidden are left out.
"""

import hashlib
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from io import BytesIO
from typing import TypeAlias

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, SheetVisibleEnum

from sayso.errors import UnreadableInput
from sayso.lexicon.columns import TEXT
from sayso.read.lines.columns import REMEDY, column_letters, columns_of, filled_columns, shown_names
from sayso.read.lines.records import Record, reading_of
from sayso.read.office.package import NAME_START, ZIP, Package, is_package
from sayso.read.places import Place
from sayso.read.reader import Format, Material, Reading, Setting

Cell: TypeAlias = int | float | str | bool | time | date | datetime | timedelta
OPEN_SPREADSHEET = b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet"
ROWS_BEFORE_NAMES = 20  # titles and notes above the table
SAVE_AS_CSV = "Save the sheet with the reports as .csv."
FAULTS = frozenset({"#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!"})


def read_xlsx(material: Material, setting: Setting) -> Iterator[Reading]:
    """The reports of a spreadsheet."""
    workbook, raw_sha256 = _open(material, setting)
    table = _Table(material, raw_sha256)
    for name in _visible_sheets(workbook, material, setting):
        try:
            sheet = workbook.get_sheet_by_name(name)
        except (CalamineError, ValueError, OSError):
            what = "the sheet cannot be read"
            setting.on_problem(UnreadableInput(f"{material.name}:{name}", what, SAVE_AS_CSV))
            continue
        if sheet.height * sheet.width > setting.limits.cells:
            what = f"the sheet has more than {setting.limits.cells:,} cells"
            setting.on_problem(UnreadableInput(f"{material.name}:{name}", what, SAVE_AS_CSV))
            continue
        for record in table.records(sheet):
            try:
                yield reading_of(record, setting)
            except UnreadableInput as problem:
                setting.on_problem(problem)
    if not table.found:
        what = f"no sheet has a column with a text; {shown_names('the first row', table.names)}"
        raise UnreadableInput(material.name, what, REMEDY)
    for name in table.passed_over:
        setting.note(
            material, f"its sheet {name[:60]!r} has no column with a text; it was left out"
        )


def _open(material: Material, setting: Setting) -> tuple[CalamineWorkbook, str]:
    """The workbook, and the hash of its file. Raises UnreadableInput."""
    package = Package.of(material, setting)
    for part in package.archive.NameToInfo:
        for _ in package.chunks(part):  # counts what comes out of it
            pass
    material.stream.seek(0)
    data = material.all_bytes(setting.limits.file_bytes)
    try:
        return CalamineWorkbook.from_filelike(BytesIO(data)), hashlib.sha256(data).hexdigest()
    except (CalamineError, ValueError, OSError) as error:
        raise UnreadableInput(material.name, "its workbook cannot be read", SAVE_AS_CSV) from error


def _visible_sheets(
    workbook: CalamineWorkbook, material: Material, setting: Setting
) -> Iterator[str]:
    for one in workbook.sheets_metadata:
        if one.visible == SheetVisibleEnum.Visible:
            yield one.name
        else:
            setting.note(material, f"its hidden sheet {one.name[:60]!r} was left out")


class _Table:
    """The rows of a workbook; `names` are those of the first row of all, `found` counts reports.

    `passed_over` are the sheets with words and no column with a text.
    """

    def __init__(self, material: Material, raw_sha256: str) -> None:
        self.material, self.raw_sha256 = material, raw_sha256
        self.names: list[str] = []
        self.found = 0
        self.passed_over: list[str] = []

    def records(self, sheet: CalamineSheet) -> Iterator[Record]:
        """The records of a sheet, below the row that names its columns."""
        top, left = sheet.start or (0, 0)
        columns: dict[str, list[int]] = {}
        has_words = False
        for number, row in enumerate(sheet.to_python(skip_empty_area=True)):
            cells = [_said(cell) for cell in row]
            if TEXT in columns:
                if any(cells):
                    self.found += 1
                    yield self._record(cells, columns, sheet.name, (top + number + 1, left))
                continue
            has_words = has_words or any(cells)
            if number == ROWS_BEFORE_NAMES:
                break
            self.names = self.names or cells
            columns = columns_of(cells)
        if has_words and TEXT not in columns:
            self.passed_over.append(sheet.name)

    def _record(
        self, cells: list[str], columns: dict[str, list[int]], sheet: str, at: tuple[int, int]
    ) -> Record:
        row, left = at
        filled = filled_columns(columns, cells)
        values = {kind: cells[column] for kind, column in filled.items()}
        letters = column_letters(left + filled[TEXT]) if TEXT in filled else ""
        place = Place(0, cell=f"{sheet}!{letters}{row}")
        return Record(f"{self.material.name}:{sheet}!{row}", values, place, self.raw_sha256)


def _said(cell: Cell) -> str:
    """A cell as text; a day without its midnight."""
    if isinstance(cell, str):
        return "" if cell.strip() in FAULTS or not cell.strip() else cell
    if isinstance(cell, datetime):
        return cell.isoformat() if cell.time() != time() else cell.date().isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)


def begins_xlsx(begin: bytes) -> bool:
    """Whether a file begins like a spreadsheet."""
    is_open = begin.startswith(ZIP) and begin[NAME_START:].startswith(OPEN_SPREADSHEET)
    return is_open or is_package(begin)


FORMAT = Format(
    "spreadsheet",
    read_xlsx,
    suffixes=frozenset({".xlsx", ".xlsm", ".ods"}),
    media=frozenset(
        {
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "application/vnd.oasis.opendocument.spreadsheet",
        }
    ),
    begins=begins_xlsx,
    apart=True,
)
