"""`sayso status`: what a case holds, and what to type next."""

from sayso.casework.commands import command
from sayso.cli.cases.options import CasePath, page_of
from sayso.cli.summary import counted_noun
from sayso.cli.terminal import print_result


def status_command(case: CasePath) -> None:
    """Say what a case holds, and what to type next.

    \b
    Example:
        sayso status mali.sayso
    """
    from sayso.case.case import Case

    with Case.open(case) as opened:
        status, busy = opened.status(), opened.holder()
    days = ""
    if status.first_day:
        same = status.first_day == status.last_day
        days = f", of {status.first_day}" + ("" if same else f" to {status.last_day}")
    print_result(f"{case}: {counted_noun(status.reports, 'report')}{days}")
    print_result(
        f"{counted_noun(status.stories, 'story', 'stories')}, {counted_noun(status.claims, 'claim')}, "
        f"{counted_noun(status.points, 'point')}, {counted_noun(status.disputes, 'dispute')}, "
        f"{counted_noun(status.tolls, 'toll')}"
    )
    print_result(
        f"{counted_noun(status.decisions, 'decision')}, {counted_noun(status.orphans, 'orphan')}"
    )
    print_result(f"log: {counted_noun(status.last, 'row')}, head {status.head}")
    if status.failed:
        again = command("add", case, "--again")
        print_result(f"{counted_noun(status.failed, 'report')} could not be read: {again}")
    if status.orphans:
        print_result(f"decisions whose subject is gone: {command('decide', case, 'orphans')}")
    if busy:
        print_result(f"at work: {busy}")
    elif not status.reports:
        print_result(f"next: {command('add', case, 'PATH...')}")
    elif status.unread:
        print_result(
            f"{counted_noun(status.unread, 'report')} still to read; next: {command('add', case)}"
        )
    elif not status.compared:
        print_result(f"not compared since the last change; next: {command('add', case)}")
    else:
        print_result(f"next: {command('report', case, '-o', page_of(case))}")
