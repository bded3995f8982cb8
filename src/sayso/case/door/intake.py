"""What comes into a case and what goes out of it: files, other cases, exports."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from sayso.case.changes import note_change
from sayso.case.door.file import CaseFile, version
from sayso.case.door.readings import CaseReadings
from sayso.case.intake import is_out, note_end_of_file, put_back, take_in_file, take_out
from sayso.case.joining import Joined, merge_case, take_in_documents
from sayso.case.naming import find_report
from sayso.case.storage import attached, plain_errors, writing
from sayso.errors import CaseNotUsable, FaultInSayso, UnreadableInput, WrongDecision
from sayso.model.decisions import Holdings
from sayso.model.facts import Facts
from sayso.model.text import Document
from sayso.read.files import OnProblem
from sayso.read.heads import NOTHING_KNOWN, HeadData
from sayso.read.notes import OnNote, log_note

if TYPE_CHECKING:
    from sayso.case.adding import Intake
    from sayso.case.comparing import Compared

Extract = Callable[[Iterable[Document], Callable[[FaultInSayso], None]], Iterable[Facts]]


class CaseIntake(CaseReadings):
    """What comes in, is compared, and is taken out."""

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
            version(),
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

    def take_in_stream(
        self,
        stream: BinaryIO,
        name: str,
        on_problem: OnProblem,
        on_note: OnNote = log_note,
        given: HeadData = NOTHING_KNOWN,
        on_report: Callable[[Document], None] | None = None,
    ) -> "Intake":
        """Take in a file that is open and can be wound back; its name is shown, and no path."""
        from sayso.case.adding import Adder

        adder = Adder(
            self._connection,
            self.path,
            self.author,
            version(),
            self._decided,
            on_problem,
            on_note,
            on_report or (lambda _: None),
        )
        with plain_errors(self.path):
            return adder.add_stream(stream, name, given)

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

    def compare(
        self,
        on_story: Callable[[int, int], None] = lambda *_: None,
        on_note: Callable[[str], None] = lambda _: None,
    ) -> "Compared":
        """Compare what has changed; `on_story` is told how many stories are done, and of how many.

        `on_note` is told a sentence if something that was kept is damaged, and made anew.
        """
        from sayso.case.comparing import compare_again

        with plain_errors(self.path):
            return compare_again(self._connection, self._decided, on_story, on_note)

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

    def put_back(self, name: str) -> str:
        """Put a report back that was taken out of the case. Its id. Raises WrongDecision."""
        with self._writing():
            report = find_report(self._connection, name)
            if not is_out(self._connection, report):
                raise WrongDecision(f"{name!r:.80} is in the case.")
            put_back(self._connection, report, self.author)
            return report

    def merge(self, other: str | Path) -> Joined:
        """Take in all that another case holds; it is not changed. What it decided is followed too.

        Raises CaseNotUsable if something in the other case does not fit.
        """
        path = Path(other)
        with CaseFile.open(path) as theirs:
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
                self._connection, stream, name, "export", {}, self.author, version(), keep
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
