"""What people decided on speakers, found again under the ids that comparing gives them now."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from sayso.case.case import Case
from sayso.desk.marks import Mark, Marks

IN_FORCE = (
    "SELECT decision.number, decision.at, author, decision.kind, value, reason, subject.id, "
    "subject.report, subject.position, subject.kind AS target FROM decision_subject AS subject "
    "JOIN decision ON decision.number = subject.decision "
    "WHERE subject.kind IN ('speaker', 'shared speaker') AND decision.kind != 'undo' "
    "AND NOT EXISTS (SELECT 1 FROM taken_back WHERE taken_back.decision = decision.number) "
    "ORDER BY decision.number"
)
# The speakers that hold the members of a decision's subject: one if it lives on, several if it was split.
HOLDERS = (
    "SELECT coalesce(shared.id, member.value) AS id, count(*) AS members "
    "FROM decision_subject AS subject JOIN json_each(subject.members) AS member "
    "JOIN speaker ON speaker.report = substr(member.value, 1, instr(member.value, '/') - 1) "
    "AND speaker.id = substr(member.value, instr(member.value, '/') + 1) "
    "LEFT JOIN shared_speaker AS shared "
    "ON shared.report = speaker.report AND shared.speaker = speaker.id "
    "WHERE subject.decision = ? AND subject.position = ? GROUP BY 1 ORDER BY members DESC, id"
)
SHARED = "SELECT id FROM shared_speaker WHERE report = ? AND speaker = ?"
IS_SHARED = "SELECT 1 FROM shared_speaker WHERE id = ? LIMIT 1"
LAST_SEEN = (
    "SELECT decision, position, words FROM decision_subject "
    "WHERE id = ? AND kind = 'shared speaker' ORDER BY decision DESC"
)


def speaker_marks(case: Case) -> Marks:
    """The decisions in force on speakers, by the names that the speakers have now.

    What was decided on a speaker of one report is a mark of the shared speaker too.
    """
    found: dict[str, list[Mark]] = {}
    for row in case.query(IN_FORCE):
        mark = Mark(
            row["number"],
            row["at"],
            row["author"],
            row["kind"],
            json.loads(row["value"]),
            row["reason"],
        )
        for name in _names_now(case, row):
            marks = found.setdefault(name, [])
            if mark not in marks:
                marks.append(mark)
    return Marks(found)


def _names_now(case: Case, row: Mapping[str, Any]) -> Iterable[str]:
    """The speaker of a decision; a shared one that was split has no name that is his alone."""
    if row["target"] == "speaker":
        shared = case.query(SHARED, (row["report"], row["id"]))
        return [f"{row['report']}/{row['id']}", *(one["id"] for one in shared)]
    if case.query(IS_SHARED, (row["id"],)):
        return [row["id"]]
    holders = case.query(HOLDERS, (row["number"], row["position"]))
    return [holders[0]["id"]] if len(holders) == 1 else []


def speakers_after(case: Case, gone: str) -> tuple[str | None, list[str]]:
    """Of the id of a shared speaker that is no more: its words, and the speakers with its mentions.

    Only a speaker that people decided on is known by an old id. The one with most mentions is first.
    """
    for row in case.query(LAST_SEEN, (gone,)):
        holders = case.query(HOLDERS, (row["decision"], row["position"]))
        if holders:
            return row["words"], [one["id"] for one in holders]
    return None, []


def names_marked(marks: Marks, kind: str) -> list[str]:
    """The speakers that have a mark of a kind; "any" is all kinds."""
    return sorted(
        name
        for name, given in marks.by_name.items()
        if kind == "any" or any(mark.kind == kind for mark in given)
    )
