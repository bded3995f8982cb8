"""Whether the page can be written where it was asked for, found before the long work."""

import os
from pathlib import Path

from sayso.errors import CannotWrite


def check_output(output: Path) -> None:
    """Raises CannotWrite where the page could not be written, or would replace something else."""
    folder = output.absolute().parent
    if not folder.is_dir():
        raise CannotWrite(
            f"{output}: there is no folder {folder}. Make it, or name another file with -o."
        )
    if not os.access(output if output.exists() else folder, os.W_OK):
        raise CannotWrite(f"{output}: you may not write there. Name another file with -o.")
    if output.is_file() and not _may_replace(output):
        raise CannotWrite(
            f"{output}: the file that is there is no dossier, so it is not replaced. "
            "Name another with -o, or remove it."
        )


def _may_replace(output: Path) -> bool:
    """Whether a file is empty or a dossier of ours."""
    from sayso.read.formats import FIRST, is_dossier

    try:
        with output.open("rb") as stream:
            head = stream.read(FIRST)
    except OSError:
        return False
    return not head or is_dossier(head)
