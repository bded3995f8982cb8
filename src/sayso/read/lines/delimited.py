"""Tables of reports with a report in each row: CSV, TSV.

The first row names the columns. The text is the cell with the text, unchanged; where it is HTML, the
text that this shows. A row is called FILE:ROW, as a spreadsheet counts rows. Rows are read one after
the other, so a table may be larger than memory.
"""

import codecs
import csv
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from sayso.errors import UnreadableInput
from sayso.lexicon.columns import TEXT
from sayso.read.decode import byte_order_mark, decoded_text
from sayso.read.lines.columns import check_has_text, column_letters, columns_of, filled_columns
from sayso.read.lines.records import Record, reading_of
from sayso.read.notes import Note
from sayso.read.places import Place
from sayso.read.reader import Format, Material, Reading, Setting

CHUNK = 1 << 20
DELIMITERS = (",", ";", "\t", "|")
DECLARATION = "sep="  # Excel's own line before the first row
MAX_HEADER_LINES = 20
MAX_COLUMNS = 16_384  # of a spreadsheet
QUOTES = "A quotation mark may be missing: check the row."
UNQUOTED = "Put cells that hold the character between the cells in quotation marks."


def read_delimited(material: Material, setting: Setting) -> Iterator[Reading]:
    """The reports of a table."""
    lines = _Lines(material, setting)
    delimiter, names = _header(lines, material)
    columns = columns_of(names)
    check_has_text(columns, names, material.name)
    empty = True
    for number, row in _rows(lines, delimiter, names, material, setting):
        if not any(cell.strip() for cell in row):
            continue
        empty = False
        try:
            yield reading_of(_record(row, columns, number, lines, material), setting)
        except UnreadableInput as problem:
            setting.on_problem(problem)
    if empty:
        what = "there are no reports in it, only the names of the columns"
        raise UnreadableInput(material.name, what, "Give a table with a report in each row.")


@dataclass(slots=True)
class _Lines:
    """The lines of a text, with their ends; `raw` are those of the row in hand."""

    material: Material
    setting: Setting
    encoding: str = "utf-8"
    raw: list[str] = field(default_factory=list)
    number: int = 1  # of the row in hand
    source: Iterator[str] | None = None

    def __iter__(self) -> Iterator[str]:
        self.source = self.source or self._lines()
        return self

    def __next__(self) -> str:
        line = next(self.source or iter(()))
        self.raw.append(line)
        return line

    def hash_of_row(self) -> str:
        """The hash of the bytes of the row in hand."""
        return hashlib.sha256("".join(self.raw).encode(self.encoding, "replace")).hexdigest()

    def _lines(self) -> Iterator[str]:
        rest = ""
        for text in self._texts():
            *whole, last = text.split("\n")
            if whole:
                yield rest + whole[0] + "\n"
                yield from (line + "\n" for line in whole[1:])
                rest = last
            else:
                rest += last
            self._check_length(rest)
        if rest:
            yield rest

    def _texts(self) -> Iterator[str]:
        """The text, in parts."""
        material, limit = self.material, self.setting.limits.report_bytes
        data = material.stream.read(limit + 1)
        if len(data) <= limit:
            text = decoded_text(data, material.name, self.setting.on_note)
            self.encoding = _encoding_of(data)
            yield text if "\n" in text else text.replace("\r", "\n")
            return
        mark, self.encoding = byte_order_mark(data)
        decoder = codecs.getincrementaldecoder(self.encoding)()
        data = data[len(mark) :]
        while data:
            yield self._decoded(decoder, data)
            data = material.stream.read(CHUNK)

    def _decoded(self, decoder: codecs.IncrementalDecoder, data: bytes) -> str:
        try:
            return decoder.decode(data)
        except UnicodeDecodeError as error:
            what = f"it is not {self.encoding.upper()} text somewhere after row {self.number:,}"
            remedy = (
                "Convert it, with the encoding it is in: iconv -f windows-1252 -t utf-8 old > new"
            )
            raise UnreadableInput(self.material.name, what, remedy) from error

    def _check_length(self, line: str) -> None:
        limit = self.setting.limits.report_bytes
        if len(line) > limit:
            what = f"it has a line of more than {limit:,} characters after row {self.number:,}"
            raise UnreadableInput(self.material.name, what, QUOTES)


def _encoding_of(data: bytes) -> str:
    mark, encoding = byte_order_mark(data)
    try:
        data[len(mark) :].decode(encoding)
    except UnicodeDecodeError:
        return "cp1252"
    return encoding


def _header(lines: _Lines, material: Material) -> tuple[str, list[str]]:
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
    lines: _Lines, delimiter: str, names: list[str], material: Material, setting: Setting
) -> Iterator[tuple[int, list[str]]]:
    """The rows behind the first, with their numbers. A row that cannot be read is a problem.

    Behind such a row, rows are passed over until one has as many cells as the first.
    """
    csv.field_size_limit(setting.limits.report_bytes)
    rows = csv.reader(lines, delimiter=delimiter, strict=True)
    lost = 0  # rows passed over
    while True:
        lines.raw.clear()
        lines.number += 1
        where = f"{material.name}:{lines.number}"
        try:
            row = next(rows, None)
        except csv.Error as error:
            if not lost:
                what = f"the row cannot be read ({error})"
                setting.on_problem(UnreadableInput(where, what, QUOTES))
            lost += 1
            continue
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
    row: list[str], columns: dict[str, list[int]], number: int, lines: _Lines, material: Material
) -> Record:
    filled = filled_columns(columns, row)
    values = {kind: row[column] for kind, column in filled.items()}
    cell = f"{column_letters(filled[TEXT])}{number}" if TEXT in filled else None
    place = Place(0, cell=cell)
    return Record(f"{material.name}:{number}", values, place, lines.hash_of_row())


FORMAT = Format(
    "table (CSV)",
    read_delimited,
    suffixes=frozenset({".csv", ".tsv", ".tab"}),
    media=frozenset({"text/csv", "text/tab-separated-values"}),
)
