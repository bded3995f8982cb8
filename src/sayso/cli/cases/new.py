"""`sayso new`: an empty case."""

from pathlib import Path
from typing import Annotated

import typer

from sayso.casework.commands import command
from sayso.cli.cases.options import Author
from sayso.cli.terminal import print_result
from sayso.errors import SaysoError


def new_command(
    case: Annotated[Path, typer.Argument(metavar="CASE", help="The file to make: mali.sayso.")],
    author: Author = None,
) -> None:
    """Make a case: one file that keeps reports, what was read in them, and what you decide.

    \b
    Example:
        sayso new mali.sayso
    """
    from sayso.case.case import Case

    if case.exists():
        raise SaysoError(
            f"{case}: this file is there already. Add reports to it, if it is a case: "
            + command("add", case, "PATH...")
        )
    Case.open(case, make=True, author=author).close()
    print_result(f"{case} is ready. Add reports: {command('add', case, 'PATH...')}")
