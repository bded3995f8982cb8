"""What was read in the reports of a case, and what is shown of them."""

import sqlite3
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from sayso.case.changes import is_compared, note_change
from sayso.case.decided import note_taken_back
from sayso.case.differences import Difference, differences
from sayso.case.door.file import CaseFile
from sayso.case.listing import Status, status_of
from sayso.case.naming import find_report
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
from sayso.case.shown import write_shown_facts
from sayso.case.storage import plain_errors, reading, writing
from sayso.errors import FaultInSayso
from sayso.model.facts import Facts
from sayso.model.text import Document


class CaseReadings(CaseFile):
    """What was read in the reports, by which reader; what is still to read."""

    def __init__(self, path: Path, connection: sqlite3.Connection, author: str) -> None:
        super().__init__(path, connection, author)
        self._heads: dict[str, str] = {}  # under which reports were handed out to be read

    def status(self) -> Status:
        """What the case holds, in numbers."""
        with plain_errors(self.path), reading(self._connection):
            unread = len(unread_reports(self._connection, this_reader()))
            failed = count_failed(self._connection, this_reader())
            compared = is_compared(self._connection)
            return status_of(self._connection, unread, failed, compared)

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

    def document(self, report: str) -> Document:
        """A report with its text and its heads, as people corrected them. Raises WrongDecision."""
        with plain_errors(self.path):
            name = find_report(self._connection, report)
            return document_of(self._connection, name, self._decided())

    def facts(self, report: str, number: int | None = None) -> Facts | None:
        """What was read in a report, without decisions; by another reading if its number is given."""
        with plain_errors(self.path):
            document = document_of(self._connection, report, self._decided())
            return facts_of_reading(self._connection, document, number)

    def readings(self, report: str) -> Sequence[OneReading]:
        """The readings of a report; the one that is shown is the last. Raises WrongDecision."""
        with plain_errors(self.path):
            return readings_of_report(self._connection, find_report(self._connection, report))

    def reports_read_again(self) -> Sequence[str]:
        """The reports with two readings or more."""
        with plain_errors(self.path):
            return reports_read_again(self._connection)

    def differences(self, report: str) -> Sequence[Difference]:
        """What the reading that is shown of a report has that the one before has not, and so on.

        Nothing if there is one reading only. Raises WrongDecision.
        """
        readings = self.readings(report)
        found = [self.facts(self.document(report).id, one.number) for one in readings[-2:]]
        if len(found) < 2 or found[0] is None or found[1] is None:
            return []
        return list(differences(found[0], found[1]))

    def _head(self, report: str) -> str:
        """The head under which a report was read: people may have corrected it meanwhile."""
        if report in self._heads:
            return self._heads.pop(report)
        row = self._connection.execute("SELECT head FROM report WHERE id = ?", (report,)).fetchone()
        head: str = row[0]
        return head

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

    def _show(self, report: str, number: int) -> None:
        show_reading(self._connection, report, number)
        self._show_facts(report)
        note_change(self._connection)

    def _show_facts(self, report: str) -> None:
        """Write what is shown of a report anew, and what comparing needs of it."""
        from sayso.case.kept import keep_card

        facts = write_shown_facts(self._connection, report, self._decided())
        if facts is not None:
            keep_card(self._connection, facts)

    def _follow_all(self) -> None:
        """Show what all decisions in force change, and readings that came from elsewhere."""
        self._show_known_readings()
        with writing(self._connection):
            decided = self._decided()
            note_taken_back(self._connection, decided)
            for (report,) in self._connection.execute("SELECT id FROM report").fetchall():
                if decided.on_report(report):
                    show_head(self._connection, report, decided)
                    self._show_facts(report)
            note_change(self._connection)
