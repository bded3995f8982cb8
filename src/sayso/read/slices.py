"""A text made of slices of another text, with the place of each character.

Slices are cut out of a text whose places are known: the body of a mail. Between two slices there
may be white space that stands nowhere; words that are not taken are kept as left out.
"""

from dataclasses import dataclass, field

from sayso.model.particulars import LeftOut, LeftOutKind
from sayso.read.places import Piece, SourceMap


@dataclass(slots=True)
class SlicedText:
    """A text that is being put together."""

    parts: list[str] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    words_left_out: int = 0
    length: int = 0

    def add(self, text: str, source: SourceMap, start: int, end: int, gap: str) -> None:
        """Add text[start:end], behind the gap if there is a text already."""
        if self.length:
            self.parts.append(gap)
            self.length += len(gap)
        for piece in source.pieces_of(start, end):
            self.pieces.append(piece.cut(start, end, self.length - start))
        self.parts.append(text[start:end])
        self.length += end - start

    def leave_out(self, words: str, kind: LeftOutKind = LeftOutKind.OTHER) -> None:
        """Keep words as left out at this place."""
        tidy = "\n".join(one for line in words.splitlines() if (one := line.strip()))
        if tidy:
            self.left_out.append(LeftOut(self.length, kind, tidy))
            self.words_left_out += len(tidy.split())

    @property
    def text(self) -> str:
        """The text so far."""
        return "".join(self.parts)

    @property
    def source(self) -> SourceMap:
        """The places of the text so far."""
        return SourceMap(tuple(self.pieces))
