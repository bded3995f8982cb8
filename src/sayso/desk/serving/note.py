"""The note that says where the desk of a case is; whoever may read the case's files may read it.

It lies beside the case, or, where that cannot be written, in a folder of the user's own. Whoever serves
the case keeps it locked. So a note that nobody has locked was left by a desk that was killed, whatever
runs under its number or at its port today.
"""

import errno
import hashlib
import json
import os
import stat
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

try:
    import fcntl
except ImportError:  # on Windows, where an open file cannot be removed, which does as well
    LOCKS = False
else:
    LOCKS = True

MOST_BYTES = 10_000
ONLY_OWNER = 0o600
NO_FOLLOW = getattr(os, "O_NOFOLLOW", 0)


@dataclass(frozen=True)
class Whereabouts:
    """Where a desk is, and what opens it."""

    pid: int
    port: int
    secret: str
    author: str


class Note:
    """A note that this process holds. Without a descriptor there is none: it could be put nowhere."""

    def __init__(self, path: Path, descriptor: int | None) -> None:
        self.path, self._descriptor = path, descriptor

    def write(self, where: Whereabouts) -> None:
        """Say where the desk is."""
        if self._descriptor is not None:
            os.truncate(self._descriptor, 0)
            os.pwrite(self._descriptor, json.dumps(asdict(where)).encode(), 0)

    def remove(self) -> None:
        """The desk has ended."""
        if self._descriptor is not None:
            with suppress(OSError):
                if _is_at(self._descriptor, self.path):  # not if somebody put another there
                    self.path.unlink()
            os.close(self._descriptor)
            self._descriptor = None


def take_note(case: Path) -> Note | None:
    """The note of a case, for this process to hold; None if another desk holds it."""
    for path in places(case):
        with suppress(PermissionError):
            try:
                descriptor = _opened(path)
            except OSError as error:
                if error.errno not in (errno.EROFS, errno.ELOOP, errno.ENOENT, errno.EISDIR):
                    raise
                continue
            return _held(path, descriptor)
    return Note(Path(), None)


def read_note(case: Path) -> Whereabouts | None:
    """Where the desk of a case is, as its note says; None if there is none, or it is not written yet."""
    for path in places(case):
        with suppress(OSError, ValueError, TypeError, KeyError):
            with path.open("rb") as file:
                known = json.loads(file.read(MOST_BYTES))
            return Whereabouts(
                int(known["pid"]), int(known["port"]), str(known["secret"]), str(known["author"])
            )
    return None


def places(case: Path) -> Iterator[Path]:
    """Where the note of a case may be: beside the file behind all links, or in a folder of our own."""
    behind = Path(os.path.realpath(case))
    yield behind.with_name(f"{behind.name}.desk")
    folder = _own_folder()
    if folder is not None:
        yield folder / f"{hashlib.sha256(os.fsencode(behind)).hexdigest()[:32]}.desk"


def _opened(path: Path) -> int:
    return os.open(path, os.O_RDWR | os.O_CREAT | NO_FOLLOW, ONLY_OWNER)


def _held(path: Path, descriptor: int) -> Note | None:
    """The note, if nobody else holds it; it may have been removed before it was locked."""
    try:
        if LOCKS:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        if _is_at(descriptor, path):
            with suppress(OSError, AttributeError):
                os.fchmod(descriptor, ONLY_OWNER)
            return Note(path, descriptor)
    except BlockingIOError:
        pass
    except OSError:  # a disk that knows no locks
        return Note(path, descriptor)
    os.close(descriptor)
    return None


def _is_at(descriptor: int, path: Path) -> bool:
    """Whether the open file is still the one at that path."""
    try:
        return os.path.samestat(os.fstat(descriptor), path.stat(follow_symlinks=False))
    except FileNotFoundError:
        return False


def _own_folder() -> Path | None:
    """A folder that only this user can read and write; None if somebody else made it first."""
    given = os.environ.get("XDG_RUNTIME_DIR")
    user = os.getuid() if hasattr(os, "getuid") else 0
    folder = Path(given or tempfile.gettempdir(), "sayso" if given else f"sayso-{user}")
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        status = folder.lstat()
    except OSError:
        return None
    is_own = stat.S_ISDIR(status.st_mode) and not status.st_mode & 0o077
    return folder if not hasattr(os, "getuid") or (is_own and status.st_uid == user) else None
