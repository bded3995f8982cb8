"""Bombs of Word documents and spreadsheets."""

from pathlib import Path

from bench.bombs.craft import MEGABYTE, Bombs, Packed, packed, repeated, write_zip

BOMBS = Bombs()
TYPES = packed("[Content_Types].xml", b"<Types/>")
WORD = b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
SHEETS = b'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
RELATIONS = b'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
SAID = b"<w:p><w:r><w:t>The governor denied that 12 people were killed.</w:t></w:r></w:p>"
LAUGHS = b"<!DOCTYPE x [<!ENTITY a0 'ha'>%b]>" % b"".join(
    b"<!ENTITY a%d '%b'>" % (one, b"&a%d;" % (one - 1) * 10) for one in range(1, 10)
)


def write_docx(path: Path, *parts: Packed) -> None:
    write_zip(path, (TYPES, *parts))


def document(before: bytes, unit: bytes, times: int, after: bytes = b"") -> Packed:
    """A document's main part with a unit so many times."""
    begin = WORD + b"<w:body>" + SAID + before
    end = after + b"</w:body></w:document>"
    at_once = max(1, min(times, MEGABYTE // len(unit)))
    return repeated("word/document.xml", unit * at_once, times // at_once, begin, end)


@BOMBS.add("four_gigabytes.docx")
def large_part(path: Path) -> None:
    """A document of four gigabytes of paragraphs."""
    write_docx(path, document(b"", SAID, 4_000 * MEGABYTE // len(SAID)))


@BOMBS.add("four_gigabytes_of_spaces.docx")
def large_spaces(path: Path) -> None:
    """A document with a text of four gigabytes of spaces."""
    part = document(b"<w:p><w:r><w:t>", b" ", 4_000 * MEGABYTE, b"</w:t></w:r></w:p>")
    write_docx(path, part)


@BOMBS.add("stated_small.docx")
def lying_part(path: Path) -> None:
    """A document of a gigabyte that states that it has a hundred bytes."""
    part = document(b"", SAID, 1_000 * MEGABYTE // len(SAID))
    write_docx(path, Packed(part.name, part.data, 100))


@BOMBS.add("laughs.docx")
def laughing_document(path: Path) -> None:
    """A billion laughs."""
    text = LAUGHS + WORD + b"<w:body><w:p><w:r><w:t>&a9;</w:t></w:r></w:p></w:body></w:document>"
    write_docx(path, packed("word/document.xml", text))


@BOMBS.add("external.docx")
def external_entity(path: Path) -> None:
    """An entity that is a file of the machine."""
    text = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + WORD
    text += b"<w:body><w:p><w:r><w:t>&a;</w:t></w:r></w:p></w:body></w:document>"
    write_docx(path, packed("word/document.xml", text))


@BOMBS.add("nested_tables.docx")
def nested_tables(path: Path) -> None:
    """A hundred thousand tables, each in the one before."""
    write_docx(path, document(b"", b"<w:tbl><w:tr><w:tc>", 100_000))


@BOMBS.add("many_runs.docx")
def many_runs(path: Path) -> None:
    """Two million runs, in a document of a size that may be."""
    unit = b"<w:r><w:t>so </w:t></w:r>"
    write_docx(path, document(b"<w:p>", unit, 190 * MEGABYTE // len(unit), b"</w:p>"))


@BOMBS.add("empty_paragraphs.docx")
def empty_paragraphs(path: Path) -> None:
    """Thirty million empty paragraphs."""
    write_docx(path, document(b"", b"<w:p/>", 190 * MEGABYTE // 6))


@BOMBS.add("attributes.docx")
def many_attributes(path: Path) -> None:
    """An element with a million attributes."""
    given = b"".join(b' a%d="b"' % number for number in range(1_000_000))
    part = packed("word/document.xml", WORD + b"<w:body><w:p" + given + b"/></w:body></w:document>")
    write_docx(path, part)


def write_xlsx(path: Path, sheet: Packed, strings: Packed | None = None) -> None:
    """Writes a workbook with one sheet."""
    book = b'<workbook %b %b><sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>'
    kind = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    relation = b'<Relationship Id="r%d" Type="' + kind + b'%b" Target="%b"/>'
    listed = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    inner = relation % (1, b"worksheet", b"worksheets/sheet1.xml")
    inner += relation % (2, b"sharedStrings", b"sharedStrings.xml")
    outer = relation % (1, b"officeDocument", b"xl/workbook.xml")
    parts = [
        TYPES,
        packed("_rels/.rels", listed + outer + b"</Relationships>"),
        packed("xl/workbook.xml", book % (SHEETS, RELATIONS)),
        packed("xl/_rels/workbook.xml.rels", listed + inner + b"</Relationships>"),
        sheet,
    ]
    write_zip(path, [*parts, strings] if strings else parts)


def sheet_of(cells: bytes, unit: bytes = b" ", times: int = 1) -> Packed:
    """A sheet with cells, then a unit so many times (a megabyte or more at once)."""
    begin = b"<worksheet " + SHEETS + b"><sheetData>" + cells
    end = b"</sheetData></worksheet>"
    return repeated("xl/worksheets/sheet1.xml", unit, times, begin, end)


def cell(place: bytes, text: bytes) -> bytes:
    return b'<c r="%b" t="inlineStr"><is><t>%b</t></is></c>' % (place, text)


@BOMBS.add("far_cell.xlsx")
def far_cell(path: Path) -> None:
    """Two cells: the first of the sheet and the last that there can be."""
    far = b'<row r="1048576">' + cell(b"XFD1048576", b"so") + b"</row>"
    write_xlsx(path, sheet_of(b'<row r="1">' + cell(b"A1", b"text") + b"</row>" + far))


@BOMBS.add("farther_cell.xlsx")
def farther_cell(path: Path) -> None:
    """A cell whose row and column no spreadsheet has."""
    far = b'<row r="4294967295">' + cell(b"ZZZZZZ4294967295", b"so") + b"</row>"
    write_xlsx(path, sheet_of(b'<row r="1">' + cell(b"A1", b"text") + b"</row>" + far))


@BOMBS.add("strings.xlsx")
def one_string_for_many(path: Path) -> None:
    """A text of thirty megabytes, which a hundred thousand cells show."""
    said = b"<sst %b><si><t>text</t></si><si><t>%b</t></si></sst>"
    strings = packed("xl/sharedStrings.xml", said % (SHEETS, b"It was denied. " * 2_000_000))
    first = b'<row r="1"><c r="A1" t="s"><v>0</v></c></row>'
    rows = b"".join(
        b'<row r="%d"><c r="A%d" t="s"><v>1</v></c></row>' % (row, row) for row in range(2, 100_000)
    )
    write_xlsx(path, sheet_of(first + rows), strings)


@BOMBS.add("strings_allowed.xlsx")
def string_for_many(path: Path) -> None:
    """A text of a megabyte, which ten thousand cells show: ten gigabytes of reports."""
    said = b"<sst %b><si><t>text</t></si><si><t>%b</t></si></sst>"
    text = b"It was denied by the governor on Monday. " * 25_000
    first = b'<row r="1"><c r="A1" t="s"><v>0</v></c></row>'
    rows = b"".join(
        b'<row r="%d"><c r="A%d" t="s"><v>1</v></c></row>' % (row, row) for row in range(2, 10_002)
    )
    write_xlsx(path, sheet_of(first + rows), packed("xl/sharedStrings.xml", said % (SHEETS, text)))


@BOMBS.add("strings_four_gigabytes.xlsx")
def large_strings(path: Path) -> None:
    """Shared strings of four gigabytes."""
    unit = b"<si><t>so</t></si>" * 50_000
    begin = b"<sst " + SHEETS + b">"
    strings = repeated("xl/sharedStrings.xml", unit, 4_000, begin, b"</sst>")
    write_xlsx(path, sheet_of(b'<row r="1">' + cell(b"A1", b"text") + b"</row>"), strings)


@BOMBS.add("many_cells.xlsx")
def many_cells(path: Path) -> None:
    """Twenty million cells without places."""
    write_xlsx(path, sheet_of(b'<row r="1">', b"<c><v>1</v></c>" * 70_000, 180))
