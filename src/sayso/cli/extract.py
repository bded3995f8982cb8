"""`sayso extract`: what each report says, as JSON Lines."""

from typing import Annotated

import typer

from sayso.cli.inputs import PATHS_HELP, Intake, Keep, expected_characters
from sayso.cli.progress import with_progress
from sayso.cli.terminal import check_can_print, print_pieces
from sayso.errors import NothingToRead, fault_of_report


def extract_command(
    paths: Annotated[
        list[str],
        typer.Argument(metavar="PATH...", help=PATHS_HELP),
    ],
    text: Annotated[
        bool, typer.Option("--text", help="Print each report's text too; `compare` needs it.")
    ] = False,
    keep: Keep = None,
) -> None:
    """Print who says what in each report, one JSON object a line.

    \b
    Example:
        sayso extract --text reports/ > facts.jsonl
    """
    from sayso.engine.processes import extract_all
    from sayso.model.wire import facts_to_wire, to_line

    check_can_print()
    intake = Intake(keep=keep)
    facts_of_reports = extract_all(
        intake.documents(paths),
        intake.report_problem,
        intake.report_note,
        expected_characters(paths),
    )
    printed = 0
    for facts in with_progress(facts_of_reports, "reports read", is_printed=True):
        intake.note_part_read(facts.document)
        try:
            line = to_line(facts_to_wire(facts, text))
        except Exception as error:
            intake.report_problem(fault_of_report(facts.document.name, error))
            continue
        print_pieces([line])
        printed += 1
    if not printed:
        raise NothingToRead("no report is left; the reasons are above.")
    raise typer.Exit(intake.exit_status())
