"""`sayso compare`: several reports laid side by side, as one JSON object."""

import json
import sys
from collections.abc import Iterator
from typing import Annotated

import typer

from sayso.cli.inputs import STDIN, Intake
from sayso.cli.progress import watched
from sayso.errors import BrokenWire
from sayso.model.facts import Facts


def compare_command(
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[PATH...]",
            help="Files or folders; without any, the lines of `extract --text` on stdin.",
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
    if not paths or paths == [STDIN]:
        facts = list(_lines(intake))
    else:
        facts = list(read_facts(intake, paths))
    typer.echo(to_line(comparison_to_wire(compare(facts))))
    raise typer.Exit(intake.status())


def read_facts(intake: Intake, paths: list[str]) -> Iterator[Facts]:
    """The facts of everything under the paths, with a bar or lines to show how far it is."""
    from sayso.engine.serial import extract_all

    documents = list(intake.documents(paths))
    yield from watched(extract_all(documents), "reports read", len(documents))


def _lines(intake: Intake) -> Iterator[Facts]:
    """Facts from standard input. Raises BrokenWire, naming the line."""
    from sayso.model.wire import facts_from_wire

    for number, line in enumerate(sys.stdin.buffer, 1):
        if not line.strip():
            continue
        try:
            yield facts_from_wire(json.loads(line))
        except (ValueError, BrokenWire) as error:
            raise BrokenWire(
                f"standard input, line {number}: {error}. "
                "Make such lines with `sayso extract --text PATH...`."
            ) from error
        intake.read += 1
