"""Names from archives, and the places of what was read from their members."""

from dataclasses import replace

from sayso.read.places import SourceMap
from sayso.read.reader import Reading, Setting

MAX_LABEL_CHARACTERS = 2_000


def label_of(name: str) -> str:
    """A name from an archive as text to show: without what breaks or hides a line."""
    shown = "".join(one if one.isprintable() else "�" for one in name[:MAX_LABEL_CHARACTERS])
    return shown.strip() or "?"


def within_member(reading: Reading, called: str, setting: Setting) -> Reading:
    """The reading with the member named in its places, if anybody wants them."""
    if not setting.places:
        return reading

    def named(part: str) -> str:
        return f"{called}:{part}" if part else called

    pieces = tuple(
        replace(one, place=replace(one.place, part=named(one.place.part)))
        for one in reading.source.pieces
    )
    return replace(reading, source=SourceMap(pieces))
