"""What a reader of a format is given, and what it gives.

A reader is a function of a `Material` and a `Setting`; it yields a `Reading` for each report. It
raises UnreadableInput for a file that it cannot read, and tells the setting of a report inside
the file that it cannot read, so that the others go on. It never trims what it is given, never
opens another file, and never opens a connection.

A format is registered in `table.py`; a package of another author registers its own with an entry
point of the group `sayso.formats` that names a `Format`.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import BinaryIO

from sayso.errors import UnreadableInput
from sayso.model.text import Document
from sayso.read.heads import NOTHING_KNOWN, HeadData
from sayso.read.limits import Limits
from sayso.read.notes import Note, OnNote
from sayso.read.places import NO_PLACES, SourceMap
from sayso.read.unpacking import Unpacking

BYTES_LOOKED_AT = 4096  # of a file, to know its format


@dataclass(frozen=True, slots=True)
class Reading:
    """A report that was read, with the places of its characters in its file.

    `where` is what problems and notes call it, if that is not the document's name: a line of a file.
    """

    document: Document
    source: SourceMap = NO_PLACES
    where: str | None = None


@dataclass(frozen=True, slots=True)
class Material:
    """A file, or a part of one: a page in an archive, an attachment, an entry of a feed.

    `stream` gives its bytes, once, and cannot always go back: `seekable.py` helps. `begin` are the
    first of them. `name` is how the user knows it: a path, or the name of the outer file, a colon
    and what the part is called there. `suffix` is the end of its name, in small letters: ".pdf".
    `media` is the media type that the outer file or the server gives: "text/html; charset=koi8-r".
    `known` is what they say of the report; a reader must not copy it, since whoever called the
    reader fills the gaps with it. `depth` counts the files around this one. `unpacking` says how
    much may still come out of the outermost packed file; None if there is none around this one.
    """

    name: str
    stream: BinaryIO
    begin: bytes
    suffix: str = ""
    media: str | None = None
    known: HeadData = NOTHING_KNOWN
    depth: int = 0
    unpacking: Unpacking | None = None

    def all_bytes(self, limit: int) -> bytes:
        """All bytes. Raises UnreadableInput if there are more than the limit."""
        data = self.stream.read(limit + 1)
        if len(data) > limit:
            raise UnreadableInput(
                self.name, f"it is larger than {limit:,} bytes", "Split it into reports."
            )
        return data


@dataclass(frozen=True, slots=True)
class Setting:
    """What a reader may use: limits, somebody to tell, and the other readers.

    `read_part` reads a part of the file in hand: give it a material with `depth` one more. It finds
    the format, reads in a child process where the format wants that, fills the gaps of each head
    with the material's `known`, and tells of what fails, so that the next part can be read.
    `places` says whether anybody wants the places; without it a reader may leave them out.
    """

    limits: Limits
    on_problem: Callable[[UnreadableInput], None]
    on_note: OnNote
    read_part: Callable[[Material], Iterator[Reading]]
    places: bool = False

    def note(self, material: Material, what: str) -> None:
        """Remark on a material that is read all the same."""
        self.on_note(Note(material.name, what))


def _never(begin: bytes) -> bool:  # noqa: ARG001
    return False


Reader = Callable[[Material, Setting], Iterator[Reading]]


@dataclass(frozen=True, slots=True)
class Format:
    """A format: how to know it, and how to read it.

    `name` is what a reader of the summary sees: "web page". `begins` says whether the first bytes
    are of this format; formats are asked in the order of the table, before suffixes and media types
    count. With `apart`, the file is read in a child process with limits of memory and time: for
    parsers that hostile input can blow up.
    """

    name: str
    read: Reader
    suffixes: frozenset[str] = frozenset()
    media: frozenset[str] = frozenset()
    begins: Callable[[bytes], bool] = _never
    apart: bool = False


def part_of(
    outer: Material,
    called: str,
    stream: BinaryIO,
    begin: bytes,
    *,
    suffix: str = "",
    media: str | None = None,
    known: HeadData = NOTHING_KNOWN,
) -> Material:
    """A part of a material, named "OUTER:CALLED"."""
    return replace(
        outer,
        name=f"{outer.name}:{called}",
        stream=stream,
        begin=begin,
        suffix=suffix,
        media=media,
        known=known,
        depth=outer.depth + 1,
    )


def within_part(reading: Reading, called: str, separator: str) -> Reading:
    """The reading of a part with its name, and the separator, before the parts in its places."""
    pieces = (
        replace(one, place=replace(one.place, part=_joined(called, separator, one.place.part)))
        for one in reading.source.pieces
    )
    return replace(reading, source=SourceMap(tuple(pieces)))


def _joined(outer: str, separator: str, inner: str) -> str:
    return f"{outer}{separator}{inner}" if inner else outer
