"""The bytes of a WARC file, packed or not, up to where the next record surely begins.

Writers pack each record as a gzip member of its own. Where they did, a record ends with its member,
whatever length it states.
"""

import re
from collections.abc import Callable
from typing import BinaryIO

from sayso.read.gunzip import MAGIC, DamagedGzip, Members

RECORD = b"WARC/"
FIRST_LINE = re.compile(rb"WARC/[01]\.[0-9]{1,2}\r?\n")
LINE_WITHIN = re.compile(rb"\n(?=" + FIRST_LINE.pattern + rb")")
LOOKED_AHEAD = 8
LONGEST_BEGIN = len(b"\nWARC/1.10\r\n")
EMPTY_LINES = re.compile(rb"[\r\n]*")
READ_BYTES = 1 << 16


class Source:
    """Reads on through a file. `DamagedGzip` comes from any method; `recover` then goes on.

    `count` is told how many bytes came out.
    """

    def __init__(self, stream: BinaryIO, begin: bytes, count: Callable[[int], None]) -> None:
        self._stream = stream
        self._count = count
        self._members = Members(stream) if begin.startswith(MAGIC) else None
        if self._members:
            self._members.begin_next()
        self._buffer = b""
        self._at = 0  # what stands before it in the buffer was taken
        self._waiting = b""  # the first bytes of a member that is a record
        self._damage: DamagedGzip | None = None  # behind what is in the buffer
        self.has_rest = False  # whether the file goes on with something that is not packed

    @property
    def ended_well(self) -> bool:
        """Whether a record that ended before its stated length is whole all the same."""
        return self._members is not None

    def begin_record(self) -> bool:
        """Goes to the next line that is not empty; False at the end of the file."""
        while self._is_only_empty_lines():
            self._buffer, self._at = self._waiting, 0
            self._waiting = b""
            if not self._buffer and not self._more() and not self._waiting:
                return False
        return True

    def line(self, longest: int) -> bytes:
        """The rest of the line with its break; of a longer one, its first `longest` bytes."""
        while (end := self._buffer.find(b"\n", self._at, self._at + longest)) < 0:
            if len(self._buffer) - self._at >= longest or not self._more():
                return self._take(longest)
        return self._take(end + 1 - self._at)

    def block(self, length: int) -> bytes:
        """The next bytes; fewer where the record ends before."""
        parts = [self._take(length)]
        length -= len(parts[0])
        while length > 0 and self._more():
            parts.append(self._take(length))
            length -= len(parts[-1])
        return b"".join(parts)

    def skip(self, length: int) -> int:
        """Passes over the next bytes; the number of those that there were."""
        passed = 0
        while passed < length:
            taken = len(self._take(length - passed))
            passed += taken
            if not taken and not self._more():
                break
        return passed

    def is_at_end_of_record(self) -> bool:
        """Whether a record may end here: the file does, or an empty line or a record follows."""
        try:
            while len(self._buffer) - self._at < LOOKED_AHEAD and self._more():
                pass
        except DamagedGzip as damage:
            self._damage = damage  # what comes next is damaged, not this record
            return True
        ahead = self._buffer[self._at : self._at + LOOKED_AHEAD]
        return ahead.startswith(b"\r\n\r\n") or ahead.lstrip(b"\r\n")[:4] in (b"", RECORD[:4])

    def up_to_record(self, limit: int) -> bytes:
        """What stands before the next record, at most `limit` bytes of it. Goes to that record."""
        kept: list[bytes] = []
        found = FIRST_LINE.match(self._buffer, self._at)
        while not found and not (found := LINE_WITHIN.search(self._buffer, self._at)):
            passed = self._take(max(0, len(self._buffer) - self._at - LONGEST_BEGIN))
            kept.append(passed[: max(0, limit)])
            limit -= len(passed)
            if not self._more():
                kept.append(self._take(LONGEST_BEGIN)[: max(0, limit)])
                return b"".join(kept)
        before = found.end() if found.re is LINE_WITHIN else self._at
        kept.append(self._take(before - self._at)[: max(0, limit)])
        return b"".join(kept)

    def put_back(self, data: bytes) -> None:
        """Gives bytes back, to be read again."""
        self._buffer, self._at = data + self._buffer[self._at :], 0

    def recover(self) -> bool:
        """Goes on behind a damage; False if nothing comes behind it."""
        self._buffer, self._at, self._waiting, self._damage = b"", 0, b"", None
        return self._members is not None and self._members.skip_to_next()

    def _take(self, number: int) -> bytes:
        taken = self._buffer[self._at : self._at + number]
        self._at += len(taken)
        return taken

    def _is_only_empty_lines(self) -> bool:
        """Whether nothing else is left in the buffer. Goes behind the empty lines."""
        found = EMPTY_LINES.match(self._buffer, self._at)
        self._at = found.end() if found else self._at
        return self._at == len(self._buffer)

    def _more(self) -> bool:
        """Reads on; False at the end of the file, or where a member begins that is a record."""
        if self._damage:
            damage, self._damage = self._damage, None
            raise damage
        if self._waiting:
            return False
        data, begins = self._read()
        self._count(len(data))
        if begins and data.startswith(RECORD):
            self._waiting = data
            return False
        self._buffer, self._at = self._buffer[self._at :] + data, 0
        return bool(data)

    def _read(self) -> tuple[bytes, bool]:
        """The next bytes, and whether a member begins with them."""
        if self._members is None:
            return self._stream.read(READ_BYTES), False
        if data := self._members.read(READ_BYTES):
            return data, False
        while self._members.begin_next():
            data = b""
            while len(data) < len(RECORD) and (more := self._members.read(READ_BYTES)):
                data += more
            if data:
                return data, True
        self.has_rest = self._members.has_rest
        return b"", False
