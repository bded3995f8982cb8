"""Whether a page or another file can be written where it is wanted; checked before the long work."""

import os
import stat
from collections.abc import Callable
from pathlib import Path

from sayso.cli.terminal import check_can_print
from sayso.errors import CannotWrite
from sayso.writing import cannot_write, is_open_file, target_of

STANDARD_OUTPUT = frozenset({"-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"})


def is_standard_output(output: Path) -> bool:
    """Whether the page is to be printed."""
    return str(output) in STANDARD_OUTPUT


def check_output(output: Path) -> None:
    """Raises CannotWrite if the page could not be written or would replace another file."""
    check_file(output, _check_may_replace)


def check_file(output: Path, check_may_replace: Callable[[Path], None]) -> None:
    """Raises CannotWrite if a file could not be written; a file that is there is given to the check."""
    if is_standard_output(output):
        check_can_print()
        return
    try:
        target = target_of(output)
        status = target.stat()
    except FileNotFoundError:
        _check_folder(output, target.parent)
    except (OSError, ValueError) as error:
        raise cannot_write(output, error) from error
    else:
        if not os.access(target, os.W_OK):
            raise _no_permission(output, "there")
        if stat.S_ISREG(status.st_mode):
            if not is_open_file(target):
                _check_folder(output, target.parent)
            check_may_replace(output)


def _check_folder(output: Path, folder: Path) -> None:
    if not folder.is_dir():
        raise CannotWrite(
            f"{output}: there is no folder {folder}. Make it, or name another file with -o."
        )
    if not os.access(folder, os.W_OK | os.X_OK):
        raise _no_permission(output, f"in the folder {folder}")


def _no_permission(output: Path, where: str) -> CannotWrite:
    return CannotWrite(
        f"{output}: you have no permission to write {where}. Name another file with -o."
    )


def _check_may_replace(output: Path) -> None:
    """Raises CannotWrite unless a file is empty or a dossier made by sayso."""
    from sayso.read.formats import is_dossier
    from sayso.read.reader import BYTES_LOOKED_AT

    try:
        with output.open("rb") as stream:
            head = stream.read(BYTES_LOOKED_AT)
    except OSError as error:
        raise cannot_write(output, error) from error
    if head and not is_dossier(head):
        raise CannotWrite(
            f"{output}: this file exists and is not a dossier, so it is not replaced. "
            "Name another file with -o, or remove this one."
        )
