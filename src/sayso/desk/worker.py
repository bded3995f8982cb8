"""The desk's work on its case, done one after another by a process of its own.

A thread gives the process its orders; the process is started on first need, and again when it dies or
hangs. A report that ends the process is left out, so that the others are read.
"""

from collections import deque
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from threading import Condition, Thread
from time import monotonic
from typing import Any

from sayso.desk.incoming import Incoming, name_shown
from sayso.desk.jobs import Job, Jobs, JobState, Tell
from sayso.desk.process import CHILD, Died, Patience, Process
from sayso.read.heads import NOTHING_KNOWN, HeadData

SECONDS_FOR_MORE = 0.4  # in which more decisions, or more files, may come
MOST_SECONDS_FOR_MORE = 3.0  # after which decisions are compared, though more come
TRIES = 2  # of an order that ends the process
STATES = {"reports read": "reading", "stories compared": "comparing"}
ENDS = "it ended the process that worked on it, twice"
TRY_LATER = "Close other programs, and try again."


class Worker:
    """Takes in, reads and compares for a desk. All methods return at once.

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
        self.list = Jobs(tell)
        self._program, self._patience = (*program, str(path.absolute()), author), patience
        self._process: Process | None = None
        self._waiting: deque[Job] = deque()
        self._read_at: float | None = None  # when reading is to begin
        self._compare_at: float | None = None
        self._compare_by = 0.0  # however many decisions come meanwhile
        self._look = False  # whether the case is to be looked at: what is left to do?
        self._report = ""  # which is read now, if they are read one by one
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
        """Do what another run left: read what was never read, compare what was not compared."""
        with self._wake:
            self._look = True
            self._go()

    def add_file(self, copy: Path, name: str, kind: str = "file", **given: str) -> int:
        """Take in a file from its copy, which is then removed. The number of the job.

        `name` is where it came from; `given` what is known of its report, as in HeadData.
        """
        shown = name_shown(name)
        order = {"do": "take_file", "copy": str(copy), "name": shown, "given": given}
        return self._add(kind, shown, order)

    def add_text(self, text: str, given: HeadData = NOTHING_KNOWN) -> int:
        """Take in a text that was typed or pasted. The number of the job. Raises OSError."""
        copy = self.incoming.place()
        copy.write_text(text, encoding="utf-8")
        known = {name: value for name, value in asdict(given).items() if value and name != "dates"}
        return self.add_file(copy, f"{given.title or 'pasted text'}.txt", "text", **known)

    def add_link(self, address: str) -> int:
        """Take in what stands at an address of the web. The number of the job."""
        return self._add("link", address, {"do": "take_link", "address": address})

    def retry(self) -> int:
        """Try again what failed: files, links and reports. The number of the job."""
        self.list.drop_problems()
        for address in self.list.failed_links():
            self.add_link(address)
        return self._add("retry", "what failed before", {"do": "retry"})

    def jobs(self) -> dict[str, Any]:
        """What was given and what became of it: see `Jobs.as_json`."""
        return self.list.as_json()

    def close(self) -> None:
        """End the process and remove what was sent. The case is whole, and another run goes on."""
        with self._wake:
            self._closed = True
            self._wake.notify()
            process = self._process
        if process is not None:
            process.end()
        if self._thread is not None:
            self._thread.join(timeout=5)
        self.incoming.close()

    def _add(self, kind: str, name: str, order: dict[str, Any]) -> int:
        job = self.list.new(kind, name, order)
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
        while True:
            with self._wake:
                while (what := self._next()) is None:
                    self._wake.wait(self._seconds_to_wait())
            if what == "end":
                return
            try:
                self._do(what)
            except Died:
                if self._closed:
                    return
            if self._is_idle():
                self.list.step("idle")

    def _next(self) -> "Job | str | None":
        """What to do now; None if there is nothing."""
        now = monotonic()
        if self._closed:
            return "end"
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
            self._read()
        elif what == "compare":
            self._ordered({"do": "compare"}, "comparing")
        else:
            self._look_at_case()

    def _look_at_case(self) -> None:
        state = self._ordered({"do": "state"}, "looking")
        with self._wake:
            if state.get("unread"):
                self._read_at = monotonic()
            elif not state.get("compared", True):
                self._compare_at = self._compare_by = monotonic()

    def _take(self, job: Job) -> None:
        self.list.set(job, JobState.TAKEN_IN)
        came = self._ordered(job.order, "adding", job)
        if "copy" in job.order:
            self.incoming.remove(Path(job.order["copy"]))
        reports = came.get("reports", 0)
        if job.kind == "retry" or reports:
            with self._wake:
                self._read_at = monotonic() + SECONDS_FOR_MORE
        failed = not came or (job.problems and not reports)
        state = JobState.FAILED if failed else JobState.UNREAD
        if came.get("known"):
            state = JobState.DONE
        self.list.set(job, state, _came_in(job, came))

    def _read(self) -> None:
        """Read what is unread; one by one, if that ended the process."""
        try:
            self._order({"do": "read", "careful": False}, "reading")
        except Died:
            if not self._closed:
                self._read_carefully()
        self.list.all_read()
        with self._wake:
            self._compare_at = self._compare_by = monotonic()

    def _read_carefully(self) -> None:
        tries = TRIES
        while tries:
            self._report = ""
            try:
                self._order({"do": "read", "careful": True}, "reading")
            except Died:
                if self._closed:
                    return
                if self._report:
                    self._ordered({"do": "give_up", "report": self._report}, "reading")
                else:
                    tries -= 1
            else:
                return
        self.list.problem("", "reading ends the process that reads", TRY_LATER)

    def _ordered(self, order: dict[str, Any], state: str, job: Job | None = None) -> dict[str, Any]:
        """What became of an order, tried again if it ended the process; empty if it failed."""
        for _ in range(TRIES):
            try:
                return self._order(order, state, job)
            except Died:
                if self._closed:
                    raise
        where = job.name if job else ""
        self.list.problem(where, ENDS, TRY_LATER, job=job.number if job else 0)
        return {}

    def _order(self, order: dict[str, Any], state: str, job: Job | None = None) -> dict[str, Any]:
        """Give an order, and tell what is answered. Raises Died."""
        if state != "looking":
            self.list.step(state)
        for answer in self._started().do(order):
            if "done" in answer:
                done: dict[str, Any] = answer["done"]
                return done
            if "error" in answer:
                self.list.problem(
                    job.name if job else "", answer["error"], "", job=job.number if job else 0
                )
            else:
                self._told(answer, state, job)
        return {}

    def _told(self, answer: dict[str, Any], state: str, job: Job | None) -> None:
        """Pass on one answer."""
        number = job.number if job else 0
        match answer:
            case {"step": what, "reached": done, "total": total}:
                self.list.step(STATES.get(what, state), done, total)
            case {"waits": who}:
                self.list.step("waiting", words=str(who))
            case {"found": report} if job:
                self.list.found(job, report)
            case {"begins": report}:
                self._report = report
            case {"read": report, "part": part}:
                if part:
                    self.list.problem(*_part_read(part), report=report)
                self.list.ended(report)
            case {"failed": [report, where, what, remedy]}:
                self.list.problem(where, what, remedy, report=report)
                self.list.ended(report)
            case {"problem": [where, what, remedy]}:
                self.list.problem(where, what, remedy, job=number)
            case {"note": [where, what]}:
                self.list.problem(where, what, "", job=number)
            case {"said": words}:
                self.list.problem("", words, "")

    def _started(self) -> Process:
        """The process, started if there is none that lives. Raises Died."""
        with self._wake:
            if self._closed:
                raise Died
            if self._process is None or self._process.has_ended():
                try:
                    self._process = Process(self._program, self.incoming.folder(), self._patience)
                except OSError as error:
                    raise Died from error
            return self._process


def _came_in(job: Job, came: dict[str, int]) -> str:
    """What a person is told of what came in."""
    if not came:
        return "not taken in"
    reports, new = came.get("reports", 0), came.get("new", 0)
    if job.kind == "retry":
        return ""
    if came.get("known"):
        return "in the case already"
    if not reports:
        return "no report could be read from it"
    several = "1 report" if reports == 1 else f"{reports:,} reports"
    return f"{several}, {new:,} new" if reports > 1 else several + (", new" if new else ", known")


def _part_read(part: list[Any]) -> tuple[str, str, str]:
    name, read_to, length = part
    what = (
        f"it was read up to character {read_to:,} of {length:,}; the rest would take too much work"
    )
    return name, what, "Split it to have it all read."
