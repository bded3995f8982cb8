"""`sayso report`: from reports to a dossier, the main command."""

from pathlib import Path
from typing import Annotated

import typer

from sayso.cli.compare import read_facts
from sayso.cli.inputs import Intake, print_note
from sayso.cli.outputs import check_output
from sayso.cli.progress import with_spinner
from sayso.cli.summary import summary_lines


def report_command(
    paths: Annotated[
        list[str],
        typer.Argument(metavar="PATH...", help="Files, folders, or - for JSON Lines on stdin."),
    ],
    output: Annotated[
        Path, typer.Option("--output", "-o", help="The page to write.", dir_okay=False)
    ] = Path("dossier.html"),
) -> None:
    """Read reports and write a dossier: one page that opens in any browser, offline.

    \b
    Example:
        sayso report article1.txt article2.html -o dossier.html
    """
    intake = Intake(output)
    make_dossier(intake, paths, output)
    if intake.skipped:
        print_note(f"{len(intake.skipped)} of the inputs could not be read; see the reasons above")
    raise typer.Exit(intake.exit_status())


def make_dossier(intake: Intake, paths: list[str], output: Path) -> None:
    """Read, extract, compare, write, and print a summary."""
    check_output(output)
    from sayso.compare.comparison import compare
    from sayso.dossier.html import write_dossier

    facts = list(read_facts(intake, paths))
    with with_spinner(f"comparing {len(facts):,} reports", len(facts)):
        comparison = compare(facts)
        write_dossier(comparison, output)
    for line in summary_lines(comparison):
        typer.echo(line)
    typer.echo(f"the dossier is in {output}; open it in a browser")
