"""`sayso demo`: the reports that come with sayso, as a case and its dossier."""

import json
from hashlib import sha256
from importlib.resources import as_file, files
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli.inputs import Intake
from sayso.cli.outputs import check_output, is_standard_output
from sayso.cli.report import OUTPUT_HELP, make_dossier_of_case
from sayso.cli.signals import goes_on
from sayso.errors import SaysoError

if TYPE_CHECKING:
    from sayso.case.case import Case

KINDS = {".txt", ".html", ".jsonl"}
NAME = "demo.sayso"


def demo_command(
    output: Annotated[
        Path, typer.Option("--output", "-o", help=OUTPUT_HELP, dir_okay=False)
    ] = Path("sayso-demo.html"),
    case: Annotated[
        Path | None,
        typer.Option(
            "--case",
            help="The case to make; beside the page by default, and none for standard output.",
            dir_okay=False,
        ),
    ] = None,
) -> None:
    """Make the case and the dossier of an invented event that comes with sayso.

    \b
    Example:
        sayso demo -o demo.html
    """
    check_output(output)
    intake = Intake()
    with TemporaryDirectory() as folder:
        target = case or (Path(folder, NAME) if is_standard_output(output) else case_of(output))
        fill_case(target, intake)
        make_dossier_of_case(target, output)
    raise typer.Exit(intake.exit_status())


def case_of(page: Path) -> Path:
    """The case beside a page: "demo.sayso" for "sayso-demo.html"."""
    return page.with_name(f"{page.stem.removeprefix('sayso-') or page.stem}.sayso")


def fill_case(target: Path, intake: Intake) -> None:
    """Put the reports that come with sayso into a case; those that are in it stay as they are.

    Raises SaysoError if the case holds other reports.
    """
    from sayso.case.case import Case
    from sayso.cli.cases.add import add_reports
    from sayso.cli.cases.working import alone

    with (
        goes_on(),
        as_file(files("sayso.demo")) as folder,
        Case.open(target, make=True) as opened,
        alone(opened, "the demo"),
    ):
        paths = sorted(path for path in folder.iterdir() if path.suffix in KINDS)
        if not _evidence(opened) <= {sha256(path.read_bytes()).hexdigest() for path in paths}:
            raise SaysoError(
                f"{target}: this case holds other reports, so the demo is not put into it. Name "
                "another one with --case."
            )
        add_reports(opened, list(map(str, paths)), intake, home=folder)


def _evidence(case: "Case") -> set[str]:
    """The hashes of the files that came into a case."""
    return {json.loads(row.body)["evidence"] for row in case.log() if row.kind == "arrival"}
