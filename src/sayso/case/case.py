"""The door to a case: `with Case.open("mali.sayso") as case:`."""

import importlib.metadata
import sqlite3
import uuid
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, BinaryIO

from sayso.case import listing
from sayso.case.changes import is_compared, note_change
from sayso.case.custody import LogKind, LogRow, add_to_log, last_of_log, log_rows, now
from sayso.case.decided import DecisionIndex, note_taken_back, read_decisions
from sayso.case.deciding import decide
from sayso.case.differences import Difference, differences
from sayso.case.finding import Finding
from sayso.case.fingerprints import this_comparer
from sayso.case.holding import held, holder, user_name
from sayso.case.intake import is_out, note_end_of_file, take_in_file, take_out
from sayso.case.joining import Joined, merge_case, take_in_documents
from sayso.case.naming import ShortNames, current_name, find_report, find_subject
from sayso.case.news import Moment, moment, new_disputes
from sayso.case.publications import document_of, head_that_counts, show_head
from sayso.case.readings import (
    OneReading,
    count_failed,
    facts_of_reading,
    forget_failures,
    keep_failure,
    keep_reading,
    read_under_other_head,
    readings_of_report,
    reports_read_again,
    show_reading,
    this_reader,
    unread_reports,
)
from sayso.case.sealing import keep_token
from sayso.case.showing import one_thing
from sayso.case.shown import write_shown_facts
from sayso.case.storage import attached, open_file, plain_errors, reading, writing
from sayso.errors import CaseNotUsable, FaultInSayso, UnreadableInput, WrongDecision
from sayso.model.comparison import Comparison
from sayso.model.decisions import Decision, DecisionKind, Holdings, Subject, Target
from sayso.model.facts import Facts
from sayso.model.text import Document
from sayso.read.files import OnProblem
from sayso.read.heads import NOTHING_KNOWN, HeadData
from sayso.read.notes import OnNote, log_note

if TYPE_CHECKING:
    from sayso.case.adding import Intake
    from sayso.case.comparing import Compared
    from sayso.case.verifying import Whole

Extract = Callable[[Iterable[Document], Callable[[FaultInSayso], None]], Iterable[Facts]]


