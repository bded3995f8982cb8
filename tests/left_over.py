"""Which processes of a desk are left: a test that opened a desk must have ended its work."""

import os
import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from time import monotonic, sleep

from tests.made_once import FOLDER

CHILD = re.compile(r"(sayso|tests)\.desk\.[\w.]*child")  # the module that such a process runs
OURS = (FOLDER, "PYTEST_XDIST_WORKER")  # variables by which a process of these tests is known
SECONDS_TO_END = 10.0


def left_over() -> list[str]:
    """The commands of all that work for a desk of these tests, and do not end in a while."""
    until = monotonic() + SECONDS_TO_END
    while (found := list(_children())) and monotonic() < until:
        sleep(0.05)
    return found


def _children() -> Iterator[str]:
    wanted = {f"{name}={os.environ[name]}" for name in OURS if name in os.environ}
    for process in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            command = (process / "cmdline").read_text("utf-8", "replace").split("\0")
            if any(map(CHILD.fullmatch, command)):
                variables = (process / "environ").read_text("utf-8", "replace").split("\0")
                if wanted <= set(variables):
                    yield " ".join(command)
