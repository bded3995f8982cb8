"""Ending a process that keeps its reader waiting.

Reports are read while somebody works on those before, which can take long. That time is not the
process's, so it does not count.
"""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock, Timer
from time import monotonic

LEAST_WAIT = 0.1  # seconds between two looks at the clock


class Patience:
    """Kills a process when it was waited for so many seconds by the clock, without the pauses."""

    def __init__(self, process: "subprocess.Popen[bytes]", seconds: float) -> None:
        self._process = process
        self._until = monotonic() + seconds
        self._paused_at: float | None = None
        self._ended = False
        self._lock = Lock()
        self._wait(seconds)

    @contextmanager
    def pause(self) -> Iterator[None]:
        """Time that is not counted."""
        self._paused_at = monotonic()
        try:
            yield
        finally:
            with self._lock:
                self._until += monotonic() - self._paused_at
                self._paused_at = None

    def end(self) -> None:
        """Kill nothing any more."""
        with self._lock:
            self._ended = True
            self._timer.cancel()

    def _wait(self, seconds: float) -> None:
        self._timer = Timer(seconds, self._look)
        self._timer.daemon = True
        self._timer.start()

    def _look(self) -> None:
        with self._lock:
            now = monotonic()
            paused_at = self._paused_at
            left = self._until - (now if paused_at is None else paused_at)
            if self._ended:
                return
            if left <= 0:
                self._process.kill()
            else:
                self._wait(max(left, LEAST_WAIT))
