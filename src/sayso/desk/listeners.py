"""Who is told what happens in a case: the open tabs, of the desk's work and of what others do."""

import asyncio
from contextlib import suppress
from pathlib import Path
from threading import Condition, RLock, Thread
from typing import Any, NamedTuple

from sayso.case.case import Case
from sayso.errors import SaysoError

SECONDS_BETWEEN_LOOKS = 0.5
MOST_UNHEARD = 2_000  # events; a tab that hears none is let go, and comes back
MOVED = (
    "SELECT coalesce((SELECT max(number) FROM log), 0) AS log, "
    "(SELECT value FROM case_info WHERE name = 'changes') AS changes, "
    "(SELECT value FROM case_info WHERE name = 'compared') AS compared"
)


class Event(NamedTuple):
    """Something that happened: "change", "work" or "problem", with its values."""

    name: str
    data: dict[str, Any]


Queue = asyncio.Queue[Event | None]  # None is its end


class Listeners:
    """The tabs that listen. One thread looks at the case for all of them, while there is one."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._queues: dict[Queue, asyncio.AbstractEventLoop] = {}
        self._lock = Condition(RLock())
        self._thread: Thread | None = None
        self._closed = False

    def join(self) -> Queue:
        """Listen from now on: events of the running loop's time come out of the queue."""
        queue: Queue = asyncio.Queue(MOST_UNHEARD + 1)
        with self._lock:
            if self._closed:
                queue.put_nowait(None)
                return queue
            self._queues[queue] = asyncio.get_running_loop()
            if self._thread is None:
                self._thread = Thread(
                    target=self._look, args=(self._state(),), name="listeners", daemon=True
                )
                self._thread.start()
        return queue

    def leave(self, queue: Queue) -> None:
        """Listen no more."""
        with self._lock:
            self._queues.pop(queue, None)

    def tell(self, name: str, data: dict[str, Any]) -> None:
        """Tell everybody. Any thread may call this."""
        with self._lock:
            for queue, loop in self._queues.items():
                with suppress(RuntimeError):  # a loop that has ended
                    loop.call_soon_threadsafe(_put, queue, Event(name, data))

    def close(self) -> None:
        """Let everybody go, at once; also within a signal's handler."""
        with self._lock:
            self._closed = True
            for queue, loop in self._queues.items():
                with suppress(RuntimeError):
                    loop.call_soon_threadsafe(_end, queue)
            self._queues.clear()
            self._lock.notify_all()

    def _state(self) -> dict[str, Any] | None:
        """How far the case is now; None if it cannot be read."""
        with suppress(SaysoError), Case.open(self._path) as case:
            return state_of(case)
        return None

    def _look(self, seen: dict[str, Any] | None) -> None:
        """Look at the case now and then; tell if its log or its comparison has moved since `seen`."""
        while self._wait():
            with suppress(SaysoError), Case.open(self._path) as case:
                version = None
                while self._wait():
                    newer = case.query("PRAGMA data_version")
                    if newer == version:
                        continue
                    version, moved = newer, state_of(case)
                    if moved != seen:
                        self.tell("change", moved)
                    seen = moved

    def _wait(self) -> bool:
        """Whether somebody still listens after a while; the thread ends if nobody does."""
        with self._lock:
            if self._queues:
                self._lock.wait(SECONDS_BETWEEN_LOOKS)
            if not self._queues:
                self._thread = None
            return self._thread is not None


def state_of(case: Case) -> dict[str, Any]:
    """How far a case is: its log's last row, how many changes, whether they are compared."""
    row = case.query(MOVED)[0]
    changes, compared = int(row["changes"] or 0), int(row["compared"] or 0)
    return {"log": row["log"], "changes": changes, "compared": changes == compared}


def _put(queue: Queue, event: Event) -> None:
    if queue.qsize() >= MOST_UNHEARD:
        _end(queue)
    else:
        queue.put_nowait(event)


def _end(queue: Queue) -> None:
    while not queue.empty():
        queue.get_nowait()
    queue.put_nowait(None)
