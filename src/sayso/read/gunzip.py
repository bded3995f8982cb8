"""Unpacking gzip, a member at a time and never much at once."""

import zlib
from typing import BinaryIO

MAGIC = b"\x1f\x8b\x08"
READ_BYTES = 1 << 14  # many small members in what is read are cut off one by one, so it is little
WINDOW = 31  # zlib's number for "with the head and the check sum of gzip"


class DamagedGzip(Exception):
    """The data cannot be unpacked from here on, or ends too early."""


class CutGzip(DamagedGzip):
    """The data ends in the middle of a member."""


class Members:
    """The members of a gzip file, one after another."""

    def __init__(self, packed: BinaryIO) -> None:
        self._packed = packed
        self._input = b""
        self._member: zlib._Decompress | None = None
        self.finished = 0  # members read to their ends

    def begin_next(self) -> bool:
        """Begins the next member; False where there is none. Zeros before it are padding."""
        self._input = self._input.lstrip(b"\0")
        while len(self._input) < len(MAGIC) and (more := self._packed.read(READ_BYTES)):
            self._input = (self._input + more).lstrip(b"\0")
        if self._input.startswith(MAGIC):
            self._member = zlib.decompressobj(WINDOW)
        return self._member is not None

    @property
    def has_rest(self) -> bool:
        """Whether something that is no member stands behind the last one."""
        return self._member is None and bool(self._input)

    def read(self, size: int) -> bytes:
        """At most `size` bytes of the member; none at its end. Raises DamagedGzip."""
        while self._member is not None:
            self._input = self._input or self._packed.read(READ_BYTES)
            if not self._input:
                self._member = None
                raise CutGzip("it ends too early")
            try:
                data = self._member.decompress(self._input, size)
            except zlib.error as error:
                self._member = None
                raise DamagedGzip("it is damaged") from error
            self._input = self._member.unconsumed_tail
            if self._member.eof:
                self._input = self._member.unused_data
                self._member = None
                self.finished += 1
            if data:
                return data
        return b""

    def skip_to_next(self) -> bool:
        """Looks for the next member behind a damage, and begins it; False if there is none."""
        rest = self._input[1:]
        while (at := rest.find(MAGIC)) < 0:
            more = self._packed.read(READ_BYTES)
            if not more:
                self._input = b""
                return False
            rest = rest[-2:] + more
        self._input = rest[at:]
        self._member = zlib.decompressobj(WINDOW)
        return True
