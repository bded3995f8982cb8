"""What brings the engine and a case together: unread reports are read, and what changed is compared."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager

from sayso.case.case import Case
from sayso.casework.commands import command
from sayso.casework.telling import Telling
from sayso.errors import DO_REPORT, FaultInSayso, SaysoError, is_lack_of_memory, kind_and_place
from sayso.model.facts import Facts
from sayso.model.text import Document
from sayso.read.notes import OnNote

# Reports that somebody decided on, and whose head is another than the one they were read under.
OTHER_HEADS = (
    "SELECT report.id FROM report JOIN shown ON shown.report = report.id "
    "JOIN reading ON reading.number = shown.reading WHERE reading.head != report.head "
    "AND report.id IN (SELECT id FROM decision_subject WHERE kind = 'report')"
)
# Reads documents; is told whom to tell of those that fail, and whom to give remarks.
Extract = Callable[[Iterable[Document], Callable[[FaultInSayso], None], OnNote], Iterable[Facts]]


def alone(case: Case, what: str, telling: Telling) -> AbstractContextManager[None]:
    """Within it, nobody else adds to the case; who does is named while they are waited for."""
    return case.held(what, telling.waits_for)


def read_unread(
    case: Case,
    telling: Telling,
    only: Collection[str] | None = None,
    extract: Extract | None = None,
) -> tuple[int, int]:
    """Read the reports that this version of sayso has not read; how many were read, and failed.

    With `only`, no other than these reports are read. `extract` reads in place of the engine.
    """
    total = case.count_unread(only)
    if not total:
        return 0, 0
    given: dict[str, Document] = {}
    failed = 0

    def unread() -> Iterator[Document]:
        for document in case.unread(only):
            given[document.id] = document
            telling.begins(document)
            yield document

    def keep_failure(fault: FaultInSayso) -> None:
        # What becomes of the reports comes in their order, so it is the first that is still open.
        nonlocal failed
        report = next(name for name, one in given.items() if one.name == fault.name)
        del given[report]
        case.keep_failure(report, fault)
        failed += 1
        telling.failed(report, fault)

    read = 0
    with telling.progress("reports read", total) as how_far:
        for one in (extract or _extract)(unread(), keep_failure, telling.note):
            del given[one.document.id]
            case.keep(one)
            telling.read(one.document)
            read += 1
            how_far.reach(read)
    return read, failed


def _extract(
    documents: Iterable[Document], on_fault: Callable[[FaultInSayso], None], on_note: OnNote
) -> Iterable[Facts]:
    from sayso.engine.processes import extract_all  # which loads the engine

    return extract_all(documents, on_fault, on_note)


def read_corrected(case: Case, telling: Telling, extract: Extract | None = None) -> None:
    """Read again the reports whose heads people corrected: a date can change what is read."""
    corrected = {row["id"] for row in case.query(OTHER_HEADS)}
    if corrected:
        read_unread(case, telling, corrected, extract)


def compare_case(case: Case, telling: Telling) -> None:
    """Compare what has changed. Raises SaysoError, with what to do, if a report makes it fail."""
    from sayso.case.comparing import StoryNotCompared

    try:
        with telling.progress("stories compared") as how_far:
            case.compare(how_far.reach, telling.said)
    except SaysoError:
        raise
    except StoryNotCompared as failed:
        raise _blamed(case, failed.reports, failed.__cause__ or failed, telling) from failed
    except Exception as error:
        raise _not_compared(case, error) from error


def _blamed(
    case: Case, reports: Sequence[str], error: BaseException, telling: Telling
) -> SaysoError:
    """Find the reports that make comparing fail, and tell of each; the error says how to take them out."""
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
        telling.said(f"{one.document.name}: comparing fails on it ({place}). {DO_REPORT}")
        guilty.append(names.of(one.document.id))

    telling.said(f"comparing failed on one of {len(reports):,} reports; finding out which")
    with telling.progress("looking for the report"):
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
