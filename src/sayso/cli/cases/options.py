"""What several commands on a case have in common: arguments, options, and what to type next."""

from pathlib import Path
from typing import Annotated

import typer

CasePath = Annotated[
    Path,
    typer.Argument(metavar="CASE", help="The file of the case.", show_default=False),
]
Author = Annotated[
    str | None,
    typer.Option("--author", help="Who does this; your name on this machine by default."),
]
Reason = Annotated[str, typer.Option("--reason", help="Why, in a few words.")]
Later = Annotated[
    bool, typer.Option("--later", help="Do not compare again now; `sayso add CASE` does it.")
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON, for other programs.")]


def page_of(case: Path) -> str:
    """The name of a page for a case."""
    return f"{case.stem}.html"
