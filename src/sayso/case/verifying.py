"""Whether a case is what it was: all that can be computed again is, and what does not fit is named."""

import hashlib
import json
import re
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from importlib.resources import files
from typing import Any, NamedTuple

from sayso.case.custody import FIRST, LogKind, LogRow, last_of_log, log_rows, sha256
from sayso.case.decided import DecisionIndex, decision_body, read_decisions
from sayso.case.evidence import BrokenEvidence, kept_pieces
from sayso.case.packing import unpacked
from sayso.case.shown import rows_of_report, shown_rows
from sayso.case.storage import statements_of
from sayso.errors import SaysoError, kind_and_place

MOST_FINDINGS = 1000
NAME = re.compile(r"CREATE\s+(?:VIRTUAL\s+)?(TABLE|INDEX|VIEW|TRIGGER)\s+(\w+)", re.IGNORECASE)
OF_OTHERS = re.compile(
    r"_sqlite_migrations|idx__sqlite_migrations.*|(report|claim)_search_.*|sqlite_.*"
)


class Finding(NamedTuple):
    """Something that does not fit: where it is, and what is wrong with it."""

    where: str
    what: str


class Whole(NamedTuple):
    """How much a case holds that was checked, and the hash of the log's last row."""

    log_rows: int
    files: int
    readings: int
    decisions: int
    head: str


def checked(connection: sqlite3.Connection) -> Whole:
    """How much there is to check."""

    def count(table: str) -> int:
        number: int = connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]  # noqa: S608
        return number

    head = last_of_log(connection)[1]
    return Whole(count("log"), count("evidence"), count("reading"), count("decision"), head)


def findings(connection: sqlite3.Connection) -> Iterator[Finding]:
    """All that does not fit, the gravest first; none if the case is whole. Reads within one moment."""
    count = 0
    for check in (
        _file,
        _tables,
        _log,
        _seals,
        _evidence,
        _arrivals,
        _publications,
        _readings,
        _decisions,
        _removals,
        _shown,
    ):
        try:
            for finding in check(connection):
                yield finding
                count += 1
                if count >= MOST_FINDINGS:
                    return
        except sqlite3.DatabaseError as error:
            yield Finding("the file", f"it is damaged ({error})")
            return
        except Exception as error:  # what was changed may be anything
            what = f"something there cannot be read ({kind_and_place(error)})"
            yield Finding(check.__name__.strip("_"), what)


def _file(connection: sqlite3.Connection) -> Iterator[Finding]:
    for (line,) in connection.execute("PRAGMA integrity_check(20)"):
        if line != "ok":
            yield Finding("the file", str(line))
    for table, row, other, _ in connection.execute("PRAGMA foreign_key_check"):
        yield Finding(f"table {table}, row {row}", f"what it names in {other} is missing")


def _tables(connection: sqlite3.Connection) -> Iterator[Finding]:
    """Tables, views and triggers that are not as sayso makes them: a trigger could change what is read."""
    wanted = {}
    script = files("sayso.case").joinpath("schema.sql").read_text("utf-8")
    for statement in statements_of(script):
        found = NAME.search(statement)
        if found:
            wanted[found[2]] = _bare(statement)
    rows = connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")
    there = {name: _bare(sql) for name, sql in rows if not OF_OTHERS.fullmatch(name)}
    for name in sorted(wanted.keys() | there.keys()):
        if name not in there:
            yield Finding(f"{name}", "this part of the file's form is missing")
        elif name not in wanted:
            yield Finding(f"{name}", "sayso did not make this table, view or trigger")
        elif wanted[name] != there[name]:
            yield Finding(f"{name}", "this table, view or trigger was changed")


def _bare(sql: str) -> str:
    """A statement without comments and spacing."""
    return re.sub(r"\s+", " ", re.sub(r"--[^\n]*", "", sql)).strip().rstrip(";").strip()


def _log(connection: sqlite3.Connection) -> Iterator[Finding]:
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


