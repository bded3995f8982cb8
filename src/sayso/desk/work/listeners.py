"""Who is told what happens in a case: the open tabs, of the desk's work and of what others do."""

import asyncio
from contextlib import suppress
from pathlib import Path
from threading import Condition, RLock, Thread, current_thread
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
        self._seen: dict[str, Any] | None = None  # how far the case is, as the thread saw it last
        self._closed = False

    def join(self) -> Queue:
        """Listen from now on, in the running loop. First comes a change: where the case is now."""
        queue: Queue = asyncio.Queue(MOST_UNHEARD + 1)
        with self._lock:
            if self._closed:
                queue.put_nowait(None)
                return queue
            self._queues[queue] = asyncio.get_running_loop()
            if self._seen is not None:
                queue.put_nowait(Event("change", self._seen))
            if self._thread is None:
                self._thread = Thread(target=self._look, name="listeners", daemon=True)
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

    def _look(self) -> None:
        """Look at the case now and then; tell if its log or its comparison has moved."""
        while self._is_wanted():
            with suppress(SaysoError), Case.open(self._path) as case:
                version = None
                while self._is_wanted():
                    newer = case.query("PRAGMA data_version")
                    if newer != version:
                        version = newer
                        self._saw(state_of(case))
                    self._wait()
            self._wait()

    def _saw(self, state: dict[str, Any]) -> None:
        with self._lock:
            if state != self._seen and self._thread is current_thread():
                self._seen = state
                self.tell("change", state)

    def _wait(self) -> None:
        with self._lock:
            if self._queues:
                self._lock.wait(SECONDS_BETWEEN_LOOKS)

    def _is_wanted(self) -> bool:
        """Whether somebody listens still; else this thread ends, and whoever joins starts another."""
        with self._lock:
            if self._thread is current_thread() and not self._queues:
                self._thread = self._seen = None
            return self._thread is current_thread()


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
