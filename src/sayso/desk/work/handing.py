"""Files to hand on: made one at a time, by a process of its own, while the desk goes on.

A large case takes long and much memory. The file that was made last is kept until another one is made.
"""

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from threading import BoundedSemaphore, Timer
from typing import Any

from starlette.exceptions import HTTPException

from sayso.desk.work.handed import TOO_LARGE
from sayso.desk.work.incoming import Incoming
from sayso.errors import SaysoError

PROGRAM = (sys.executable, "-P", "-m", "sayso.desk.work.handed")
SECONDS = 3600.0  # after which something is wrong
BUSY = "Another download is being made. Try again when it is done."
CLOSED = "The desk was closed before the file was made. Open it again, and make the file anew."
ENDED = f"The process that makes the file ended before it was done. {TOO_LARGE}"


class NotMade(SaysoError):
    """What was to be handed on could not be made."""


@dataclass(frozen=True, slots=True)
class Made:
    """A file that was made: where it is, how it is called, and what its format had no place for."""

    number: int
    path: Path
    name: str
    left_out: Sequence[str]


class Handing:
    """Makes files of a case. Any thread may call it."""

    def __init__(self, case: Path) -> None:
        self._case = case.absolute()
        self._one = BoundedSemaphore(1)
        self._numbers = count(1)
        self._made: Made | None = None
        self._process: subprocess.Popen[bytes] | None = None
        self._closed = False

    def make(self, incoming: Incoming, name: str, wanted: Mapping[str, Any]) -> Made:
        """Make a file, in the desk's own folder. Raises NotMade, or an answer 429 where one is made."""
        if not self._one.acquire(blocking=False):
            raise HTTPException(429, BUSY)
        try:
            return self._make(incoming, name, wanted)
        except OSError as error:
            why = error.strerror or type(error).__name__
            raise NotMade(
                f"The file cannot be written beside the case ({why}). Free some space there."
            ) from error
        finally:
            self._one.release()

    def made(self, number: int) -> Made | None:
        """The file of that number; None if another one was made since."""
        made = self._made
        return made if made and made.number == number else None

    def close(self) -> None:
        """Make nothing more; also within a signal's handler. What was made goes with the folder."""
        self._closed = True
        process = self._process
        if process is not None:
            process.kill()

    def _make(self, incoming: Incoming, name: str, wanted: Mapping[str, Any]) -> Made:
        out = incoming.place()
        try:
            left_out = self._ordered(
                {**wanted, "case": str(self._case), "out": str(out)}, out.parent
            )
        except BaseException:
            incoming.remove(out)
            raise
        before, self._made = self._made, Made(next(self._numbers), out, name, left_out)
        if before is not None:
            incoming.remove(before.path)
        return self._made

    def _ordered(self, order: Mapping[str, Any], folder: Path) -> Sequence[str]:
        """What the process had to leave out. Raises NotMade or OSError."""
        try:
            answer = json.loads(self._answer(json.dumps(order).encode() + b"\n", folder))
        except ValueError as error:
            raise NotMade(CLOSED if self._closed else ENDED) from error
        if "error" in answer:
            raise NotMade(answer["error"])
        left_out: Sequence[str] = answer["left_out"]
        return left_out

    def _answer(self, order: bytes, folder: Path) -> bytes:
        """What the process says to its order; nothing if it fails. It ends when its input does."""
        with subprocess.Popen(  # noqa: S603
            PROGRAM,
            bufsize=0,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "TMPDIR": str(folder)},
        ) as process:
            self._process = process
            patience = Timer(0 if self._closed else SECONDS, process.kill)
            patience.start()
            try:
                with suppress(BrokenPipeError):
                    process.stdin.write(order)  # type: ignore[union-attr]
                return process.stdout.read()  # type: ignore[union-attr]
            finally:
                patience.cancel()
                process.kill()
                self._process = None
