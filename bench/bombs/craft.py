"""Making large files without holding them: repetition, deflate, gzip and zip by hand."""

import struct
import zlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

MEGABYTE = 1_000_000
GZIP_HEAD = b"\x1f\x8b\x08\0\0\0\0\0\0\x03"
LAST_BLOCK = b"\x03\0"  # an empty block of deflate, which ends it
MOST_SUMMED = 300 * MEGABYTE
MOST = 0xFFFFFFFF  # what a field of a zip file can state

Maker = Callable[[Path], None]


@dataclass(frozen=True, slots=True)
class Bomb:
    """A hostile file or folder: its name, and what writes it at a path."""

    name: str
    make: Maker


class Bombs(list[Bomb]):
    """The bombs of one family."""

    def add(self, *names: str) -> Callable[[Maker], Maker]:
        """Registers a function that writes a bomb, under each of the names."""

        def note(make: Maker) -> Maker:
            self.extend(Bomb(name, make) for name in names)
            return make

        return note

    def repeat(
        self, name: str, unit: bytes, megabytes: float, before: bytes = b"", after: bytes = b""
    ) -> None:
        """Registers a file of one thing over and over."""
        times = int(megabytes * MEGABYTE) // len(unit)
        self.append(Bomb(name, lambda path: write_repeated(path, unit, times, before, after)))


def write_repeated(
    path: Path, unit: bytes, times: int, before: bytes = b"", after: bytes = b""
) -> None:
    """Writes a file with a unit so many times, about a megabyte at once."""
    at_once = max(1, min(times, MEGABYTE // len(unit)))
    whole, rest = divmod(times, at_once)
    with path.open("wb") as file:
        file.write(before)
        block = unit * at_once
        for _ in range(whole):
            file.write(block)
        file.write(unit * rest + after)


def deflated(unit: bytes, times: int, before: bytes = b"", after: bytes = b"") -> bytes:
    """A unit of some length over and over, packed with deflate; packed only once itself."""

    def block(data: bytes) -> bytes:
        packer = zlib.compressobj(9, wbits=-15)
        return packer.compress(data) + packer.flush(zlib.Z_FULL_FLUSH)

    return block(before) + block(unit) * times + block(after) + LAST_BLOCK


def gzipped(unit: bytes, times: int, before: bytes = b"") -> bytes:
    """A gzip member of a unit over and over. Its check sum, at the end, is none."""
    return GZIP_HEAD + deflated(unit, times, before) + bytes(8)


@dataclass(frozen=True, slots=True)
class Packed:
    """A member of a zip file: its name, its deflated bytes, and the size that its head states."""

    name: str
    data: bytes
    size: int
    crc: int = 0


def packed(name: str, data: bytes) -> Packed:
    """An honest member."""
    return Packed(name, deflated(data, 1), len(data), zlib.crc32(data))


def repeated(name: str, unit: bytes, times: int, before: bytes, after: bytes) -> Packed:
    """A member of a unit over and over. A very large one has no check sum: nobody comes to its end."""
    size = len(before) + len(unit) * times + len(after)
    crc = 0
    if size < MOST_SUMMED:
        crc = zlib.crc32(before)
        for _ in range(times):
            crc = zlib.crc32(unit, crc)
        crc = zlib.crc32(after, crc)
    return Packed(name, deflated(unit, times, before, after), size, crc)


def write_zip(path: Path, members: Iterable[Packed], entries_each: int = 1) -> None:
    """Writes a zip file; each member stands in its list so many times, with the same bytes."""
    listing: list[bytes] = []
    with path.open("wb") as file:
        for one in members:
            name, at = one.name.encode(), file.tell()
            size = min(one.size, MOST - 1)
            common = struct.pack(
                "<5H3L2H", 20, 0, 8, 0, 33, one.crc, len(one.data), size, len(name), 0
            )
            file.write(b"PK\x03\x04" + common + name + one.data)
            entry = b"PK\x01\x02" + struct.pack("<H", 20) + common
            entry += struct.pack("<3H2L", 0, 0, 0, 0, at) + name
            listing += [entry] * entries_each
        at = file.tell()
        whole = b"".join(listing)
        count = min(len(listing), 0xFFFF)
        end = struct.pack("<4H2LH", 0, 0, count, count, len(whole), at, 0)
        file.write(whole + b"PK\x05\x06" + end)
