"""Where each character of a text stands in the file that it was read from.

A piece is a run of characters that are together in the text and in the file, one for one.
Characters between the pieces were put in by sayso: the breaks between paragraphs, a space where a
line of a PDF ends. Where a reader changes a character, the piece says what stood there.
"""

from bisect import bisect_right
from dataclasses import dataclass, fields, replace
from typing import Any


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a file.

    `part` is the member of a mail, an archive or an office file; "" is the file itself. `offset`
    counts the code points of the smallest thing that the reader names: of the text of an element, or
    its tail (`element` counts the part's elements in document order, the root being 0); of a page of
    a PDF (`page` counts from 1); of a cell ("Sheet1!B7"); else of the part's own text. `source` is
    the place in the part's decoded source, for formats with markup, if that is known.
    """

    offset: int
    part: str = ""
    element: int | None = None
    tail: bool = False
    page: int | None = None
    cell: str | None = None
    source: int | None = None

    def further(self, by: int) -> "Place":
        """The place `by` characters further on."""
        source = None if self.source is None else self.source + by
        return replace(self, offset=self.offset + by, source=source)


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page of a PDF, in points from the lower left corner."""

    left: float
    bottom: float
    right: float
    top: float


@dataclass(frozen=True, slots=True)
class Piece:
    """`length` characters, in the text from `start` and in the file from `place`.

    `original` is what stands in the file, where the text differs; it may be longer or shorter.
    `boxes` are the rectangles of the characters, for a PDF: one for each character.
    """

    start: int
    length: int
    place: Place
    original: str | None = None
    boxes: tuple[Box, ...] = ()

    @property
    def end(self) -> int:
        """The code point of the text behind the piece."""
        return self.start + self.length

    def moved(self, by: int) -> "Piece":
        """The piece, `by` code points further on in the text."""
        return replace(self, start=self.start + by)

    def cut(self, start: int, end: int, by: int = 0) -> "Piece":
        """What of the piece stands in [start, end) of the text, moved by `by`; some of it must.

        A piece with an original keeps its place.
        """
        first, last = max(self.start, start), min(self.end, end)
        before = first - self.start
        place = (
            self.place if self.original is not None or not before else self.place.further(before)
        )
        boxes = self.boxes[before : before + last - first]
        return Piece(first + by, last - first, place, self.original, boxes)


@dataclass(frozen=True, slots=True)
class SourceMap:
    """The pieces of a text, in text order."""

    pieces: tuple[Piece, ...] = ()

    def place_of(self, offset: int) -> Place | None:
        """The place of a character of the text; None for one that sayso put in.

        Of a character in a piece with an `original`, it is the place of the whole piece.
        """
        number = bisect_right(self.pieces, offset, key=lambda piece: piece.start) - 1
        if number < 0 or offset >= self.pieces[number].end:
            return None
        piece = self.pieces[number]
        if piece.original is not None:
            return piece.place
        return piece.place.further(offset - piece.start)

    def pieces_of(self, start: int, end: int) -> tuple[Piece, ...]:
        """The pieces that share a character with [start, end) of the text."""
        first = bisect_right(self.pieces, start, key=lambda piece: piece.end)
        behind = bisect_right(self.pieces, end - 1, key=lambda piece: piece.start)
        return self.pieces[first:behind]


NO_PLACES = SourceMap()


def places_to_wire(source: SourceMap) -> list[dict[str, Any]]:
    """The pieces as JSON data, without what is unknown."""
    return [_piece_to_wire(piece) for piece in source.pieces]


def _piece_to_wire(piece: Piece) -> dict[str, Any]:
    known: dict[str, Any] = {"start": piece.start, "length": piece.length}
    for one in fields(Place):
        value = getattr(piece.place, one.name)
        if value is not None and value != "" and value is not False:
            known[one.name] = value
    if piece.original is not None:
        known["original"] = piece.original
    if piece.boxes:
        known["boxes"] = [[box.left, box.bottom, box.right, box.top] for box in piece.boxes]
    return known
