"""Tables of reports with a report in each row: CSV, TSV.

The first row names the columns. The text is the cell with the text, unchanged; where it is HTML, the
text that this shows. A row is called FILE:ROW, as a spreadsheet counts rows. Rows are read one after
the other, so a table may be larger than memory.
"""

import csv
from collections.abc import Iterator
from itertools import islice

from sayso.errors import UnreadableInput
from sayso.lexicon.columns import TEXT
from sayso.read.lines.columns import check_has_text, column_letters, columns_of, filled_columns
from sayso.read.lines.records import Record, reading_of
from sayso.read.lines.table_lines import QUOTES, TableLines
from sayso.read.notes import Note
from sayso.read.places import Place
from sayso.read.reader import Format, Material, Reading, Setting

DELIMITERS = (",", ";", "\t", "|")
DECLARATION = "sep="  # Excel's own line before the first row
MAX_HEADER_LINES = 20
MAX_COLUMNS = 16_384  # of a spreadsheet
MAX_EMPTY_ROWS = 2_000_000  # or lost ones, together; a spreadsheet has half as many in all
MAX_BAD_ROWS = 100_000  # one after another; nobody mends so many, or reads of each that it is bad
UNQUOTED = "Put cells that hold the character between the cells in quotation marks."


def read_delimited(material: Material, setting: Setting) -> Iterator[Reading]:
    """The reports of a table."""
    lines = TableLines(material, setting)
    delimiter, names = _header(lines, material)
    columns = columns_of(names)
    check_has_text(columns, names, material.name)
    empty, blank, bad = True, 0, 0
    for number, row in _rows(lines, delimiter, names, material, setting):
        if not any(cell.strip() for cell in row):
            blank += 1
            if blank > MAX_EMPTY_ROWS:
                raise _too_many_empty(material)
            continue
        empty, blank = False, 0
        try:
            reading = reading_of(_record(row, columns, number, lines, material), setting)
        except UnreadableInput as problem:
            setting.on_problem(problem)
            bad += 1
            if bad > MAX_BAD_ROWS:
                what = f"more than {MAX_BAD_ROWS:,} rows up to row {number:,} give no report"
                what += "; the rest is not read"
                raise UnreadableInput(material.name, what, QUOTES) from problem
        else:
            bad = 0
            yield reading
    if empty:
        what = "there are no reports in it, only the names of the columns"
        raise UnreadableInput(material.name, what, "Give a table with a report in each row.")


def _too_many_empty(material: Material) -> UnreadableInput:
    what = f"it has more than {MAX_EMPTY_ROWS:,} empty rows together; the rest is not read"
    return UnreadableInput(material.name, what, "Leave the empty rows out.")


def _header(lines: TableLines, material: Material) -> tuple[str, list[str]]:
    """The character between the cells, and the names in the first row."""
    first, declared = "", None
    for line in lines:
        if (
            line.strip().lower().startswith(DECLARATION)
            and len(line.strip()) == len(DECLARATION) + 1
        ):
            declared = line.strip()[-1]
            continue
        if line.strip():
            first = line
            break
        lines.number += 1
        if lines.number > MAX_EMPTY_ROWS:
            raise _too_many_empty(material)
    for line in islice(lines, MAX_HEADER_LINES if _is_open(first) else 0):
        first += line
        if not _is_open(first):
            break
    choices = [declared] if declared else list(DELIMITERS)
    if not declared and material.suffix in (".tsv", ".tab"):
        choices = ["\t", *DELIMITERS]
    found = [(one, _cells(first, one, material)) for one in choices]
    having = [one for one in found if TEXT in columns_of(one[1])]
    return max(having or found, key=lambda one: len(one[1]))


def _is_open(row: str) -> bool:
    """Whether a quotation mark of the row is not closed on its lines so far."""
    return row.count('"') % 2 == 1


def _cells(first: str, delimiter: str, material: Material) -> list[str]:
    """The cells of the first row."""
    try:
        cells = next(csv.reader(first.splitlines(keepends=True), delimiter=delimiter), [])
    except csv.Error as error:
        raise UnreadableInput(
            material.name, f"its first row cannot be read ({error})", QUOTES
        ) from error
    if len(cells) > MAX_COLUMNS:
        what = f"it has more than {MAX_COLUMNS:,} columns"
        raise UnreadableInput(material.name, what, "Give only the columns of the reports.")
    return cells


def _rows(
    lines: TableLines, delimiter: str, names: list[str], material: Material, setting: Setting
) -> Iterator[tuple[int, list[str]]]:
    """The rows behind the first, with their numbers. A row that cannot be read is a problem.

    Behind such a row, rows are passed over until one has as many cells as the first.
    """
    csv.field_size_limit(setting.limits.report_bytes)
    rows = csv.reader(lines, delimiter=delimiter, strict=True)
    lost = 0  # rows passed over
    while True:
        lines.begin_row()
        where = f"{material.name}:{lines.number}"
        try:
            row = next(rows, None)
        except csv.Error as error:
            if not lost:
                what = f"the row cannot be read ({error})"
                setting.on_problem(UnreadableInput(where, what, QUOTES))
            lost += 1
            continue
        if lost > MAX_EMPTY_ROWS:
            what = f"more than {MAX_EMPTY_ROWS:,} lines before row {lines.number:,} are no rows"
            raise UnreadableInput(material.name, f"{what}; the rest is not read", QUOTES)
        if lost and row is not None and len(row) != len(names):
            lost += 1
            continue
        if lost > 1:
            setting.on_note(Note(where, f"{lost - 1:,} lines before it could not be read as rows"))
        lost = 0
        if row is None:
            return
        if len(row) > MAX_COLUMNS or any(row[len(names) :]):
            what = f"it has {len(row):,} cells, but the first row names {len(names):,} columns"
            setting.on_problem(UnreadableInput(where, what, UNQUOTED))
        else:
            yield lines.number, row


def _record(
    row: list[str],
    columns: dict[str, list[int]],
    number: int,
    lines: TableLines,
    material: Material,
) -> Record:
    filled = filled_columns(columns, row)
    values = {kind: row[column] for kind, column in filled.items()}
    cell = f"{column_letters(filled[TEXT])}{number}" if TEXT in filled else None
    place = Place(0, cell=cell)
    return Record(f"{material.name}:{number}", values, place, lines.digest.hexdigest())


FORMAT = Format(
    "table (CSV)",
    read_delimited,
    suffixes=frozenset({".csv", ".tsv", ".tab"}),
    media=frozenset({"text/csv", "text/tab-separated-values"}),
)
