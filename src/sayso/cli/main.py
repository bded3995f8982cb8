"""The command line: `sayso COMMAND`."""

import importlib.metadata
import os
import sys
from typing import Annotated

import typer

from sayso.cli.compare import compare_command
from sayso.cli.demo import demo_command
from sayso.cli.extract import extract_command
from sayso.cli.inputs import say
from sayso.cli.report import report_command
from sayso.engine.memory import collect_seldom
from sayso.errors import SaysoError

STOPPED = 130  # what typer makes of Ctrl-C

app = typer.Typer(
    name="sayso",
    help="Read news reports and show on whose say-so each thing is said.",
    epilog="Exit status: 0 done; 1 nothing done; 2 wrong usage; 3 done, but an input was skipped.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"sayso {importlib.metadata.version('sayso')}")
        raise typer.Exit


@app.callback()
def start(
    version: Annotated[
        bool,
        typer.Option("--version", is_eager=True, callback=_version, help="Print the version."),
    ] = False,
) -> None:
    """Read news reports and show on whose say-so each thing is said."""


app.command("demo")(demo_command)
app.command("report")(report_command)
app.command("extract")(extract_command)
app.command("compare")(compare_command)


def main() -> None:
    """Run a command; say in one line what went wrong, and what to type next."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    collect_seldom()
    try:
        app()
    except SystemExit as ended:
        if ended.code == STOPPED:
            say("stopped before the end")
        raise
    except SaysoError as error:
        say(str(error))
        sys.exit(1)
    except BrokenPipeError:
        # Whoever read our output has stopped reading; there is nobody left to tell.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
