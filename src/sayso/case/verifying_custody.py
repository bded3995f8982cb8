"""Whether the log, the evidence and all that came in or was decided fit each other."""

import json
import sqlite3
from collections.abc import Iterator, Mapping
from typing import Any

from sayso.case.custody import FIRST, LogKind, LogRow, log_rows, sha256
from sayso.case.decided import decision_body, read_decisions
from sayso.case.evidence import BrokenEvidence, kept_pieces
from sayso.case.finding import Finding
from sayso.errors import SaysoError
from sayso.model.packed import unpacked_line


def whole_log(connection: sqlite3.Connection) -> Iterator[Finding]:
    """Whether each row of the log follows from the one before."""
    previous, number = FIRST, 0
    for row in log_rows(connection):
        number += 1
        if row.number != number:
            yield Finding(_of_log(row), f"row {number} of the log is missing before it")
            number = row.number
        elif row.previous != previous:
            yield Finding(_of_log(row), "it does not follow from the row before")
        if row.hash != row.own_hash:
            yield Finding(_of_log(row), "it was changed after it was written")
        previous = row.hash


def whole_seals(connection: sqlite3.Connection) -> Iterator[Finding]:
    """Stored tokens, beside the rows of the log that they are for and those that tell of them."""
    told = [body for _, body in logged_rows(connection, LogKind.SEAL).values()]
    there = []
    for number, hashed, token in connection.execute(
        "SELECT log, hash, token FROM seal ORDER BY number"
    ):
        there.append({"row": number, "hash": hashed, "token": sha256(token)})
        row = connection.execute("SELECT hash FROM log WHERE number = ?", (number,)).fetchone()
        if row is None or row[0] != hashed:
            yield Finding(f"seal of log row {number}", "that row of the log is another one now")
    if told != there:
        yield Finding("seals", "they are not those that the log tells of")


def _of_log(row: LogRow) -> str:
    return f"log, row {row.number} ({row.kind}, {row.at})"


def whole_evidence(connection: sqlite3.Connection) -> Iterator[Finding]:
    """Whether the bytes of every file are those that came in, and the log tells of each."""
    for name, size in connection.execute("SELECT sha256, size FROM evidence WHERE kept"):
        where = f"evidence {name:.12}{_came_as(connection, name)}"
        length = 0
        try:
            for piece in kept_pieces(connection, name):
                length += len(piece)
        except BrokenEvidence as error:
            yield Finding(where, str(error))
            continue
        if length != size:
            yield Finding(where, f"it has {length:,} bytes, and {size:,} came in")
    yield from _strays(
        connection,
        "SELECT DISTINCT sha256 FROM evidence_piece WHERE sha256 NOT IN (SELECT sha256 FROM evidence)",
        "evidence",
    )
    yield from _strays(
        connection,
        "SELECT sha256 FROM evidence WHERE sha256 NOT IN (SELECT evidence FROM arrival)",
        "evidence",
    )


def _came_as(connection: sqlite3.Connection, name: str) -> str:
    row = connection.execute(
        "SELECT name FROM arrival WHERE evidence = ? LIMIT 1", (name,)
    ).fetchone()
    return f" ({row[0]})" if row else ""


def _strays(connection: sqlite3.Connection, query: str, what: str) -> Iterator[Finding]:
    for (name,) in connection.execute(query):
        yield Finding(f"{what} {name!s:.12}", "no row of the log tells how it came in")


def logged_rows(connection: sqlite3.Connection, kind: LogKind) -> dict[int, tuple[LogRow, Any]]:
    """The rows of one kind, with what their bodies say; {} for a body that cannot be read."""
    found = {}
    for row in log_rows(connection):
        if row.kind == kind.value:
            try:
                found[row.number] = row, json.loads(row.body)
            except ValueError:
                found[row.number] = row, {}
    return found


def _compared(
    connection: sqlite3.Connection,
    kind: LogKind,
    what: str,
    there: Mapping[int, Mapping[str, Any]],
) -> Iterator[Finding]:
    """Rows of a table beside what the log says of them, both by the number of the row of the log."""
    logged = logged_rows(connection, kind)
    for number in sorted(logged.keys() | there.keys()):
        if number not in there:
            yield Finding(f"{what} of log row {number}", "it is in the log, and is missing")
        elif number not in logged:
            yield Finding(f"{what} of log row {number}", "it is not in the log")
        else:
            body = logged[number][1]
            for name, value in there[number].items():
                if not isinstance(body, dict) or body.get(name) != value:
                    yield Finding(f"{what} of log row {number}", f"its {name} is not as logged")


