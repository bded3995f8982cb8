"""What is new in a case since a moment: how much more there is, and which disputes nobody saw before."""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sayso.case.custody import now

COUNTED = {
    "story": "SELECT count(*) FROM story",
    "point": "SELECT count(*) FROM point",
    "dispute": "SELECT count(*) FROM point WHERE state IN ('contested', 'conceded')",
}
DISPUTED_CLAIMS = (
    "SELECT report, claim FROM stand JOIN point ON point.id = stand.point "
    "WHERE state IN ('contested', 'conceded')"
)


@dataclass(frozen=True, slots=True)
class Moment:
    """How many of what a case held at one moment, and which claims were in a dispute."""

    counts: dict[str, int]
    disputed: frozenset[tuple[str, str]]


def moment(connection: sqlite3.Connection) -> Moment:
    """What the case holds now."""
    counts = {name: connection.execute(query).fetchone()[0] for name, query in COUNTED.items()}
    return Moment(counts, frozenset(connection.execute(DISPUTED_CLAIMS).fetchall()))


def new_disputes(connection: sqlite3.Connection, before: Moment) -> Sequence[dict[str, Any]]:
    """The disputes none of whose claims was in a dispute before, the surest first."""
    found: dict[str, dict[str, Any]] = {}
    old: set[str] = set()
    rows = connection.execute(
        "SELECT point.id, title, origins_for, origins_against, report, claim FROM point "
        "JOIN stand ON stand.point = point.id WHERE state IN ('contested', 'conceded') "
        "ORDER BY probability IS NULL, probability DESC, point.id"
    )
    for point, title, origins_for, origins_against, report, claim in rows:
        known = {"id": point, "title": title, "for": origins_for, "against": origins_against}
        found.setdefault(point, known)
        if (report, claim) in before.disputed:
            old.add(point)
    return [one for name, one in found.items() if name not in old]


def keep_look(connection: sqlite3.Connection, author: str, log: int) -> int:
    """Keep that somebody has looked up to a row of the log, within a transaction that writes.

    Gives the last row that they looked at; an earlier one changes nothing.
    """
    connection.execute(
        "INSERT INTO look VALUES (:author, :log, :at) ON CONFLICT (author) "
        "DO UPDATE SET log = excluded.log, at = excluded.at WHERE excluded.log > look.log",
        {"author": author, "log": log, "at": now()},
    )
    row = connection.execute("SELECT log FROM look WHERE author = ?", (author,)).fetchone()
    return int(row[0])
