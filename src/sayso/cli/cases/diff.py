"""`sayso diff`: what a newer reading of reports changed."""

from typing import Annotated, Any

import typer

from sayso.cli.cases.options import AsJson, CasePath
from sayso.cli.cases.tables import fitted, print_array
from sayso.cli.summary import counted_noun
from sayso.cli.terminal import print_note, print_result


def diff_command(
    case: CasePath,
    report: Annotated[
        str | None, typer.Argument(metavar="[REPORT]", help="One report; without it, all of them.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Say what another reading changed: what is gone, new or changed in reports that were read twice.

    Reports are read again when sayso is newer, or knows another date of the report.

    \b
    Example:
        sayso diff mali.sayso 1a2b3c4d
    """
    from sayso.case.case import Case

    with Case.open(case) as opened:
        reports = [opened.document(report).id] if report else opened.reports_read_again()
        if as_json:
            print_array(
                {"report": name, **one._asdict()}
                for name in reports
                for one in opened.differences(name)
            )
            return
        names = opened.names()
        for name in reports:
            found = opened.differences(name)
            print_result(_heading(opened.document(name).name, names.of(name), found))
            for one in found:
                fields = f" ({', '.join(one.changed)})" if one.changed else ""
                words = f"{one.how} {one.kind} {names.of(name)}/{one.id[:8]}{fields}: “{one.words}”"
                print_result(fitted(f"  {words}"))
    if not reports:
        print_note("no report was read more than once")


def _heading(name: str, short: str, found: Any) -> str:
    if not found:
        return f"{short} {name}: no difference"
    counts = [
        counted_noun(sum(one.how == how for one in found), f"fact {how}", f"facts {how}")
        for how in ("gone", "new", "changed")
    ]
    return f"{short} {name}: {', '.join(counts)}"
