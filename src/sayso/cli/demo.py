"""`sayso demo`: the dossier of the reports that come with sayso."""

from importlib.resources import as_file, files
from pathlib import Path
from typing import Annotated

import typer

from sayso.cli.inputs import Intake
from sayso.cli.report import OUTPUT_HELP, make_dossier

KINDS = {".txt", ".html", ".jsonl"}


def demo_command(
    output: Annotated[
        Path, typer.Option("--output", "-o", help=OUTPUT_HELP, dir_okay=False)
    ] = Path("sayso-demo.html"),
) -> None:
    """Make the dossier of an invented event that comes with sayso.

    \b
    Example:
        sayso demo -o demo.html
    """
    with as_file(files("sayso.demo")) as folder:
        intake = Intake(output, home=folder)
        paths = sorted(str(path) for path in folder.iterdir() if path.suffix in KINDS)
        make_dossier(intake, paths, output)
    raise typer.Exit(intake.exit_status())
