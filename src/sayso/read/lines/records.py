"""From the values of a row, or of an object, to a report."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from html import unescape

from sayso.errors import UnreadableInput
from sayso.lexicon.columns import KINDS, TEXT
from sayso.model.particulars import DateKind, LeftOut, LeftOutKind, StatedDate
from sayso.model.text import Document
from sayso.read.blanks import is_blank
from sayso.read.heads import HeadData, with_head
from sayso.read.html_text import text_of_html
from sayso.read.notes import Note
from sayso.read.passages import Passage, source_of
from sayso.read.places import Piece, Place, SourceMap
from sayso.read.reader import Reading, Setting
from sayso.read.stated_dates import whole_date
from sayso.read.tidy import on_one_line

DATES = tuple(kind.value for kind in DateKind)
HEAD = tuple(kind for kind in KINDS if kind != TEXT and kind not in DATES)
MAX_CELL_CHARACTERS = 32_767  # Excel cuts what is longer
CUT_CELL = (
    "its text is as long as a cell of Excel can be, so it may be cut: compare it with the report"
)
# An apostrophe that keeps a spreadsheet from taking a text for a formula.
GUARD = re.compile(r"'(?=[=+@-])")
MARKUP = re.compile(
    r"<(?:p|br|div|h[1-6]|ul|ol|li|blockquote|article|figure)\b[^<>]{0,300}/?>", re.IGNORECASE
)
WITHHELD = re.compile(r"\s*(?:…|\.\.\.)?\s*\[\+(?P<more>\d{1,7}) chars\]\s*$")
MAX_SHOWN = 60  # characters of a date in a note


@dataclass(frozen=True, slots=True)
class Record:
    """A report's values by kind of column; the text's `place` is that of its first character."""

    where: str
    values: Mapping[str, str]
    place: Place
    raw_sha256: str


def reading_of(record: Record, setting: Setting) -> Reading:
    """The report of a record. Raises UnreadableInput if it has no text."""
    given = record.values.get(TEXT, "")
    if is_blank(given):
        raise UnreadableInput(
            record.where, "it has no text", "Leave the row out, or give its text."
        )
    if len(given) > setting.limits.report_bytes:
        what = f"its text is longer than {setting.limits.report_bytes:,} characters"
        raise UnreadableInput(record.where, what, "Split it.")
    if len(given) == MAX_CELL_CHARACTERS:
        setting.on_note(Note(record.where, CUT_CELL))
    withheld = WITHHELD.search(given[-200:])
    end = len(given) - (len(withheld[0]) if withheld else 0)
    text, source = _text_of(given[:end], record, setting)
    try:
        document = Document(record.where, text, raw_sha256=record.raw_sha256)
        document = with_head(document, _head_of(record, setting))
        if withheld:
            document = _with_rest_withheld(document, withheld, record.where, setting)
    except ValueError as error:
        raise UnreadableInput(record.where, str(error), "Write whole characters.") from error
    return Reading(document, source)


def _text_of(given: str, record: Record, setting: Setting) -> tuple[str, SourceMap]:
    if MARKUP.search(given):
        text, found = text_of_html(given, record.place.part, record.where, setting.on_note)
        return text, SourceMap(tuple(_in_cell(piece, record.place.cell) for piece in found.pieces))
    guard = GUARD.match(given)
    start = guard.end() if guard else 0
    passage = Passage()
    passage.take(given[start:], replace(record.place, offset=record.place.offset + start))
    return passage.text, source_of(passage)


def _in_cell(piece: Piece, cell: str | None) -> Piece:
    """A piece of HTML with the cell in which that stands."""
    return replace(piece, place=replace(piece.place, cell=cell)) if cell else piece


def _head_of(record: Record, setting: Setting) -> HeadData:
    # Services give titles as HTML.
    known = {kind: on_one_line(unescape(record.values.get(kind, ""))) or None for kind in HEAD}
    stated: list[StatedDate] = []
    days: dict[str, str | None] = {}
    for kind in DATES:
        words = record.values.get(kind, "").strip()
        if not words:
            continue
        days[kind], date = whole_date(DateKind(kind), words, kind)
        stated.append(date)
        if days[kind] is None:
            what = f"its date {words!r:.{MAX_SHOWN}} was read as unknown"
            setting.on_note(Note(record.where, what))
    return HeadData(**known, **days, dates=tuple(stated))


def _with_rest_withheld(
    document: Document, withheld: re.Match[str], where: str, setting: Setting
) -> Document:
    """The document with the share that a search service cut off, as it says itself."""
    more = int(withheld["more"])
    setting.on_note(Note(where, f"its last {more:,} characters are missing, as the file says"))
    notice = LeftOut(len(document), LeftOutKind.NOTICE, withheld[0].strip())
    share = more / max(1, more + len(document))
    return replace(document, remaining=share, left_out=(notice,), words_left_out=2)
