"""Work on a case as the command line does it: what happens is printed."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager

from sayso.case.case import Case
from sayso.casework import working
from sayso.casework.commands import command
from sayso.casework.telling import HowFar, Telling
from sayso.cli.inputs import Intake
from sayso.cli.progress import progress
from sayso.cli.summary import counted_noun
from sayso.cli.terminal import print_note
from sayso.errors import FaultInSayso, UnreadableInput
from sayso.model.text import Document
from sayso.read.notes import Note


class Printing(Telling):
    """Prints what happens, and counts it in an intake; `finding` is told how many reports there are."""

    def __init__(self, intake: Intake | None = None, finding: HowFar | None = None) -> None:
        self.intake, self._finding = intake or Intake(), finding

    def waits_for(self, who: str) -> None:
        """Print who adds to the case."""
        print_note(f"waiting: {who}")

    def problem(self, problem: UnreadableInput) -> None:
        """Print what is wrong with one input."""
        self.intake.report_problem(problem)

    def failed(self, report: str, fault: FaultInSayso) -> None:  # noqa: ARG002
        """Print what sayso failed on."""
        self.intake.report_problem(fault)

    def note(self, note: Note) -> None:
        """Print a remark."""
        self.intake.report_note(note)

    def found(self, document: Document) -> None:
        """Count a report."""
        self.intake.note_read(document)
        if self._finding:
            self._finding.reach(self.intake.read)

    def read(self, document: Document) -> None:
        """Print a note for a report that was read in part only."""
        self.intake.note_part_read(document)

    def said(self, words: str) -> None:
        """Print a sentence."""
        print_note(words)

    def progress(self, what: str, total: int | None = None) -> AbstractContextManager[HowFar]:
        """Show how far one step is."""
        return progress(what, total)


@contextmanager
def alone(case: Case, what: str) -> Iterator[None]:
    """Within it, nobody else adds to the case; who does is named while they are waited for."""
    with working.alone(case, what, Printing()):
        yield


def compare_if_free(case: Case) -> None:
    """Compare what a decision changed, unless somebody adds to the case: they compare at their end."""
    busy = case.holder()
    if busy:
        print_note(f"compared later, by {busy}")
        return
    with alone(case, "comparing"):
        working.compare_case(case, Printing())


def follow_decisions(case: Case) -> None:
    """Read again the reports whose heads were corrected, and compare what decisions changed."""
    working.read_corrected(case, Printing())
    compare_if_free(case)


def bring_up_to_date(case: Case) -> None:
    """Compare a case if something has changed since it was compared, and say so."""
    status = case.status()
    if status.unread:
        print_note(
            f"{counted_noun(status.unread, 'report')} still to read: {command('add', case.path)}"
        )
    if status.compared:
        return
    busy = case.holder()
    if busy:
        print_note(f"the case is shown as it was last compared; at work: {busy}")
        return
    print_note("the comparison does not follow the last changes yet: comparing")
    with alone(case, "comparing"):
        working.compare_case(case, Printing())
