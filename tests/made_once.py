"""What costs much is made once in a run of the tests, and not in each of its processes."""

import os
import pickle
import shutil
from collections.abc import Callable
from fcntl import LOCK_EX, flock
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any, TypeVar

Made = TypeVar("Made")
FOLDER = "SAYSO_TESTS_MADE_ONCE"  # the variable that tells the folder to all processes of the run


def begin() -> None:
    """Make the folder of this run. Processes that start from now on know it."""
    os.environ[FOLDER] = mkdtemp(prefix="sayso-tests-")


def end() -> None:
    """Remove the folder and all that is in it."""
    shutil.rmtree(os.environ.pop(FOLDER), ignore_errors=True)


def made_once(make: Callable[[], Made]) -> Callable[[], Made]:
    """The function, but only the first process that calls it makes the value; others read it.

    A process that calls it while another makes the value waits. The value must not be changed.
    """
    name = f"{make.__module__}.{make.__qualname__}"

    @cache
    def kept() -> Any:
        path = Path(os.environ[FOLDER], name)
        with path.with_name(f"{name}.lock").open("w") as lock:
            flock(lock, LOCK_EX)
            if path.exists():
                return pickle.loads(path.read_bytes())  # noqa: S301
            value = make()
            part = path.with_name(f"{name}.part")
            part.write_bytes(pickle.dumps(value))
            part.replace(path)
        return value

    kept.__doc__ = make.__doc__
    return kept
