"""Rows of the history of decisions: which a page has, on what each was made, and what took it back."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sayso.case.case import Case
from sayso.desk.views.asked import checked_choice
from sayso.model.decisions import DecisionKind, Target

Row = dict[str, Any]

MOST_SUBJECTS = 6  # of a decision that are listed
STATES = {"in-force": "in force", "taken-back": "taken back", "orphan": "its subject is gone"}
CONDITIONS = {
    "author": "author = :author",
    "kind": "decision.kind = :kind",
    "thing": "coalesce(undoes, decision.number) IN "
    "(SELECT decision FROM decision_subject WHERE kind = :thing)",
}
IN_STATE = {
    "in-force": "decision.kind != 'undo' AND decision.number NOT IN (SELECT decision FROM taken_back)",
    "taken-back": "decision.number IN (SELECT decision FROM taken_back)",
    "orphan": "decision.number IN (SELECT decision FROM orphan)",
}
LISTED = (
    "SELECT decision.number, at, author, decision.kind, value, reason, undoes, "
    "EXISTS (SELECT 1 FROM taken_back WHERE decision = decision.number) AS taken_back, "
    "EXISTS (SELECT 1 FROM orphan WHERE decision = decision.number) AS orphan "
    "FROM decision WHERE {where} ORDER BY decision.number DESC LIMIT :limit OFFSET :offset"
)
COUNTED = "SELECT count(*) AS number FROM decision WHERE {where}"
LATER = "SELECT count(*) AS number FROM decision WHERE number > ?"
AUTHORS = (
    "SELECT author, count(*) AS number FROM decision GROUP BY author ORDER BY 2 DESC LIMIT 200"
)
# What takes a decision back now: the last one that does, and was not taken back itself.
TAKEN_BACK_BY = (
    "SELECT undoes, max(number) AS number, author, at, reason FROM decision "
    "WHERE undoes IN (SELECT value FROM json_each(?)) "
    "AND number NOT IN (SELECT decision FROM taken_back) GROUP BY undoes"
)
# A decision that takes back is on what the one at the end of its chain was on.
SUBJECTS = (
    "WITH RECURSIVE chain (number, made, undoes) AS ("
    "SELECT number, number, undoes FROM decision WHERE number IN (SELECT value FROM json_each(:numbers)) "
    "UNION ALL SELECT chain.number, decision.number, decision.undoes FROM chain "
    "JOIN decision ON decision.number = chain.undoes), "
    "first AS (SELECT number, min(made) AS made FROM chain GROUP BY number) "
    "SELECT first.number AS of, first.made, subject.position, subject.kind, subject.id, subject.report, "
    "subject.words, report.outlet, report.title, report.name, "
    "coalesce(claim.start, figure.start, event.start, speaker.start) AS start, "
    'coalesce(claim."end", figure."end", event."end", speaker."end") AS "end", '
    "(SELECT count(*) FROM decision_subject AS other WHERE other.decision = first.made) AS things "
    "FROM first JOIN decision_subject AS subject ON subject.decision = first.made "
    "AND subject.position < :most "
    "LEFT JOIN report ON report.id = subject.report "
    "LEFT JOIN claim ON claim.report = subject.report AND claim.id = subject.id "
    "LEFT JOIN figure ON figure.report = subject.report AND figure.id = subject.id "
    "LEFT JOIN event ON event.report = subject.report AND event.id = subject.id "
    "LEFT JOIN speaker ON speaker.report = subject.report AND speaker.id = subject.id "
    "ORDER BY first.number, subject.position"
)


@dataclass(frozen=True, slots=True)
class Asked:
    """Which decisions an address asks for: a condition of SQL, its values, and the filters."""

    where: str
    values: Mapping[str, str]
    filters: Mapping[str, str]


def asked_for(asked: Mapping[str, str]) -> Asked:
    """What the filters in an address say. Raises HTTPException where one cannot be."""
    choices: Mapping[str, Iterable[str]] = {
        "kind": tuple(DecisionKind),
        "thing": tuple(Target),
        "state": tuple(STATES),
    }
    kept = {name: asked[name] for name in ("author", *choices) if asked.get(name)}
    for name, value in kept.items():
        if name in choices:
            checked_choice(name, value, choices[name])
    conditions = [CONDITIONS[name] for name in kept if name != "state"]
    if "state" in kept:
        conditions.append(IN_STATE[kept["state"]])
    values = {name: value for name, value in kept.items() if name != "state"}
    return Asked(" AND ".join(conditions) or "1", values, kept)


def decision_rows(case: Case, asked: Asked, limit: int, offset: int) -> list[Row]:
    """Decisions, the newest first, each with `subjects`, `things` (how many), `by` (what took it back).

    `value` is what was decided, as the case keeps it.
    """
    query = LISTED.format(where=asked.where)
    rows = case.query(query, {**asked.values, "limit": limit, "offset": offset})
    numbers = json.dumps([row["number"] for row in rows])
    by = {row["undoes"]: row for row in case.query(TAKEN_BACK_BY, (numbers,))}
    subjects = _subjects(case, numbers)
    return [_whole(row, by, subjects.get(row["number"], ())) for row in rows]


def count_decisions(case: Case, asked: Asked) -> int:
    """How many decisions there are of this choice."""
    number: int = case.query(COUNTED.format(where=asked.where), asked.values)[0]["number"]
    return number


def place_of(case: Case, number: int) -> int:
    """How many decisions stand before one in the whole list."""
    later: int = case.query(LATER, (number,))[0]["number"]
    return later


def _whole(row: Row, by: Mapping[int, Row], subjects: Sequence[Row]) -> Row:
    return {
        **row,
        "value": json.loads(row["value"]),
        "by": by.get(row["number"]) if row["taken_back"] else None,
        "subjects": subjects,
        "things": subjects[0]["things"] if subjects else 0,
    }


def _subjects(case: Case, numbers: str) -> dict[int, list[Row]]:
    found: dict[int, list[Row]] = {}
    for row in case.query(SUBJECTS, {"numbers": numbers, "most": MOST_SUBJECTS}):
        found.setdefault(row["of"], []).append(row)
    return found
