"""`sayso verify`: whether a case is what it was."""

import typer

from sayso.cli.cases.options import CasePath
from sayso.cli.summary import counted_noun
from sayso.cli.terminal import print_note, print_result
from sayso.errors import CaseNotUsable

DO_NEXT = "What is named is not what came in. Go back to your last copy, and find out who changed this one."


def verify_command(case: CasePath) -> None:
    """Check that nothing in a case was changed, lost or put in by another way than sayso.

    All hashes are computed again, and all that is shown is made again and compared. What does not
    fit is named, and the exit status is 1.

    \b
    Example:
        sayso verify mali.sayso
    """
    from sayso.case.case import Case

    count = 0
    try:
        with Case.open(case) as opened:
            for finding in opened.verify():
                print_result(f"{finding.where}: {finding.what}")
                count += 1
            whole = None if count else opened.checked()
    except CaseNotUsable as error:
        print_result(f"the file: {error}")
        count, whole = count + 1, None
    if whole is None:
        print_note(f"{count:,} {'thing does' if count == 1 else 'things do'} not fit. {DO_NEXT}")
        raise typer.Exit(1)
    counts = (
        counted_noun(whole.log_rows, "log row"),
        counted_noun(whole.files, "file"),
        counted_noun(whole.readings, "reading"),
        counted_noun(whole.decisions, "decision"),
    )
    print_result(f"whole: {', '.join(counts)}, head {whole.head}")
