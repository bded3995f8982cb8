"""Commands of sayso as a person can type them, and which files are cases."""

import shlex
from pathlib import Path


def command(*words: str | Path) -> str:
    """A command of sayso as a person can paste it.

    >>> command("status", "the strike.sayso")
    "sayso status 'the strike.sayso'"
    """
    return f"sayso {shlex.join(map(str, words))}"


def is_case(path: str) -> bool:
    """Whether a path is a file like that of a case; it may be another program's."""
    from sayso.case.storage import SQLITE_BEGIN

    try:
        with Path(path).open("rb") as stream:
            return stream.read(len(SQLITE_BEGIN)) == SQLITE_BEGIN
    except (OSError, ValueError):
        return False
