"""The characters of a page as words with boxes."""

import ctypes
from array import array
from collections import Counter
from math import atan2, hypot, pi

import pypdfium2.raw as pdfium

from sayso.read.pdf.frame import Corners, Frame
from sayso.read.pdf.words import Look, Word, is_leftward

BLANK = frozenset({9, 11, 12, 32})
SPACE = 32
# PDFium ends a line after any letter where it takes a page for one of vertical writing.
LINE_ENDS = frozenset({10, 13})
BESIDE = (-0.4, 0.15)  # of a character's height: how far the next one of a word is away
LINE_HYPHEN = 2  # PDFium's code for a hyphen at the end of a line
NO_LETTER = "\ufffd"
SAME_HEIGHT = 0.06  # of a character's height
JUMP = 1.0  # of a character's height: more is a new word
TURNED = 0.05  # radians from the direction of reading
BOLD = 600
WHITE = 245  # of 255
UNDRAWN = (3, 7)  # PDFium's modes of drawing letters without a colour


class _Run:
    """The characters of the word that is being read."""

    __slots__ = (
        "bottom",
        "boxes",
        "codes",
        "glued",
        "last",
        "left",
        "right",
        "spaced",
        "start",
        "top",
    )

    def __init__(
        self, start: int, code: int, box: Corners, seen: Corners, glued: bool, spaced: bool
    ) -> None:
        self.start, self.glued, self.spaced = start, glued, spaced
        self.codes = [code]
        self.boxes: array[float] = array("f", seen)
        self.left, self.bottom, self.right, self.top = self.last = box

    def add(self, code: int, box: Corners, seen: Corners) -> None:
        left, bottom, right, top = self.last = box
        if left < self.left:
            self.left = left
        if bottom < self.bottom:
            self.bottom = bottom
        if right > self.right:
            self.right = right
        if top > self.top:
            self.top = top
        self.codes.append(code)
        self.boxes.extend(seen)

    def is_left_by(self, code: int, box: Corners) -> bool:
        """Whether a character at this box stands apart from the last one."""
        _left, bottom, right, top = self.last
        most = JUMP * max(top - bottom, 1.0)
        if box[0] - right <= most and self.left - box[2] <= most:
            return abs(box[1] + box[3] - bottom - top) > most
        return not is_leftward(code)

    def is_beside(self, box: Corners) -> bool:
        """Whether a character at this box follows the last one on its line without a space."""
        _, bottom, right, top = self.last
        least, most = (share * (top - bottom) for share in BESIDE)
        return least < box[0] - right < most and bottom < (box[1] + box[3]) / 2 < top

    def is_other_size(self, box: Corners) -> bool:
        """Whether a character at this box is set in other letters, or raised."""
        _, bottom, _, top = self.last
        if box[1] == bottom and box[3] == top:
            return False
        height, before = box[3] - box[1], top - bottom
        return max(abs(height - before), abs(box[1] - bottom)) > SAME_HEIGHT * max(height, before)


def words_of_page(
    text: "pdfium.FPDF_TEXTPAGE", count: int, number: int, frame: Frame
) -> "PageReader":
    """The words of a page in PDFium's order.

    Where most of them run in another direction than the page, the page is read in theirs.
    """
    reader = PageReader(text, number, frame, frame)
    reader.read(count)
    main = max(reader.directions, key=lambda one: reader.directions[one], default=frame.turns)
    if main == frame.turns or 2 * reader.directions[main] <= len(reader.words):
        return reader
    reader = PageReader(text, number, Frame(frame.shown, main), frame)
    reader.read(count)
    return reader


