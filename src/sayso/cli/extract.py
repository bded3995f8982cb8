"""`sayso extract`: what each report says, as JSON Lines."""

from typing import Annotated

import typer

from sayso.cli.inputs import Intake, expected_characters
from sayso.cli.progress import with_progress


def extract_command(
    paths: Annotated[
        list[str],
        typer.Argument(metavar="PATH...", help="Files, folders, or - for JSON Lines on stdin."),
    ],
    text: Annotated[
        bool, typer.Option("--text", help="Print each report's text too; `compare` needs it.")
    ] = False,
) -> None:
    """Print who says what in each report, one JSON object a line.

    \b
    Example:
        sayso extract --text reports/ > facts.jsonl
    """
    from sayso.engine.processes import extract_all
    from sayso.model.wire import facts_to_wire, to_line

    intake = Intake()
    facts_of_reports = extract_all(intake.documents(paths), expected_characters(paths))
    for facts in with_progress(facts_of_reports, "reports read"):
        typer.echo(to_line(facts_to_wire(facts, text)))
    raise typer.Exit(intake.exit_status())
