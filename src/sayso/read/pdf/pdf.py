"""PDFs with a text layer.

The text is the article: its paragraphs in the order of reading, across columns and pages, with a
blank line between them. Words that a line's end cuts are whole again. The rows of a table are on
lines of their own, with tabs between cells. Running heads, page numbers, footnotes and captions are
left out, and so are the title, the byline and the date, which are in the head. The map gives the
page of each character, PDFium's number of it on that page, and its box.
"""

import hashlib
from collections.abc import Iterator, Sequence, Set

from sayso.errors import UnreadableInput
from sayso.model.particulars import LeftOutKind
from sayso.model.text import Document
from sayso.read.heads import with_head
from sayso.read.pdf.building import TextBuilder
from sayso.read.pdf.flow import Flow, Left, Part, flow_of
from sayso.read.pdf.head import head_of
from sayso.read.pdf.pdfium import MEND, Pdf, opened
from sayso.read.pdf.words import Sheet
from sayso.read.places import NO_PLACES
from sayso.read.reader import Format, Material, Reading, Setting
from sayso.text.cut_words import CutWords

FIELDS = ("Title", "Author", "CreationDate", "ModDate")
RECOGNISE = "Recognise its words first: ocrmypdf in.pdf out.pdf."
RECOGNISE_ANEW = "Recognise its words anew: ocrmypdf --force-ocr in.pdf out.pdf."
SPLIT = "Split it: qpdf --split-pages=50 in.pdf out.pdf."
BEFORE_MARK = b"\xef\xbb\xbf\0\t\n\f\r "
MOST_UNMAPPED = 0.3  # of all characters; with more, the text is no text


def read_pdf(material: Material, setting: Setting) -> Iterator[Reading]:
    """The report in a PDF. Raises UnreadableInput if it is locked, damaged, or shows no text."""
    data = material.all_bytes(setting.limits.file_bytes)
    with opened(data, material.name) as pdf:
        said = {name: value for name in FIELDS if (value := pdf.said(name))}
        sheets = _sheets(pdf, material, setting)
    _check_letters(sheets, material, setting)
    flow = flow_of(sheets)
    reports = flow.reports()
    for remark in _remarks(flow, sheets, len(reports)):
        setting.note(material, remark)
    lines = "\n".join(line.text for one in flow.paragraphs for line in one.lines)
    cut_words = CutWords(lines, _is_known_word)
    for number, parts in enumerate(reports, 1):
        name = material.name if len(reports) == 1 else f"{material.name}:{number}"
        builder = TextBuilder(cut_words, flow.labels, setting.places)
        # What the file says of itself is of no single one of several reports.
        head = head_of(flow.whole(parts), flow.body, said if len(reports) == 1 else {})
        _write(builder, parts, flow.continued, head.taken)
        source = builder.source if setting.places else NO_PLACES
        document = Document(
            name=name,
            text=builder.text,
            raw_sha256=hashlib.sha256(data).hexdigest(),
            left_out=tuple(builder.left_out),
            words_left_out=builder.words_left_out,
        )
        yield Reading(with_head(document, head.data), source, name)


def _is_known_word(lower: str) -> bool:
    from sayso.encoder.vocabulary import is_known_word  # slow to load, and few PDFs need it

    return is_known_word(lower)


def _sheets(pdf: Pdf, material: Material, setting: Setting) -> list[Sheet]:
    """The pages. Raises UnreadableInput if there are too many, or too many characters on them."""
    if pdf.pages > setting.limits.pages:
        what = f"it has more than {setting.limits.pages:,} pages"
        raise UnreadableInput(material.name, what, SPLIT)
    left = setting.limits.pdf_characters
    sheets: list[Sheet] = []
    lost: list[int] = []
    for number in range(1, pdf.pages + 1):
        try:
            sheet = pdf.sheet(number, left)
        except OverflowError as error:
            what = f"it has more than {setting.limits.pdf_characters:,} characters"
            raise UnreadableInput(material.name, what, SPLIT) from error
        if sheet is None:
            lost.append(number)
            continue
        left -= sum(len(word.text) for word in sheet.words)
        sheets.append(sheet)
    if lost and not sheets:
        raise UnreadableInput(material.name, "its pages are damaged", MEND)
    if lost:
        named = ", ".join(map(str, lost[:5])) + (" …" if len(lost) > 5 else "")
        setting.note(material, f"pages that are damaged were left out: {named}")
    return sheets


def _check_letters(sheets: Sequence[Sheet], material: Material, setting: Setting) -> None:
    """Raises UnreadableInput if the pages have no letters, or letters that nobody can know."""
    total = sum(len(word.text) for sheet in sheets for word in sheet.words)
    if not total:
        pictures = any(sheet.pictures for sheet in sheets)
        what = "it has no text layer" + (", only pictures of pages" if pictures else "")
        raise UnreadableInput(material.name, what, RECOGNISE)
    unmapped = sum(sheet.unmapped for sheet in sheets)
    if unmapped > MOST_UNMAPPED * total:
        what = "its fonts do not say which letters they show"
        raise UnreadableInput(material.name, what, RECOGNISE_ANEW)
    if unmapped:
        setting.note(material, f"{unmapped:,} of its characters may be other letters than it shows")


def _write(
    builder: TextBuilder, parts: Sequence[Part], continued: Set[int], taken: Set[int]
) -> None:
    """Write the paragraphs of a report. Those in `taken` are its head, and are left out."""
    for one in parts:
        if isinstance(one, Left):
            builder.leave_out(one.kind, one.words)
        elif id(one) in taken:
            builder.leave_out(LeftOutKind.HEAD, one.text)
        else:
            if id(one) not in continued:
                builder.begin_paragraph()
            builder.add(one)


def _remarks(flow: Flow, sheets: Sequence[Sheet], reports: int) -> Iterator[str]:
    """What a reader should know of how the PDF was read."""
    if reports > 1:
        yield f"it holds {reports:,} reports, which were read one by one"
    if any(sheet.recognised for sheet in sheets):
        yield "its words come from text recognition, which can misread them"
    if flow.footnote_words:
        yield f"its footnotes, {flow.footnote_words:,} words, are not part of the text"
    if flow.hidden_words:
        yield f"{flow.hidden_words:,} words that the page hides from its readers were left out"
    if flow.turned_words:
        yield f"{flow.turned_words:,} words that do not run from left to right were left out"


def begins_pdf(begin: bytes) -> bool:
    """Whether these bytes begin a PDF; white space may stand before its mark."""
    return begin.lstrip(BEFORE_MARK).startswith(b"%PDF-")


FORMAT = Format(
    "PDF",
    read_pdf,
    suffixes=frozenset({".pdf"}),
    media=frozenset({"application/pdf", "application/x-pdf"}),
    begins=begins_pdf,
    apart=True,
)
