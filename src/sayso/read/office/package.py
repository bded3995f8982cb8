"""The parts of an office file: members of a zip archive, read within limits.

A member's name only finds it in the archive; it is never a path. Its size is that of what comes out
of the stream, whatever its header says.
"""

import posixpath
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Protocol
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from lxml import etree

from sayso.errors import UnreadableInput
from sayso.read.reader import Material, Setting
from sayso.read.seekable import ZIP_FAILURES
from sayso.read.tidy import in_message

ZIP = b"PK\x03\x04"
FIRST_MEMBERS = ("[Content_Types].xml", "_rels/", "docProps/", "customXml/", "word/", "xl/", "ppt/")
NAME_START = 30  # of the first member's name in the file
END_RECORD = struct.Struct("<4s4H2LH")
END_MARK = b"PK\x05\x06"
MAX_COMMENT_BYTES = 65_535
MAX_DIRECTORY_BYTES = 4_000_000  # room for 40,000 members; a document has some tens
CHUNK = 1 << 16
ALWAYS_UNPACKED = 5_000_000  # bytes of a part, however small it was packed
MAX_SHOWN = 80  # characters of what the parser says; it may hold a name from the file
SAVE_AGAIN = "Open it in a word processor or a spreadsheet, and save it again."
RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


def is_package(begin: bytes) -> bool:
    """Whether the first bytes are of an office file of the Open XML formats."""
    if not begin.startswith(ZIP):
        return False
    return begin[NAME_START:].startswith(tuple(name.encode() for name in FIRST_MEMBERS))


class PartReader(Protocol):
    """What takes the elements of an XML part, in document order."""

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Notes the beginning of an element."""

    def end(self, tag: str) -> None:
        """Notes the end of an element."""

    def data(self, text: str) -> None:
        """Takes characters."""


@dataclass(slots=True)
class Package:
    """An open office file; `left` bytes may still be unpacked."""

    material: Material
    archive: ZipFile
    left: int
    packed_times: int

    @classmethod
    def of(cls, material: Material, setting: Setting) -> "Package":
        """The package in a file whose stream can go back. Raises UnreadableInput."""
        limits = setting.limits
        _check_directory(material, limits.file_bytes)
        try:
            archive = ZipFile(material.stream)
        except ZIP_FAILURES as error:
            raise _broken(material, "its zip archive is broken") from error
        return cls(material, archive, limits.unpacked_bytes, limits.packed_times)

    def has(self, part: str) -> bool:
        """Whether there is such a part."""
        return part in self.archive.NameToInfo

    def has_pictures(self) -> bool:
        """Whether a document shows pictures."""
        return any(name.startswith("word/media/") for name in self.archive.NameToInfo)

    def chunks(self, part: str) -> Iterator[bytes]:
        """The bytes of a part, as they are unpacked. Raises UnreadableInput."""
        info = self.archive.NameToInfo[part]
        self._check_packing(info, part)
        read = 0
        try:
            with self.archive.open(info) as stream:
                while data := stream.read(CHUNK):
                    read += len(data)
                    self._count(read, len(data), info, part)
                    yield data
        except ZIP_FAILURES as error:
            raise _broken(self.material, f"its part {part} is broken") from error

    def walk(self, part: str, target: PartReader) -> None:
        """Gives the elements of an XML part to a parser's target. Raises UnreadableInput."""
        guarded: Any = _Guarded(self.material, part, target)
        parser = etree.XMLParser(
            target=guarded,
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
            remove_comments=True,
            remove_pis=True,
        )
        try:
            for chunk in self.chunks(part):
                parser.feed(chunk)
            parser.close()
        except etree.LxmlError as error:
            what = (
                f"its part {part} is no XML that can be read ({in_message(str(error), MAX_SHOWN)})"
            )
            raise _broken(self.material, what) from error

    def relations(self, part: str) -> dict[str, list[str]]:
        """The parts that a part refers to, by the last word of the kind of reference."""
        folder, name = posixpath.split(part)
        listing = posixpath.join(folder, "_rels", f"{name}.rels")
        if not self.has(listing):
            return {}
        found = _Relations(folder)
        self.walk(listing, found)
        return {
            kind: [name for name in names if self.has(name)] for kind, names in found.parts.items()
        }

    def _check_packing(self, info: ZipInfo, part: str) -> None:
        if info.flag_bits & 1:
            raise UnreadableInput(
                self.material.name, "it is locked with a password", "Save it without a password."
            )
        if info.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            raise _broken(self.material, f"its part {part} is packed in a way that no office uses")

    def _count(self, read: int, more: int, info: ZipInfo, part: str) -> None:
        self.left -= more
        times = self.packed_times * max(1, info.compress_size)
        if self.left < 0 or read > max(ALWAYS_UNPACKED, times):
            what = f"its part {part} becomes too large when it is unpacked"
            raise UnreadableInput(self.material.name, what, "Leave it out, or split it.")


class _Guarded:
    """A parser's target that takes no document type: no office writes one, and it declares entities."""

    def __init__(self, material: Material, part: str, target: PartReader) -> None:
        self.material, self.part = material, part
        self.start, self.end, self.data = target.start, target.end, target.data

    def doctype(self, root: str | None, public: str | None, system: str | None) -> None:  # noqa: ARG002
        raise _broken(
            self.material, f"its part {self.part} declares entities, which no office does"
        )

    def close(self) -> None:
        """The parser wants one."""


class _Relations:
    def __init__(self, folder: str) -> None:
        self.folder = folder
        self.parts: dict[str, list[str]] = {}

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Notes a reference."""
        if tag != RELATION or attributes.get("TargetMode") == "External":
            return
        kind = attributes.get("Type", "").rpartition("/")[2]
        target = posixpath.join("/", self.folder, attributes.get("Target", ""))
        name = posixpath.normpath(target).removeprefix("/")
        self.parts.setdefault(kind, []).append(name)

    def end(self, tag: str) -> None:
        """References hold nothing."""

    def data(self, text: str) -> None:
        """References have no text."""


def _check_directory(material: Material, limit: int) -> None:
    """Raises UnreadableInput where the archive's list of members is missing or too long."""
    stream = material.stream
    size = stream.seek(0, 2)
    if size > limit:
        raise UnreadableInput(material.name, f"it is larger than {limit:,} bytes", "Split it.")
    stream.seek(max(0, size - END_RECORD.size - MAX_COMMENT_BYTES))
    tail = stream.read()
    stream.seek(0)
    at = tail.rfind(END_MARK)
    if at < 0 or len(tail) - at < END_RECORD.size:
        raise _broken(material, "it is cut short or broken: the list of its parts is missing")
    directory = END_RECORD.unpack_from(tail, at)[5]
    if directory > MAX_DIRECTORY_BYTES:
        what = "it has more parts than any office file has"
        raise UnreadableInput(material.name, what, "Leave it out.")


def _broken(material: Material, what: str) -> UnreadableInput:
    return UnreadableInput(material.name, what, SAVE_AGAIN)
