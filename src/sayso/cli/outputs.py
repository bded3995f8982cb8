"""Whether the page can be written where it is wanted; checked before the long work."""

import os
from pathlib import Path

from sayso.errors import CannotWrite


def check_output(output: Path) -> None:
    """Raises CannotWrite if the page could not be written or would replace another file."""
    folder = output.absolute().parent
    if not folder.is_dir():
        raise CannotWrite(
            f"{output}: there is no folder {folder}. Make it, or name another file with -o."
        )
    if not os.access(output if output.exists() else folder, os.W_OK):
        raise CannotWrite(
            f"{output}: you have no permission to write there. Name another file with -o."
        )
    if output.is_file() and not _may_replace(output):
        raise CannotWrite(
            f"{output}: this file exists and is not a dossier, so it is not replaced. "
            "Name another file with -o, or remove this one."
        )


def _may_replace(output: Path) -> bool:
    """Whether a file is empty or a dossier made by sayso."""
    from sayso.read.formats import BYTES_LOOKED_AT, is_dossier

    try:
        with output.open("rb") as stream:
            head = stream.read(BYTES_LOOKED_AT)
    except OSError:
        return False
    return not head or is_dossier(head)
