"""`sayso report`: from reports to a dossier, the main command."""

from pathlib import Path
from typing import Annotated

import typer

from sayso.casework.commands import is_case
from sayso.cli.compare import read_facts, without_faults
from sayso.cli.inputs import Intake, print_table
from sayso.cli.outputs import check_output, is_standard_output
from sayso.cli.progress import with_spinner
from sayso.cli.reading_options import PATHS_HELP, Keep, Outlet, Published, Summary, Url, head_given
from sayso.cli.streams import CannotPrint
from sayso.cli.summary import summary_lines
from sayso.cli.terminal import print_aside, print_note, print_page, print_result
from sayso.errors import SaysoError
from sayso.model.comparison import Comparison
from sayso.model.decisions import Holdings

EXCERPTS_HELP = "Without the whole texts: only what points, figures and the timeline quote, with some words around."
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
    excerpts: Annotated[bool, typer.Option("--excerpts", help=EXCERPTS_HELP)] = False,
) -> None:
    """Read reports, or open a case, and write a dossier: one page that opens in any browser, offline.

    \b
    Example:
        sayso report article1.txt article2.html -o dossier.html
        sayso report mali.sayso -o mali.html
    """
    if len(paths) == 1 and is_case(paths[0]):
        if any((outlet, published, url, summary, keep)):
            raise typer.BadParameter("a case knows its reports: give such options to `sayso add`")
        make_dossier_of_case(Path(paths[0]), output, excerpts)
        return
    intake = Intake(output, given=head_given(outlet, published, url), keep=keep)
    make_dossier(intake, paths, output, excerpts)
    if summary:
        print_table(intake)
    left_out = len(intake.skipped)
    if left_out == 1:
        print_note("1 input was left out; see the reason above")
    elif left_out:
        print_note(f"{left_out} inputs were left out; see the reasons above")
    raise typer.Exit(intake.exit_status())


def make_dossier_of_case(case: Path, output: Path, excerpts: bool = False) -> None:
    """Write the dossier of a case, after comparing what has changed since it was compared."""
    check_output(output)
    from sayso.case.case import Case
    from sayso.cli.cases.working import bring_up_to_date

    with Case.open(case) as opened:
        bring_up_to_date(opened)
        with with_spinner("writing the page", 0):
            holdings = opened.holdings()
            page, summary = page_and_summary(holdings.comparison, holdings, excerpts)
    _hand_over(page, summary, output)


def page_and_summary(
    comparison: Comparison, holdings: Holdings | None = None, excerpts: bool = False
) -> tuple[str, list[str]]:
    """The page of a comparison, and the lines that are printed of it."""
    from sayso.dossier.html import render_dossier

    return render_dossier(comparison, holdings, excerpts), list(summary_lines(comparison))


def make_dossier(intake: Intake, paths: list[str], output: Path, excerpts: bool = False) -> None:
    """Read, extract, compare, write, and print a summary."""
    check_output(output)
    from sayso.compare.comparison import compare

    facts = list(read_facts(intake, paths))
    with with_spinner(f"comparing {len(facts):,} reports", len(facts)):
        page, summary = without_faults(
            intake, facts, lambda some: page_and_summary(compare(some), None, excerpts)
        )
    _hand_over(page, summary, output)


def _hand_over(page: str, summary: list[str], output: Path) -> None:
    """Write or print the page, and print what was found."""
    if is_standard_output(output):
        print_page(page)
        for line in summary:
            print_aside(line)
        return
    from sayso.dossier.html import write_page

    write_page(page, output)
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
