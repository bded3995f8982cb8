"""Where paragraphs of a document go: into its body, a cell of a table, a text box.

A row of cells with a paragraph each is one line, with tabs between the cells. A table whose cells
hold more lays out the page: its paragraphs stand one after the other.
"""

from dataclasses import dataclass, field
from enum import Enum, auto

from sayso.model.particulars import LeftOutKind
from sayso.read.passages import Passage, joined


@dataclass(slots=True)
class Cut:
    """Words left out of a paragraph: they stood before the character `at` of its passage."""

    at: int
    kind: LeftOutKind
    parts: list[str]


@dataclass(slots=True)
class Paragraph:
    """A paragraph: its words, its style's name, and what stands in it without being text.

    `boxed` are the paragraphs of the text boxes that are anchored in it.
    """

    style: str = ""
    hidden: bool = False
    goes_on: bool = False  # its mark was deleted, so the next paragraph goes on with it
    in_box: bool = False
    in_table: bool = False
    passage: Passage = field(default_factory=Passage)
    left: list[Cut] = field(default_factory=list)
    boxed: list["Paragraph"] = field(default_factory=list)

    @property
    def shows(self) -> bool:
        """Whether it has words, shown or not."""
        return bool(self.passage.length or self.left)

    def leave_out(self, kind: LeftOutKind, words: str) -> None:
        """Notes words that are not in the text; those of one kind at one place are together."""
        at = self.passage.length
        if self.left and (self.left[-1].at, self.left[-1].kind) == (at, kind):
            self.left[-1].parts.append(words)
        else:
            self.left.append(Cut(at, kind, [words]))

    def trim(self) -> None:
        """Takes away the white space at the edges."""
        if self.left:
            text = self.passage.text
            lead = len(text) - len(text.lstrip())
            self._move_cuts(lead, len(text.rstrip()))
        self.passage = self.passage.trimmed()

    def _move_cuts(self, lead: int, end: int) -> None:
        for one in self.left:
            one.at = max(0, min(one.at, end) - lead)

    def append(self, more: "Paragraph") -> None:
        """Adds what another paragraph holds."""
        for one in more.left:
            self.left.append(Cut(one.at + self.passage.length, one.kind, one.parts))
        self.passage.join(more.passage)
        self.boxed += more.boxed


class FrameKind(Enum):
    """What holds paragraphs."""

    BODY = auto()
    TABLE = auto()
    ROW = auto()
    CELL = auto()
    BOX = auto()
    NOTE = auto()


FRAMES = {
    "w:tbl": FrameKind.TABLE,
    "w:tr": FrameKind.ROW,
    "w:tc": FrameKind.CELL,
    "w:txbxContent": FrameKind.BOX,
    "w:footnote": FrameKind.NOTE,
    "w:endnote": FrameKind.NOTE,
}


@dataclass(slots=True)
class Frame:
    """What holds paragraphs; `cells` are those of a row."""

    kind: FrameKind
    paragraphs: list[Paragraph] = field(default_factory=list)
    cells: list[list[Paragraph]] = field(default_factory=list)


def close_frame(frames: list[Frame], opened: list[Paragraph]) -> None:
    """Takes the innermost frame away, and puts what it holds where it belongs."""
    frame = frames.pop()
    outer = frames[-1]
    if frame.kind is FrameKind.CELL and outer.kind is FrameKind.ROW:
        outer.cells.append(frame.paragraphs)
    elif frame.kind is FrameKind.ROW:
        outer.paragraphs += frame.paragraphs + _row(frame.cells)
    elif frame.kind is FrameKind.TABLE:
        outer.paragraphs += _rows_joined(frame.paragraphs)
    elif frame.kind is FrameKind.BOX:
        for one in frame.paragraphs:
            one.in_box = True
        (opened[-1].boxed if opened else outer.paragraphs).extend(frame.paragraphs)
    else:
        outer.paragraphs += frame.paragraphs


def _row(cells: list[list[Paragraph]]) -> list[Paragraph]:
    """The paragraphs of a row: one, unless a cell holds several."""
    shown = [[one for one in cell if one.shows] for cell in cells]
    if any(len(cell) > 1 for cell in shown) or sum(map(len, shown)) <= 1:
        return [one for cell in shown for one in cell]
    line = Paragraph(in_table=True)
    for cell in shown:
        if line.passage.length:
            line.passage.put("\t")
        for one in cell:
            line.append(one)
    return [line]


def _rows_joined(rows: list[Paragraph]) -> list[Paragraph]:
    """The paragraphs of a table: rows in a line follow one another without a blank line."""
    found: list[Paragraph] = []
    for row in rows:
        if row.in_table and found and found[-1].in_table:
            found[-1].passage.put("\n")
            found[-1].append(row)
        else:
            found.append(row)
    return found


def merged(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """The paragraphs, those whose mark was deleted together with the next."""
    found: list[Paragraph] = []
    for one in paragraphs:
        if found and found[-1].goes_on and not one.in_table:
            found[-1].append(one)
            found[-1].goes_on = one.goes_on
            if not one.goes_on:
                found[-1].trim()
        else:
            found.append(one)
    return found


def words_of(paragraphs: list[Paragraph]) -> int:
    """The number of words of the paragraphs."""
    return len(joined([one.passage for one in paragraphs], " ").text.split())
