"""Rows of a case for lists, for one thing, and for a first answer; plain SQL, nothing is loaded."""

import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sayso.case.naming import find_subject
from sayso.model.decisions import Target

Row = dict[str, Any]

# What is listed: the view, and the order of its rows.
LISTS = {
    "reports": ("v_reports", "removed, coalesce(published, '9999'), name"),
    "claims": ("v_claims", "coalesce(published, '9999'), report, start"),
    "points": ("v_points", "probability IS NULL, probability DESC, claims DESC, id"),
    "tolls": ("v_tolls", "reports DESC, figures DESC, story, harm, policy"),
    "speakers": ("v_speakers", "reports DESC, claims DESC, mentions DESC, name"),
}
# Columns by which a list can be cut down, by the name of the option; `words` are searched for.
FILTERS = {
    "reports": ("outlet", "story", "removed"),
    "claims": ("outlet", "speaker", "stance", "report", "point", "source", "status"),
    "points": ("state", "likelihood", "story", "source", "status"),
    "tolls": ("policy", "harm", "story"),
    "speakers": ("type", "name"),
}


@dataclass(frozen=True, slots=True)
class Status:
    """What a case holds, in numbers. `last` is the number of the log's last row, and `head` its hash."""

    reports: int
    unread: int
    failed: int
    stories: int
    claims: int
    points: int
    disputes: int
    tolls: int
    decisions: int
    orphans: int
    compared: bool
    last: int
    head: str
    first_day: str | None
    last_day: str | None


def rows(
    connection: sqlite3.Connection,
    what: str,
    filters: Mapping[str, str] | None = None,
    words: str | None = None,
    limit: int = -1,
) -> Iterator[Row]:
    """The rows of a list, cut down to those with these values, and to those with these words."""
    view, order = LISTS[what]
    wheres, values = [], list[Any]()
    for name, value in (filters or {}).items():
        if name not in FILTERS[what]:
            raise ValueError(f"{what} have no filter {name!r}")
        wheres.append(f"{name} = ?" if name == "removed" else f"{name} LIKE ? ESCAPE '\\'")
        values.append(value if name == "removed" else _like(value))
    if words:
        query, value = _words_query(what, words)
        wheres.append(query)
        values.append(value)
    where = f"WHERE {' AND '.join(wheres)}" if wheres else ""
    found = connection.execute(
        f"SELECT * FROM {view} {where} ORDER BY {order} LIMIT ?",  # noqa: S608
        (*values, limit),
    )
    names = [one[0] for one in found.description]
    for row in found:
        yield dict(zip(names, row, strict=True))


def _words_query(what: str, words: str) -> tuple[str, str]:
    """A condition for rows with these words, and its value."""
    if what == "reports":
        return (
            "id IN (SELECT report.id FROM report_search JOIN report ON report.number = report_search.rowid "
            "WHERE report_search MATCH ?)",
            _match(words),
        )
    if what == "claims":
        return (
            "(report, id) IN (SELECT claim.report, claim.id FROM claim_search "
            "JOIN claim ON claim.number = claim_search.rowid WHERE claim_search MATCH ?)",
            _match(words),
        )
    column = {"points": "title", "tolls": "who", "speakers": "name"}[what]
    return f"{column} LIKE ? ESCAPE '\\'", f"%{_like(words)}%"


def _match(words: str) -> str:
    """A search for all of the words; none of them is an operator of the search."""
    return " ".join('"' + word.replace('"', '""') + '"' for word in words.split())


def _like(text: str) -> str:
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


