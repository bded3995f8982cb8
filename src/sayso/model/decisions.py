"""What people decide about what was read: accepted, rejected, corrected, merged, split, added, marked.

A decision is never changed. It is undone, or followed by another decision. It names what it was made on
by ids, and keeps the words it was about, so that it can be read where that is gone.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from sayso.model.comparison import Comparison
from sayso.model.ids import DocumentId

# What a decision says beside its kind, as JSON data: {"stance": "denies"}.
Value = Mapping[str, Any]


class DecisionKind(StrEnum):
    """What is decided."""

    ACCEPT = "accept"
    REJECT = "reject"
    CORRECT = "correct"
    MERGE = "merge"  # several things are one
    SPLIT = "split"  # what is named first is none of the others
    ADD = "add"
    RELIABILITY = "reliability"  # of a source, Admiralty letters A to F
    CREDIBILITY = "credibility"  # of what is said, Admiralty digits 1 to 6
    SIDE = "side"  # for which side a source speaks
    NOTE = "note"
    UNDO = "undo"


class Target(StrEnum):
    """What kind of thing a decision is about."""

    REPORT = "report"
    OUTLET = "outlet"
    CLAIM = "claim"
    FIGURE = "figure"
    EVENT = "event"  # of one report
    SPEAKER = "speaker"  # of one report
    SHARED_EVENT = "shared event"
    SHARED_SPEAKER = "shared speaker"
    POINT = "point"
    TOLL = "toll"


@dataclass(frozen=True, slots=True)
class Subject:
    """What a decision was made on.

    A fact of one report has `report` and the fact's id. A group has its id and the `members` that it
    had, each "REPORT/FACT". `words` are what a person saw: the claim's words, the speaker's name.
    """

    kind: Target
    id: str
    report: DocumentId | None = None
    members: tuple[str, ...] = ()
    words: str = ""


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision: its number in the log, when (ISO 8601, UTC), by whom, on what, and why.

    `value` depends on the kind: what a corrected thing is, a letter or digit, a note. `undoes` is the
    number of the decision that an undo takes back.
    """

    number: int
    made_at: str
    author: str
    kind: DecisionKind
    subjects: tuple[Subject, ...]
    value: Value = field(default_factory=dict)
    reason: str = ""
    undoes: int | None = None


@dataclass(frozen=True, slots=True)
class Holdings:
    """What a case holds, for those who show it or hand it on.

    The comparison follows the decisions already. `decisions` are those in force; `orphans` are those
    among them whose subject is gone. `added` has the claims, figures and points that a person added
    or corrected, as "REPORT/FACT" or the id of a point, each with the number of its decision.
    """

    name: str
    version: str
    made_at: str
    comparison: Comparison
    decisions: tuple[Decision, ...] = ()
    orphans: tuple[Decision, ...] = ()
    added: Mapping[str, int] = field(default_factory=dict)
