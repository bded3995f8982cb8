"""What a person named comes into a case, is read, and is compared."""

import json
from pathlib import Path
from tempfile import TemporaryFile
from typing import BinaryIO

from sayso.case.adding import Intake
from sayso.case.case import Case
from sayso.casework.commands import command, is_case
from sayso.casework.telling import Telling
from sayso.errors import CaseNotUsable, UnreadableInput
from sayso.read.files import SIDECAR
from sayso.read.heads import NOTHING_KNOWN, HeadData
from sayso.read.sidecar import sidecar_head

# Files whose bytes are kept. What came from an address is kept as a record of the exchange, which is no
# file that a person named.
KEPT_FILES = (
    "SELECT arrival.evidence, name, given FROM arrival "
    "JOIN evidence ON evidence.sha256 = arrival.evidence WHERE how = 'file' AND kept = 1 AND "
)
UNFINISHED = f"{KEPT_FILES} reports IS NULL ORDER BY number"  # not gone through to their end
NOT_WHOLE = f"{KEPT_FILES} (reports IS NULL OR problems > 0) ORDER BY number"


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
        telling.problem(_no_report(case, path))
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


def take_in_copy(
    case: Case, copy: Path, name: str, telling: Telling, given: HeadData = NOTHING_KNOWN
) -> Intake:
    """Put a file that was sent into the case, from a copy of it; what came in.

    `name` is its name where it came from. What a person wrote down of it is in a file beside the copy.
    """
    if is_case(str(copy)):
        telling.problem(_no_report(case, name))
        return Intake()
    with copy.open("rb") as stream:
        given = given.filled_from(_written_down(copy, name, telling))
        return case.take_in_stream(
            stream, name, telling.problem, telling.note, given, telling.found
        )


def count_unfinished(case: Case) -> int:
    """How many files were not gone through to their end, because the work on them was stopped."""
    return len(case.query(UNFINISHED))


def take_in_again(case: Case, telling: Telling, *, failed: bool) -> int:
    """Go again through files of the case that were not gone through to their end; how many these are.

    With `failed`, also through those in which something could not be read. A file whose bytes in the
    case are damaged is told as a problem.
    """
    count = 0
    for row in case.query(NOT_WHOLE if failed else UNFINISHED):
        with TemporaryFile() as stream:
            try:
                stream.writelines(case.evidence(row["evidence"]))
            except CaseNotUsable:
                telling.problem(_not_whole(case, row["name"]))
                continue
            stream.seek(0)
            given = HeadData(**json.loads(row["given"]))
            case.take_in_stream(
                stream, row["name"], telling.problem, telling.note, given, telling.found
            )
            count += 1
    return count


def _written_down(copy: Path, name: str, telling: Telling) -> HeadData:
    try:
        return sidecar_head(str(copy), telling.note) or NOTHING_KNOWN
    except UnreadableInput as problem:
        telling.problem(UnreadableInput(f"{name}{SIDECAR}", problem.what, problem.remedy))
        return NOTHING_KNOWN


def _not_whole(case: Case, name: str) -> UnreadableInput:
    what = "it is not read again, because its bytes in the case are not whole"
    return UnreadableInput(name, what, f"This says more: {command('verify', case.path)}")


def _no_report(case: Case, name: str) -> UnreadableInput:
    what = "it is a case, or another database, and no report"
    remedy = f"Take in what another case holds: {command('merge', case.path, name)}"
    return UnreadableInput(name, what, remedy)
