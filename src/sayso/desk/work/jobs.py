"""What was given to the worker, and what became of it."""

from collections import Counter, OrderedDict, deque
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from secrets import token_hex
from threading import RLock
from typing import Any

from sayso.desk.work.step import Step

MOST_JOBS = 2_000  # that are listed; more are forgotten: what went well first, the oldest first
MOST_PROBLEMS = 5_000
NOT_READ = "not all of it was read"

Tell = Callable[[str, dict[str, Any]], None]  # the name of an event, and its values


class JobState(StrEnum):
    """How far a job is: a file waits, is taken in, waits to be read, was read; or it failed."""

    WAITING = "waiting"
    TAKEN_IN = "taken in"
    UNREAD = "unread"
    DONE = "done"
    FAILED = "failed"


ENDED = (JobState.DONE, JobState.FAILED)


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that could not be used: where, what happened, what to do. `job` is 0 for all."""

    job: int
    where: str
    what: str
    remedy: str

    def as_json(self) -> dict[str, Any]:
        """For the pages' script."""
        return {"job": self.job, "where": self.where, "what": self.what, "remedy": self.remedy}


@dataclass
class Job:
    """One thing that was given: its order for the process, and how it is called."""

    number: int
    kind: str  # "file", "text", "link" or "retry"
    name: str
    order: dict[str, Any]
    state: JobState = JobState.WAITING
    words: str = ""
    reports: list[str] = field(default_factory=list)
    open: set[str] = field(default_factory=set)  # reports that are not read yet
    problems: int = 0

    @property
    def is_unread(self) -> bool:
        """Whether something of it is to be read, be it that reading failed before."""
        failed = self.state is JobState.FAILED and self.words == NOT_READ
        return failed or self.state is JobState.UNREAD

    def was_read(self) -> None:
        """All that it brought was read."""
        self.open.clear()
        self.words = "" if self.state is JobState.FAILED else self.words
        self.state = JobState.DONE

    def as_json(self) -> dict[str, Any]:
        """For the pages' script."""
        return {
            "job": self.number,
            "kind": self.kind,
            "name": self.name,
            "state": str(self.state),
            "words": self.words,
            "reports": self.reports[:20],
            "done": len(self.reports) - len(self.open),
            "total": len(self.reports),
            "problems": self.problems,
        }


class Jobs:
    """All jobs of a desk. What changes is told to `tell`."""

    def __init__(self, tell: Tell) -> None:
        self._tell = tell
        self._jobs: OrderedDict[int, Job] = OrderedDict()
        self._of_report: dict[str, int] = {}
        self._problems: deque[Problem] = deque(maxlen=MOST_PROBLEMS)
        self._run = token_hex(8)
        self._forgotten: Counter[JobState] = Counter()
        self._last = 0
        self._step = Step()
        self._lock = RLock()

    def new(self, kind: str, name: str, order: dict[str, Any]) -> Job:
        """A job that waits."""
        with self._lock:
            self._last += 1
            job = self._jobs[self._last] = Job(self._last, kind, name, order)
            self._forget()
        self._changed(job)
        return job

    def set(self, job: Job, state: JobState, words: str = "") -> None:
        """Say how far a job is."""
        with self._lock:
            job.state, job.words = state, words
        self._changed(job)

    def found(self, job: Job, report: str) -> None:
        """A report was found in what a job brought."""
        with self._lock:
            job.reports.append(report)
            job.open.add(report)
            self._of_report[report] = job.number

    def ended(self, report: str) -> None:
        """A report was read, or failed."""
        with self._lock:
            job = self._jobs.get(self._of_report.pop(report, 0))
            if job is None:
                return
            job.open.discard(report)
            if not job.open and job.is_unread:
                job.was_read()
        self._changed(job)

    def all_read(self) -> None:
        """Nothing is left to read: what is still open was read before."""
        with self._lock:
            waiting = [one for one in self._jobs.values() if one.is_unread]
            self._of_report.clear()
            for job in waiting:
                job.was_read()
        for job in waiting:
            self._changed(job)

    def not_all_read(self) -> None:
        """Reading failed: what is unread has failed too, until it is read another time."""
        with self._lock:
            waiting = [one for one in self._jobs.values() if one.is_unread]
        for job in waiting:
            self.set(job, JobState.FAILED, NOT_READ)

    def problem(self, where: str, what: str, remedy: str, report: str = "", job: int = 0) -> None:
        """Something could not be used."""
        with self._lock:
            job = job or self._of_report.get(report, 0)
            problem = Problem(job, where, what, remedy)
            self._problems.append(problem)
            if job in self._jobs:
                self._jobs[job].problems += 1
        self._tell("problem", problem.as_json())

    def step(self, state: str, done: int = 0, total: int = 0, words: str = "") -> None:
        """Say what the process is at."""
        with self._lock:
            if state != self._step.state or done < self._step.done:
                self._step = Step(state)
            self._step.words = words
            self._step.reach(done, total)
            told = self._step.as_json()
        self._tell("work", told)

    def drop_problems(self) -> None:
        """Forget what could not be used: it is tried again."""
        with self._lock:
            self._problems.clear()
            for job in self._jobs.values():
                job.problems = 0

    def failed_links(self) -> list[str]:
        """The addresses that could not be fetched; their jobs are forgotten."""
        with self._lock:
            failed = [
                one
                for one in self._jobs.values()
                if one.kind == "link" and one.state is JobState.FAILED and not one.is_unread
            ]
            for job in failed:
                del self._jobs[job.number]
            return [str(one.order["address"]) for one in failed]

    def as_json(self) -> dict[str, Any]:
        """The step, how many jobs are in which state, the jobs and the problems, the oldest first.

        `run` is another one when the desk was opened again: what waited then was lost.
        """
        with self._lock:
            counts = Counter(str(one.state) for one in self._jobs.values())
            counts.update({str(state): count for state, count in self._forgotten.items()})
            return {
                "run": self._run,
                "step": self._step.as_json(),
                "counts": counts,
                "jobs": [one.as_json() for one in self._jobs.values()],
                "problems": [one.as_json() for one in self._problems],
            }

    def _changed(self, job: Job) -> None:
        with self._lock:
            told = job.as_json()
        self._tell("work", told)

    def _forget(self) -> None:
        for state in ENDED:
            over = max(0, len(self._jobs) - MOST_JOBS)
            for number in [n for n, one in self._jobs.items() if one.state is state][:over]:
                del self._jobs[number]
                self._forgotten[state] += 1