def status_of(connection: sqlite3.Connection, unread: int, compared: bool) -> Status:
    """What the case holds, in numbers."""

    def count(query: str) -> int:
        number: int = connection.execute(query).fetchone()[0]
        return number

    last, head = connection.execute(
        "SELECT number, hash FROM log ORDER BY number DESC LIMIT 1"
    ).fetchone()
    days = connection.execute(
        "SELECT min(substr(published, 1, 10)), max(substr(published, 1, 10)) FROM report "
        "WHERE removed IS NULL"
    ).fetchone()
    return Status(
        reports=count("SELECT count(*) FROM report WHERE removed IS NULL"),
        unread=unread,
        failed=count("SELECT count(DISTINCT report) FROM failure"),
        stories=count("SELECT count(*) FROM story"),
        claims=count("SELECT count(*) FROM claim"),
        points=count("SELECT count(*) FROM point"),
        disputes=count("SELECT count(*) FROM point WHERE state IN ('contested', 'conceded')"),
        tolls=count("SELECT count(*) FROM toll"),
        decisions=count(
            "SELECT count(*) FROM decision WHERE kind != 'undo' AND number NOT IN (SELECT decision FROM taken_back)"
        ),
        orphans=count("SELECT count(DISTINCT decision) FROM orphan"),
        compared=compared,
        last=last,
        head=head,
        first_day=days[0],
        last_day=days[1],
    )


def one_thing(connection: sqlite3.Connection, name: str) -> Row:
    """All that the case knows of a report, a fact or a group. Raises WrongDecision if there is none."""
    subject = find_subject(connection, name)
    found: Row = {"kind": subject.kind.value}
    table = {
        Target.REPORT: "v_reports",
        Target.POINT: "v_points",
        Target.TOLL: "v_tolls",
        Target.SHARED_SPEAKER: "v_speakers",
        Target.SHARED_EVENT: "shared_event",
    }.get(subject.kind, subject.kind.value)
    if subject.kind is Target.OUTLET:
        found["reports"] = list(rows(connection, "reports", {"outlet": subject.id}))
    else:
        condition = "id = ?" if subject.report in (None, subject.id) else "id = ? AND report = ?"
        values = (
            (subject.id,) if subject.report in (None, subject.id) else (subject.id, subject.report)
        )
        found |= _first(connection, f"SELECT * FROM {table} WHERE {condition}", values)  # noqa: S608
    if subject.kind is Target.REPORT:
        found["text"] = connection.execute(
            "SELECT text FROM report WHERE id = ?", (subject.id,)
        ).fetchone()[0]
        found["claims"] = list(rows(connection, "claims", {"report": subject.id}))
        found["arrivals"] = _all(
            connection,
            "SELECT arrival.number, arrival.at, arrival.how, arrival.name, arrival.evidence, "
            "arrival.version FROM publication JOIN arrival ON arrival.number = publication.arrival "
            "WHERE publication.report = ?",
            (subject.id,),
        )
    if subject.kind is Target.POINT:
        found["claims"] = _all(
            connection,
            "SELECT v_claims.*, stand.concedes FROM stand JOIN v_claims "
            "ON v_claims.report = stand.report AND v_claims.id = stand.claim "
            "WHERE stand.point = ? ORDER BY position",
            (subject.id,),
        )
    if subject.kind is Target.TOLL:
        found["figures"] = _all(
            connection,
            "SELECT toll_figure.why, figure.*, report.outlet, report.published FROM toll_figure "
            "JOIN figure ON figure.report = toll_figure.report AND figure.id = toll_figure.figure "
            "JOIN report ON report.id = figure.report WHERE toll = ? ORDER BY position",
            (subject.id,),
        )
    found["decisions"] = _all(
        connection,
        "SELECT DISTINCT v_decisions.* FROM v_decisions JOIN decision_subject "
        "ON decision_subject.decision = v_decisions.number "
        "WHERE decision_subject.id = ? AND decision_subject.report IS ? ORDER BY v_decisions.number",
        (subject.id, subject.report),
    )
    return found


def _first(connection: sqlite3.Connection, query: str, values: tuple[Any, ...]) -> Row:
    return _all(connection, query, values)[0]


def _all(connection: sqlite3.Connection, query: str, values: tuple[Any, ...]) -> list[Row]:
    found = connection.execute(query, values)
    names = [one[0] for one in found.description]
    return [dict(zip(names, row, strict=True)) for row in found]
