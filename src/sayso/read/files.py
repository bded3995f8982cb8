"""The files under a path."""

import errno
import os
import re
import shlex
import stat
from collections.abc import Callable, Iterator
from pathlib import Path

from sayso.errors import UnreadableInput

PAGES = frozenset({".html", ".htm"})
SAVED_WITH = "_files"
SIDECAR = ".meta.toml"  # behind the name of the report's file
WEB_ADDRESS = re.compile(r"https?://", re.IGNORECASE)
ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
# What a shell opens for a command: standard input, and the pipe behind <(COMMAND).
OPENED_BY_SHELL = re.compile(r"/dev/(?:stdin|fd/[0-9]+)|/proc/self/fd/[0-9]+")
NO_FILE = "it is neither a file nor a folder"

ERRORS_OF_NAMES = frozenset({errno.ENAMETOOLONG, errno.ENOTDIR, errno.ELOOP})

OnProblem = Callable[[UnreadableInput], None]


def printable_path(path: str | Path) -> str:
    """A path as text. A file name may be any bytes; those that are not UTF-8 become �."""
    return os.fsencode(path).decode("utf-8", "replace")


def files_under(path: str | Path, on_problem: OnProblem) -> Iterator[str]:
    """The path itself, or all files of the folder and its subfolders, sorted by name.

    Left out are hidden files (.name) and the scripts and pictures that a browser saved with a page
    (page_files beside page.html), and what a user wrote down of a report (NAME.meta.toml beside NAME).
    Links are followed, but no folder is read twice. A folder without
    files is a problem, and so is anything that is neither file nor folder.
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
        on_problem(
            UnreadableInput(
                printable_path(path), "the folder holds no files", "Name another folder."
            )
        )


def is_web_address(path: str | Path) -> bool:
    """Whether what a person named is an address of the web."""
    return isinstance(path, str) and WEB_ADDRESS.match(path) is not None


def check_is_path(path: str, name: str) -> None:
    """Raises UnreadableInput for an address, or a name that no file can have."""
    if ADDRESS.match(path):
        what = "only addresses that begin with http:// or https:// are fetched"
        raise UnreadableInput(name, what, "Save what stands there and name the saved file.")
    if not path or "\0" in path:
        raise UnreadableInput(name or "''", "it is not a file name", "Check the name.")


def check_can_open(path: str, name: str) -> None:
    """Raises UnreadableInput for a pipe or a device: to read one may never end.

    A pipe that the shell opened is read, as in `sayso report <(pdftotext report.pdf -)`.
    """
    mode = Path(path).stat().st_mode
    if stat.S_ISREG(mode) or stat.S_ISDIR(mode):
        return
    if stat.S_ISFIFO(mode) and OPENED_BY_SHELL.fullmatch(path):
        return
    remedy = "Leave it out."
    if stat.S_ISFIFO(mode):
        remedy = f"Read the pipe by a command: sayso report <(cat {shlex.quote(name)})"
    raise UnreadableInput(name, NO_FILE, remedy)


def _in_folder(top: str, on_problem: OnProblem) -> Iterator[str]:
    waiting = [top]
    been: set[tuple[int, int]] = set()
    while waiting:
        path = waiting.pop()
        try:
            status = Path(path).stat()
            if stat.S_ISDIR(status.st_mode):
                _check_new(path, (status.st_dev, status.st_ino), been)
                waiting += reversed(_folder_entries(path))
            elif stat.S_ISREG(status.st_mode):
                yield path
            else:
                on_problem(UnreadableInput(printable_path(path), NO_FILE, "Leave it out."))
        except OSError as error:
            on_problem(path_problem(path, error))
        except UnreadableInput as problem:
            on_problem(problem)


def _folder_entries(folder: str) -> list[str]:
    with os.scandir(folder) as entries:
        names = sorted(entry.name for entry in entries)
    all_names = frozenset(names)
    pages = {Path(name).stem for name in names if Path(name).suffix.lower() in PAGES}
    return [
        str(Path(folder, name))
        for name in names
        if not name.startswith(".")
        and not (name.endswith(SAVED_WITH) and name.removesuffix(SAVED_WITH) in pages)
        and not (name.endswith(SIDECAR) and name.removesuffix(SIDECAR) in all_names)
    ]


def _check_new(path: str, folder: tuple[int, int], been: set[tuple[int, int]]) -> None:
    if folder in been:
        what = "it is a link to a folder that was already read"
        raise UnreadableInput(printable_path(path), what, "Leave the link out.")
    been.add(folder)


def path_problem(path: str | Path, error: OSError) -> UnreadableInput:
    """The problem behind an error of the operating system."""
    name = printable_path(path)
    if isinstance(error, FileNotFoundError):
        if Path(path).is_symlink():
            return UnreadableInput(
                name, "it is a link to a file that does not exist", "Repair the link."
            )
        return UnreadableInput(name, "there is no such file", "Check the spelling of its name.")
    if isinstance(error, PermissionError):
        return UnreadableInput(
            name, "you have no permission to read it", "Give yourself permission: chmod u+r FILE"
        )
    remedy = "Check the name." if error.errno in ERRORS_OF_NAMES else "Try to copy it."
    return UnreadableInput(name, f"it cannot be read ({error.strerror})", remedy)
