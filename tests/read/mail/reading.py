"""Reading bytes as a file, for the tests of mails and feeds."""

import io
from dataclasses import dataclass, field

from sayso.errors import UnreadableInput
from sayso.read.notes import Note
from sayso.read.reader import Reading
from sayso.read.reports import material_of, readings_of, setting_for


@dataclass
class Read:
    """What came of a file."""

    readings: list[Reading] = field(default_factory=list)
    problems: list[UnreadableInput] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)

    def __getitem__(self, name: str) -> Reading:
        return next(one for one in self.readings if one.document.name == name)

    def text(self, name: str) -> str:
        return self[name].document.text

    @property
    def names(self) -> list[str]:
        return [one.document.name for one in self.readings]


def read_bytes(data: bytes, name: str) -> Read:
    """The reports in a file, each checked for its places."""
    read = Read()
    setting = setting_for(read.problems.append, read.notes.append, places=True)
    suffix = "." + name.rpartition(".")[2]
    for reading in readings_of(material_of(io.BytesIO(data), name, suffix), setting):
        check_places(reading)
        read.readings.append(reading)
    return read


def check_places(reading: Reading) -> None:
    """Pieces are in order inside the text; what has no place is white space."""
    text, end = reading.document.text, 0
    for piece in reading.source.pieces:
        assert not text[end : piece.start].strip()
        assert piece.start >= end
        assert piece.length > 0
        end = piece.end
    assert end <= len(text)
    assert not text[end:].strip()


def check_against(reading: Reading, part: str, source: str) -> None:
    """Each character of the part in the text is the one at its place in the part's own text."""
    text = reading.document.text
    for piece in reading.source.pieces:
        if piece.place.part == part and piece.original is None:
            offset = piece.place.offset
            assert source[offset : offset + piece.length] == text[piece.start : piece.end]
