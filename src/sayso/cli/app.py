"""The commands and what is said of them all in the help."""

import importlib.metadata
from typing import Annotated, Any

import typer

from sayso.cli.cases.add import add_command
from sayso.cli.cases.decide import decide_app
from sayso.cli.cases.diff import diff_command
from sayso.cli.cases.export import export_command
from sayso.cli.cases.joining import import_command, merge_command
from sayso.cli.cases.list import list_command
from sayso.cli.cases.log import log_command
from sayso.cli.cases.new import new_command
from sayso.cli.cases.open import open_command
from sayso.cli.cases.remove import remove_command
from sayso.cli.cases.seal import seal_command
from sayso.cli.cases.show import show_command
from sayso.cli.cases.status import status_command
from sayso.cli.cases.verify import verify_command
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
app.command("new")(new_command)
app.command("add")(add_command)
app.command("open")(open_command)
app.command("remove")(remove_command)
app.command("status")(status_command)
app.command("list")(list_command)
app.command("show")(show_command)
app.command("export")(export_command)
app.command("import")(import_command)
app.command("merge")(merge_command)
app.command("verify")(verify_command)
app.command("seal")(seal_command)
app.command("log")(log_command)
app.command("diff")(diff_command)
app.add_typer(decide_app, name="decide")
