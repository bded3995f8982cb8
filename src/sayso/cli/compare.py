"""`sayso compare`: several reports laid side by side, as one JSON object."""

import io
import sys
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Annotated

import typer

from sayso.cli.inputs import STDIN, STDIN_NAME, Intake
from sayso.cli.progress import watched
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
    from sayso.model.wire import comparison_to_wire, to_line

    intake = Intake()
    if not paths:
        facts = list(_piped(intake))
    elif paths == [STDIN]:
        facts = list(_standard_input(intake))
    else:
        facts = list(read_facts(intake, paths))
    typer.echo(to_line(comparison_to_wire(compare(facts))))
    raise typer.Exit(intake.status())


def read_facts(intake: Intake, paths: list[str]) -> Iterator[Facts]:
    """The facts of everything under the paths, with a bar or lines to show how far it is."""
    from sayso.engine.serial import extract_all

    documents = list(intake.documents(paths))
    yield from watched(extract_all(documents), "reports read", len(documents))


def _piped(intake: Intake) -> Iterator[Facts]:
    """The facts that come in without having been named. Raises NothingToRead if there are none."""
    if sys.stdin.isatty():
        raise typer.BadParameter("name reports, or pipe in the lines of `sayso extract --text`")
    yield from _facts(intake, sys.stdin.buffer)
    intake.check_read()


def _standard_input(intake: Intake) -> Iterator[Facts]:
    """Facts, where the first line is of `extract`; else those of the documents that come in."""
    from sayso.engine.serial import extract_all

    stream = sys.stdin.buffer
    first = stream.readline()
    if _is_wire(first):
        yield from _facts(intake, chain([first], stream))
    else:
        documents = filter(intake.is_new, intake.lines(io.BytesIO(first + stream.read())))
        yield from watched(extract_all(documents), "reports read")
    intake.check_read()


def _is_wire(line: bytes) -> bool:
    from sayso.model.wire import from_line

    try:
        return "sayso" in from_line(line)
    except BrokenWire:
        return False


def _facts(intake: Intake, lines: Iterable[bytes]) -> Iterator[Facts]:
    """Facts from lines of `extract`; one that is broken is a problem, and the rest are read."""
    from sayso.model.wire import facts_from_wire, from_line

    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            facts = facts_from_wire(from_line(line))
        except BrokenWire as error:
            intake.problem(UnreadableInput(f"{STDIN_NAME}:{number}", str(error), REMEDY))
            continue
        if intake.is_new(facts.document):
            yield facts
