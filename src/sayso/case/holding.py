"""Who adds to a case: one process at a time. Others wait, and are told for what.

Deciding and reading never wait for it: SQLite lets them in between. The lock is a file beside the case,
because a lock on the case itself would be SQLite's.
"""

import getpass
import os
import socket
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from sayso.case.custody import now
from sayso.errors import CaseNotUsable

try:
    import fcntl
except ImportError:  # on Windows, where SQLite's own lock has to be enough
    LOCKS = False
else:
    LOCKS = True

MOST_TOLD = 300  # characters of what the holder wrote


def lock_path(case: Path) -> Path:
    """The file beside a case that is locked while somebody adds to it."""
    real = case.resolve()
    return real.with_name(f".{real.name}.lock")


@contextmanager
def held(case: Path, what: str, on_wait: Callable[[str], None]) -> Iterator[None]:
    """Within it, no other process adds to the case. `on_wait` is told once who does, if somebody does."""
    if not LOCKS:
        yield
        return
    with _opened(case) as file:
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
    if not LOCKS:
        return None
    try:
        with lock_path(case).open("rb") as file:
            return None if _lock(file, wait=False) else _holder(file)
    except OSError:
        return None


def _opened(case: Path) -> BinaryIO:
    """The file to lock, made if it is not there. Raises CaseNotUsable.

    What stands there must be a plain file: it is emptied, and a link could lead to any file.
    """
    path = lock_path(case)
    try:
        number = os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_NONBLOCK, 0o666)
        if not stat.S_ISREG(os.fstat(number).st_mode):
            os.close(number)
            raise CaseNotUsable(f"{path}: this is no plain file. Move it away.")
        return open(number, "r+b", buffering=0)  # noqa: PTH123
    except OSError as error:
        raise CaseNotUsable(
            f"{path}: it cannot be written ({error.strerror}). Copy the case to a folder where you may "
            "write."
        ) from error


def _lock(file: BinaryIO, wait: bool) -> bool:
    try:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
    except BlockingIOError:
        return False
    except OSError:
        return True  # a file system without such locks, where SQLite's own has to be enough
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
