"""Files are written whole: whoever opens one finds the older content or all of the new one.

The content goes into a part beside the target, which is then renamed over it. A part is locked while
it is written. So a part that nobody has locked was left behind by a run that was killed, and the next
run for the same target removes it.
"""

import errno
import hashlib
import os
import secrets
import stat
import tempfile
from contextlib import suppress
from pathlib import Path

from sayso.errors import CannotWrite

try:
    import fcntl
except ImportError:  # on Windows, where an open file can be neither removed nor renamed
    LOCKS = False
else:
    LOCKS = True

MAX_NAME_BYTES_IN_PART = 180  # the name of a part is longer, and a file system allows about 255
FREE_SPACE = "Free some space there, or name a file on another disk with -o."
NO_PERMISSION = "Name a file with -o in a folder where you have permission to write."
REMEDIES = {
    errno.ENOSPC: FREE_SPACE,
    errno.EDQUOT: FREE_SPACE,
    errno.EFBIG: FREE_SPACE,
    errno.EACCES: NO_PERMISSION,
    errno.EPERM: NO_PERMISSION,
    errno.EROFS: NO_PERMISSION,
    errno.ENAMETOOLONG: "Name a shorter file with -o.",
}
PATHS_OF_OPEN_FILES = ("/dev/stdout", "/dev/stderr", "/dev/fd/", "/proc/")
OTHER_REMEDY = "Name another file with -o."


def write_whole(path: str | Path, data: bytes) -> None:
    """Writes a file. Raises CannotWrite; an older file then stands as it was.

    The permissions of an older file are kept, and a link stays a link. What is no file (a pipe, a
    terminal) is written to directly.
    """
    try:
        target = target_of(path)
        status = _status_of(target)
        if is_open_file(target) or (status is not None and not stat.S_ISREG(status.st_mode)):
            _write_directly(target, data)
        else:
            _replace(target, status, data)
    except (OSError, ValueError) as error:
        raise cannot_write(path, error) from error


def target_of(path: str | Path) -> Path:
    """The file behind a path and the links in it; a path that stands for an open file stays."""
    return Path(path) if is_open_file(path) else Path(os.path.realpath(path))


def is_open_file(path: str | Path) -> bool:
    """Whether the path stands for a file that is open, such as the one behind standard output.

    A new file in its place would not be the one that is open.
    """
    return os.fspath(path).startswith(PATHS_OF_OPEN_FILES)


def cannot_write(path: str | Path, error: OSError | ValueError) -> CannotWrite:
    """The error for a user: what went wrong, what stands there now, and what to do."""
    number = error.errno if isinstance(error, OSError) else None
    reason = getattr(error, "strerror", None) or "this is not the name of a file"
    is_kept = _is_file_there(path) and not is_open_file(path)
    kept = " The older file is unchanged." if is_kept else ""
    return CannotWrite(f"{path}: {reason}.{kept} {REMEDIES.get(number or 0, OTHER_REMEDY)}")


def cannot_write_temporarily(megabytes: int, error: OSError) -> CannotWrite:
    """The error for a user if a temporary file cannot be written."""
    folder = tempfile.tempdir or os.environ.get("TMPDIR", "the usual ones")
    return CannotWrite(
        f"the folder for temporary files ({folder}) cannot be used: {error}. Make {megabytes} MB of "
        "room there, or name another folder: TMPDIR=/other/folder sayso ..."
    )


def remove_abandoned_parts(target: Path) -> None:
    """Removes the parts of a target that earlier runs left behind."""
    beginning = _part_beginning(target)
    with suppress(OSError), os.scandir(target.parent) as entries:
        for entry in entries:
            named_so = entry.name.startswith(beginning) and entry.name.endswith(".part")
            if named_so and entry.is_file(follow_symlinks=False):
                _remove_if_abandoned(Path(entry.path))


def _replace(target: Path, older: os.stat_result | None, data: bytes) -> None:
    remove_abandoned_parts(target)
    descriptor, part = _open_part(target)
    try:
        with os.fdopen(descriptor, "wb") as file:
            if older is not None:
                _take_over_permissions(descriptor, older)
            file.write(data)
            file.flush()
            os.fsync(descriptor)
            if not LOCKS:
                file.close()
            part.replace(target)
    except BaseException:
        with suppress(OSError):
            part.unlink()
        raise
    _sync_folder(target.parent)


def _write_directly(target: Path, data: bytes) -> None:
    with target.open("wb", buffering=0) as file:
        rest = memoryview(data)
        while rest:
            rest = rest[file.write(rest) :]


def _open_part(target: Path) -> tuple[int, Path]:
    """A new part of the target, open and locked."""
    while True:
        part = target.parent / f"{_part_beginning(target)}{secrets.token_hex(4)}.part"
        descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
        _lock(descriptor, wait=True)  # another run may hold it while it removes it
        if os.fstat(descriptor).st_nlink:
            return descriptor, part
        os.close(descriptor)  # it was removed before it was locked


def _part_beginning(target: Path) -> str:
    """How the names of the target's parts begin."""
    name = os.fsencode(target.name)
    if len(name) > MAX_NAME_BYTES_IN_PART:
        return f".sayso-{hashlib.sha256(name).hexdigest()[:16]}."
    return f".{target.name}."


def _remove_if_abandoned(part: Path) -> None:
    """Removes a part unless a run is still writing it."""
    with suppress(OSError):
        if not LOCKS:
            part.unlink()  # fails while any run has it open
            return
        descriptor = os.open(part, os.O_RDONLY)
        try:
            if _lock(descriptor):
                part.unlink()
        finally:
            os.close(descriptor)


def _lock(descriptor: int, wait: bool = False) -> bool:
    """Locks a part until it is closed; False if another run has it locked, unless it may wait."""
    if not LOCKS:
        return True
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
    except OSError:
        return False
    return True


def _take_over_permissions(descriptor: int, older: os.stat_result) -> None:
    with suppress(OSError, AttributeError):  # Windows has neither
        os.fchown(descriptor, older.st_uid, older.st_gid)
    with suppress(OSError, AttributeError):
        os.fchmod(descriptor, stat.S_IMODE(older.st_mode))


def _sync_folder(folder: Path) -> None:
    """Makes the new name in a folder last through a loss of power, if the file system can."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _status_of(target: Path) -> os.stat_result | None:
    """The status of a file; None if there is none."""
    try:
        return target.stat()
    except FileNotFoundError:
        return None


def _is_file_there(path: str | Path) -> bool:
    try:
        return Path(path).is_file()
    except (OSError, ValueError):
        return False
