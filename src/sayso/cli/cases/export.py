"""`sayso export`: what a case holds, in a format of other programs."""

from io import BytesIO
from pathlib import Path
from typing import Annotated

import typer

from sayso.cli.cases.options import CasePath
from sayso.cli.cases.tables import Column, print_table
from sayso.cli.outputs import check_file, is_standard_output
from sayso.cli.progress import with_spinner
from sayso.cli.summary import counted_noun
from sayso.cli.terminal import print_aside, print_page, print_result
from sayso.errors import CannotWrite, SaysoError

REDACTED = "-redacted"  # at the end of the name of a format


def _print_formats(wanted: bool) -> None:
    if wanted:
        from sayso.dossier.exports.export import FORMATS, export_format

        found = [export_format(name) for name in FORMATS]
        rows = ((one.name, one.suffix, one.description) for one in found)
        print_table([Column("format"), Column("file"), Column("what it is")], rows)
        raise typer.Exit


def export_command(
    case: CasePath,
    name: Annotated[
        str, typer.Argument(metavar="FORMAT", help="`sayso export --formats` lists them.")
    ],
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            help="The file to write, - for standard output; named like the case by default.",
            dir_okay=False,
        ),
    ] = None,
    redact: Annotated[
        bool, typer.Option("--redact", help="Without the texts of the reports, to be handed on.")
    ] = False,
    replace: Annotated[
        bool, typer.Option("--replace", help="Write it in the place of a file that is there.")
    ] = False,
    formats: Annotated[  # noqa: ARG001 its callback does the work
        bool,
        typer.Option("--formats", is_eager=True, callback=_print_formats, help="List the formats."),
    ] = False,
) -> None:
    """Write what a case holds, with what people decided, for another program.

    What the format cannot hold is counted and named.

    \b
    Example:
        sayso export mali.sayso csv -o mali.zip
    """
    from sayso.case.case import Case
    from sayso.cli.cases.working import bring_up_to_date
    from sayso.dossier.exports.export import FORMATS, export_format

    if redact and not name.endswith(REDACTED):
        if f"{name}{REDACTED}" not in FORMATS and name in FORMATS:
            known = ", ".join(one.removesuffix(REDACTED) for one in FORMATS if REDACTED in one)
            raise typer.BadParameter(f"{name} has no form without texts; these have one: {known}")
        name += REDACTED
    chosen = export_format(name)
    target = output or Path(f"{case.stem}{chosen.suffix}")
    check_file(target, lambda path: None if replace else _refuse(path))
    with Case.open(case) as opened:
        bring_up_to_date(opened)
        with with_spinner(f"writing {name}", 0):
            data = BytesIO()
            report = chosen.write(opened.holdings(), data)
    _hand_over(data.getvalue(), target)
    say = print_aside if is_standard_output(target) else print_result
    for line in report.left_out:
        say(f"left out: {line}")
    if not is_standard_output(target):
        say(f"{counted_noun(report.rows, 'row')} in {target}")


def _refuse(path: Path) -> None:
    raise CannotWrite(
        f"{path}: this file is there already. Name another one with -o, or add --replace."
    )


def _hand_over(data: bytes, target: Path) -> None:
    from sayso.writing import write_whole

    if not is_standard_output(target):
        write_whole(target, data)
        return
    try:
        print_page(data.decode())
    except UnicodeDecodeError as error:
        raise SaysoError(
            "this format is no text, so it is not printed. Name a file with -o."
        ) from error