class Case:
    """A case that is open. Close it, or use it in a `with` statement."""

    def __init__(self, path: Path, connection: sqlite3.Connection, author: str) -> None:
        self.path, self.author = path, author
        self._connection = connection
        self._index: DecisionIndex | None = None
        self._heads: dict[str, str] = {}  # under which reports were handed out to be read

    @classmethod
    def open(cls, path: str | Path, *, make: bool = False, author: str | None = None) -> "Case":
        """Open a case; with `make`, a new one where there is none.

        `author` signs what is added and decided; without it, the name that the system knows. Raises
        NoCase or CaseNotUsable.
        """
        path = Path(path)
        case = cls(path, open_file(path, make=make), author or user_name())
        try:
            with plain_errors(path):
                case._begin()
        except BaseException:
            case.close()
            raise
        return case

    def __enter__(self) -> "Case":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    # What comes in.

    def held(self, what: str, on_wait: Callable[[str], None]) -> AbstractContextManager[None]:
        """Within it, no other process adds to the case; `on_wait` is told who does, if somebody does."""
        return held(self.path, what, on_wait)

    def holder(self) -> str | None:
        """Who adds to the case now; None if nobody does."""
        return holder(self.path)

    def take_in(
        self,
        path: str,
        on_problem: OnProblem,
        on_note: OnNote = log_note,
        given: HeadData = NOTHING_KNOWN,
        on_report: Callable[[Document], None] | None = None,
        *,
        keep: bool = True,
        again: bool = False,
        lines: BinaryIO | None = None,
        home: Path | None = None,
    ) -> "Intake":
        """Take in the files under a path, or what stands at an address; they are read by `add`.

        With `lines`, that stream of JSON Lines is taken in, whatever the path. `again` looks again at
        files that were taken in whole before, and puts back reports that were taken out; without
        `keep`, only the hash of a file's bytes is kept. Files in the folder `home` are named without
        it.
        """
        from sayso.case.adding import Adder

        adder = Adder(
            self._connection,
            self.path,
            self.author,
            _version(),
            self._decided,
            on_problem,
            on_note,
            on_report or (lambda _: None),
            keep=keep,
            again=again,
            home=home,
        )
        with plain_errors(self.path):
            return adder.add_lines(lines, given) if lines else adder.add_path(path, given)

    def unread(self, only: Collection[str] | None = None) -> Iterator[Document]:
        """The reports that this version of sayso has still to read, as they came in; or some of them."""
        with plain_errors(self.path):
            for report in self._unread(only):
                document = document_of(self._connection, report, self._decided())
                self._heads[report] = head_that_counts(document)
                yield document

    def count_unread(self, only: Collection[str] | None = None) -> int:
        """How many reports this version of sayso has still to read."""
        with plain_errors(self.path):
            return len(self._unread(only))

    def keep(self, facts: Facts) -> None:
        """Keep what was read in a report, and show it."""
        report = facts.document.id
        with self._writing():
            head = self._head(report)
            number = keep_reading(self._connection, facts, head, this_reader(), self.author)
            self._show(report, number)

    def keep_failure(self, report: str, fault: FaultInSayso) -> None:
        """Keep that a report could not be read, so that it is not tried each time."""
        with self._writing():
            keep_failure(self._connection, report, self._head(report), this_reader(), fault)

    def try_again(self) -> None:
        """Let reports that could not be read be tried again."""
        with self._writing():
            forget_failures(self._connection)

    def add(
        self,
        *paths: str,
        on_problem: OnProblem | None = None,
        given: HeadData = NOTHING_KNOWN,
        extract: Extract | None = None,
    ) -> "Intake":
        """Take in, read and compare: what `sayso add` does. `extract` reads the reports.

        Without `on_problem`, what cannot be read is raised.
        """
        from sayso.case.adding import Intake

        total = Intake()
        with self.held("adding", lambda _: None):
            for path in paths:
                total += self.take_in(path, on_problem or _raise, given=given)
            unread = list(self.unread())
            for facts in (extract or _extract_one_by_one)(unread, on_problem or _raise):
                self.keep(facts)
            self.compare()
        return total

    def compare(self, on_story: Callable[[int, int], None] | None = None) -> "Compared":
        """Compare what has changed; `on_story` is told how many stories are done, and of how many."""
        from sayso.case.comparing import compare_again

        with plain_errors(self.path):
            return compare_again(self._connection, self._decided, on_story or (lambda *_: None))

    def remove(self, name: str, reason: str = "") -> str:
        """Take a report out of the case; its evidence and the decisions on it stay. Its id.

        Raises WrongDecision.
        """
        with self._writing():
            report = find_report(self._connection, name)
            if is_out(self._connection, report):
                raise WrongDecision(f"{name!r:.80} is out of the case already.")
            take_out(self._connection, report, self.author, reason)
            note_change(self._connection)
            return report

    def merge(self, other: str | Path) -> Joined:
        """Take in all that another case holds; it is not changed. What it decided is followed too.

        Raises CaseNotUsable if something in the other case does not fit.
        """
        path = Path(other)
        with Case.open(path) as theirs:
            for finding in theirs.verify():
                raise CaseNotUsable(
                    f"{path}: {finding.where}: {finding.what}. `sayso verify {path}` says more."
                )
        with plain_errors(self.path), attached(self._connection, path):
            with writing(self._connection):
                joined = merge_case(self._connection, path, self.author)
            self._follow_all()
            return joined

    def take_in_export(
        self, holdings: Holdings, stream: BinaryIO, name: str, *, keep: bool = True
    ) -> Joined:
        """Take in the reports and decisions of an export, which the stream holds; `add` reads them."""
        with self._writing():
            arrival = take_in_file(
                self._connection, stream, name, "export", {}, self.author, _version(), keep
            )
            documents = [one.document for one in holdings.comparison.facts]
            joined = take_in_documents(
                self._connection,
                [replace(one, read_to=None) for one in documents],
                holdings.decisions,
                arrival.number,
                self.author,
            )
            note_end_of_file(self._connection, arrival.number, len(documents), 0, self.author)
        self._follow_all()
        return joined

    # What people decide.

    def subject(self, name: str) -> Subject:
        """What a person names, as `list` and `show` print it. Raises WrongDecision."""
        with plain_errors(self.path):
            return find_subject(self._connection, name)

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
            decision = decide(
                self._connection, DecisionKind(kind), subjects, value or {}, reason, self.author
            )
            self._follow(decision.subjects)
            return decision

    def undo(self, number: int, reason: str = "") -> Decision:
        """Take a decision back; that is a decision too, and can be taken back. Raises WrongDecision."""
        with self._writing():
            decision = decide(
                self._connection, DecisionKind.UNDO, (), {}, reason, self.author, undoes=number
            )
            self._follow(self.subjects_of(decision))
            return decision

    def decisions(self) -> Sequence[Decision]:
        """All decisions, those taken back and those that take back included."""
        with plain_errors(self.path):
            return read_decisions(self._connection)

    def subjects_of(self, decision: Decision) -> Sequence[Subject]:
        """What a decision is about; of an undo, what the decision was about that it takes back."""
        known = {one.number: one for one in self.decisions()}
        while decision.undoes is not None:
            decision = known[decision.undoes]
        return decision.subjects

    def renamed(self, decision: Decision) -> Sequence[tuple[str, str]]:
        """Facts that a decision gave another name, because it changed their words: old and new."""
        found = []
        with plain_errors(self.path):
            for one in decision.subjects:
                now = current_name(self._connection, one, self._decided())
                if now and now != one.id:
                    found.append((f"{one.report}/{one.id}", f"{one.report}/{now}"))
        return found

    def orphans(self) -> Sequence[Decision]:
        """The decisions in force whose subject is gone."""
        with plain_errors(self.path):
            gone = {row[0] for row in self._connection.execute("SELECT decision FROM orphan")}
            return [one for one in self._decided().in_force if one.number in gone]

    # What the case holds.

    def status(self) -> listing.Status:
        """What the case holds, in numbers."""
        with plain_errors(self.path), reading(self._connection):
            unread = len(unread_reports(self._connection, this_reader()))
            failed = count_failed(self._connection, this_reader())
            compared = is_compared(self._connection)
            return listing.status_of(self._connection, unread, failed, compared)

    def rows(
        self,
        what: str,
        filters: Mapping[str, str] | None = None,
        words: str | None = None,
        limit: int = -1,
    ) -> Iterator[dict[str, Any]]:
        """The rows of "reports", "claims", "points", "tolls" or "speakers", cut down by columns."""
        with plain_errors(self.path):
            yield from listing.rows(self._connection, what, filters, words, limit)

    def query(
        self, query: str, values: Sequence[Any] | Mapping[str, Any] = ()
    ) -> list[dict[str, Any]]:
        """The rows that a query of our own gives; docs/case-file.md has the tables and views."""
        with plain_errors(self.path):
            found = self._connection.execute(query, values)
            names = [one[0] for one in found.description]
            return [dict(zip(names, row, strict=True)) for row in found]

    def names(self) -> ShortNames:
        """The short names of everything in the case, as it is now."""
        with plain_errors(self.path):
            return ShortNames(self._connection)

    def moment(self) -> Moment:
        """What the case holds now, to say later what is new."""
        with plain_errors(self.path):
            return moment(self._connection)

    def new_disputes(self, since: Moment) -> Sequence[dict[str, Any]]:
        """The disputes that nothing was heard of at an earlier moment, the surest first."""
        with plain_errors(self.path):
            return new_disputes(self._connection, since)

    def show(self, name: str) -> dict[str, Any]:
        """All that the case knows of one thing. Raises WrongDecision if there is no such thing."""
        with plain_errors(self.path):
            return one_thing(self._connection, name)

    def facts(self, report: str, number: int | None = None) -> Facts | None:
        """What was read in a report, without decisions; by another reading if its number is given."""
        with plain_errors(self.path):
            document = document_of(self._connection, report, self._decided())
            return facts_of_reading(self._connection, document, number)

    def document(self, report: str) -> Document:
        """A report with its text and its heads, as people corrected them. Raises WrongDecision."""
        with plain_errors(self.path):
            name = find_report(self._connection, report)
            return document_of(self._connection, name, self._decided())

    def reports_read_again(self) -> Sequence[str]:
        """The reports with two readings or more."""
        with plain_errors(self.path):
            return reports_read_again(self._connection)

    def readings(self, report: str) -> Sequence[OneReading]:
        """The readings of a report; the one that is shown is the last. Raises WrongDecision."""
        with plain_errors(self.path):
            return readings_of_report(self._connection, find_report(self._connection, report))

    def differences(self, report: str) -> Sequence[Difference]:
        """What the reading that is shown of a report has that the one before has not, and so on.

        Nothing if there is one reading only. Raises WrongDecision.
        """
        readings = self.readings(report)
        found = [self.facts(self.document(report).id, one.number) for one in readings[-2:]]
        if len(found) < 2 or found[0] is None or found[1] is None:
            return []
        return list(differences(found[0], found[1]))

    def decided_facts(self, reports: Iterable[str]) -> Iterator[Facts]:
        """What was read in reports, given by their ids, as people decided it: what is compared."""
        from sayso.case.comparing import decided_facts

        with plain_errors(self.path):
            yield from decided_facts(self._connection, self._decided(), reports)

    def comparison(self) -> Comparison:
        """What all reports say together, as people decided it."""
        from sayso.case.comparing import stored_comparison

        with plain_errors(self.path), reading(self._connection):
            return stored_comparison(self._connection, self._decided())

    def holdings(self) -> Holdings:
        """The comparison with the decisions, for those who show it or hand it on."""
        from sayso.case.holdings import holdings_of

        with plain_errors(self.path), reading(self._connection):
            return holdings_of(self._connection, self._decided(), self.path.name)

    def log(self, first: int = 1) -> Iterator[LogRow]:
        """The rows of the log from a number on."""
        with plain_errors(self.path):
            yield from log_rows(self._connection, first)

    def verify(self) -> Iterator[Finding]:
        """All that does not fit; nothing if the case is whole."""
        from sayso.case.verifying import findings

        with reading(self._connection):
            yield from findings(self._connection)

    def checked(self) -> "Whole":
        """How much of what `verify` goes through."""
        from sayso.case.verifying import checked

        with plain_errors(self.path):
            return checked(self._connection)

    def seal(self, token: bytes | None = None) -> tuple[int, str]:
        """The head of the log: its last row's number and hash, to be kept elsewhere.

        With a token of a time stamp (RFC 3161) for the hash of a row, the token is stored, and the
        number and hash are those of that row.
        """
        if token is None:
            with plain_errors(self.path):
                return last_of_log(self._connection)
        with self._writing():
            return keep_token(self._connection, token, self.author)

    # Within.

    def _begin(self) -> None:
        """Give a new case its name and the first row of its log."""
        if self._connection.execute("SELECT 1 FROM log LIMIT 1").fetchone():
            return
        with writing(self._connection):
            if last_of_log(self._connection)[0]:
                return
            body, at = {"case": uuid.uuid4().hex, "version": _version()}, now()
            add_to_log(self._connection, LogKind.NEW, body, self.author, at)
            known = {**body, "made_at": at, "changes": "0", "compared": "0"}
            known["comparer"] = this_comparer()
            self._connection.executemany("INSERT INTO case_info VALUES (?, ?)", known.items())

    @contextmanager
    def _writing(self) -> Iterator[None]:
        with plain_errors(self.path):
            try:
                with writing(self._connection):
                    yield
            except BaseException:
                self._index = None  # it may hold decisions that were not written
                raise

    def _decided(self) -> DecisionIndex:
        """The decisions in force, read again if there are more."""
        last = self._connection.execute("SELECT coalesce(max(number), 0) FROM decision").fetchone()[
            0
        ]
        if self._index is None or self._index.last != last:
            self._index = DecisionIndex(read_decisions(self._connection))
        return self._index

    def _head(self, report: str) -> str:
        """The head under which a report was read: people may have corrected it meanwhile."""
        if report in self._heads:
            return self._heads.pop(report)
        row = self._connection.execute("SELECT head FROM report WHERE id = ?", (report,)).fetchone()
        head: str = row[0]
        return head

    def _show(self, report: str, number: int) -> None:
        show_reading(self._connection, report, number)
        self._show_facts(report)
        note_change(self._connection)

    def _show_facts(self, report: str) -> None:
        """Write what is shown of a report anew, and what comparing needs of it."""
        from sayso.case.comparing import keep_card

        facts = write_shown_facts(self._connection, report, self._decided())
        if facts is not None:
            keep_card(self._connection, facts)

    def _unread(self, only: Collection[str] | None) -> Sequence[str]:
        """Reports to read; readings that were made before, under the heads of now, are shown first."""
        self._show_known_readings()
        unread = unread_reports(self._connection, this_reader())
        return unread if only is None else [one for one in unread if one in only]

    def _show_known_readings(self) -> None:
        """Show the readings that this reader made before, under the heads that reports have now."""
        known = read_under_other_head(self._connection, this_reader())
        if known:
            with writing(self._connection):
                for report, number in known:
                    self._show(report, number)

    def _follow(self, subjects: Iterable[Subject]) -> None:
        """Show what a decision changed in the reports that it is on."""
        note_taken_back(self._connection)
        decided = self._decided()
        for report in {one.report for one in subjects if one.report}:
            if any(one.kind is Target.REPORT for one in subjects):
                show_head(self._connection, report, decided)
            self._show_facts(report)
        note_change(self._connection)

    def _follow_all(self) -> None:
        """Show what all decisions in force change, and readings that came from elsewhere."""
        self._show_known_readings()
        with writing(self._connection):
            decided = self._decided()
            note_taken_back(self._connection)
            for (report,) in self._connection.execute("SELECT id FROM report").fetchall():
                if decided.on_report(report):
                    show_head(self._connection, report, decided)
                    self._show_facts(report)
            note_change(self._connection)


def _extract_one_by_one(
    documents: Iterable[Document], on_fault: Callable[[FaultInSayso], None]
) -> Iterator[Facts]:
    from sayso.errors import fault_of_report
    from sayso.extract.extracting import extract

    for document in documents:
        try:
            yield extract(document)
        except Exception as error:
            on_fault(fault_of_report(document.name, error))


def _raise(problem: UnreadableInput) -> None:
    raise problem


def _version() -> str:
    return importlib.metadata.version("sayso")
