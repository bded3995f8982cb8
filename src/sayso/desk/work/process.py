"""A process that works for the desk, as the desk sees it: orders go in, answers come out."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread
from time import monotonic
from typing import Any

CHILD = (sys.executable, "-P", "-m", "sayso.desk.work.child")
NICENESS = 10


@dataclass(frozen=True, slots=True)
class Patience:
    """How long a process may be silent, and how long it may get nowhere; in seconds."""

    silent: float = 120.0
    nowhere: float = 1800.0


def give_way() -> None:
    """Let the pages come before this process, which works for the desk; where the system can do so."""
    if hasattr(os, "nice"):
        os.nice(NICENESS)


class Died(Exception):
    """The process ended, or was ended because it hung, before it had done what was ordered."""


class Process:
    """A process that is started; its temporary files are in the folder. Raises OSError."""

    def __init__(self, program: Sequence[str], folder: Path, patience: Patience) -> None:
        self._patience = patience
        self._process = subprocess.Popen(  # noqa: S603
            program,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "TMPDIR": str(folder)},
        )
        self._answers: SimpleQueue[bytes | None] = SimpleQueue()
        Thread(target=self._listen, daemon=True).start()

    @property
    def number(self) -> int:
        """Its number in the system."""
        return self._process.pid

    def has_ended(self) -> bool:
        """Whether it is gone."""
        return self._process.poll() is not None

    def do(self, order: dict[str, Any]) -> Iterator[dict[str, Any]]:
        """What the process answers to an order, the end of its work last. Raises Died."""
        assert self._process.stdin is not None  # noqa: S101
        try:
            self._process.stdin.write(json.dumps(order).encode() + b"\n")
            self._process.stdin.flush()
        except (OSError, ValueError) as error:  # ValueError: it was ended, and the pipe closed
            self.end()
            raise Died from error
        moved, waits = monotonic(), False
        while True:
            answer = self._next_answer()
            if answer:
                moved, waits = monotonic(), "waits" in answer
                yield answer
                if "done" in answer or "error" in answer:
                    return
            elif not waits and monotonic() - moved > self._patience.nowhere:
                self.end()
                raise Died

    def end(self) -> None:
        """End the process, whatever it is doing."""
        self._process.kill()
        self._process.wait()
        with suppress(OSError):
            self._process.stdin.close()  # type: ignore[union-attr]

    def _next_answer(self) -> dict[str, Any]:
        """The next line; empty if that only says that the process lives."""
        try:
            line = self._answers.get(timeout=self._patience.silent)
            if line is not None:
                answer = json.loads(line)
                if isinstance(answer, dict):
                    return answer
        except (Empty, ValueError):
            pass
        self.end()
        raise Died

    def _listen(self) -> None:
        assert self._process.stdout is not None  # noqa: S101
        with self._process.stdout as stream:
            for line in stream:
                self._answers.put(line)
        self._answers.put(None)
