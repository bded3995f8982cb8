"""The text of a report, and the place of each of its characters."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from sayso.model.particulars import LeftOut, LeftOutKind
from sayso.read.pdf.characters import NO_LETTER
from sayso.read.pdf.kinds import marks_of
from sayso.read.pdf.words import Line, Paragraph, Token, Word
from sayso.read.places import Box, Piece, Place, SourceMap
from sayso.text.cut_words import CutWords, is_cut

GAP = "\n\n"


@dataclass(slots=True)
class _Open:
    """The piece that is being made."""

    start: int
    word: Word
    within: int
    boxes: list[Box]


@dataclass(slots=True)
class TextBuilder:
    """Writes paragraphs one after the other.

    `labels` are the labels of the footnotes of each page, by which their marks are known.
    """

    cut_words: CutWords
    labels: Mapping[int, frozenset[str]]
    places: bool
    left_out: list[LeftOut] = field(default_factory=list)
    words_left_out: int = 0
    _parts: list[str] = field(default_factory=list)
    _length: int = 0
    _pieces: list[Piece] = field(default_factory=list)
    _open: _Open | None = None
    _last: Word | None = None
    _end: str = ""
    _rounded: dict[float, float] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """What was written so far."""
        return "".join(self._parts)

    @property
    def source(self) -> SourceMap:
        """Where it came from; it ends the writing."""
        self._close()
        return SourceMap(tuple(self._pieces))

    def leave_out(self, kind: LeftOutKind, words: str) -> None:
        """Note words that are not in the text."""
        self.words_left_out += len(words.split())
        self.left_out.append(LeftOut(self._length, kind, words))

    def begin_paragraph(self) -> None:
        """End the paragraph before, if there is one."""
        self._put(GAP if self._length else "")
        self._end = ""

    def add(self, paragraph: Paragraph) -> None:
        """Write the lines of a paragraph, or of the rest of one."""
        for line in paragraph.lines:
            self._add_line(line, paragraph.table)

    def _add_line(self, line: Line, table: bool) -> None:
        labels = self.labels.get(line.page, frozenset())
        for number, token in enumerate(line.tokens):
            marks = marks_of(token, labels) if labels and len(token.words) > 1 else set()
            words = [word for word in token.words if id(word) not in marks]
            first = number == 0
            if first and self._end and table:
                self._put("\n")
            elif first and self._end:
                self._end_line(token)
            elif number in line.cells:
                self._put("\t")
            elif not first:
                self._put_space(token)
            for word in words:
                self._put_word(word)
        self._end = line.tokens[-1].text

    def _end_line(self, after: Token) -> None:
        """Go on with the next line: with a space, or where a word is cut, without."""
        if not is_cut(self._end, after.text):
            self._put(" ")
        elif not self.cut_words.hyphen_stays(self._end, after.text):
            self._drop_last()

    def _drop_last(self) -> None:
        """Take back the hyphen at the end of a line."""
        self._parts[-1] = self._parts[-1][:-1]
        self._length -= 1
        if self._open:
            self._open.boxes.pop()
        self._close(self._length)

    def _put(self, separator: str) -> None:
        self._close()
        if separator:
            self._parts.append(separator)
            self._length += len(separator)
        self._last = None

    def _put_space(self, token: Token) -> None:
        """A space between two words, which the file may have too."""
        last, word = self._last, token.words[0]
        if not (self._open and last and word.spaced and _is_next(last, word, 1)):
            self._put(" ")
            return
        if self.places:
            self._open.boxes.append(self._between(last, word))
        self._parts.append(" ")
        self._length += 1

    def _put_word(self, word: Word) -> None:
        joins = self._last and (
            _is_next(self._last, word, 0) or (word.spaced and _is_next(self._last, word, 1))
        )
        if not joins or word.codes:
            self._close()
        if not self.places:
            pass
        elif word.codes:
            self._put_unknown(word)
        elif self._open:
            self._open.boxes += self._boxes(word)
        else:
            self._open = _Open(self._length, word, 0, self._boxes(word))
        self._parts.append(word.text)
        self._length += len(word.text)
        self._last = word

    def _put_unknown(self, word: Word) -> None:
        """The pieces of a word with characters that are no letters: one each."""
        for number, (letter, code, box) in enumerate(
            zip(word.text, word.codes, self._boxes(word), strict=True)
        ):
            original = chr(code) if letter == NO_LETTER else None
            place = Place(word.start + number, page=word.page)
            self._pieces.append(Piece(self._length + number, 1, place, original, (box,)))

    def _boxes(self, word: Word) -> list[Box]:
        # Characters of one line share most of their corners, so they share the numbers.
        known = self._rounded
        numbers = [
            known[one] if one in known else known.setdefault(one, round(one, 2))
            for one in word.boxes
        ]
        return [Box(*numbers[at : at + 4]) for at in range(0, len(numbers), 4)]

    def _between(self, last: Word, word: Word) -> Box:
        """The rectangle of a space."""
        left, right = sorted((last.right, word.left))
        return Box(round(left, 2), round(last.bottom, 2), round(right, 2), round(last.top, 2))

    def _close(self, end: int | None = None) -> None:
        """End the piece that is being made."""
        one, self._open = self._open, None
        end = self._length if end is None else end
        if one and end > one.start:
            place = Place(one.word.start, page=one.word.page)
            self._pieces.append(Piece(one.start, end - one.start, place, None, tuple(one.boxes)))


def _is_next(last: Word, word: Word, gap: int) -> bool:
    """Whether a word stands in the file right behind another one, or behind one space."""
    return word.page == last.page and word.start == last.start + len(last.text) + gap
