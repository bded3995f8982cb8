"""The paragraphs of one part of a Word document.

Tracked changes are read as accepted. Of an alternative, the first is read. The code of a field is
passed over, and what it shows is read.
"""

import re
from collections.abc import Callable

from sayso.model.particulars import LeftOutKind
from sayso.read.office.frames import FRAMES, Frame, FrameKind, Paragraph, close_frame
from sayso.read.office.runs import Budget, Changes, FieldCodes, symbol_of
from sayso.read.office.words import (
    BREAKS,
    CHANGES,
    NOTES_WITHOUT_WORDS,
    SILENT,
    TEXTS,
    Style,
    attribute,
    is_on,
    short_name,
    style_called,
)
from sayso.read.places import Place

# A line break of the XML is no line break of the document.
SPACE = re.compile(r"(?<![ \t])[ \t]*+[\n\r][ \t\n\r]*|\t+")


class BodyReader:
    """A parser's target that collects the paragraphs of a part."""

    def __init__(self, part: str, styles: dict[str, Style], budget: Budget) -> None:
        self.part, self.styles, self.budget = part, styles, budget
        self.body = Frame(FrameKind.BODY)
        self.changes = Changes()
        self.foreign = 0  # parts in another format, such as HTML, which only Word shows in place
        self.element = -1
        self.silent = 0  # depth within an element that is passed over
        self.frames = [self.body]
        self.opened: list[Paragraph] = []  # a paragraph, and one of a text box inside it
        self.fields = FieldCodes()
        self.authors: list[tuple[str, str]] = []  # of the open changes: kind, author
        self.deletions = 0  # that are open
        self.deleter = ""  # the author of the outermost open deletion
        self.alternatives: list[bool] = []  # for each open one, whether a choice was read
        self.in_properties = 0  # of a paragraph
        self.in_placeholder: list[bool] = []
        self.hidden = False  # the run in hand
        self.collected: list[str] | None = None

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Notes the beginning of an element."""
        self.element += 1
        name = short_name(tag)
        if self.silent or self._is_silent(name, attributes):
            self.silent += 1
        elif name in TEXTS:
            self.collected = []
        elif name in FRAMES:
            self.budget.spend_holder()
            self.frames.append(Frame(FRAMES[name]))
        elif name in CHANGES:
            self._open_change(name, attributes)
        elif name in BREAKS:
            self._put_break(BREAKS[name])
        elif name in OPENING:
            OPENING[name](self, attributes)

    def end(self, tag: str) -> None:
        """Notes the end of an element."""
        if self.silent:
            self.silent -= 1
            return
        name = short_name(tag)
        if name in TEXTS:
            self._write("".join(self.collected or ()))
            self.collected = None
        elif name in FRAMES:
            close_frame(self.frames, self.opened)
        elif name in CHANGES:
            self._close_change()
        elif name in CLOSING:
            CLOSING[name](self)

    def data(self, text: str) -> None:
        """Takes characters."""
        if self.collected is not None and not self.silent:
            self.collected.append(text)

    def _is_silent(self, name: str, attributes: dict[str, str]) -> bool:
        if name in ("mc:Choice", "mc:Fallback"):
            taken = bool(self.alternatives and self.alternatives[-1])
            self.alternatives[-1:] = [True] * bool(self.alternatives)
            return taken
        if name in ("w:footnote", "w:endnote"):
            return attribute(attributes, "type") in NOTES_WITHOUT_WORDS
        if name == "w:sdtContent":
            return bool(self.in_placeholder and self.in_placeholder[-1])
        return name in SILENT

    def _open_paragraph(self, _: dict[str, str]) -> None:
        self.budget.spend_holder()
        self.opened.append(Paragraph())

    def _close_paragraph(self) -> None:
        paragraph = self.opened.pop()
        if not paragraph.goes_on:
            paragraph.trim()
        self.frames[-1].paragraphs.append(paragraph)
        self.frames[-1].paragraphs += paragraph.boxed
        paragraph.boxed = []
        if not self.opened:
            self.fields.end_paragraph()

    def _style_paragraph(self, attributes: dict[str, str]) -> None:
        style = style_called(self.styles, attribute(attributes, "val") or "")
        if self.opened:
            self.opened[-1].style = style.name
            self.opened[-1].hidden = style.hidden

    def _open_properties(self, _: dict[str, str]) -> None:
        self.in_properties += 1

    def _close_properties(self) -> None:
        self.in_properties -= 1

    def _open_run(self, _: dict[str, str]) -> None:
        self.hidden = bool(self.opened and self.opened[-1].hidden)

    def _style_run(self, attributes: dict[str, str]) -> None:
        style = style_called(self.styles, attribute(attributes, "val") or "")
        if not self.in_properties:
            self.hidden = self.hidden or style.hidden

    def _hide_run(self, attributes: dict[str, str]) -> None:
        if not self.in_properties:
            self.hidden = is_on(attributes)

    def _open_change(self, name: str, attributes: dict[str, str]) -> None:
        if self.in_properties and name == "w:del" and self.opened:
            self.opened[-1].goes_on = True
        author = attribute(attributes, "author") or "somebody"
        self.authors.append((name, author))
        if name == "w:del":
            self.deletions += 1
            self.deleter = self.deleter or author

    def _close_change(self) -> None:
        kind, author = self.authors.pop()
        if kind == "w:del":
            self.deletions -= 1
            self.deleter = self.deleter if self.deletions else ""
        written = self.changes.inserted if kind == "w:ins" else self.changes.deleted
        if author in written:
            written[author].append(" ")

    def _open_alternatives(self, _: dict[str, str]) -> None:
        self.alternatives.append(False)

    def _close_alternatives(self) -> None:
        self.alternatives.pop()

    def _count_foreign(self, _: dict[str, str]) -> None:
        self.foreign += 1

    def _open_control(self, _: dict[str, str]) -> None:
        self.in_placeholder.append(False)

    def _mark_placeholder(self, _: dict[str, str]) -> None:
        self.in_placeholder[-1:] = [True] * bool(self.in_placeholder)

    def _close_control(self) -> None:
        self.in_placeholder.pop()

    def _step_field(self, attributes: dict[str, str]) -> None:
        self.fields.step(attribute(attributes, "fldCharType"))

    def _write(self, text: str) -> None:
        """Takes the characters of an element of text."""
        if not self.opened or self.fields.in_code or not text:
            return
        self.budget.spend(text)
        paragraph = self.opened[-1]
        if self.deletions:
            self.changes.deleted.setdefault(self.deleter, []).append(text)
            paragraph.leave_out(LeftOutKind.OTHER, text)
            return
        if self.authors:
            self.changes.inserted.setdefault(self.authors[-1][1], []).append(text)
        if self.hidden:
            paragraph.leave_out(LeftOutKind.HIDDEN, text)
        else:
            self._take(paragraph, text)

    def _take(self, paragraph: Paragraph, text: str) -> None:
        at = 0
        for space in SPACE.finditer(text):
            place = Place(at, self.part, self.element)
            paragraph.passage.take(text[at : space.start()], place)
            paragraph.passage.put(" ")
            at = space.end()
        paragraph.passage.take(text[at:], Place(at, self.part, self.element))

    def _put_break(self, separator: str) -> None:
        self.budget.spend_holder()
        if self._shows_sign():
            self.opened[-1].passage.put(separator)

    def _put_hyphen(self, _: dict[str, str]) -> None:
        if self._shows_sign():
            place = Place(0, self.part, self.element)
            self.opened[-1].passage.take("\u2011", place, "<w:noBreakHyphen/>")

    def _put_symbol(self, attributes: dict[str, str]) -> None:
        code = attribute(attributes, "char") or ""
        if self._shows_sign():
            place = Place(0, self.part, self.element)
            original = f'<w:sym w:char="{code[:8]}"/>'
            self.opened[-1].passage.take(symbol_of(code), place, original)

    def _shows_sign(self) -> bool:
        shown = bool(self.opened) and not self.in_properties and not self.fields.in_code
        return shown and not self.hidden and not self.deletions


OPENING: dict[str, Callable[[BodyReader, dict[str, str]], None]] = {
    "w:p": BodyReader._open_paragraph,
    "w:pPr": BodyReader._open_properties,
    "w:pStyle": BodyReader._style_paragraph,
    "w:r": BodyReader._open_run,
    "w:rStyle": BodyReader._style_run,
    "w:vanish": BodyReader._hide_run,
    "w:fldChar": BodyReader._step_field,
    "w:noBreakHyphen": BodyReader._put_hyphen,
    "w:sym": BodyReader._put_symbol,
    "w:sdt": BodyReader._open_control,
    "w:showingPlcHdr": BodyReader._mark_placeholder,
    "w:altChunk": BodyReader._count_foreign,
    "mc:AlternateContent": BodyReader._open_alternatives,
}
CLOSING: dict[str, Callable[[BodyReader], None]] = {
    "w:p": BodyReader._close_paragraph,
    "w:pPr": BodyReader._close_properties,
    "w:sdt": BodyReader._close_control,
    "mc:AlternateContent": BodyReader._close_alternatives,
}
