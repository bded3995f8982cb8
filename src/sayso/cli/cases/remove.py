"""`sayso remove`: a report is taken out of a case."""

from typing import Annotated

import typer

from sayso.casework.commands import command
from sayso.cli.cases.options import Author, CasePath, Later, Reason
from sayso.cli.signals import goes_on
from sayso.cli.terminal import print_result


def remove_command(
    case: CasePath,
    reports: Annotated[
        list[str],
        typer.Argument(metavar="REPORT...", help="Reports by their names in `sayso list`."),
    ],
    reason: Reason = "",
    author: Author = None,
    later: Later = False,
) -> None:
    """Take reports out of a case, so that nothing of them is compared or shown.

    Their bytes, what was read in them and the decisions on them stay in the file, and so does the
    log of what you did. `sayso add CASE PATH --again` puts a report back.

    \b
    Example:
        sayso remove mali.sayso 1a2b3c4d --reason "an essay"
    """
    from sayso.case.case import Case
    from sayso.cli.cases.working import compare_if_free

    with goes_on(), Case.open(case, author=author) as opened:
        names = opened.names()
        for report in reports:
            found = opened.remove(report, reason)
            print_result(f"{names.of(found)} is out of the case: {opened.document(found).name}")
        if not later:
            compare_if_free(opened)
        print_result(f"next: {command('status', case)}")
