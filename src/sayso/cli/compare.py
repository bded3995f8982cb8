"""`sayso compare`: several reports side by side, as one JSON object."""

import io
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Annotated, TypeVar, cast

import typer

from sayso.cli.inputs import STDIN, STDIN_NAME, Intake, print_table, stdin_bytes
from sayso.cli.progress import MIN_REPORTS_FOR_A_LINE, with_progress, with_spinner
from sayso.cli.reading_options import Keep, Outlet, Published, Summary, Url, head_given
from sayso.cli.same_text import note_repeated_reports, reports_left_out_with
from sayso.cli.terminal import check_can_print, is_terminal, print_note, print_pieces
from sayso.errors import BrokenWire, NothingToRead, UnreadableInput, fault_of_report
from sayso.model.comparison import Comparison
from sayso.model.facts import Facts
from sayso.model.heads import one_document_a_text, one_facts_a_text
from sayso.model.text import Document

Result = TypeVar("Result")

REMEDY = "Make such lines with `sayso extract --text PATH...`."


def compare_command(
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[PATH...]",
            help="Files, folders, web addresses, or - for JSON Lines on stdin; without any, the "
            "lines of `sayso extract --text` on stdin.",
            show_default=False,
        ),
    ] = None,
    outlet: Outlet = None,
    published: Published = None,
    url: Url = None,
    summary: Summary = False,
    keep: Keep = None,
) -> None:
    """Print where the reports agree, differ and copy one another, as one JSON object.

    \b
    Example:
        sayso extract --text reports/ | sayso compare
    """
    from sayso.model.wire import comparison_in_pieces

    check_can_print()
    intake = Intake(given=head_given(outlet, published, url), keep=keep)
    if not paths or (paths == [STDIN] and _begins_with_facts()):
        facts = _piped_facts(intake)
    else:
        facts = list(read_facts(intake, paths))
    with with_spinner(f"comparing {len(facts):,} reports", len(facts)):
        comparison = without_faults(intake, facts, _printable_comparison)
    print_pieces(comparison_in_pieces(comparison))
    if summary:
        print_table(intake)
    raise typer.Exit(intake.exit_status())


def _printable_comparison(facts: Sequence[Facts]) -> Comparison:
    """The comparison, after its JSON was made once: what fails in that fails before it is printed."""
    from sayso.compare.comparison import compare
    from sayso.model.wire import comparison_in_pieces

    comparison = compare(facts)
    for _ in comparison_in_pieces(comparison):
        pass  # not kept: a large pile has hundreds of megabytes of it
    return comparison


def read_facts(intake: Intake, paths: list[str]) -> Iterator[Facts]:
    """The facts of all reports under the paths, with the progress on standard error."""
    from sayso.engine.processes import extract_all

    given = list(intake.documents(paths))
    note_repeated_reports(given)
    unread = {document.id: document for document in one_document_a_text(given)}
    facts = extract_all(list(unread.values()), intake.report_problem, intake.report_note)
    for one in with_progress(facts, "reports read", len(unread)):
        del unread[one.document.id]
        intake.note_part_read(one.document)
        yield one
    for document in unread.values():
        _report_same_text(intake, document)


def without_faults(
    intake: Intake, facts: Sequence[Facts], work: Callable[[Sequence[Facts]], Result]
) -> Result:
    """What the work makes of the facts. A report that makes it fail is named and left out.

    Raises NothingToRead if no report is left.
    """
    from sayso.engine.largest import largest_working_part

    def checked_work(some: Sequence[Facts]) -> Result:
        if not some:
            raise NothingToRead("no report is left; the reasons are above.")
        return work(some)

    def leave_out(one: Facts, error: Exception) -> None:
        intake.report_problem(fault_of_report(one.document.name, error))
        _report_same_text(intake, one.document)

    def note_search(tries: int) -> None:
        if len(facts) >= MIN_REPORTS_FOR_A_LINE:
            print_note(f"this failed on one of the reports; finding out which takes {tries} tries")

    return largest_working_part(facts, checked_work, leave_out, note_search)


def _report_same_text(intake: Intake, left_out: Document) -> None:
    """Report the other reports with the text of a document that was left out."""
    for problem in reports_left_out_with(left_out):
        intake.report_problem(problem)


def _piped_facts(intake: Intake) -> list[Facts]:
    """The facts on standard input, those of each text once. Raises NothingToRead if there are none."""
    if is_terminal(sys.stdin):
        raise typer.BadParameter("name reports, or pipe in the lines of `sayso extract --text`")
    given: list[Facts] = []
    with intake.problems_of_stdin():
        given.extend(_facts_from_lines(intake, stdin_bytes()))
    intake.check_read()
    note_repeated_reports(one.document for one in given)
    return list(one_facts_a_text(given))


def _begins_with_facts() -> bool:
    """Whether standard input begins like the lines of `extract`; nothing is taken from it."""
    try:
        return cast("io.BufferedReader", stdin_bytes()).peek().startswith(b'{"sayso"')
    except OSError:  # it is read again, and then reported
        return False


def _facts_from_lines(intake: Intake, lines: Iterable[bytes]) -> Iterator[Facts]:
    """Facts from lines of `extract`. A broken line is reported, and the rest are read."""
    from sayso.model.wire import facts_from_wire, from_line

    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            facts = facts_from_wire(from_line(line))
        except BrokenWire as error:
            intake.report_problem(
                UnreadableInput(f"{STDIN_NAME}, line {number}", str(error), REMEDY)
            )
            continue
        except Exception as error:
            intake.report_problem(fault_of_report(f"{STDIN_NAME}, line {number}", error))
            continue
        intake.read += 1
        intake.note_part_read(facts.document)
        yield facts
