"""`sayso add`: reports come into a case, are read, and are compared."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.casework.commands import command
from sayso.cli.cases.options import Author, CasePath, page_of
from sayso.cli.inputs import STDIN, Intake, print_table, stdin_bytes
from sayso.cli.progress import progress
from sayso.cli.reading_options import PATHS_HELP, Outlet, Published, Summary, Url, head_given
from sayso.cli.signals import goes_on
from sayso.cli.summary import counted_noun, short_line
from sayso.cli.terminal import print_result
from sayso.errors import NothingToRead

if TYPE_CHECKING:
    from sayso.case.adding import Intake as Taken
    from sayso.case.case import Case
    from sayso.case.news import Moment

MOST_SHOWN = 3  # new disputes


def add_command(
    case: CasePath,
    paths: Annotated[
        list[str] | None,
        typer.Argument(metavar="[PATH...]", help=f"{PATHS_HELP} Without any, the work goes on."),
    ] = None,
    outlet: Outlet = None,
    published: Published = None,
    url: Url = None,
    summary: Summary = False,
    without_bytes: Annotated[
        bool,
        typer.Option("--without-bytes", help="Keep only the hashes of files, not their bytes."),
    ] = False,
    again: Annotated[
        bool,
        typer.Option(
            "--again",
            help="Look again at files that came in before, at reports that failed, and at reports that "
            "you took out.",
        ),
    ] = False,
    author: Author = None,
) -> None:
    """Add reports to a case, read them, and compare them with those that it holds.

    The case is made if there is none. Files that came in before are not read again. Whatever stops
    this, the same command goes on.

    \b
    Example:
        sayso add mali.sayso reports/ https://example.org/statement
    """
    from sayso.case.case import Case
    from sayso.cli.cases.working import alone

    intake = Intake(given=head_given(outlet, published, url))
    with (
        goes_on(),
        Case.open(case, make=bool(paths), author=author) as opened,
        alone(opened, "adding"),
    ):
        before = opened.moment()
        added = add_reports(opened, paths or [], intake, keep=not without_bytes, again=again)
        for line in added.lines():
            print_result(line)
        print_news(opened, before)
        print_result(f"next: {command('report', case, '-o', page_of(case))}")
    if summary:
        print_table(intake)
    raise typer.Exit(intake.exit_status())


@dataclass(frozen=True, slots=True)
class Added:
    """What came in, None if nothing was to come in; how many reports were read, and how many failed."""

    taken: "Taken | None"
    read: int
    failed: int

    def lines(self) -> Iterator[str]:
        """What a person is told of it."""
        if self.taken:
            yield _came_in(self.taken)
        if self.read or self.failed:
            failed = f", {self.failed:,} failed" if self.failed else ""
            yield f"{counted_noun(self.read, 'report')} read{failed}"


def add_reports(
    case: "Case",
    paths: list[str],
    intake: Intake,
    *,
    keep: bool = True,
    again: bool = False,
    home: Path | None = None,
) -> Added:
    """Take in, read and compare, while nobody else adds. Raises NothingToRead if paths hold nothing."""
    from sayso.casework.working import compare_case, read_unread
    from sayso.cli.cases.working import Printing

    if again:
        case.try_again()
    taken = take_in_all(case, paths, intake, keep=keep, again=again, home=home) if paths else None
    read, failed = read_unread(case, Printing(intake))
    compare_case(case, Printing(intake))
    return Added(taken, read, failed)


def take_in_all(
    case: "Case", paths: list[str], intake: Intake, *, keep: bool, again: bool, home: Path | None
) -> "Taken":
    """Put what stands under the paths into the case. Raises NothingToRead if there is nothing."""
    from sayso.case.adding import Intake as Taken
    from sayso.casework.adding import take_in
    from sayso.cli.cases.working import Printing

    taken = Taken()
    with progress("reports found") as how_far:
        telling = Printing(intake, how_far)
        for path in paths:
            with intake.problems_of_stdin():
                lines = stdin_bytes() if path == STDIN else None
                taken += take_in(
                    case,
                    path,
                    telling,
                    intake.given,
                    keep=keep,
                    again=again,
                    lines=lines,
                    home=home,
                )
    if not taken.reports and not taken.known:
        raise NothingToRead(
            "there was nothing to add. Name files of reports, a folder of them, or a web address."
        )
    return taken


def _came_in(taken: "Taken") -> str:
    known = f" ({taken.known:,} known before)" if taken.known else ""
    files = f"{counted_noun(taken.files, 'file')}{known}"
    if not taken.reports:
        return f"{files}: nothing new"
    return f"{files}: {counted_noun(taken.reports, 'report')}, {taken.new:,} new"


def print_news(case: "Case", before: "Moment") -> None:
    """Print what the case holds now, how much more that is, and which disputes are new."""
    now, disputes = case.moment().counts, case.new_disputes(before)
    print_result(", ".join(_changed(what, now[what], before.counts[what]) for what in now))
    names = case.names()
    for one in disputes[:MOST_SHOWN]:
        sides = f"{counted_noun(one['for'], 'origin')} for, {one['against']} against"
        print_result(f"  new dispute {names.of(one['id'])}: “{short_line(one['title'])}” ({sides})")
    if len(disputes) > MOST_SHOWN:
        more = command("list", case.path, "points", "--state", "contested")
        print_result(f"  and {len(disputes) - MOST_SHOWN:,} more: {more}")


def _changed(what: str, number: int, before: int) -> str:
    several = {"story": "stories"}.get(what)
    more = f" ({number - before:+,})" if number != before else ""
    return f"{counted_noun(number, what, several)}{more}"
