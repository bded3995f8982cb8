"""Streams of what is unpacked, and the count of it."""

import io
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from typing import BinaryIO, cast

from sayso.read.limits import Limits
from sayso.read.reader import BYTES_LOOKED_AT, Material
from sayso.read.unpacking import Unpacking

BUFFER_BYTES = 1 << 16


def with_unpacking(material: Material, limits: Limits) -> tuple[Material, Unpacking]:
    """The material, knowing what may come out of it; parts of it will share that."""
    unpacking = material.unpacking
    if unpacking is None:
        most = max(limits.unpacked_bytes, limits.packed_times * size_of(material.stream))
        unpacking = Unpacking(material.name, most, limits.members)
    return replace(material, unpacking=unpacking), unpacking


def size_of(stream: BinaryIO) -> int:
    """The number of bytes in a stream that can be wound back; 0 if it cannot."""
    with suppress(OSError, ValueError):
        if stream.seekable():
            at = stream.tell()
            end = stream.seek(0, io.SEEK_END)
            stream.seek(at)
            return end
    return 0


class _Stream(io.RawIOBase):
    """A stream over a function that gives at most as many bytes as it is asked for."""

    def __init__(self, begin: bytes, read: Callable[[int], bytes]) -> None:
        self._begin = begin
        self._read = read

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        view = memoryview(cast("bytearray", buffer))
        data = self._begin[: len(view)]
        self._begin = self._begin[len(data) :]
        data = data or self._read(len(view))
        view[: len(data)] = data
        return len(data)


def begun_stream(read: Callable[[int], bytes]) -> tuple[bytes, BinaryIO]:
    """The first bytes that a function gives, and a stream of all of them."""
    begin = b""
    while len(begin) < BYTES_LOOKED_AT and (more := read(BYTES_LOOKED_AT - len(begin))):
        begin += more
    return begin, io.BufferedReader(_Stream(begin, read), BUFFER_BYTES)
