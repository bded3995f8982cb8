"""The records of a WARC file, one after another, whatever is wrong with some of them.

Our own reader: warcio takes lines of any length into memory and damaged data for the end of the
file, prints to standard error, and stops at the first record whose length is wrong.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from sayso.read.gunzip import CutGzip, DamagedGzip
from sayso.read.packed.source import LINE_WITHIN, LONGEST_BEGIN, RECORD, Source

MAX_LINE_BYTES = 1 << 16
MAX_HEAD_BYTES = 1 << 18
MAX_LINES = 1_000  # of a record's head
MAX_DAMAGES = 1_000  # more of them, and the rest of the file is given up
NUMBER = re.compile(r"[0-9]{1,18}")


@dataclass(frozen=True, slots=True)
class Record:
    """A record: its head and its block. Names of fields are in small letters.

    `too_large` says that the block was longer than the limit, and was not kept.
    """

    head: dict[str, str]
    block: bytes
    too_large: bool = False

    @property
    def kind(self) -> str:
        """The type of the record: "response", "request", "warcinfo" …"""
        return self.head.get("warc-type", "").lower()

    @property
    def address(self) -> str:
        """What the record is of; wget writes it in angle brackets."""
        given = self.head.get("warc-target-uri", "").strip()
        return given[1:-1] if given.startswith("<") and given.endswith(">") else given


@dataclass
class Damages:
    """What was wrong with a file."""

    lost: int = 0  # places where something could not be read
    mended: int = 0  # records with a wrong length that were read to their ends all the same
    cut: bool = False  # whether the file ends in the middle of a record
    given_up: bool = False


class _Lost(Exception):
    """This is no record, or one that cannot be read."""


@dataclass
class Records:
    """Reads records. `limit` is the longest block that is kept."""

    source: Source
    limit: int
    damages: Damages = field(default_factory=Damages)
    put_back: int = 0  # bytes that were read twice

    def __iter__(self) -> Iterator[Record]:
        while not self.damages.given_up:
            try:
                if not self.source.begin_record():
                    if not self.source.has_rest:
                        return
                    raise DamagedGzip
                record = self._next()
            except CutGzip:
                self.damages.cut = True
                return
            except DamagedGzip:
                self._count_loss()
                if not self.source.recover():
                    return
            except _Lost:
                self._count_loss()
                self._go_to_next_record()
            else:
                yield record

    def _count_loss(self) -> None:
        self.damages.lost += 1
        self.damages.given_up = self.damages.lost > MAX_DAMAGES

    def _go_to_next_record(self) -> None:
        try:
            self.source.up_to_record(0)
        except CutGzip:
            self.damages.cut = True
        except DamagedGzip:
            self.source.recover()

    def _next(self) -> Record:
        """The next record. Raises _Lost or DamagedGzip."""
        if not self.source.line(MAX_LINE_BYTES).startswith(RECORD):
            raise _Lost
        head = self._head()
        stated = head.get("content-length", "")
        if not NUMBER.fullmatch(stated):
            raise _Lost
        length = int(stated)
        if length <= self.limit:
            return Record(head, self._block(length))
        if self.source.skip(length) < length:
            self._end_early()
        elif not self.source.is_at_end_of_record():
            raise _Lost
        return Record(head, b"", too_large=True)

    def _block(self, length: int) -> bytes:
        block = self.source.block(length)
        if len(block) < length and not LINE_WITHIN.search(block):
            self._end_early()
        elif len(block) < length or not self.source.is_at_end_of_record():
            self.damages.mended += 1
            return self._mended(block)
        return block

    def _end_early(self) -> None:
        """Says that a record ended before its length. Raises CutGzip if it is not whole."""
        if not self.source.ended_well:
            raise CutGzip
        self.damages.mended += 1

    def _mended(self, block: bytes) -> bytes:
        """The block of a record whose length is wrong: up to where the next one begins."""
        within = LINE_WITHIN.search(block)
        end = within.end() if within else max(0, len(block) - LONGEST_BEGIN)
        self.put_back += len(block) - end
        if self.put_back > self.limit:  # to read on and on in the same bytes would take too long
            raise _Lost
        self.source.put_back(block[end:])
        rest = b"" if within else self.source.up_to_record(self.limit - end)
        return (block[:end] + rest).rstrip(b"\r\n")

    def _head(self) -> dict[str, str]:
        """The fields of a record's head, in small letters. Raises _Lost if it is none."""
        head: dict[str, str] = {}
        last = ""
        left = MAX_HEAD_BYTES
        for _ in range(MAX_LINES):
            line = self.source.line(MAX_LINE_BYTES)
            left -= len(line)
            if left < 0 or not line.endswith(b"\n"):
                break
            if not line.strip():
                return head
            words = line.decode("utf-8", "replace")
            name, _, value = words.partition(":")
            if words[0] in " \t":
                name, value = last, f"{head.get(last, '')} {words.strip()}"
            last = name.strip().lower()
            if words[0] in " \t" or last not in head:
                head[last] = value.strip()
        raise _Lost
