"""What people decided on speakers, found again under the ids that comparing gives them now."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sayso.case.case import Case
from sayso.desk.marks import Mark, Marks, mark_of

IN_FORCE = (
    "SELECT decision.number, decision.at, author, decision.kind, value, reason, subject.id, "
    "subject.report, subject.position, subject.kind AS target, shared.id AS shared, "
    "EXISTS (SELECT 1 FROM shared_speaker WHERE id = subject.id) AS lives "
    "FROM decision_subject AS subject LEFT JOIN shared_speaker AS shared "
    "ON shared.report = subject.report AND shared.speaker = subject.id JOIN decision ON decision.number = subject.decision "
    "WHERE subject.kind IN ('speaker', 'shared speaker') AND decision.kind != 'undo' "
    "AND NOT EXISTS (SELECT 1 FROM taken_back WHERE taken_back.decision = decision.number) "
    "ORDER BY decision.number"
)
# The speakers that hold the members of a decision's subject: one if it lives on, several if it was split.
HOLDERS = (
    "SELECT subject.decision, subject.position, coalesce(shared.id, member.value) AS id, "
    "count(*) AS members FROM json_each(:asked) AS asked JOIN decision_subject AS subject "
    "ON subject.decision = asked.value ->> 0 AND subject.position = asked.value ->> 1 "
    "JOIN json_each(subject.members) AS member "
    "JOIN speaker ON speaker.report = substr(member.value, 1, instr(member.value, '/') - 1) "
    "AND speaker.id = substr(member.value, instr(member.value, '/') + 1) "
    "LEFT JOIN shared_speaker AS shared "
    "ON shared.report = speaker.report AND shared.speaker = speaker.id "
    "GROUP BY 1, 2, 3 ORDER BY members DESC, id"
)
LAST_SEEN = (
    "SELECT decision, position, words FROM decision_subject "
    "WHERE id = ? AND kind = 'shared speaker' ORDER BY decision DESC"
)


def speaker_marks(case: Case) -> Marks:
    """The decisions in force on speakers, by the names that the speakers have now.

    What was decided on a speaker of one report is a mark of the shared speaker too.
    """
    found: dict[str, list[Mark]] = {}
    rows = case.query(IN_FORCE)
    gone = [row for row in rows if row["target"] != "speaker" and not row["lives"]]
    holders = _holders(case, ((row["number"], row["position"]) for row in gone))
    for row in rows:
        mark = mark_of(row)
        for name in _names_now(row, holders.get((row["number"], row["position"]), [])):
            marks = found.setdefault(name, [])
            if mark not in marks:
                marks.append(mark)
    return Marks(found)


def _names_now(row: Mapping[str, Any], holders: Sequence[str]) -> Sequence[str]:
    """The speaker of a decision; a shared one that was split has no name that is his alone."""
    if row["target"] == "speaker":
        return [f"{row['report']}/{row['id']}", *([row["shared"]] if row["shared"] else [])]
    if row["lives"]:
        return [row["id"]]
    return holders if len(holders) == 1 else []


def _holders(
    case: Case, subjects: Iterable[tuple[int, int]]
) -> Mapping[tuple[int, int], list[str]]:
    """Who has the members of subjects now, by decision and position; who has most comes first."""
    asked = json.dumps(list(subjects))
    found = defaultdict[tuple[int, int], list[str]](list)
    for row in case.query(HOLDERS, {"asked": asked}):
        found[row["decision"], row["position"]].append(row["id"])
    return found


def speakers_after(case: Case, gone: str) -> tuple[str | None, list[str]]:
    """Of the id of a shared speaker that is no more: its words, and the speakers with its mentions.

    Only a speaker that people decided on is known by an old id. The one with most mentions is first.
    """
    seen = case.query(LAST_SEEN, (gone,))
    holders = _holders(case, ((row["decision"], row["position"]) for row in seen))
    for row in seen:
        if (row["decision"], row["position"]) in holders:
            return row["words"], holders[row["decision"], row["position"]]
    return None, []


def names_marked(marks: Marks, kind: str) -> list[str]:
    """The speakers that have a mark of a kind; "any" is all kinds."""
    return sorted(
        name
        for name, given in marks.by_name.items()
        if kind == "any" or any(mark.kind == kind for mark in given)
    )
