"""`sayso compare`: several reports side by side, as one JSON object."""

import io
import sys
from collections.abc import Iterable, Iterator
from typing import Annotated, cast

import typer

from sayso.cli.inputs import STDIN, STDIN_NAME, Intake
from sayso.cli.progress import with_progress, with_spinner
from sayso.errors import BrokenWire, UnreadableInput
from sayso.model.facts import Facts

REMEDY = "Make such lines with `sayso extract --text PATH...`."


def compare_command(
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[PATH...]",
            help="Files, folders, or - for JSON Lines on stdin; without any, the lines of "
            "`sayso extract --text` on stdin.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Print where the reports agree, differ and copy one another, as one JSON object.

    \b
    Example:
        sayso extract --text reports/ | sayso compare
    """
    from sayso.compare.comparison import compare
    from sayso.model.wire import comparison_in_pieces

    intake = Intake()
    if not paths or (paths == [STDIN] and _begins_with_facts()):
        facts = list(_piped_facts(intake))
    else:
        facts = list(read_facts(intake, paths))
    with with_spinner(f"comparing {len(facts):,} reports", len(facts)):
        comparison = compare(facts)
    for piece in comparison_in_pieces(comparison):
        typer.echo(piece, nl=False)
    typer.echo()
    raise typer.Exit(intake.exit_status())


def read_facts(intake: Intake, paths: list[str]) -> Iterator[Facts]:
    """The facts of all reports under the paths, with the progress on standard error."""
    from sayso.engine.processes import extract_all

    documents = list(filter(intake.is_new_text, intake.documents(paths)))
    yield from with_progress(extract_all(documents), "reports read", len(documents))


def _piped_facts(intake: Intake) -> Iterator[Facts]:
    """The facts on standard input. Raises NothingToRead if there are none."""
    if sys.stdin.isatty():
        raise typer.BadParameter("name reports, or pipe in the lines of `sayso extract --text`")
    yield from _facts_from_lines(intake, sys.stdin.buffer)
    intake.check_read()


def _begins_with_facts() -> bool:
    """Whether standard input begins like the lines of `extract`; nothing is taken from it."""
    return cast("io.BufferedReader", sys.stdin.buffer).peek().startswith(b'{"sayso"')


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
        intake.read += 1
        if intake.is_new_text(facts.document):
            yield facts
