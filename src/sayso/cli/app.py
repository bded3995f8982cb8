"""The commands and what is said of them all in the help."""

import importlib.metadata
from typing import Annotated, Any

import typer

from sayso.cli.compare import compare_command
from sayso.cli.demo import demo_command
from sayso.cli.extract import extract_command
from sayso.cli.report import report_command
from sayso.cli.terminal import print_result, print_wrong_usage

# The base of what typer raises for a command line that it does not understand. Typer has moved it
# between its versions.
WrongUsage: Any = typer.BadParameter.__bases__[0]

app = typer.Typer(
    name="sayso",
    help="Read news reports and show who says what, and on whose authority.",
    epilog="Exit status: 0 done; 1 failed; 2 wrong usage; 3 done, but an input was skipped.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


def run_command() -> int:
    """Run the command that was typed, and give its exit status."""
    try:
        return int(app(prog_name="sayso", standalone_mode=False) or 0)
    except WrongUsage as error:
        print_wrong_usage(error)
        return int(error.exit_code)


def _print_version(wanted: bool) -> None:
    if wanted:
        print_result(f"sayso {importlib.metadata.version('sayso')}")
        raise typer.Exit


@app.callback()
def start(
    version: Annotated[
        bool,
        typer.Option(
            "--version", is_eager=True, callback=_print_version, help="Print the version."
        ),
    ] = False,
) -> None:
    """Read news reports and show who says what, and on whose authority."""


app.command("demo")(demo_command)
app.command("report")(report_command)
app.command("extract")(extract_command)
app.command("compare")(compare_command)
