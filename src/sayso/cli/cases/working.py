"""What brings the engine and a case together: unread reports are read, and what changed is compared."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager

from sayso.case.case import Case
from sayso.cli.cases.options import command
from sayso.cli.inputs import Intake
from sayso.cli.progress import progress, with_progress, with_spinner
from sayso.cli.summary import counted_noun
from sayso.cli.terminal import print_note
from sayso.errors import DO_REPORT, FaultInSayso, SaysoError, is_lack_of_memory, kind_and_place
from sayso.model.decisions import Decision, Target
from sayso.model.facts import Facts
from sayso.model.text import Document


@contextmanager
def alone(case: Case, what: str) -> Iterator[None]:
    """Within it, nobody else adds to the case; who does is named while they are waited for."""
    with case.held(what, lambda who: print_note(f"waiting: {who}")):
        yield


def read_unread(case: Case, intake: Intake, only: Collection[str] | None = None) -> tuple[int, int]:
    """Read the reports that this version of sayso has not read; how many were read, and failed.

    With `only`, no other than these reports are read.
    """
    from sayso.engine.processes import extract_all

    total = case.count_unread(only)
    if not total:
        return 0, 0
    given: dict[str, Document] = {}
    faults = list[FaultInSayso]()

    def unread() -> Iterator[Document]:
        for document in case.unread(only):
            given[document.id] = document
            yield document

    def keep_failure(fault: FaultInSayso) -> None:
        # What becomes of the reports comes in their order, so it is the first that is still open.
        report = next(name for name, one in given.items() if one.name == fault.name)
        del given[report]
        case.keep_failure(report, fault)
        faults.append(fault)
        intake.report_problem(fault)

    facts = extract_all(unread(), keep_failure, intake.report_note)
    read = 0
    for one in with_progress(facts, "reports read", total):
        del given[one.document.id]
        intake.note_part_read(one.document)
        case.keep(one)
        read += 1
    return read, len(faults)


def compare_case(case: Case) -> None:
    """Compare what has changed. Raises SaysoError, with what to do, if a report makes it fail."""
    from sayso.case.comparing import StoryNotCompared

    try:
        with progress("stories compared") as how_far:
            case.compare(how_far.reach)
    except SaysoError:
        raise
    except StoryNotCompared as failed:
        raise _blamed(case, failed.reports, failed.__cause__ or failed) from failed
    except Exception as error:
        raise _not_compared(case, error) from error


def _blamed(case: Case, reports: Sequence[str], error: BaseException) -> SaysoError:
    """The error that tells how to take out the reports that make comparing fail; each is printed."""
    from sayso.compare.comparison import compare
    from sayso.engine.largest import largest_working_part

    if is_lack_of_memory(error):
        return _not_compared(case, error)
    guilty = list[str]()
    names = case.names()

    def work(some: Sequence[Facts]) -> None:
        compare(some)

    def blame(one: Facts, why: Exception) -> None:
        place = kind_and_place(why)
        print_note(f"{one.document.name}: comparing fails on it ({place}). {DO_REPORT}")
        guilty.append(names.of(one.document.id))

    print_note(f"comparing failed on one of {len(reports):,} reports; finding out which")
    with with_spinner("looking for the report", 0):
        largest_working_part(list(case.decided_facts(reports)), work, blame)
    if not guilty:
        return _not_compared(case, error)
    return SaysoError(
        "the last changes are not compared. Take such a report out of the case, and what is left is "
        f"compared: {command('remove', case.path, *guilty)}"
    )


def _not_compared(case: Case, error: BaseException) -> SaysoError:
    if is_lack_of_memory(error):
        return SaysoError(
            "there is too little memory to compare the reports. Close other programs, and type: "
            + command("add", case.path)
        )
    return SaysoError(f"comparing failed ({kind_and_place(error)}). {DO_REPORT}")


def compare_if_free(case: Case) -> None:
    """Compare what a decision changed, unless somebody adds to the case: they compare at their end."""
    busy = case.holder()
    if busy:
        print_note(f"compared later, by {busy}")
        return
    with alone(case, "comparing"):
        compare_case(case)


def follow_decisions(case: Case, decisions: Iterable[Decision]) -> None:
    """Read again the reports whose heads were corrected, and compare what the decisions changed."""
    subjects = (one for decision in decisions for one in case.subjects_of(decision))
    corrected = {one.id for one in subjects if one.kind is Target.REPORT}
    if corrected:
        read_unread(case, Intake(), corrected)
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
        compare_case(case)