class PageReader:
    """Makes words of a page's characters, and asks PDFium for the style of each.

    `frame` is the page as it is read, `shown` as it is shown; `directions` counts the words that run
    in each direction, by quarters of a circle.
    """

    def __init__(
        self, text: "pdfium.FPDF_TEXTPAGE", number: int, frame: Frame, shown: Frame
    ) -> None:
        self.text, self.number, self.frame, self.shown = text, number, frame, shown
        self.words: list[Word] = []
        self.unmapped = 0
        self.directions: Counter[int] = Counter()
        self._colour = [ctypes.c_uint() for _ in range(4)]

    def read(self, count: int) -> None:
        """Read so many characters."""
        unicode_of, box_of = pdfium.FPDFText_GetUnicode, pdfium.FPDFText_GetLooseCharBox
        corners, seen_corners = self.frame.seen_corners, self.shown.seen_corners
        same = self.frame is self.shown
        rect = pdfium.FS_RECTF()
        pointer = ctypes.byref(rect)
        run: _Run | None = None
        code, cut = 0, False
        for index in range(count):
            last, code = code, unicode_of(self.text, index)
            if code in LINE_ENDS:
                cut = True
                continue
            if code in BLANK:
                if run is not None:
                    self._end(run)
                run, cut = None, False
                continue
            box_of(self.text, index, pointer)
            given = rect.left, rect.bottom, rect.right, rect.top
            box = corners(*given)
            seen = box if same else seen_corners(*given)
            if run is None:
                run = _Run(index, code, box, seen, glued=False, spaced=last == SPACE)
            elif run.is_beside(box) if cut else not run.is_left_by(code, box):
                if cut or run.is_other_size(box):
                    self._end(run)
                    run = _Run(index, code, box, seen, glued=True, spaced=False)
                else:
                    run.add(code, box, seen)
            else:
                self._end(run)
                run = _Run(index, code, box, seen, glued=False, spaced=False)
            cut = code == LINE_HYPHEN
        if run is not None:
            self._end(run)

    def _end(self, run: _Run) -> None:
        """Take the run as a word."""
        letters = "".join(map(_letter, run.codes))
        unknown = letters.count(NO_LETTER)
        codes = run.codes if unknown else ()
        if pdfium.FPDFText_HasUnicodeMapError(self.text, run.start) == 1:
            unknown = len(letters)
        self.unmapped += unknown
        size, level = self._size(run)
        self.words.append(
            Word(
                self.number,
                run.start,
                letters,
                codes,
                run.left,
                run.bottom,
                run.right,
                run.top,
                self._base(run),
                size or run.top - run.bottom,
                run.boxes,
                glued=run.glued,
                spaced=run.spaced,
                broken=run.codes[-1] == LINE_HYPHEN,
                bold=pdfium.FPDFText_GetFontWeight(self.text, run.start) >= BOLD,
                look=self._look(run) if level else Look.TURNED,
            )
        )

    def _base(self, run: _Run) -> float:
        x, y = ctypes.c_double(), ctypes.c_double()
        if not pdfium.FPDFText_GetCharOrigin(self.text, run.start, x, y):
            return run.bottom
        return self.frame.seen(x.value, y.value)[1]

    def _look(self, run: _Run) -> Look:
        red, green, blue, alpha = self._colour
        pdfium.FPDFText_GetFillColor(self.text, run.start, red, green, blue, alpha)
        drawn = pdfium.FPDFTextObj_GetTextRenderMode(
            pdfium.FPDFText_GetTextObject(self.text, run.start)
        )
        if drawn in UNDRAWN:
            return Look.UNDRAWN
        if alpha.value == 0:
            return Look.HIDDEN
        pale = drawn == 0 and min(red.value, green.value, blue.value) >= WHITE
        return Look.PALE if pale else Look.SEEN

    def _size(self, run: _Run) -> tuple[float, bool]:
        """The size of the letters in points, and whether they run from left to right."""
        matrix = pdfium.FS_MATRIX()
        if not pdfium.FPDFText_GetMatrix(self.text, run.start, matrix):
            return 0.0, True
        size = pdfium.FPDFText_GetFontSize(self.text, run.start) * hypot(matrix.c, matrix.d)
        angle = atan2(matrix.b, matrix.a)
        self.directions[round(angle / (pi / 2)) % 4] += 1
        angle -= self.frame.turns * pi / 2
        turned = abs((angle + pi) % (2 * pi) - pi) > TURNED
        return abs(size), not turned


def _letter(code: int) -> str:
    """The character that stands for a code of PDFium."""
    if code == LINE_HYPHEN:
        return "-"
    if code < 32 or 0xD800 <= code < 0xE000 or 0xE000 <= code < 0xF900 or code > 0x10FFFF:
        return NO_LETTER
    return chr(code)
