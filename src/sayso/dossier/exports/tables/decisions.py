"""The table of decisions."""

import json
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.dossier.exports.tables.table import Source, Table, flag, joined, text, whole
from sayso.model.decisions import Decision, Subject


@dataclass(frozen=True)
class DecisionRow:
    """A decision on one of its subjects."""

    decision: Decision
    subject: Subject | None
    is_orphan: bool


def _decisions(source: Source) -> Iterator[DecisionRow]:
    orphans = {one.number for one in source.holdings.orphans}
    for decision in source.holdings.decisions:
        for subject in decision.subjects or (None,):
            yield DecisionRow(decision, subject, decision.number in orphans)


DECISIONS: Table[DecisionRow] = Table(
    "decisions",
    "A row is a decision on one thing. A decision on several things has several rows.",
    (
        whole("number", "The number of the decision in the log.", lambda row: row.decision.number),
        text("made_at", "When it was made, in UTC.", lambda row: row.decision.made_at),
        text("author", "Who made it.", lambda row: row.decision.author),
        text(
            "kind",
            "`accept`, `reject`, `correct`, `merge`, `split`, `add`, `reliability`, `credibility`, "
            "`side`, `note` or `undo`.",
            lambda row: row.decision.kind,
        ),
        text(
            "target",
            "What kind of thing it is on: `report`, `outlet`, `claim`, `figure`, `event`, `speaker`, "
            "`shared event`, `shared speaker`, `point` or `toll`.",
            lambda row: row.subject.kind if row.subject else None,
        ),
        text("id", "The id of the thing.", lambda row: row.subject.id if row.subject else None),
        text(
            "report",
            "The id of its report, if it is of one report.",
            lambda row: row.subject.report if row.subject else None,
        ),
        text(
            "members",
            "What a group held when it was decided, each as REPORT/FACT.",
            lambda row: joined(row.subject.members) if row.subject else None,
        ),
        text(
            "words",
            "The words that the person saw.",
            lambda row: row.subject.words if row.subject else None,
        ),
        text(
            "value",
            "What was decided, as JSON.",
            lambda row: (
                json.dumps(dict(row.decision.value), ensure_ascii=False, sort_keys=True)
                if row.decision.value
                else None
            ),
        ),
        text("reason", "Why, in the person's words.", lambda row: row.decision.reason),
        whole(
            "undoes",
            "The number of the decision that an undo takes back.",
            lambda row: row.decision.undoes,
        ),
        flag(
            "orphan",
            "Whether the thing is gone, so that the decision changes nothing.",
            lambda row: row.is_orphan,
        ),
    ),
    _decisions,
)
