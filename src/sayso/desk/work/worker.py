"""The desk's work on its case, done one after another by a process of its own.

A thread goes through what is to be done: what was sent is taken in, then what is unread is read, then what
changed is compared. `orders.py` has the process do it.
"""

from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from threading import Condition, Thread
from time import monotonic
from typing import Any

from starlette.exceptions import HTTPException

from sayso.desk.work.incoming import Incoming, name_shown
from sayso.desk.work.jobs import Job, Jobs, JobState, Tell
from sayso.desk.work.orders import Closed, Orders
from sayso.desk.work.process import CHILD, Patience
from sayso.read.heads import NOTHING_KNOWN, HeadData

SECONDS_FOR_MORE = 0.4  # in which more decisions, or more files, may come
MOST_SECONDS_FOR_MORE = 3.0  # after which decisions are compared, though more come
MOST_WAITING = 300  # jobs; more would only fill the disk


class Full(HTTPException):
    """So much waits to be taken in that no more is taken now."""

    def __init__(self) -> None:
        sentence = f"{MOST_WAITING} files wait to be taken in. Send more in a moment."
        super().__init__(429, sentence, {"retry-after": "1"})


class Worker:
    """Takes in, reads and compares for a desk. Its methods return at once, but `close`.

    `tell` is told what happens, from the worker's thread. `program` is what the process runs.
    """

    def __init__(
        self,
        path: Path,
        author: str,
        tell: Tell = lambda *_: None,
        program: Sequence[str] = CHILD,
        patience: Patience = Patience(),  # noqa: B008
    ) -> None:
        self.incoming = Incoming(path)
        self._jobs = Jobs(tell)
        program = (*program, str(path.absolute()), author)
        self._orders = Orders(program, patience, self.incoming, self._jobs)
        self._waiting: deque[Job] = deque()
        self._read_at: float | None = None  # when reading is to begin
        self._compare_at: float | None = None
        self._compare_by = 0.0  # however many decisions come meanwhile
        self._look = False  # whether the case is to be looked at: what is left to do?
        self._closed = False
        self._wake = Condition()
        self._thread: Thread | None = None

    def compare_soon(self) -> None:
        """Compare what was decided, when no more decisions come for a moment."""
        with self._wake:
            now = monotonic()
            if self._compare_at is None:
                self._compare_by = now + MOST_SECONDS_FOR_MORE
            self._compare_at = min(now + SECONDS_FOR_MORE, self._compare_by)
            self._go()

    def go_on(self) -> None:
        """Do what another run left: files that were not gone through to their end, reports that were
        never read, changes that were not compared."""
        with self._wake:
            self._look = True
            self._go()

    def add_file(self, copy: Path, name: str, kind: str = "file", **given: str) -> int:
        """Take in a file from its copy, which is then removed. The number of the job.

        `name` is where it came from; `given` what is known of its report, as in HeadData. Raises Full or
        OSError.
        """
        shown = name_shown(name)
        with self._removed_if_failed(copy):
            self.check_room()
            self.incoming.put_beside(copy, name)
            order = {"do": "take_file", "copy": str(copy), "name": shown, "given": given}
            return self._add(kind, shown, order)

    def add_text(self, text: str, given: HeadData = NOTHING_KNOWN) -> int:
        """Take in a text that was typed or pasted. The number of the job. Raises Full or OSError."""
        copy = self.incoming.place()
        with self._removed_if_failed(copy):
            copy.write_text(text, encoding="utf-8")
        known = {name: value for name, value in asdict(given).items() if value and name != "dates"}
        return self.add_file(copy, f"{given.title or 'pasted text'}.txt", "text", **known)

    def add_link(self, address: str) -> int:
        """Take in what stands at an address of the web. The number of the job. Raises Full."""
        self.check_room()
        return self._add_link(address)

    def retry(self) -> int:
        """Try again what failed: files, links and reports. The number of the job."""
        self._jobs.drop_problems()
        for address in self._jobs.failed_links():
            self._add_link(address)
        return self._add("retry", "what failed before", {"do": "retry"})

    def check_room(self) -> None:
        """Raises Full if so many jobs wait that no more are taken."""
        if len(self._waiting) >= MOST_WAITING:
            raise Full

    def jobs(self) -> dict[str, Any]:
        """What was given and what became of it: see `Jobs.as_json`."""
        return self._jobs.as_json()

    def close(self) -> None:
        """End the process and remove what was sent. The case is whole, and another run goes on."""
        with self._wake:
            self._closed = True
            self._wake.notify()
        self._orders.close()
        if self._thread is not None:
            self._thread.join(timeout=5)
        self.incoming.close()

    @contextmanager
    def _removed_if_failed(self, copy: Path) -> Iterator[None]:
        """Leave no copy behind where a file cannot be taken, as when the disk is full."""
        try:
            yield
        except (OSError, Full):
            self.incoming.remove(copy)
            raise

    def _add_link(self, address: str) -> int:
        return self._add("link", address, {"do": "take_link", "address": address})

    def _add(self, kind: str, name: str, order: dict[str, Any]) -> int:
        job = self._jobs.new(kind, name, order)
        with self._wake:
            self._waiting.append(job)
            self._go()
        return job.number

    def _go(self) -> None:
        if self._thread is None and not self._closed:
            self._thread = Thread(target=self._run, name="worker", daemon=True)
            self._thread.start()
        self._wake.notify()

    def _run(self) -> None:
        try:
            while True:
                with self._wake:
                    while (what := self._next()) is None:
                        self._wake.wait(self._seconds_to_wait())
                self._do(what)
                if self._is_idle():
                    self._jobs.step("idle")
        except Closed:
            pass

    def _next(self) -> "Job | str | None":
        """What to do now; None if there is nothing. Raises Closed."""
        now = monotonic()
        if self._closed:
            raise Closed
        if self._look:
            self._look = False
            return "look"
        if self._waiting:
            return self._waiting.popleft()
        if self._read_at is not None:
            if self._read_at > now:
                return None
            self._read_at = None
            return "read"
        if self._compare_at is not None and self._compare_at <= now:
            self._compare_at = None
            return "compare"
        return None

    def _seconds_to_wait(self) -> float | None:
        at = self._compare_at if self._read_at is None else self._read_at
        return None if at is None else max(at - monotonic(), 0.001)

    def _is_idle(self) -> bool:
        with self._wake:
            return not self._waiting and self._read_at is None and self._compare_at is None

    def _do(self, what: "Job | str") -> None:
        if isinstance(what, Job):
            self._take(what)
        elif what == "read":
            if self._orders.read():
                self._jobs.all_read()
            else:
                self._jobs.not_all_read()
            self._compare_now()
        elif what == "compare":
            self._orders.do({"do": "compare"}, "comparing")
        else:
            self._look_at_case()

    def _compare_now(self) -> None:
        with self._wake:
            self._compare_at = self._compare_by = monotonic()

    def _look_at_case(self) -> None:
        state = self._orders.do({"do": "state"}, "looking")
        if state.get("unfinished"):
            self._orders.do({"do": "finish"}, "adding")
        if state.get("unread") or state.get("unfinished"):
            with self._wake:
                self._read_at = monotonic()
        elif not state.get("compared", True):
            self._compare_now()

    def _take(self, job: Job) -> None:
        self._jobs.set(job, JobState.TAKEN_IN)
        came = self._orders.do(job.order, "adding", job)
        if "copy" in job.order:
            self.incoming.remove(Path(job.order["copy"]))
        state, words = _outcome(job, came)
        if state is JobState.UNREAD:
            with self._wake:
                self._read_at = monotonic() + SECONDS_FOR_MORE
        self._jobs.set(job, state, words)


def _outcome(job: Job, came: dict[str, int]) -> tuple[JobState, str]:
    """What became of a job that was taken in, and what a person is told of it."""
    if not came:
        return JobState.FAILED, "not taken in"
    if job.kind == "retry":
        return JobState.UNREAD, ""
    if came["known"]:
        return JobState.DONE, "in the case already"
    reports, new = came["reports"], came["new"]
    if not reports:
        return JobState.FAILED, "no report could be read from it"
    if reports == 1:
        return JobState.UNREAD, "1 report" if new else "1 report, in the case already"
    return JobState.UNREAD, f"{reports:,} reports, {new:,} new"
