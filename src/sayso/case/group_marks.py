"""Decisions on points, tolls, and speakers and events of several reports: where they stand now.

A mark (accepted, a note, a digit) follows to the group that now holds all the facts that the group had
when a person looked at it. The sides that a person gave to claims follow those claims. Where no group has
all of them, the decision is an orphan.
"""

import sqlite3
from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from sayso.case.decided import DecisionIndex
from sayso.case.naming import members_of
from sayso.case.ruled import MEMBERS, DecidedFacts
from sayso.model.decisions import Decision, DecisionKind, Subject, Target

# Those that comparing follows, or that it says it cannot follow.
RULINGS = (DecisionKind.MERGE, DecisionKind.SPLIT, DecisionKind.REJECT, DecisionKind.ADD)
HOLDERS = {
    Target.POINT: "SELECT point FROM stand WHERE report = ? AND claim = ?",
    Target.TOLL: "SELECT toll FROM toll_figure WHERE report = ? AND figure = ?",
    Target.SHARED_EVENT: "SELECT shared FROM shared_event_mention WHERE report = ? AND event = ?",
    Target.SHARED_SPEAKER: "SELECT id FROM shared_speaker WHERE report = ? AND speaker = ?",
}


class PointMark(NamedTuple):
    """What people decided of a point: the last decision on it, its status, and whose it is now."""

    decision: int
    status: str | None
    source: str | None


def mark_groups(
    connection: sqlite3.Connection, decided: DecisionIndex, not_followed: Iterable[int]
) -> None:
    """Write the status of points, and the orphans among decisions on groups.

    Within a transaction that writes. `not_followed` are decisions that comparing could not follow.
    """
    marks, orphans = marks_of(connection, decided, not_followed)
    connection.execute("UPDATE point SET decision = NULL, status = NULL WHERE decision IS NOT NULL")
    connection.executemany(
        "UPDATE point SET decision = ?, status = ?, source = coalesce(?, source) WHERE id = ?",
        [(*mark, point) for point, mark in marks.items()],
    )
    connection.execute("DELETE FROM orphan WHERE report = ''")
    connection.executemany(
        "INSERT INTO orphan VALUES (?, '')", [(number,) for number in sorted(orphans)]
    )


def marks_of(
    connection: sqlite3.Connection, decided: DecisionIndex, not_followed: Iterable[int]
) -> tuple[dict[str, PointMark], set[int]]:
    """What the decisions in force say of points, by their ids, and the orphans among those on groups."""
    marks: dict[str, PointMark] = {}
    orphans = set(not_followed)
    facts = DecidedFacts(connection, decided)
    for decision in decided.in_force:
        for subject in decision.subjects:
            if subject.kind not in MEMBERS or decision.kind in RULINGS:
                continue
            group = group_now(connection, _heeded(decision, subject), facts)
            if group is None:
                orphans.add(decision.number)
            elif subject.kind is Target.POINT:
                _mark_point(marks, group, decision)
    for decision in decided.in_force:
        if decision.kind is DecisionKind.ADD and decision.value.get("what") == Target.POINT.value:
            point = _point_added(connection, decision, facts)
            if point is not None:
                _mark_point(marks, point, decision)
    return marks, orphans


def _heeded(decision: Decision, subject: Subject) -> Subject:
    """A subject with the members that a decision is about: who gives claims their sides, those claims."""
    if decision.kind is DecisionKind.CORRECT and subject.kind is Target.POINT:
        return replace(subject, members=tuple(decision.value["sides"]))
    return subject


def group_now(connection: sqlite3.Connection, subject: Subject, facts: DecidedFacts) -> str | None:
    """The id of the group that holds all members that a group had; None if none does."""
    members = facts.members(subject)
    if not members:
        return None
    for (name,) in connection.execute(HOLDERS[subject.kind], members[0]).fetchall():
        held = {tuple(one.split("/", 1)) for one in members_of(connection, subject.kind, name)}
        if set(members) <= held and _is_of_kind(connection, subject, name):
            return str(name)
    return None


def _is_of_kind(connection: sqlite3.Connection, subject: Subject, name: str) -> bool:
    """Whether a group is of the kind of a subject: a toll is of one policy, which its words begin with."""
    if subject.kind is not Target.TOLL:
        return True
    row = connection.execute("SELECT policy FROM toll WHERE id = ?", (name,)).fetchone()
    return bool(row) and subject.words.startswith(f"{row[0]}:")


def _mark_point(marks: dict[str, PointMark], point: str, decision: Decision) -> None:
    before = marks.get(point, PointMark(0, None, None))
    accepted = decision.kind is DecisionKind.ACCEPT
    by_person = decision.kind in (DecisionKind.CORRECT, DecisionKind.ADD)
    marks[point] = PointMark(
        max(before.decision, decision.number),
        "accepted" if accepted else before.status,
        "person" if by_person else before.source,
    )


def _point_added(
    connection: sqlite3.Connection, decision: Decision, facts: DecidedFacts
) -> str | None:
    """The point that a decision added, as it is now."""
    keys = tuple(f"{one.report}/{one.id}" for one in decision.subjects)
    subject = Subject(Target.POINT, "", None, keys)
    return group_now(connection, subject, facts)
