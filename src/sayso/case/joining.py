"""Taking another case in, or what was exported from one: its reports, readings and decisions.

A report, a reading or a decision that is here already is not taken in twice. Decisions keep who made
them and when, and get new numbers. Where both cases decided differently on one thing, the later row
counts, and the two are named.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from sayso.case.custody import LogKind, add_to_log, canonical, last_of_log, now, sha256
from sayso.case.decided import DecisionIndex, decision_body, read_decisions, write_decision
from sayso.case.intake import note_end_of_file, take_in_reports
from sayso.model.decisions import Decision, DecisionKind, Subject
from sayso.model.text import Document
from sayso.model.wire import document_from_wire

# Two of these on one thing, one from each case, are a conflict if they say different things.
EXCLUSIVE = {
    DecisionKind.ACCEPT: "verdict",
    DecisionKind.REJECT: "verdict",
    DecisionKind.CORRECT: "correct",
    DecisionKind.RELIABILITY: "reliability",
    DecisionKind.CREDIBILITY: "credibility",
    DecisionKind.SIDE: "side",
}


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two decisions on one thing that say different things; `theirs` counts, since it has the later
    number."""

    ours: Decision
    theirs: Decision
    subject: Subject


@dataclass
class Joined:
    """What was taken in from another case."""

    reports: int = 0
    readings: int = 0
    decisions: int = 0
    conflicts: list[Conflict] = field(default_factory=list)


def merge_case(connection: sqlite3.Connection, other: Path, author: str) -> Joined:
    """Take in all that another case holds, within a transaction that writes.

    The other case is attached as `theirs`; the caller does that, and checks it before.
    """
    joined = Joined()
    number, hashed = connection.execute(
        "SELECT number, hash FROM theirs.log ORDER BY number DESC LIMIT 1"
    ).fetchone()
    name = connection.execute("SELECT value FROM theirs.case_info WHERE name = 'case'").fetchone()
    body = {"case": name[0], "file": other.name, "number": number, "hash": hashed}
    merge = add_to_log(connection, LogKind.MERGE, body, author)
    arrivals = _take_evidence(connection, merge, author)
    decided = DecisionIndex(read_decisions(connection))
    joined.reports = _take_reports(connection, arrivals, author, decided)
    joined.readings = _take_readings(connection, author)
    theirs = read_decisions(connection, "theirs")
    joined.decisions, joined.conflicts = copy_decisions(connection, theirs, author)
    return joined


def _take_evidence(connection: sqlite3.Connection, merge: int, author: str) -> dict[int, int]:
    """Take in their files; the number of each arrival here by its number there."""
    kept_here = dict(connection.execute("SELECT sha256, kept FROM main.evidence"))
    connection.execute(
        "INSERT INTO evidence SELECT * FROM theirs.evidence AS e WHERE NOT EXISTS "
        "(SELECT 1 FROM main.evidence AS o WHERE o.sha256 = e.sha256 AND o.kept >= e.kept) "
        "ON CONFLICT (sha256) DO UPDATE SET kept = 1"
    )
    connection.execute(
        "INSERT INTO evidence_piece SELECT * FROM theirs.evidence_piece AS p "
        "WHERE NOT EXISTS (SELECT 1 FROM main.evidence_piece "
        "WHERE main.evidence_piece.sha256 = p.sha256)"
    )
    numbers = {}
    rows = connection.execute(
        "SELECT a.number, a.evidence, a.name, a.how, a.at, a.version, a.given, a.reports, a.problems, "
        "e.size, e.kept FROM theirs.arrival AS a JOIN theirs.evidence AS e ON e.sha256 = a.evidence "
        "ORDER BY a.number"
    ).fetchall()
    for number, evidence, name, how, at, version, given, reports, problems, size, kept in rows:
        known = connection.execute(
            "SELECT number FROM arrival WHERE evidence = ? AND name = ? AND how = ? AND given = ?",
            (evidence, name, how, given),
        ).fetchone()
        if known and kept_here[evidence] >= kept:
            numbers[number] = known[0]
            continue
        body = {
            "evidence": evidence,
            "size": size,
            "kept": bool(kept),
            "name": name,
            "how": how,
            "version": version,
            "given": given,
            "merge": merge,
            "came_at": at,
        }
        own = add_to_log(connection, LogKind.ARRIVAL, body, author, now())
        written_at = connection.execute("SELECT at FROM log WHERE number = ?", (own,)).fetchone()[0]
        connection.execute(
            "INSERT INTO arrival VALUES (?, ?, ?, ?, ?, ?, ?, NULL, NULL)",
            (own, evidence, name, how, written_at, version, given),
        )
        if reports is not None:
            note_end_of_file(connection, own, reports, problems, author)
        numbers[number] = own
    return numbers


