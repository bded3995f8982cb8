"""A worker whose process reads by hand, and what it told."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Condition
from typing import Any

from sayso.desk.work.jobs import ENDED
from sayso.desk.work.worker import Worker
from tests.desk.hand_child import PROGRAM

LONGEST = 60.0  # seconds that a test waits before it fails


class Told:
    """The events of a worker, in order."""

    def __init__(self) -> None:
        self.events: list[tuple[str, dict[str, Any]]] = []
        self._moved = Condition()

    def tell(self, name: str, data: dict[str, Any]) -> None:
        """Take in an event."""
        with self._moved:
            self.events.append((name, data))
            self._moved.notify_all()

    def wait_for(self, is_there: Callable[[], object]) -> None:
        """Wait until something is so; fail if it never is."""
        with self._moved:
            assert self._moved.wait_for(is_there, LONGEST), self.events

    def states(self) -> list[str]:
        """What the process was at, one after another."""
        found = [data["state"] for name, data in self.events if name == "work" and not data["job"]]
        return [one for n, one in enumerate(found) if not n or found[n - 1] != one]

    def idle(self, worker: Worker, after: int = 0) -> None:
        """Wait until the worker has done all that it was given, and told so after so many events."""

        def is_idle() -> bool:
            late = [data for _, data in self.events[after:] if data.get("job") == 0]
            jobs = worker.jobs()["jobs"]
            ended = all(one["state"] in ENDED for one in jobs)
            return ended and bool(late) and late[-1].get("state") == "idle"

        self.wait_for(is_idle)


@contextmanager
def worker_on(path: Path) -> Iterator[tuple[Worker, Told]]:
    """A worker on a case; it is closed at the end."""
    told = Told()
    worker = Worker(path, "ben", told.tell, PROGRAM)
    try:
        yield worker, told
    finally:
        worker.close()


def sent(worker: Worker, name: str, text: str) -> int:
    """Send a file; the number of its job."""
    copy = worker.incoming.place()
    copy.write_text(text, encoding="utf-8")
    return worker.add_file(copy, name)


def job(worker: Worker, number: int) -> dict[str, Any]:
    """What became of a job."""
    found: dict[str, Any] = next(one for one in worker.jobs()["jobs"] if one["job"] == number)
    return found
