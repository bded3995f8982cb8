"""The command line: `sayso COMMAND`."""

import importlib.metadata
import os
import sys
from typing import Annotated

import typer

from sayso.cli.compare import compare_command
from sayso.cli.demo import demo_command
from sayso.cli.extract import extract_command
from sayso.cli.inputs import print_note
from sayso.cli.report import report_command
from sayso.engine.memory import collect_seldom
from sayso.errors import SaysoError

INTERRUPTED_STATUS = 130  # the exit status that typer gives Ctrl-C

app = typer.Typer(
    name="sayso",
    help="Read news reports and show who says what, and on whose authority.",
    epilog="Exit status: 0 done; 1 failed; 2 wrong usage; 3 done, but an input was skipped.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"sayso {importlib.metadata.version('sayso')}")
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


def main() -> None:
    """Run a command. An error is one line: what happened, and what to type next."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    collect_seldom()
    try:
        app()
    except SystemExit as ended:
        if ended.code == INTERRUPTED_STATUS:
            print_note("stopped before the end; type the same command to start again")
        raise
    except SaysoError as error:
        print_note(str(error))
        sys.exit(1)
    except BrokenPipeError:
        # The program that read our output has stopped; there is nowhere to print an error.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
