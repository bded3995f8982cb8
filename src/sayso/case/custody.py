"""The log of a case: everything that came in and every decision, each row bound to the one before."""

import hashlib
import json
import sqlite3
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, NamedTuple

FIRST = "0" * 64  # stands for the row before the first


class LogKind(StrEnum):
    """What a row of the log is about."""

    NEW = "new"  # the case was made
    ARRIVAL = "arrival"  # a file came in
    END = "end"  # a file was read to its end
    PUBLICATION = "publication"  # a report was found in it
    READING = "reading"  # a report was read
    REMOVAL = "removal"  # a report was taken out of the case
    RETURN = "return"  # a report that was taken out was put back
    DECISION = "decision"
    SEAL = "seal"  # a token of a time stamp was stored
    MERGE = "merge"  # another case was taken in


class LogRow(NamedTuple):
    """One row of the log; `body` is JSON as it was written."""

    number: int
    at: str
    author: str
    kind: str
    body: str
    previous: str
    hash: str

    @property
    def own_hash(self) -> str:
        """The hash that the row must have."""
        return hash_of_row(self.previous, self.number, self.at, self.author, self.kind, self.body)


def now() -> str:
    """The time in UTC, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def canonical(data: Any) -> str:
    """JSON that is the same for the same data."""
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def sha256(data: str | bytes) -> str:
    """The SHA-256 of bytes, or of a string as UTF-8."""
    return hashlib.sha256(data.encode() if isinstance(data, str) else data).hexdigest()


def hash_of_row(previous: str, number: int, at: str, author: str, kind: str, body: str) -> str:
    """The hash of a row of the log: that of the row before and all its own fields, as a JSON list."""
    return sha256(canonical([previous, number, at, author, kind, body]))


def add_to_log(
    connection: sqlite3.Connection,
    kind: LogKind,
    body: Mapping[str, Any],
    author: str,
    at: str | None = None,
) -> int:
    """Add a row, within a transaction that writes. Returns its number."""
    number, previous = last_of_log(connection)
    number, at, written = number + 1, at or now(), canonical(body)
    row = LogRow(
        number,
        at,
        author,
        kind.value,
        written,
        previous,
        hash_of_row(previous, number, at, author, kind.value, written),
    )
    connection.execute("INSERT INTO log VALUES (?, ?, ?, ?, ?, ?, ?)", row)
    return number


def last_of_log(connection: sqlite3.Connection) -> tuple[int, str]:
    """The number and the hash of the last row: the head of the chain."""
    row = connection.execute("SELECT number, hash FROM log ORDER BY number DESC LIMIT 1").fetchone()
    return (row[0], row[1]) if row else (0, FIRST)


def log_rows(connection: sqlite3.Connection, first: int = 1) -> Iterator[LogRow]:
    """The rows of the log from a number on, in order."""
    rows = connection.execute("SELECT * FROM log WHERE number >= ? ORDER BY number", (first,))
    return (LogRow(*row) for row in rows)
