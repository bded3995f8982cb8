"""Orders for the process that works for the desk, and what is told of its answers.

The process is started on first need, and again when it dies or hangs. A report that ends the process is
left out, so that the others are read.
"""

from collections.abc import Sequence
from threading import Lock
from typing import Any

from sayso.desk.work.incoming import Incoming
from sayso.desk.work.jobs import Job, Jobs
from sayso.desk.work.process import Died, Patience, Process

TRIES = 2  # of an order that ends the process
STATES = {"reports read": "reading", "stories compared": "comparing"}
WORDS = {
    "adding": "Taking in",
    "reading": "Reading reports",
    "comparing": "Comparing stories",
    "waiting": "Waiting until another program has done its work on this case: ",
}
ENDS = "sayso tried twice, and its process ended both times"
TRY_LATER = "Close other programs, and try again."


class Closed(Exception):
    """The desk is closed; what is under way is not kept, and the case is whole."""


class Orders:
    """Gives orders, one after another, within one thread; another one may close it."""

    def __init__(
        self, program: Sequence[str], patience: Patience, incoming: Incoming, jobs: Jobs
    ) -> None:
        self._program, self._patience = program, patience
        self._incoming, self._jobs = incoming, jobs
        self._process: Process | None = None
        self._closed = False
        self._lock = Lock()
        self._begun = ""  # the report that is read now, if they are read one by one

    def do(self, order: dict[str, Any], state: str, job: Job | None = None) -> dict[str, Any]:
        """What became of an order, tried again if it ended the process; empty if it failed.

        Raises Closed.
        """
        why = ""
        for _ in range(TRIES):
            try:
                return self._do(order, state, job) or {}
            except Died as error:
                why = str(error)
        self._problem(job, why or ENDS, TRY_LATER)
        return {}

    def read(self) -> bool:
        """Have read what is unread; one by one, if that ended the process. Whether nothing is left.

        Raises Closed.
        """
        try:
            return self._do({"do": "read", "careful": False}, "reading") is not None
        except Died:
            return self._read_one_by_one()

    def close(self) -> None:
        """End the process; nothing more is done."""
        with self._lock:
            self._closed = True
            if self._process is not None:
                self._process.end()

    def _read_one_by_one(self) -> bool:
        tries = TRIES
        while tries:
            self._begun = ""
            try:
                return self._do({"do": "read", "careful": True}, "reading") is not None
            except Died:
                if not self._begun or not self.do(
                    {"do": "give_up", "report": self._begun}, "reading"
                ):
                    tries -= 1
        self._problem(None, "reading ends the process that reads", TRY_LATER)
        return False

    def _do(
        self, order: dict[str, Any], state: str, job: Job | None = None
    ) -> dict[str, Any] | None:
        """Give an order, and tell what is answered; None if it failed. Raises Died or Closed."""
        if state in WORDS:
            self._jobs.step(state, words=WORDS[state])
        try:
            for answer in self._started().do(order):
                if "done" in answer:
                    done: dict[str, Any] = answer["done"]
                    return done
                if "error" in answer:
                    self._problem(job, answer["error"])
                else:
                    self._told(answer, state, job)
        except Died:
            if self._closed:
                raise Closed from None
            raise
        return None

    def _started(self) -> Process:
        """The process, started if there is none that lives. Raises Died or Closed."""
        with self._lock:
            if self._closed:
                raise Closed
            if self._process is None or self._process.has_ended():
                try:
                    folder = self._incoming.folder()
                    self._process = Process(self._program, folder, self._patience)
                except OSError as error:
                    raise Died(f"no process could be started ({error.strerror})") from error
            return self._process

    def _told(self, answer: dict[str, Any], state: str, job: Job | None) -> None:
        """Pass on one answer."""
        match answer:
            case {"step": what, "reached": done, "total": total}:
                state = STATES.get(what, state)
                self._jobs.step(state, done, total, WORDS[state])
            case {"waits": who}:
                self._jobs.step("waiting", words=f"{WORDS['waiting']}{who}")
            case {"found": report} if job:
                self._jobs.found(job, report)
            case {"begins": report}:
                self._begun = report
            case {"read": report, "part": part}:
                if part:
                    self._jobs.problem(*_part_read(part), report=report)
                self._jobs.ended(report)
            case {"failed": [report, where, what, remedy]}:
                self._jobs.problem(where, what, remedy, report=report)
                self._jobs.ended(report)
            case {"problem": [where, what, remedy]}:
                self._jobs.problem(where, what, remedy, job=job.number if job else 0)
            case {"note": [where, what]}:
                self._jobs.problem(where, what, "", job=job.number if job else 0)
            case {"said": words}:
                self._problem(None, words)

    def _problem(self, job: Job | None, what: str, remedy: str = "") -> None:
        self._jobs.problem(job.name if job else "", what, remedy, job=job.number if job else 0)


def _part_read(part: list[Any]) -> tuple[str, str, str]:
    name, read_to, length = part
    what = (
        f"it was read up to character {read_to:,} of {length:,}; the rest would take too much work"
    )
    return name, what, "Split it to have it all read."
