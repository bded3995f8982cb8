"""What comes into a case: files with their bytes, and the reports that were found in them."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import Any, BinaryIO, NamedTuple

from sayso.case.changes import note_change
from sayso.case.custody import LogKind, add_to_log, canonical, now, sha256
from sayso.case.decided import DecisionIndex
from sayso.case.evidence import gauge, has_bytes, keep_bytes
from sayso.case.publications import show_head
from sayso.case.searching import index_report
from sayso.case.shown import shown_facts
from sayso.model.text import Document
from sayso.model.wire import document_to_wire

How = str  # "file", "address", "standard input", "JSON Lines", "case"


@contextmanager
def eased(connection: sqlite3.Connection) -> Iterator[None]:
    """Within it, what is written waits for the disk at the end alone, and not each time.

    It is for what can be brought again: a power cut may take the last of it, the end of a program nothing.
    """
    connection.execute("PRAGMA synchronous = NORMAL")
    try:
        yield
    finally:
        with suppress(sqlite3.ProgrammingError):  # the case was closed where a run was stopped
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute("PRAGMA wal_checkpoint(PASSIVE)")  # what was written is on the disk


class Arrival(NamedTuple):
    """A file that came in. `known` says that all its reports are in the case already."""

    number: int
    sha256: str
    known: bool


def take_in_file(
    connection: sqlite3.Connection,
    stream: BinaryIO,
    name: str,
    how: How,
    given: Mapping[str, Any],
    author: str,
    version: str,
    keep: bool = True,
) -> Arrival:
    """Put a file among the evidence, within a transaction that writes.

    The same file that was named and described the same way before is no new arrival, unless its bytes
    are to be kept now and were not.
    """
    gauged, described = gauge(stream), canonical(given)
    row = connection.execute(
        "SELECT number, reports, problems FROM arrival "
        "WHERE evidence = ? AND name = ? AND how = ? AND given = ? ORDER BY number DESC LIMIT 1",
        (gauged.sha256, name, how, described),
    ).fetchone()
    if row and (has_bytes(connection, gauged.sha256) or not keep):
        number, reports, problems = row
        return Arrival(number, gauged.sha256, bool(reports) and problems == 0)
    keep_bytes(connection, stream, gauged, keep)
    at = now()
    body = {
        "evidence": gauged.sha256,
        "size": gauged.size,
        "kept": keep,
        "name": name,
        "how": how,
        "version": version,
        "given": described,
    }
    number = add_to_log(connection, LogKind.ARRIVAL, body, author, at)
    connection.execute(
        "INSERT INTO arrival (number, evidence, name, how, at, version, given) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)",
        (number, gauged.sha256, name, how, at, version, described),
    )
    return Arrival(number, gauged.sha256, False)


def note_end_of_file(
    connection: sqlite3.Connection, arrival: int, reports: int, problems: int, author: str
) -> None:
    """Write down that a file was read to its end, within a transaction that writes."""
    known = connection.execute(
        "SELECT reports, problems FROM arrival WHERE number = ?", (arrival,)
    ).fetchone()
    if known == (reports, problems):
        return
    body = {"arrival": arrival, "reports": reports, "problems": problems}
    add_to_log(connection, LogKind.END, body, author)
    connection.execute(
        "UPDATE arrival SET reports = ?, problems = ? WHERE number = ?",
        (reports, problems, arrival),
    )


def take_in_reports(
    connection: sqlite3.Connection,
    found: Iterable[tuple[Document, int | None]],
    author: str,
    decided: DecisionIndex,
    on_out: Callable[[Document], None] | None = None,
) -> int:
    """Put reports into the case, within a transaction that writes; how many are new.

    Each comes with the number of the arrival in which it was found, None if that is not known. A report that was taken out of the case is put back; with `on_out`, it is given to that, and stays
    out. A text that the case has, under a head that it does not have, is one more publication of
    that report.
    """
    count = 0
    published: dict[str, None] = {}  # the reports with one more publication
    for document, arrival in found:
        if on_out is not None and is_out(connection, document.id):
            on_out(document)
            continue
        count += _take_in_text(connection, document, author)
        if _take_in_head(connection, document, arrival, author):
            published[document.id] = None
    for report in published:  # once each, since that goes through all its publications
        show_head(connection, report, decided)
        _renew_card(connection, report, decided)
    return count


def _take_in_text(connection: sqlite3.Connection, document: Document, author: str) -> bool:
    """Put a report into the case without its head; whether it was not in the case before."""
    known = connection.execute("SELECT removed FROM report WHERE id = ?", (document.id,)).fetchone()
    if known is None:
        connection.execute(
            "INSERT INTO report (id, text, words, name) VALUES (?, ?, ?, ?)",
            (document.id, document.text, len(document.text.split()), document.name),
        )
        index_report(connection, document.id)
    elif known[0] is not None:
        put_back(connection, document.id, author)
    return known is None or known[0] is not None


def _take_in_head(
    connection: sqlite3.Connection, document: Document, arrival: int | None, author: str
) -> bool:
    """Write down one more publication of a report; False if it is known."""
    described = canonical(document_to_wire(document, text=False))
    has_publication = connection.execute(
        "SELECT 1 FROM publication WHERE report = ? AND document = ?", (document.id, described)
    ).fetchone()
    if has_publication:
        return False
    body = {"report": document.id, "document": sha256(described), "arrival": arrival}
    log = add_to_log(connection, LogKind.PUBLICATION, body, author)
    connection.execute(
        "INSERT INTO publication (report, arrival, document, log) VALUES (?, ?, ?, ?)",
        (document.id, arrival, described, log),
    )
    return True


def _renew_card(connection: sqlite3.Connection, report: str, decided: DecisionIndex) -> None:
    """Let comparing know of one more head of a report that was read."""
    from sayso.case.kept import keep_card

    read = connection.execute("SELECT 1 FROM shown WHERE report = ?", (report,)).fetchone()
    state = shown_facts(connection, report, decided) if read else None
    if state is not None:
        keep_card(connection, state.facts)
        note_change(connection)


def take_out(connection: sqlite3.Connection, report: str, author: str, reason: str) -> None:
    """Take a report out of the case; its evidence stays, and so do the decisions on it."""
    body = {"report": report, "reason": reason}
    log = add_to_log(connection, LogKind.REMOVAL, body, author)
    connection.execute("UPDATE report SET removed = ? WHERE id = ?", (log, report))


def put_back(connection: sqlite3.Connection, report: str, author: str) -> None:
    """Put a report back that was taken out of the case."""
    add_to_log(connection, LogKind.RETURN, {"report": report}, author)
    connection.execute("UPDATE report SET removed = NULL WHERE id = ?", (report,))
    note_change(connection)


def is_out(connection: sqlite3.Connection, report: str) -> bool:
    """Whether a report was taken out of the case."""
    row = connection.execute("SELECT removed FROM report WHERE id = ?", (report,)).fetchone()
    return row is not None and row[0] is not None