def whole_arrivals(connection: sqlite3.Connection) -> Iterator[Finding]:
    """Whether files came in as the log says."""
    rows = connection.execute(
        "SELECT arrival.number, arrival.evidence, size, kept, name, how, version, given, at "
        "FROM arrival JOIN evidence ON evidence.sha256 = arrival.evidence"
    )
    names = ("evidence", "size", "kept", "name", "how", "version", "given")
    there, times, kept = {}, {}, {}
    for number, *values, at in rows:
        there[number] = dict(zip(names, values, strict=True))
        kept[values[0]] = bool(there[number].pop("kept"))
        times[number] = at
    yield from _kept(connection, kept)
    yield from _ends(connection)
    yield from _compared(connection, LogKind.ARRIVAL, "arrival", there)
    yield from _other_times(connection, LogKind.ARRIVAL, "arrival", times)


def _kept(connection: sqlite3.Connection, there: Mapping[str, bool]) -> Iterator[Finding]:
    """Whether bytes are kept of every file that came in once to be kept."""
    logged: dict[str, bool] = {}
    for _, body in logged_rows(connection, LogKind.ARRIVAL).values():
        if isinstance(body, dict):
            name = str(body.get("evidence"))
            logged[name] = logged.get(name, False) or bool(body.get("kept"))
    for name, kept in there.items():
        if logged.get(name) != kept:
            yield Finding(f"evidence {name:.12}", "the log does not say that its bytes are kept so")


def _ends(connection: sqlite3.Connection) -> Iterator[Finding]:
    """Whether each file was read to its end with what the log says."""
    ends = {}
    for _, body in logged_rows(connection, LogKind.END).values():
        if isinstance(body, dict):
            ends[body.get("arrival")] = (body.get("reports"), body.get("problems"))
    for number, *found in connection.execute("SELECT number, reports, problems FROM arrival"):
        if ends.get(number, (None, None)) != tuple(found):
            what = "the log does not say that so much was found in it"
            yield Finding(f"arrival of log row {number}", what)


def _other_times(
    connection: sqlite3.Connection, kind: LogKind, what: str, times: Mapping[int, str]
) -> Iterator[Finding]:
    for number, (row, _) in logged_rows(connection, kind).items():
        if number in times and times[number] != row.at:
            yield Finding(f"{what} of log row {number}", "its time is not as logged")


def whole_publications(connection: sqlite3.Connection) -> Iterator[Finding]:
    """Whether texts are what their ids say, and their heads what the log says."""
    for name, text in connection.execute("SELECT id, text FROM report"):
        if sha256(text) != name:
            yield Finding(f"report {name:.12}", "its text is not the one that came in")
    rows = connection.execute("SELECT log, report, document, arrival FROM publication")
    there = {
        log: {"report": report, "document": sha256(document), "arrival": arrival}
        for log, report, document, arrival in rows
    }
    yield from _compared(connection, LogKind.PUBLICATION, "publication", there)
    yield from _strays(
        connection,
        "SELECT id FROM report WHERE id NOT IN (SELECT report FROM publication)",
        "report",
    )


def whole_readings(connection: sqlite3.Connection) -> Iterator[Finding]:
    """Whether readings are those that were written."""
    there: dict[int, dict[str, Any]] = {}
    rows = connection.execute("SELECT log, report, reader, head, sha256, facts FROM reading")
    for log, report, reader, head, hashed, facts in rows:
        there[log] = {"report": report, "reader": reader, "head": head, "sha256": hashed}
        try:
            own = sha256(unpacked_line(facts, "a reading"))
        except SaysoError:
            own = None
        if own != hashed:
            yield Finding(f"reading of report {report:.12}", "it is not the one that was written")
    yield from _compared(connection, LogKind.READING, "reading", there)


def whole_decisions(connection: sqlite3.Connection) -> Iterator[Finding]:
    """Whether decisions are those that the log tells of."""
    try:
        decisions = read_decisions(connection)
    except SaysoError as error:
        yield Finding("decisions", str(error))
        return
    there = {one.number: json.loads(json.dumps(decision_body(one))) for one in decisions}
    yield from _compared(connection, LogKind.DECISION, "decision", there)
    yield from (
        Finding(f"subject of decision {number}", "there is no such decision")
        for (number,) in connection.execute(
            "SELECT DISTINCT decision FROM decision_subject "
            "WHERE decision NOT IN (SELECT number FROM decision)"
        )
    )
    yield from (
        Finding(f"subjects of decision {number}", "their positions are not those that they had")
        for (number,) in connection.execute(
            "SELECT decision FROM decision_subject GROUP BY decision "
            "HAVING min(position) != 0 OR max(position) != count(*) - 1"
        )
    )


def whole_removals(connection: sqlite3.Connection) -> Iterator[Finding]:
    """Whether the reports that are out of the case are those that the log says."""
    out: dict[str, int | None] = {}
    for row in log_rows(connection):
        if row.kind in (LogKind.REMOVAL.value, LogKind.RETURN.value):
            try:
                report = json.loads(row.body)["report"]
            except (ValueError, KeyError, TypeError):
                continue  # the log itself was found broken
            out[report] = row.number if row.kind == LogKind.REMOVAL.value else None
    for name, removed in connection.execute("SELECT id, removed FROM report"):
        if out.get(name) != removed:
            yield Finding(
                f"report {name:.12}", "the log does not say that it is in, or out of, the case so"
            )
