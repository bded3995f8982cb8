"""The files that a path stands for."""

import os
import re
import stat
from collections.abc import Callable, Iterator
from pathlib import Path

from sayso.errors import UnreadableInput

PAGES = frozenset({".html", ".htm"})
SAVED_WITH = "_files"
ADDRESS = re.compile(r"https?://", re.IGNORECASE)

OnProblem = Callable[[UnreadableInput], None]


def printable(path: str | Path) -> str:
    """A path as text; a file name may be any bytes, and what is not UTF-8 of it reads �."""
    return os.fsencode(path).decode("utf-8", "replace")


def files(path: str | Path, on_problem: OnProblem) -> Iterator[str]:
    """The path itself, or all files of the folder, sorted by name, folders in their place.

    Hidden ones (.name) are left out, and so are the scripts and pictures that a browser saved with
    a page (page_files beside page.html). Links are followed, but into no folder a second time; what
    is neither file nor folder is a problem, and so is a folder without files.
    """
    try:
        folder = bool(os.fspath(path)) and stat.S_ISDIR(Path(path).stat().st_mode)
    except (OSError, ValueError):  # no such file, a name too long, a zero byte in it
        folder = False
    if not folder:
        yield os.fspath(path)
        return
    found = False
    for file in _in_folder(os.fspath(path), on_problem):
        found = True
        yield file
    if not found:
        on_problem(UnreadableInput(printable(path), "the folder holds no files", "Name another."))


def check_is_path(path: str, name: str) -> None:
    """Raises UnreadableInput where no file can be called so."""
    if ADDRESS.match(path):
        raise UnreadableInput(name, "it is an address, not a file", "Save the page and name that.")
    if not path or "\0" in path:
        raise UnreadableInput(name or "''", "it is no name of a file", "Check what was given.")


def _in_folder(top: str, on_problem: OnProblem) -> Iterator[str]:
    waiting = [top]
    been: set[tuple[int, int]] = set()
    while waiting:
        path = waiting.pop()
        try:
            status = Path(path).stat()
            if stat.S_ISDIR(status.st_mode):
                _check_new(path, (status.st_dev, status.st_ino), been)
                waiting += reversed(_members(path))
            elif stat.S_ISREG(status.st_mode):
                yield path
            else:
                what = "it is neither a file nor a folder"
                on_problem(UnreadableInput(printable(path), what, "Leave it out."))
        except OSError as error:
            on_problem(unreadable(path, error))
        except UnreadableInput as problem:
            on_problem(problem)


def _members(folder: str) -> list[str]:
    with os.scandir(folder) as entries:
        names = sorted(entry.name for entry in entries)
    pages = {Path(name).stem for name in names if Path(name).suffix.lower() in PAGES}
    return [
        str(Path(folder, name))
        for name in names
        if not name.startswith(".")
        and not (name.endswith(SAVED_WITH) and name.removesuffix(SAVED_WITH) in pages)
    ]


def _check_new(path: str, folder: tuple[int, int], been: set[tuple[int, int]]) -> None:
    if folder in been:
        what = "it is a link to a folder that is read already"
        raise UnreadableInput(printable(path), what, "Leave the link out.")
    been.add(folder)


def unreadable(path: str | Path, error: OSError) -> UnreadableInput:
    """What the system's complaint about a path comes to."""
    name = printable(path)
    if isinstance(error, FileNotFoundError):
        if Path(path).is_symlink():
            return UnreadableInput(name, "it is a link to a file that is not there", "Mend it.")
        return UnreadableInput(name, "there is no such file", "Check the spelling of its name.")
    if isinstance(error, PermissionError):
        return UnreadableInput(name, "you may not read it", "Ask for the right to: chmod u+r FILE")
    return UnreadableInput(name, f"it cannot be read ({error.strerror})", "Try a copy of it.")
