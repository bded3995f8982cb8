"""Reads bytes by a reader, in this process, and gathers all that it tells."""

from collections.abc import Callable
from dataclasses import dataclass, field
from io import BytesIO

from sayso.errors import UnreadableInput
from sayso.model.text import Document
from sayso.read.limits import USUAL_LIMITS, Limits
from sayso.read.places import Place
from sayso.read.reader import BYTES_LOOKED_AT, Format, Material, Reading
from sayso.read.reports import setting_for


@dataclass
class Gathered:
    """What a reader gave and told."""

    readings: list[Reading] = field(default_factory=list)
    problems: list[UnreadableInput] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    @property
    def document(self) -> Document:
        """The only document."""
        (reading,) = self.readings
        assert not self.problems
        return reading.document


def gather(
    one: Format, data: bytes, name: str = "one", suffix: str = "", limits: Limits = USUAL_LIMITS
) -> Gathered:
    """What the format's reader makes of the bytes."""
    found = Gathered()
    setting = setting_for(
        found.problems.append, lambda note: found.notes.append(note.what), limits, places=True
    )
    material = Material(name, BytesIO(data), data[:BYTES_LOOKED_AT], suffix)
    try:
        found.readings.extend(one.read(material, setting))
    except UnreadableInput as problem:
        found.problems.append(problem)
    for told in found.problems:
        assert told.what and told.remedy
    return found


def check_places(reading: Reading, stands_at: Callable[[Place, int], str]) -> None:
    """Checks that all characters have their place, but for white space between the pieces.

    `stands_at` gives what stands at a place of the file: so many characters.
    """
    text = reading.document.text
    end = 0
    for piece in reading.source.pieces:
        assert piece.start >= end
        assert not text[end : piece.start].strip(), "only white space may be put in"
        end = piece.end
        there = stands_at(piece.place, len(piece.original or text[piece.start : end]))
        assert there == (piece.original or text[piece.start : end])
    assert not text[end:].strip()
