"""What people decided on the things of a page, to be shown beside them."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sayso.case.case import Case

MOST_AT_ONCE = 500  # names in one query
IN_FORCE = (
    "SELECT decision.number, at, author, decision.kind, value, reason, subject.report, subject.id "
    "FROM decision_subject AS subject JOIN decision ON decision.number = subject.decision "
    "WHERE subject.id IN ({places}) AND decision.kind != 'undo' "
    "AND decision.number NOT IN (SELECT decision FROM taken_back) ORDER BY decision.number"
)


@dataclass(frozen=True, slots=True)
class Mark:
    """A decision in force on a thing."""

    number: int
    at: str
    author: str
    kind: str
    value: Mapping[str, Any]
    reason: str


@dataclass(frozen=True, slots=True)
class Marks:
    """The decisions in force on the things of a page, by "REPORT/FACT", or by the id of a group."""

    by_name: Mapping[str, Sequence[Mark]]

    def on(self, row: Mapping[str, Any]) -> Sequence[Mark]:
        """The decisions on the thing that a row is of, by number."""
        return self.by_name.get(name_of(row), ())


def name_of(row: Mapping[str, Any]) -> str:
    """What a thing is known by: "REPORT/FACT", or the id of a report or a group."""
    report = row.get("report")
    return f"{report}/{row['id']}" if isinstance(report, str) else str(row["id"])


def mark_of(row: Mapping[str, Any]) -> Mark:
    """The mark that a row of a decision is."""
    value = json.loads(row["value"])
    return Mark(row["number"], row["at"], row["author"], row["kind"], value, row["reason"])


def marks_on(case: Case, rows: Iterable[Mapping[str, Any]]) -> Marks:
    """The decisions in force on the things that rows are of."""
    ids = sorted({str(row["id"]) for row in rows if row.get("id")})
    found: dict[str, list[Mark]] = {}
    for start in range(0, len(ids), MOST_AT_ONCE):
        some = ids[start : start + MOST_AT_ONCE]
        for row in case.query(IN_FORCE.format(places=", ".join("?" * len(some))), some):
            found.setdefault(name_of(row), []).append(mark_of(row))
    return Marks(found)