def _seals(connection: sqlite3.Connection) -> Iterator[Finding]:
    """Stored tokens, beside the rows of the log that they are for and those that tell of them."""
    told = [body for _, body in _logged(connection, LogKind.SEAL).values()]
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


def _evidence(connection: sqlite3.Connection) -> Iterator[Finding]:
    for name, size, kept in connection.execute("SELECT sha256, size, kept FROM evidence"):
        where = f"evidence {name:.12}{_came_as(connection, name)}"
        if not kept:
            continue
        hashed, length = hashlib.sha256(), 0
        try:
            for piece in kept_pieces(connection, name):
                hashed.update(piece)
                length += len(piece)
        except BrokenEvidence as error:
            yield Finding(where, str(error))
            continue
        if length != size:
            yield Finding(where, f"it has {length:,} bytes, and {size:,} came in")
        elif hashed.hexdigest() != name:
            yield Finding(where, "its bytes are not those that came in")
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


def _logged(connection: sqlite3.Connection, kind: LogKind) -> dict[int, tuple[LogRow, Any]]:
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
    logged = _logged(connection, kind)
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


def _arrivals(connection: sqlite3.Connection) -> Iterator[Finding]:
    rows = connection.execute(
        "SELECT arrival.number, arrival.evidence, size, kept, name, how, version, given, at "
        "FROM arrival JOIN evidence ON evidence.sha256 = arrival.evidence"
    )
    names = ("evidence", "size", "kept", "name", "how", "version", "given")
    there, times = {}, {}
    for number, *values, at in rows:
        there[number] = dict(zip(names, values, strict=True))
        there[number]["kept"] = bool(there[number]["kept"])
        times[number] = at
    yield from _compared(connection, LogKind.ARRIVAL, "arrival", there)
    yield from _other_times(connection, LogKind.ARRIVAL, "arrival", times)


def _other_times(
    connection: sqlite3.Connection, kind: LogKind, what: str, times: Mapping[int, str]
) -> Iterator[Finding]:
    for number, (row, _) in _logged(connection, kind).items():
        if number in times and times[number] != row.at:
            yield Finding(f"{what} of log row {number}", "its time is not as logged")


def _publications(connection: sqlite3.Connection) -> Iterator[Finding]:
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


def _readings(connection: sqlite3.Connection) -> Iterator[Finding]:
    there: dict[int, dict[str, Any]] = {}
    rows = connection.execute("SELECT log, report, reader, head, sha256, facts FROM reading")
    for log, report, reader, head, hashed, facts in rows:
        there[log] = {"report": report, "reader": reader, "head": head, "sha256": hashed}
        try:
            own = sha256(unpacked(facts))
        except SaysoError:
            own = None
        if own != hashed:
            yield Finding(f"reading of report {report:.12}", "it is not the one that was written")
    yield from _compared(connection, LogKind.READING, "reading", there)


def _decisions(connection: sqlite3.Connection) -> Iterator[Finding]:
    try:
        decisions = read_decisions(connection)
    except ValueError as error:
        yield Finding("decisions", f"one cannot be read ({error})")
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


def _removals(connection: sqlite3.Connection) -> Iterator[Finding]:
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


def _shown(connection: sqlite3.Connection) -> Iterator[Finding]:
    """Rows that are shown, beside what the readings and decisions make of them."""
    decided = DecisionIndex(read_decisions(connection))
    reports: Iterable[tuple[str]] = connection.execute("SELECT report FROM shown").fetchall()
    for (report,) in reports:
        try:
            wanted = rows_of_report(connection, report, decided)
        except SaysoError as error:
            yield Finding(f"reading of report {report:.12}", f"it cannot be read ({error})")
            continue
        for table, rows in wanted.items():
            if sorted(rows, key=repr) != sorted(shown_rows(connection, table, report), key=repr):
                yield Finding(
                    f"table {table}, report {report:.12}",
                    "what is shown is not what was read and decided",
                )
