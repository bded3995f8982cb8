"""Files as they came in: their bytes, packed and in pieces, by the hash of the whole."""

import hashlib
import sqlite3
import tempfile
import zlib
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from sayso.model.packed import inflated

PIECE = 1_000_000  # bytes
LEVEL = 6  # of packing


class Gauged(NamedTuple):
    """A file that was gone through once."""

    sha256: str
    size: int


class BrokenEvidence(Exception):
    """Kept bytes are not those that came in; the message says which."""


def gauge(stream: BinaryIO) -> Gauged:
    """The hash and the size of what a stream gives from here on; it is wound back to its begin."""
    stream.seek(0)
    hashed, size = hashlib.sha256(), 0
    while piece := stream.read(PIECE):
        hashed.update(piece)
        size += len(piece)
    stream.seek(0)
    return Gauged(hashed.hexdigest(), size)


def seekable_copy(stream: BinaryIO) -> BinaryIO:
    """The stream itself if it can be wound back; else a copy in a temporary file."""
    if stream.seekable():
        return stream
    copy: BinaryIO = tempfile.TemporaryFile()  # noqa: SIM115
    while piece := stream.read(PIECE):
        copy.write(piece)
    copy.seek(0)
    return copy


def has_bytes(connection: sqlite3.Connection, sha256: str) -> bool:
    """Whether the case keeps the bytes of this hash."""
    row = connection.execute("SELECT kept FROM evidence WHERE sha256 = ?", (sha256,)).fetchone()
    return bool(row and row[0])


def keep_bytes(
    connection: sqlite3.Connection, stream: BinaryIO, gauged: Gauged, keep: bool
) -> None:
    """Put a file among the evidence, within a transaction that writes; once is enough.

    Without `keep`, only its hash and size are written down; its bytes are kept when it comes again
    with `keep`.
    """
    if keep and not has_bytes(connection, gauged.sha256):
        connection.execute(
            "INSERT INTO evidence VALUES (?, ?, 1) ON CONFLICT (sha256) DO UPDATE SET kept = 1",
            gauged,
        )
        connection.executemany(
            "INSERT INTO evidence_piece VALUES (?, ?, ?)",
            (
                (gauged.sha256, number, zlib.compress(piece, LEVEL))
                for number, piece in enumerate(_pieces(stream))
            ),
        )
    connection.execute("INSERT OR IGNORE INTO evidence VALUES (?, ?, 0)", gauged)


def _pieces(stream: BinaryIO) -> Iterator[bytes]:
    stream.seek(0)
    while piece := stream.read(PIECE):
        yield piece


def kept_pieces(connection: sqlite3.Connection, sha256: str) -> Iterator[bytes]:
    """The bytes of a file, piece by piece; none if they were not kept.

    Raises BrokenEvidence, behind the last piece too: only then is the hash of them all known.
    """
    if not has_bytes(connection, sha256):
        return
    hashed = hashlib.sha256()
    rows = connection.execute(
        "SELECT number, packed FROM evidence_piece WHERE sha256 = ? ORDER BY number", (sha256,)
    )
    for wanted, (number, packed) in enumerate(rows):
        if number != wanted:
            raise BrokenEvidence(f"piece {wanted} is missing")
        try:
            piece = inflated(packed, PIECE)
        except ValueError as error:
            raise BrokenEvidence(f"piece {number} cannot be unpacked ({error})") from error
        hashed.update(piece)
        yield piece
    if hashed.hexdigest() != sha256:
        raise BrokenEvidence("its bytes are not those that came in")
