"""`sayso extract`: what each report says, as JSON Lines."""

from typing import Annotated, Any

import typer

from sayso.cli.inputs import Intake, expected_characters, print_table
from sayso.cli.progress import with_progress
from sayso.cli.reading_options import PATHS_HELP, Keep, Outlet, Published, Summary, Url, head_given
from sayso.cli.terminal import check_can_print, print_pieces
from sayso.errors import NothingToRead, fault_of_report
from sayso.model.facts import Facts


def extract_command(
    paths: Annotated[
        list[str],
        typer.Argument(metavar="PATH...", help=PATHS_HELP),
    ],
    text: Annotated[
        bool, typer.Option("--text", help="Print each report's text too; `compare` needs it.")
    ] = False,
    places: Annotated[
        bool,
        typer.Option("--places", help="Print where each report's characters stand in its file."),
    ] = False,
    outlet: Outlet = None,
    published: Published = None,
    url: Url = None,
    summary: Summary = False,
    keep: Keep = None,
) -> None:
    """Print who says what in each report, one JSON object a line.

    \b
    Example:
        sayso extract --text reports/ > facts.jsonl
    """
    from sayso.engine.processes import extract_all
    from sayso.model.wire import to_line

    check_can_print()
    intake = Intake(given=head_given(outlet, published, url), keep=keep, with_places=places)
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
            line = to_line(_wire_line(facts, text, intake))
        except Exception as error:
            intake.report_problem(fault_of_report(facts.document.name, error))
            continue
        print_pieces([line])
        printed += 1
    if summary:
        print_table(intake)
    if not printed:
        raise NothingToRead("no report is left; the reasons are above.")
    raise typer.Exit(intake.exit_status())


def _wire_line(facts: Facts, text: bool, intake: Intake) -> dict[str, Any]:
    """The facts as an object, with the places of the text's characters if they are wanted."""
    from sayso.model.wire import facts_to_wire
    from sayso.read.places import places_to_wire

    line = facts_to_wire(facts, text)
    if intake.with_places:
        source = intake.places[facts.document.name, facts.document.id]
        line["document"]["places"] = places_to_wire(source)
    return line
