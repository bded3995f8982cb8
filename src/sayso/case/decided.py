"""The decisions of a case as its file has them, and those in force, by what they are on."""

import json
import sqlite3
from collections.abc import Iterable, Sequence

from sayso.case.custody import canonical
from sayso.case.standing import in_force, taken_back
from sayso.errors import CaseNotUsable
from sayso.model.decisions import Decision, DecisionKind, Subject, Target
from sayso.model.ids import DocumentId


class DecisionIndex:
    """The decisions in force, found by report. `last` is the number of the last decision of all."""

    def __init__(self, decisions: Iterable[Decision]) -> None:
        every = list(decisions)
        self.last = max((one.number for one in every), default=0)
        self.in_force = in_force(every)
        self._by_report: dict[str, list[Decision]] = {}
        for decision in self.in_force:
            for report in {one.report for one in decision.subjects if one.report}:
                self._by_report.setdefault(report, []).append(decision)

    def on_report(self, report: DocumentId) -> Sequence[Decision]:
        """The decisions on a report or on a fact of it, by number."""
        return self._by_report.get(report, ())


def read_decisions(connection: sqlite3.Connection, case: str = "main") -> list[Decision]:
    """All decisions, those taken back and those that take back included, by number.

    `case` is the name under which the file is open in SQLite. Raises CaseNotUsable.
    """
    try:
        return _decisions(connection, case)
    except (ValueError, TypeError, RecursionError) as error:
        raise CaseNotUsable(
            f"a decision in the case cannot be read ({type(error).__name__}). `sayso verify` says more; "
            "go back to your last copy."
        ) from error


def _decisions(connection: sqlite3.Connection, case: str) -> list[Decision]:
    subjects: dict[int, list[Subject]] = {}
    rows = connection.execute(
        f"SELECT decision, kind, id, report, members, words FROM {case}.decision_subject "  # noqa: S608
        "ORDER BY decision, position"
    )
    for number, kind, name, report, members, words in rows:
        subject = Subject(Target(kind), name, report, tuple(json.loads(members)), words)
        subjects.setdefault(number, []).append(subject)
    rows = connection.execute(
        f"SELECT number, at, author, kind, value, reason, undoes FROM {case}.decision "  # noqa: S608
        "ORDER BY number"
    )
    return [
        Decision(
            number,
            at,
            author,
            DecisionKind(kind),
            tuple(subjects.get(number, ())),
            json.loads(value),
            reason,
            undoes,
        )
        for number, at, author, kind, value, reason, undoes in rows
    ]


def write_decision(connection: sqlite3.Connection, decision: Decision) -> None:
    """Write a decision whose row is in the log, within a transaction that writes."""
    connection.execute(
        "INSERT INTO decision VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            decision.number,
            decision.made_at,
            decision.author,
            decision.kind.value,
            canonical(decision.value),
            decision.reason,
            decision.undoes,
        ),
    )
    connection.executemany(
        "INSERT INTO decision_subject VALUES (?, ?, ?, ?, ?, ?, ?)",
        [
            (
                decision.number,
                position,
                one.kind.value,
                one.id,
                one.report,
                canonical(list(one.members)),
                one.words,
            )
            for position, one in enumerate(decision.subjects)
        ],
    )


def note_taken_back(connection: sqlite3.Connection) -> None:
    """Write down which decisions do not count now, within a transaction that writes."""
    connection.execute("DELETE FROM taken_back")
    connection.executemany(
        "INSERT INTO taken_back VALUES (?)",
        [(number,) for number in sorted(taken_back(read_decisions(connection)))],
    )


def decision_body(decision: Decision) -> dict[str, object]:
    """A decision as the log has it. Its author and time are those of whoever decided, which are not
    the row's own where the decision came from another case."""
    return {
        "author": decision.author,
        "made_at": decision.made_at,
        "kind": decision.kind.value,
        "value": dict(decision.value),
        "reason": decision.reason,
        "undoes": decision.undoes,
        "subjects": [
            {
                "kind": one.kind.value,
                "id": one.id,
                "report": one.report,
                "members": list(one.members),
                "words": one.words,
            }
            for one in decision.subjects
        ],
    }
