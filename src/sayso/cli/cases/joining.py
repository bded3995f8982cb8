"""`sayso merge` and `sayso import`: what others hold comes into a case, with what they decided."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.casework.commands import command
from sayso.cli.cases.options import Author, CasePath, page_of
from sayso.cli.signals import goes_on
from sayso.cli.summary import counted_noun, short_line
from sayso.cli.terminal import print_note, print_result

if TYPE_CHECKING:
    from sayso.case.case import Case
    from sayso.case.joining import Conflict, Joined


def merge_command(
    case: CasePath,
    other: Annotated[
        Path, typer.Argument(metavar="OTHER", help="The case to take in; it is not changed.")
    ],
    author: Author = None,
) -> None:
    """Take in all that another case holds: its files, reports, readings and decisions.

    A report that both hold stands in the case once. Decisions keep who made them, and when. Where both
    decided differently on one thing, theirs counts; both are named, and either can be taken back.

    \b
    Example:
        sayso merge mali.sayso colleague.sayso
    """
    from sayso.case.case import Case
    from sayso.cli.cases.working import alone

    with (
        goes_on(),
        Case.open(case, author=author) as opened,
        alone(opened, "merging"),
    ):
        _finish(opened, opened.merge(other))


def import_command(
    case: CasePath,
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE",
            help="A file that `sayso export CASE jsonl` wrote.",
            exists=True,
            dir_okay=False,
        ),
    ],
    author: Author = None,
) -> None:
    """Take in what was exported from another case as JSON Lines: its reports and its decisions.

    The case is made if there is none. The reports are read again, by this version of sayso.

    \b
    Example:
        sayso import mali.sayso colleague.jsonl
    """
    from sayso.case.case import Case
    from sayso.cli.cases.working import alone
    from sayso.dossier.exports.jsonl import read_holdings

    with file.open("rb") as stream:
        holdings = read_holdings(stream)
        with (
            goes_on(),
            Case.open(case, make=True, author=author) as opened,
            alone(opened, "importing"),
        ):
            _finish(opened, opened.take_in_export(holdings, stream, str(file)))


def _finish(case: "Case", joined: "Joined") -> None:
    """Read and compare what came in, and print what that was."""
    from sayso.casework.working import compare_case, read_unread
    from sayso.cli.cases.working import Printing

    came = counted_noun(joined.reports, "new report"), counted_noun(joined.decisions, "decision")
    print_result(f"{came[0]} and {came[1]} came in")
    read_unread(case, Printing())
    compare_case(case, Printing())
    _print_conflicts(case, joined.conflicts)
    print_result(f"next: {command('report', case.path, '-o', page_of(case.path))}")


def _print_conflicts(case: "Case", conflicts: Sequence["Conflict"]) -> None:
    if conflicts:
        print_note(f"{counted_noun(len(conflicts), 'conflict')} between their decisions and yours:")
    for one in conflicts:
        ours, theirs = (f"{part.kind} by {part.author}" for part in (one.ours, one.theirs))
        undo = command("decide", case.path, "undo", str(one.theirs.number))
        print_result(
            f"  “{short_line(one.subject.words)}”: {ours} ({one.ours.number}), then {theirs} "
            f"({one.theirs.number}). To keep yours: {undo}"
        )
