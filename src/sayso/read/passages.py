"""A text that is put together from runs of a file, each of which keeps its place."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from sayso.read.places import Piece, Place, SourceMap

GAP = "\n\n"  # between paragraphs


@dataclass(slots=True)
class Passage:
    """Characters of a file, with separators that sayso puts between them."""

    parts: list[str] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    length: int = 0

    @property
    def text(self) -> str:
        """The characters so far."""
        return "".join(self.parts)

    def take(self, text: str, place: Place, original: str | None = None) -> None:
        """Adds characters of the file, or what they are read as."""
        if not text:
            return
        last = self.pieces[-1] if self.pieces else None
        if last and original is None and last.end == self.length and _goes_on(last, place):
            self.pieces[-1] = replace(last, length=last.length + len(text))
        else:
            self.pieces.append(Piece(self.length, len(text), place, original))
        self._write(text)

    def put(self, separator: str) -> None:
        """Adds white space that stands nowhere in the file: a separator, never empty."""
        self._write(separator)

    def join(self, other: "Passage") -> None:
        """Adds another passage."""
        by = self.length
        self.pieces += (
            Piece(one.start + by, one.length, one.place, one.original) for one in other.pieces
        )
        self.parts += other.parts
        self.length += other.length

    def trimmed(self) -> "Passage":
        """The passage without white space at its edges."""
        if self.parts and not self.parts[0][0].isspace() and not self.parts[-1][-1].isspace():
            return self
        text = self.text
        start = len(text) - len(text.lstrip())
        end = len(text.rstrip())
        if end <= start:
            return Passage()
        pieces = [cut for one in self.pieces if (cut := _cut(one, start, end))]
        return Passage([text[start:end]], pieces, end - start)

    def _write(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)


def joined(passages: Iterable[Passage], separator: str = GAP) -> Passage:
    """The passages as one, with the separator between them."""
    whole = Passage()
    for number, one in enumerate(passages):
        if number:
            whole.put(separator)
        whole.join(one)
    return whole


def source_of(passage: Passage) -> SourceMap:
    """The places of the passage's characters."""
    return SourceMap(tuple(passage.pieces))


def starts_of(passages: Sequence[Passage], separator: str = GAP) -> list[int]:
    """Where each passage starts in the text that `joined` makes, and where one more would start."""
    starts = [0]
    for one in passages:
        starts.append(starts[-1] + one.length + len(separator))
    return starts


def _goes_on(last: Piece, place: Place) -> bool:
    at = last.place
    if last.original is not None or at.element != place.element:  # most often: it saves the rest
        return False
    source = None if at.source is None else at.source + last.length
    return replace(at, offset=at.offset + last.length, source=source) == place


def _cut(piece: Piece, start: int, end: int) -> Piece | None:
    """What is left of a piece between two places of the text, which is cut there."""
    first, last = max(piece.start, start), min(piece.end, end)
    if first >= last:
        return None
    if piece.original is not None:
        return Piece(first - start, last - first, piece.place, piece.original)
    by = first - piece.start
    at = piece.place
    source = None if at.source is None else at.source + by
    return Piece(first - start, last - first, replace(at, offset=at.offset + by, source=source))
