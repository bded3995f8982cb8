"""`sayso report`: reports to a dossier, the main job."""

import os
from pathlib import Path
from typing import Annotated

import typer

from sayso.cli.compare import read_facts
from sayso.cli.inputs import Intake, say
from sayso.cli.summary import summary
from sayso.errors import CannotWrite


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
    intake = Intake()
    make_dossier(intake, paths, output)
    if intake.skipped:
        say(f"{len(intake.skipped)} of the inputs could not be read; the reasons stand above")
    raise typer.Exit(intake.status())


def make_dossier(intake: Intake, paths: list[str], output: Path) -> None:
    """Read, extract, compare, write, and say what was found."""
    from sayso.compare.comparison import compare
    from sayso.dossier.html import write_dossier

    _check_writable(output)
    comparison = compare(read_facts(intake, paths))
    write_dossier(comparison, output)
    for line in summary(comparison):
        typer.echo(line)
    typer.echo(f"the dossier is in {output}: open it in a browser")


def _check_writable(output: Path) -> None:
    """Raises CannotWrite before the long work, where it would be in vain."""
    folder = output.resolve().parent
    if not folder.is_dir():
        raise CannotWrite(
            f"{output}: there is no folder {folder}. Make it, or name another with -o."
        )
    if not os.access(output if output.exists() else folder, os.W_OK):
        raise CannotWrite(f"{output}: you may not write there. Name another file with -o.")
