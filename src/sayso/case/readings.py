"""What was read in the reports of a case: by which reader, and which reports are still to be read."""

import importlib.metadata
import sqlite3
import zlib
from collections.abc import Collection
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from sayso.case.custody import LogKind, add_to_log, now, sha256
from sayso.case.fingerprints import READING, fingerprint
from sayso.errors import FaultInSayso
from sayso.model.codec import Json
from sayso.model.facts import Facts
from sayso.model.packed import unpack
from sayso.model.text import Document, Span
from sayso.model.wire import facts_from_wire, facts_to_wire, to_line
from sayso.model.wire_part import facts_within


class Reader(NamedTuple):
    """Who reads: this version of sayso, with its networks and words."""

    id: str
    version: str


class OneReading(NamedTuple):
    """A reading of a report: its number, by which version and reader, and when (UTC)."""

    number: int
    version: str
    reader: str
    at: str


@cache
def this_reader() -> Reader:
    """The reader that this program is."""
    return Reader(fingerprint(READING), importlib.metadata.version("sayso"))


def unread_reports(connection: sqlite3.Connection, reader: Reader) -> list[str]:
    """The reports that this reader has not read under their heads, nor failed on, as they came in."""
    rows = connection.execute(
        "SELECT report.id FROM report WHERE removed IS NULL "
        "AND NOT EXISTS (SELECT 1 FROM reading WHERE reading.report = report.id "
        "AND reading.reader = ? AND reading.head = report.head) "
        "AND NOT EXISTS (SELECT 1 FROM failure WHERE failure.report = report.id "
        "AND failure.reader = ? AND failure.head = report.head) ORDER BY number",
        (reader.id, reader.id),
    )
    return [row[0] for row in rows]


def count_failed(connection: sqlite3.Connection, reader: Reader) -> int:
    """How many reports, as they are in the case now, this reader has failed on."""
    row = connection.execute(
        "SELECT count(*) FROM failure JOIN report ON report.id = failure.report "
        "AND report.head = failure.head WHERE removed IS NULL AND failure.reader = ?",
        (reader.id,),
    ).fetchone()
    number: int = row[0]
    return number


def readings_of_report(connection: sqlite3.Connection, report: str) -> list[OneReading]:
    """The readings of a report in the order in which they were made; the one that is shown last."""
    rows = connection.execute(
        "SELECT reading.number, reader.version, reader.id, log.at FROM reading "
        "JOIN reader ON reader.id = reading.reader JOIN log ON log.number = reading.log "
        "JOIN shown ON shown.report = reading.report WHERE reading.report = ? "
        "ORDER BY reading.number = shown.reading, reading.number",
        (report,),
    )
    return [OneReading(*row) for row in rows]


def reports_read_again(connection: sqlite3.Connection) -> list[str]:
    """The reports in the case with two readings or more, as they came in."""
    rows = connection.execute(
        "SELECT report.id FROM report JOIN reading ON reading.report = report.id "
        "WHERE removed IS NULL GROUP BY report.id HAVING count(*) > 1 ORDER BY report.number"
    )
    return [row[0] for row in rows]


def read_under_other_head(connection: sqlite3.Connection, reader: Reader) -> list[tuple[str, int]]:
    """Reports that this reader has read under the head that they have now, while another reading is
    shown, or none; each with that reading's number."""
    rows = connection.execute(
        "SELECT report.id, reading.number FROM report "
        "JOIN reading ON reading.report = report.id AND reading.head = report.head "
        "LEFT JOIN shown ON shown.report = report.id "
        "WHERE reading.reader = ? AND shown.reading IS NOT reading.number",
        (reader.id,),
    )
    return [(report, number) for report, number in rows]


def keep_reading(
    connection: sqlite3.Connection, facts: Facts, head: str, reader: Reader, author: str
) -> int:
    """Keep what a reader read in a report under a head, within a transaction that writes.

    Returns the number of the reading.
    """
    report = facts.document.id
    known = connection.execute(
        "SELECT number FROM reading WHERE report = ? AND reader = ? AND head = ?",
        (report, reader.id, head),
    ).fetchone()
    if known is None:
        line = to_line(facts_to_wire(facts)).encode()
        hashed = sha256(line)
        connection.execute("INSERT OR IGNORE INTO reader VALUES (?, ?)", reader)
        body = {
            "report": report,
            "reader": reader.id,
            "version": reader.version,
            "head": head,
            "sha256": hashed,
        }
        log = add_to_log(connection, LogKind.READING, body, author)
        known = connection.execute(
            "INSERT INTO reading (report, reader, head, facts, sha256, log) "
            "VALUES (?, ?, ?, ?, ?, ?) RETURNING number",
            (report, reader.id, head, zlib.compress(line), hashed, log),
        ).fetchone()
    number: int = known[0]
    return number


def show_reading(connection: sqlite3.Connection, report: str, reading: int) -> None:
    """Let a reading be the one that is shown of a report, within a transaction that writes."""
    connection.execute(
        "INSERT INTO shown VALUES (?, ?) ON CONFLICT (report) DO UPDATE SET reading = excluded.reading",
        (report, reading),
    )


def keep_failure(
    connection: sqlite3.Connection, report: str, head: str, reader: Reader, fault: FaultInSayso
) -> None:
    """Keep that a reader failed on a report, so that it is not tried each time."""
    connection.execute(
        "INSERT OR REPLACE INTO failure VALUES (?, ?, ?, ?, ?, ?)",
        (report, reader.id, head, fault.what, fault.remedy, now()),
    )


def forget_failures(connection: sqlite3.Connection) -> None:
    """Let reports that a reader failed on be tried again."""
    connection.execute("DELETE FROM failure")


def facts_of_reading(
    connection: sqlite3.Connection, document: Document, number: int | None = None
) -> Facts | None:
    """The facts of the reading that is shown of a report, or of the one with this number.

    None if it was not read. `document` is the report with its heads.
    """
    data = _wire_of_reading(connection, document, number)
    return None if data is None else _facts_of_wire(data, document)


def facts_of_part(
    connection: sqlite3.Connection, document: Document, part: Span, more: Collection[str]
) -> Facts | None:
    """The facts with words in a part of a text, of the reading that is shown, and what these name.

    `more` are ids of facts that are wanted too. None if the report was not read.
    """
    data = _wire_of_reading(connection, document, None)
    if data is None:
        return None
    return _facts_of_wire(facts_within(data, part.start, part.end, more), document)


def _wire_of_reading(
    connection: sqlite3.Connection, document: Document, number: int | None
) -> Json | None:
    row = connection.execute(
        "SELECT facts FROM reading "
        "WHERE number = coalesce(?, (SELECT reading FROM shown WHERE report = ?))",
        (number, document.id),
    ).fetchone()
    return None if row is None else unpack(row[0], "a reading")


def _facts_of_wire(data: Json, document: Document) -> Facts:
    return facts_from_wire(data, replace(document, read_to=data["document"].get("read_to")))
