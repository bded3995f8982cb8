"""Where files that are sent stand until they are in the case: a private folder beside it.

A folder is locked while its desk runs. So one that nobody has locked was left behind by a desk that was
killed, and the next one removes it.
"""

import os
import re
import shutil
import tempfile
from collections import OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path
from threading import Lock

from sayso.read.files import SIDECAR

try:
    import fcntl
except ImportError:  # on Windows, where a folder with an open file cannot be removed
    LOCKS = False
else:
    LOCKS = True

MOST_NAME = 120  # characters of a part of a name
MOST_PARTS = 6
MOST_BESIDE = 500  # that are kept until their file comes
NO_NAME = re.compile(r'[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff<>:"|?*]')


class Incoming:
    """The folder of one desk; it is made when it is first needed."""

    def __init__(self, case: Path) -> None:
        user = os.getuid() if hasattr(os, "getuid") else "user"
        self._home = case.with_name(f".{case.name}.incoming-{user}")
        self._numbers = count(1)
        self._beside: OrderedDict[str, bytes] = OrderedDict()
        self._folder: Path | None = None
        self._held: int | None = None
        self._lock = Lock()

    def folder(self) -> Path:
        """The folder. Raises OSError."""
        with self._lock:
            if self._folder is None:
                self._home.mkdir(mode=0o700, exist_ok=True)
                with _alone_in(self._home):
                    self._remove_old()
                    self._folder = Path(tempfile.mkdtemp(dir=self._home))
                    self._held = _locked(self._folder)
            return self._folder

    def place(self) -> Path:
        """A path for one more file, in a folder of its own. Raises OSError."""
        home = self.folder() / str(next(self._numbers))
        home.mkdir(mode=0o700)
        return home / "copy"

    def keep_beside(self, name: str, written: bytes) -> None:
        """What a person wrote down of the file of that name, which is sent next."""
        with self._lock:
            self._beside[name] = written
            while len(self._beside) > MOST_BESIDE:
                self._beside.popitem(last=False)

    def put_beside(self, copy: Path, name: str) -> None:
        """Put beside a copy what was written down of the file. Raises OSError."""
        with self._lock:
            written = self._beside.pop(name, None)
        if written is not None:
            copy.with_name(f"{copy.name}{SIDECAR}").write_bytes(written)

    def remove(self, place: Path) -> None:
        """Remove a file and what stands beside it."""
        shutil.rmtree(place.parent, ignore_errors=True)

    def close(self) -> None:
        """Remove all."""
        with self._lock:
            if self._folder is not None:
                shutil.rmtree(self._folder, ignore_errors=True)
                with suppress(OSError):
                    self._home.rmdir()  # unless another desk has files there
                self._folder = None
            if self._held is not None:
                os.close(self._held)
                self._held = None

    def _remove_old(self) -> None:
        for old in self._home.iterdir():
            held = _locked(old)
            if held is not None:
                shutil.rmtree(old, ignore_errors=True)
                os.close(held)


def name_shown(given: str) -> str:
    r"""A name that was sent, as it is shown: a file's name, with the folders that it was in.

    >>> name_shown("../../etc/passwd"), name_shown("C:\\pile\\a.html"), name_shown("..")
    ('etc/passwd', 'C/pile/a.html', 'a file without a name')
    """
    parts = (
        NO_NAME.sub("", part).strip().lstrip(".")[-MOST_NAME:] for part in re.split(r"[/\\]", given)
    )
    kept = [part for part in parts if part][-MOST_PARTS:]
    return "/".join(kept) or "a file without a name"


@contextmanager
def _alone_in(folder: Path) -> Iterator[None]:
    """Within it, no other desk looks for folders that were left behind."""
    held = os.open(folder, os.O_RDONLY) if LOCKS else None
    try:
        if held is not None:
            with suppress(OSError):  # a file system without such locks
                fcntl.flock(held, fcntl.LOCK_EX)
        yield
    finally:
        if held is not None:
            os.close(held)


def _locked(folder: Path) -> int | None:
    """A folder that is held from now on; None if another desk holds it."""
    if not LOCKS:
        return None
    held = None
    try:
        held = os.open(folder, os.O_RDONLY | os.O_NOFOLLOW | os.O_DIRECTORY)
        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        if held is not None:
            os.close(held)
        return None
    return held
