"""Who adds to a case: one process at a time. Others wait, and are told for what.

Deciding and reading never wait for it: SQLite lets them in between. The lock is a file beside the case,
because a lock on the case itself would be SQLite's.
"""

import getpass
import os
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from sayso.case.custody import now

try:
    import fcntl
except ImportError:  # on Windows, where SQLite's own lock has to be enough
    LOCKS = False
else:
    LOCKS = True

MOST_TOLD = 300  # characters of what the holder wrote


def lock_path(case: Path) -> Path:
    """The file beside a case that is locked while somebody adds to it."""
    return case.with_name(f".{case.name}.lock")


@contextmanager
def held(case: Path, what: str, on_wait: Callable[[str], None]) -> Iterator[None]:
    """Within it, no other process adds to the case. `on_wait` is told once who does, if somebody does."""
    if not LOCKS:
        yield
        return
    with lock_path(case).open("a+b") as file:
        if not _lock(file, wait=False):
            on_wait(_holder(file))
            _lock(file, wait=True)
        file.seek(0)
        file.truncate()
        file.write(_own_name(what).encode())
        file.flush()
        try:
            yield
        finally:
            with suppress(OSError):
                file.truncate(0)


def holder(case: Path) -> str | None:
    """Who adds to the case now; None if nobody does."""
    if not LOCKS or not lock_path(case).exists():
        return None
    with lock_path(case).open("a+b") as file:
        return None if _lock(file, wait=False) else _holder(file)


def _lock(file: BinaryIO, wait: bool) -> bool:
    try:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
    except BlockingIOError:
        return False
    return True


def _holder(file: BinaryIO) -> str:
    file.seek(0)
    told = file.read(MOST_TOLD).decode("utf-8", "replace")
    told = "".join(letter for letter in told if letter.isprintable())
    return told or "another process"


def _own_name(what: str) -> str:
    return f"{user_name()} on {socket.gethostname()} (process {os.getpid()}) since {now()}: {what}"


def user_name() -> str:
    """The name of whoever is at work, as the system knows it."""
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return "unknown"