def _take_reports(
    connection: sqlite3.Connection,
    arrivals: dict[int, int],
    author: str,
    decided: DecisionIndex,
) -> int:
    """Take in their reports that are in their case; how many were not in this one."""
    rows = connection.execute(
        "SELECT p.document, p.arrival, r.text FROM theirs.publication AS p "
        "JOIN theirs.report AS r ON r.id = p.report WHERE r.removed IS NULL ORDER BY p.number"
    ).fetchall()
    found = (
        (document_from_wire({**json.loads(described), "text": text}), arrivals.get(arrival))
        for described, arrival, text in rows
    )
    return take_in_reports(connection, found, author, decided)


def _take_readings(connection: sqlite3.Connection, author: str) -> int:
    """Take in their readings of reports that are here; they are shown where none is."""
    connection.execute(
        "INSERT INTO reader SELECT * FROM theirs.reader AS r "
        "WHERE NOT EXISTS (SELECT 1 FROM main.reader WHERE main.reader.id = r.id)"
    )
    rows = connection.execute(
        "SELECT t.report, t.reader, t.head, t.facts, t.sha256, "
        "(SELECT version FROM main.reader WHERE id = t.reader) FROM theirs.reading AS t "
        "JOIN main.report ON main.report.id = t.report WHERE NOT EXISTS "
        "(SELECT 1 FROM main.reading AS o WHERE o.report = t.report AND o.reader = t.reader "
        "AND o.head = t.head) ORDER BY t.number"
    ).fetchall()
    for report, reader, head, facts, hashed, version in rows:
        body = {
            "report": report,
            "reader": reader,
            "version": version,
            "head": head,
            "sha256": hashed,
        }
        log = add_to_log(connection, LogKind.READING, body, author)
        connection.execute(
            "INSERT INTO reading (report, reader, head, facts, sha256, log) VALUES (?, ?, ?, ?, ?, ?)",
            (report, reader, head, facts, hashed, log),
        )
    return len(rows)


def copy_decisions(
    connection: sqlite3.Connection, theirs: Iterable[Decision], author: str
) -> tuple[int, list[Conflict]]:
    """Write decisions of another case that are not here; how many, and the conflicts.

    Within a transaction that writes.
    """
    ours = DecisionIndex(read_decisions(connection))
    known = {identity: number for number, identity in _identities(ours).items()}
    before = ours.in_force
    index = DecisionIndex(theirs)
    identities = _identities(index)
    numbers: dict[int, int] = {}
    written: list[Decision] = []
    for decision in index.every:
        here = known.get(identities[decision.number])
        if here is not None:
            numbers[decision.number] = here
            continue
        undoes = None if decision.undoes is None else numbers.get(decision.undoes)
        number = last_of_log(connection)[0] + 1
        own = replace(decision, number=number, undoes=undoes)
        add_to_log(connection, LogKind.DECISION, decision_body(own), author)
        write_decision(connection, own)
        numbers[decision.number] = number
        written.append(own)
        ours.add(own)
    return len(written), list(_conflicts(before, ours.in_force, written))


def _identities(decisions: DecisionIndex) -> dict[int, str]:
    """What tells each decision from all others, by the number that it has here; it has none in it.

    Of what a decision takes back, it has the hash, so a long chain makes none of them longer.
    """
    found: dict[int, str] = {}
    for one in decisions.every:  # what is taken back comes first
        body = decision_body(replace(one, undoes=None))
        undone = found.get(one.undoes) if one.undoes is not None else None
        found[one.number] = sha256(canonical([body, undone]))
    return found


def _conflicts(
    before: Sequence[Decision], after: Sequence[Decision], written: Sequence[Decision]
) -> Iterator[Conflict]:
    still = {one.number for one in after}
    for theirs in written:
        if theirs.number not in still:
            continue
        for ours in before:
            if EXCLUSIVE.get(ours.kind) is None or ours.number not in still:
                continue
            if EXCLUSIVE.get(ours.kind) != EXCLUSIVE.get(theirs.kind):
                continue
            shared = {(one.kind, one.id, one.report) for one in ours.subjects}
            for subject in theirs.subjects:
                if (subject.kind, subject.id, subject.report) in shared and _differ(ours, theirs):
                    yield Conflict(ours, theirs, subject)


def _differ(ours: Decision, theirs: Decision) -> bool:
    """Whether the two cannot both be followed."""
    if ours.kind is not theirs.kind:
        return True
    names = set(ours.value) & set(theirs.value)
    return any(ours.value[name] != theirs.value[name] for name in names)


def take_in_documents(
    connection: sqlite3.Connection,
    documents: Iterable[Document],
    decisions: Iterable[Decision],
    arrival: int,
    author: str,
) -> Joined:
    """Take in the reports and decisions of an export, within a transaction that writes."""
    joined = Joined()
    decided = DecisionIndex(read_decisions(connection))
    found = ((document, arrival) for document in documents)
    joined.reports = take_in_reports(connection, found, author, decided)
    joined.decisions, joined.conflicts = copy_decisions(connection, decisions, author)
    return joined
