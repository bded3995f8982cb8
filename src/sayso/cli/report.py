"""`sayso report`: reports to a dossier, the main job."""

from pathlib import Path
from typing import Annotated

import typer

from sayso.cli.compare import read_facts
from sayso.cli.inputs import Intake, say
from sayso.cli.outputs import check_output
from sayso.cli.progress import working
from sayso.cli.summary import summary


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
        say(f"{len(intake.skipped)} of the inputs could not be read; the reasons stand above")
    raise typer.Exit(intake.status())


def make_dossier(intake: Intake, paths: list[str], output: Path) -> None:
    """Read, extract, compare, write, and say what was found."""
    check_output(output)
    from sayso.compare.comparison import compare
    from sayso.dossier.html import write_dossier

    facts = list(read_facts(intake, paths))
    with working(f"comparing {len(facts):,} reports", len(facts)):
        comparison = compare(facts)
        write_dossier(comparison, output)
    for line in summary(comparison):
        typer.echo(line)
    typer.echo(f"the dossier is in {output}: open it in a browser")
