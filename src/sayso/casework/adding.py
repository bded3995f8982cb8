"""What a person named comes into a case, is read, and is compared."""

from pathlib import Path
from typing import BinaryIO

from sayso.case.adding import Intake
from sayso.case.case import Case
from sayso.casework.commands import command, is_case
from sayso.casework.telling import Telling
from sayso.errors import UnreadableInput
from sayso.read.heads import NOTHING_KNOWN, HeadData


def take_in(
    case: Case,
    path: str,
    telling: Telling,
    given: HeadData = NOTHING_KNOWN,
    *,
    keep: bool = True,
    again: bool = False,
    lines: BinaryIO | None = None,
    home: Path | None = None,
) -> Intake:
    """Put what stands under a path or at an address into the case; what came in.

    With `lines`, the reports on that stream of JSON Lines. The other values are those of `Case.take_in`.
    """
    if lines is None and is_case(path):
        what = "it is a case, or another database, and no report"
        remedy = f"Take in what another case holds: {command('merge', case.path, path)}"
        telling.problem(UnreadableInput(path, what, remedy))
        return Intake()
    return case.take_in(
        path,
        telling.problem,
        telling.note,
        given,
        telling.found,
        keep=keep,
        again=again,
        lines=lines,
        home=home,
    )
