"""The decisions of a case as its file has them, and those in force, by what they are on."""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Set

from sayso.case.custody import canonical
from sayso.case.standing import Standing
from sayso.errors import CaseNotUsable
from sayso.model.decisions import Decision, DecisionKind, Subject, Target
from sayso.model.ids import DocumentId


class DecisionIndex:
    """The decisions of a case, and which of them are in force.

    It grows with the case: those that come in later are added.
    """

    def __init__(self, decisions: Iterable[Decision] = ()) -> None:
        self._every: dict[int, Decision] = {}
        self._by_report: dict[str, list[Decision]] = {}
        for one in sorted(decisions, key=lambda one: one.number):
            self._file(one)
        self._standing = Standing(self._every.values())

    def add(self, decision: Decision) -> None:
        """Add a decision that came in after all others."""
        self._file(decision)
        self._standing.add(decision)

    def _file(self, decision: Decision) -> None:
        self._every[decision.number] = decision
        if decision.kind is not DecisionKind.UNDO:
            for report in {one.report for one in decision.subjects if one.report}:
                self._by_report.setdefault(report, []).append(decision)

    @property
    def last(self) -> int:
        """The number of the last decision; 0 if there is none."""
        return next(reversed(self._every), 0)

    @property
    def every(self) -> list[Decision]:
        """All decisions, those taken back and those that take back included, by number."""
        return list(self._every.values())

    @property
    def in_force(self) -> list[Decision]:
        """The decisions in force, by number."""
        kept = self._in_force(self._every.values())
        return [one for one in kept if one.kind is not DecisionKind.UNDO]

    @property
    def taken_back(self) -> Set[int]:
        """The numbers of the decisions that do not count, because another one takes them back."""
        return self._standing.taken_back

    def on_report(self, report: DocumentId) -> list[Decision]:
        """The decisions in force on a report or on a fact of it, by number."""
        return self._in_force(self._by_report.get(report, ()))

    def find(self, number: int | None) -> Decision | None:
        """The decision with this number; None if there is none."""
        return None if number is None else self._every.get(number)

    def undone(self, decision: Decision) -> Iterator[Decision]:
        """What a decision takes back, then what that takes back, and so on."""
        before = self.find(decision.undoes)
        while before is not None and before.number < decision.number:
            yield before
            decision, before = before, self.find(before.undoes)

    def _in_force(self, decisions: Iterable[Decision]) -> list[Decision]:
        gone = self._standing.taken_back
        return [one for one in decisions if one.number not in gone]


def read_decisions(
    connection: sqlite3.Connection, case: str = "main", after: int = 0
) -> list[Decision]:
    """The decisions after a number, those taken back and those that take back included, by number.

    `case` is the name under which the file is open in SQLite. Raises CaseNotUsable.
    """
    try:
        return _decisions(connection, case, after)
    except (ValueError, TypeError, RecursionError) as error:
        raise CaseNotUsable(
            f"a decision in the case cannot be read ({type(error).__name__}). `sayso verify` says more; "
            "go back to your last copy."
        ) from error


def _decisions(connection: sqlite3.Connection, case: str, after: int) -> list[Decision]:
    decisions = connection.execute(
        f"SELECT number, at, author, kind, value, reason, undoes FROM {case}.decision "  # noqa: S608
        "WHERE number > ? ORDER BY number",
        (after,),
    ).fetchall()  # first: who reads the subjects later finds those of all of them
    subjects: dict[int, list[Subject]] = {}
    rows = connection.execute(
        f"SELECT decision, kind, id, report, members, words FROM {case}.decision_subject "  # noqa: S608
        "WHERE decision > ? ORDER BY decision, position",
        (after,),
    )
    for number, kind, name, report, members, words in rows:
        subject = Subject(Target(kind), name, report, tuple(json.loads(members)), words)
        subjects.setdefault(number, []).append(subject)
    every = [
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
        for number, at, author, kind, value, reason, undoes in decisions
    ]
    for one in every:
        if not isinstance(one.value, dict):
            raise TypeError(one.number)
        if one.undoes is not None and one.undoes >= one.number:
            raise ValueError(one.number)  # whoever follows it would not come to an end
    return every


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


def note_taken_back(connection: sqlite3.Connection, decided: DecisionIndex) -> None:
    """Write down which decisions do not count now, within a transaction that writes."""
    connection.execute("DELETE FROM taken_back")
    connection.executemany(
        "INSERT INTO taken_back VALUES (?)", [(number,) for number in sorted(decided.taken_back)]
    )


def note_undone(connection: sqlite3.Connection, decided: DecisionIndex, undo: Decision) -> None:
    """Write down which decisions an undo made count or not, within a transaction that writes."""
    for one in decided.undone(undo):
        write = (
            "INSERT OR IGNORE INTO taken_back VALUES (?)"
            if one.number in decided.taken_back
            else "DELETE FROM taken_back WHERE decision = ?"
        )
        connection.execute(write, (one.number,))


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
