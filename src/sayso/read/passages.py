"""A text that is put together from runs of a file, each of which keeps its place."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from sayso.model.particulars import LeftOut, LeftOutKind
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
        self.pieces += (one.moved(self.length) for one in other.pieces)
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
        pieces = [
            one.cut(start, end, -start)
            for one in self.pieces
            if one.start < end and one.end > start
        ]
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


@dataclass(frozen=True, slots=True)
class Omission:
    """Words left out before the character `at` of the passage with this number, or behind the last."""

    number: int
    at: int
    kind: LeftOutKind
    words: str


def left_out_of(passages: Sequence[Passage], omissions: Iterable[Omission]) -> tuple[LeftOut, ...]:
    """What was left out, at its places in the text that `joined` makes."""
    starts = [0]
    for one in passages:
        starts.append(starts[-1] + one.length + len(GAP))
    end = max(0, starts[-1] - len(GAP))
    return tuple(
        LeftOut(min(starts[one.number] + one.at, end), one.kind, one.words)
        for one in omissions
        if one.words.strip()
    )


def words_in(left_out: Iterable[LeftOut]) -> int:
    """How many words were left out."""
    return sum(len(one.words.split()) for one in left_out)


def _goes_on(last: Piece, place: Place) -> bool:
    at = last.place
    if last.original is not None or at.element != place.element:  # most often: it saves the rest
        return False
    return at.further(last.length) == place
