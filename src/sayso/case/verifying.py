"""Whether a case is what it was: all that can be computed again is, and what does not fit is named."""

import json
import sqlite3
from collections.abc import Iterator
from typing import NamedTuple

from sayso.case.custody import LogKind, last_of_log
from sayso.case.finding import Finding
from sayso.case.form import strange_parts
from sayso.case.verifying_custody import (
    logged_rows,
    whole_arrivals,
    whole_decisions,
    whole_evidence,
    whole_log,
    whole_publications,
    whole_readings,
    whole_removals,
    whole_seals,
)
from sayso.case.verifying_shown import comparison_shown, facts_shown, heads_shown
from sayso.errors import kind_and_place

MOST_FINDINGS = 1000


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
        whole_log,
        whole_seals,
        whole_evidence,
        whole_arrivals,
        whole_publications,
        whole_readings,
        whole_decisions,
        whole_removals,
        _order,
        _info,
        _searches,
        heads_shown,
        facts_shown,
        comparison_shown,
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
            yield Finding(check.__name__.removeprefix("whole_").strip("_").replace("_", " "), what)


def _file(connection: sqlite3.Connection) -> Iterator[Finding]:
    for (line,) in connection.execute("PRAGMA integrity_check(20)"):
        if line != "ok":
            yield Finding("the file", str(line))
    for table, row, other, _ in connection.execute("PRAGMA foreign_key_check"):
        yield Finding(f"table {table}, row {row}", f"what it names in {other} is missing")


def _tables(connection: sqlite3.Connection) -> Iterator[Finding]:
    """Tables, views and triggers that are not as sayso makes them: a trigger could change what is read."""
    yield from (Finding(one.name, one.what) for one in strange_parts(connection))


def _order(connection: sqlite3.Connection) -> Iterator[Finding]:
    """Whether rows are numbered in the order in which the log tells of them."""
    first = "(SELECT min(log) FROM publication WHERE publication.report = report.id)"
    seals = [number for number, _ in sorted(logged_rows(connection, LogKind.SEAL).items())]
    for table, log in (("publication", "log"), ("reading", "log"), ("report", first)):
        found = connection.execute(f"SELECT number FROM {table} ORDER BY {log}")  # noqa: S608
        if any(number != wanted for wanted, (number,) in enumerate(found, 1)):
            yield Finding(f"table {table}", "its rows are not in the order of the log")
    rows = connection.execute("SELECT number, at FROM seal ORDER BY number").fetchall()
    for wanted, ((number, at), row) in enumerate(zip(rows, seals, strict=False), 1):
        logged = connection.execute("SELECT at FROM log WHERE number = ?", (row,)).fetchone()
        if number != wanted or logged != (at,):
            yield Finding(f"seal {number}", "its number or time is not as logged")


def _searches(connection: sqlite3.Connection) -> Iterator[Finding]:
    """Whether the reports and claims that can be searched are those that are here, by their numbers.

    Which words the search finds is not checked; SQLite could, but only by writing.
    """
    for table in ("report", "claim"):
        others = connection.execute(
            f"SELECT number FROM {table} EXCEPT SELECT id FROM {table}_search_docsize "  # noqa: S608
            f"UNION ALL SELECT * FROM (SELECT id FROM {table}_search_docsize "
            f"EXCEPT SELECT number FROM {table}) LIMIT 1"
        ).fetchone()
        if others:
            yield Finding(f"table {table}_search", f"it does not follow {table} {others[0]}")


def _info(connection: sqlite3.Connection) -> Iterator[Finding]:
    """What is known of the case as a whole, and of those who read."""
    known = dict(connection.execute("SELECT name, value FROM case_info"))
    row = connection.execute("SELECT at, body FROM log WHERE kind = 'new'").fetchone()
    wanted = {**json.loads(row[1]), "made_at": row[0]} if row else {}
    for name, value in wanted.items():
        if known.get(name) != value:
            yield Finding("table case_info", f"its {name} is not as logged")
    counts = {name: known.get(name, "") for name in ("changes", "compared")}
    extra = known.keys() - {*wanted, *counts, "comparer"}
    if (
        extra
        or not all(value.isdecimal() for value in counts.values())
        or int(counts["compared"]) > int(counts["changes"])
    ):
        yield Finding("table case_info", "it holds what sayso did not write")
    for _, body in logged_rows(connection, LogKind.READING).values():
        reader = connection.execute(
            "SELECT version FROM reader WHERE id = ?", (body.get("reader"),)
        ).fetchone()
        if reader != (body.get("version"),):
            yield Finding(f"reader {body.get('reader')}", "its version is not as logged")
            return
