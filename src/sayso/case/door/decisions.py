"""What people decide in a case."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sayso.case.changes import note_change
from sayso.case.decided import note_undone
from sayso.case.deciding import decide
from sayso.case.door.readings import CaseReadings
from sayso.case.naming import current_name, find_subject
from sayso.case.news import keep_look
from sayso.case.publications import show_head
from sayso.case.storage import plain_errors
from sayso.errors import WrongDecision
from sayso.model.decisions import Decision, DecisionKind, Subject, Target

# What changes no row of a fact: it says something of a thing, or of several together.
MARKING = (
    DecisionKind.SPLIT,
    DecisionKind.RELIABILITY,
    DecisionKind.CREDIBILITY,
    DecisionKind.SIDE,
    DecisionKind.NOTE,
)
RENAMING = (DecisionKind.CORRECT, DecisionKind.MERGE)  # what can change the words of a fact


class CaseDecisions(CaseReadings):
    """Decisions: made, taken back, and looked up."""

    def subject(self, name: str) -> Subject:
        """What a person names, as `list` and `show` print it. Raises WrongDecision."""
        with plain_errors(self.path):
            return find_subject(self._connection, name, self._decided)

    def decide(
        self,
        kind: DecisionKind | str,
        *names: str | Subject,
        value: Mapping[str, Any] | None = None,
        reason: str = "",
    ) -> Decision:
        """Decide something; the comparison follows it when `compare` is called. Raises WrongDecision."""
        with self._writing():
            subjects = [one if isinstance(one, Subject) else self.subject(one) for one in names]
            return self._made(_kind_of(kind), subjects, value or {}, reason)

    def decide_each(
        self,
        kind: DecisionKind | str,
        find: Callable[[], Sequence[Subject]],
        value: Mapping[str, Any] | None = None,
        reason: str = "",
    ) -> Sequence[Decision]:
        """Decide the same on several things, a decision each: on all of them, or on none.

        `find` gives the things when nobody else can write any more. Raises WrongDecision, or what
        `find` raises.
        """
        with self._writing():
            wanted, found = _kind_of(kind), find()
            made = [self._written(wanted, [one], value or {}, reason) for one in found]
            self._follow(wanted, found)
            return made

    def undo(self, number: int, reason: str = "") -> Decision:
        """Take a decision back; that is a decision too, and can be taken back. Raises WrongDecision."""
        with self._writing():
            decision = self._made(DecisionKind.UNDO, (), {}, reason, undoes=number)
            note_undone(self._connection, self._decided(), decision)
            return decision

    def decisions(self) -> Sequence[Decision]:
        """All decisions, those taken back and those that take back included."""
        with plain_errors(self.path):
            return self._decided().every

    def subjects_of(self, decision: Decision) -> Sequence[Subject]:
        """What a decision is about; of an undo, what the decision was about that it takes back."""
        with plain_errors(self.path):
            return [decision, *self._decided().undone(decision)][-1].subjects

    def renamed(self, decision: Decision) -> Sequence[tuple[str, str]]:
        """Facts that a decision gave another name, because it changed their words: old and new."""
        if decision.kind not in RENAMING:
            return []
        with plain_errors(self.path):
            decided = self._decided()
            names = [
                (one, current_name(self._connection, one, decided)) for one in decision.subjects
            ]
        return [
            (f"{one.report}/{one.id}", f"{one.report}/{now}")
            for one, now in names
            if now and now != one.id
        ]

    def look(self, log: int) -> int:
        """Keep that the author has looked up to a row of the log; the last row that they looked at."""
        with self._writing():
            return keep_look(self._connection, self.author, log)

    def orphans(self) -> Sequence[Decision]:
        """The decisions in force whose subject is gone."""
        with plain_errors(self.path):
            gone = {row[0] for row in self._connection.execute("SELECT decision FROM orphan")}
            return [one for one in self._decided().in_force if one.number in gone]

    def _made(
        self,
        kind: DecisionKind,
        subjects: Sequence[Subject],
        value: Mapping[str, Any],
        reason: str,
        undoes: int | None = None,
    ) -> Decision:
        """Decide something, and show what that changed."""
        decision = self._written(kind, subjects, value, reason, undoes)
        self._follow(kind, self.subjects_of(decision))
        return decision

    def _written(
        self,
        kind: DecisionKind,
        subjects: Sequence[Subject],
        value: Mapping[str, Any],
        reason: str,
        undoes: int | None = None,
    ) -> Decision:
        """Decide something; what it changes is not shown yet."""
        return decide(
            self._connection, self._decided(), kind, subjects, value, reason, self.author, undoes
        )

    def _follow(self, kind: DecisionKind, subjects: Sequence[Subject]) -> None:
        """Show what a decision changed in the reports that it is on."""
        decided = self._decided()
        changed = () if kind in MARKING else {one.report for one in subjects if one.report}
        for report in changed:
            if any(one.kind is Target.REPORT for one in subjects):
                show_head(self._connection, report, decided)
            self._show_facts(report)
        note_change(self._connection)


def _kind_of(kind: DecisionKind | str) -> DecisionKind:
    """The kind of decision that has this name. Raises WrongDecision."""
    if kind not in tuple(DecisionKind):
        known = ", ".join(DecisionKind)
        raise WrongDecision(f"{kind!r:.40} is no kind of decision. Choose one of: {known}.")
    return DecisionKind(kind)
