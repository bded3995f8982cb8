"""`sayso report`: from reports to a dossier, the main command."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from sayso.cli.compare import read_facts, without_faults
from sayso.cli.inputs import Intake, print_table
from sayso.cli.outputs import check_output, is_standard_output
from sayso.cli.progress import with_spinner
from sayso.cli.reading_options import PATHS_HELP, Keep, Outlet, Published, Summary, Url, head_given
from sayso.cli.streams import CannotPrint
from sayso.cli.summary import summary_lines
from sayso.cli.terminal import print_aside, print_note, print_page, print_result
from sayso.errors import SaysoError
from sayso.model.facts import Facts

OUTPUT_HELP = "The page to write; - for standard output."


def report_command(
    paths: Annotated[
        list[str],
        typer.Argument(metavar="PATH...", help=PATHS_HELP),
    ],
    output: Annotated[
        Path, typer.Option("--output", "-o", help=OUTPUT_HELP, dir_okay=False)
    ] = Path("dossier.html"),
    outlet: Outlet = None,
    published: Published = None,
    url: Url = None,
    summary: Summary = False,
    keep: Keep = None,
) -> None:
    """Read reports and write a dossier: one page that opens in any browser, offline.

    \b
    Example:
        sayso report article1.txt article2.html -o dossier.html
    """
    intake = Intake(output, given=head_given(outlet, published, url), keep=keep)
    make_dossier(intake, paths, output)
    if summary:
        print_table(intake)
    left_out = len(intake.skipped)
    if left_out == 1:
        print_note("1 input was left out; see the reason above")
    elif left_out:
        print_note(f"{left_out} inputs were left out; see the reasons above")
    raise typer.Exit(intake.exit_status())


def make_dossier(intake: Intake, paths: list[str], output: Path) -> None:
    """Read, extract, compare, write, and print a summary."""
    check_output(output)
    from sayso.compare.comparison import compare
    from sayso.dossier.html import render_dossier, write_page

    def page_and_summary(some: Sequence[Facts]) -> tuple[str, list[str]]:
        comparison = compare(some)
        return render_dossier(comparison), list(summary_lines(comparison))

    facts = list(read_facts(intake, paths))
    with with_spinner(f"comparing {len(facts):,} reports", len(facts)):
        page, summary = without_faults(intake, facts, page_and_summary)
        if not is_standard_output(output):
            write_page(page, output)
    if is_standard_output(output):
        print_page(page)
        for line in summary:
            print_aside(line)
    else:
        _print_summary(summary, output)


def _print_summary(summary: list[str], output: Path) -> None:
    try:
        for line in summary:
            print_result(line)
        print_result(f"the dossier is in {output}; open it in a browser")
    except CannotPrint as error:
        raise SaysoError(
            f"the dossier is in {output}, but the summary could not be printed: {error}"
        ) from error
