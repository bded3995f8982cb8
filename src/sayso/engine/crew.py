"""Several processes that extract side by side, and what happens when one of them is killed."""

from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from threading import Lock, local

from sayso.engine.serial import Outcome
from sayso.engine.worker import CannotStart, Job, Killed, Worker
from sayso.errors import FaultInSayso, fault_of_report
from sayso.model.text import Document

WAS_KILLED = "it was left out, because the process that read it was killed"
NEEDS_MEMORY = "It may need more memory than there is: split it, or read it on a larger machine."


class Crew:
    """Processes that share the work. Each has a thread here that waits for its answers.

    If a process is killed, each document that it had is read again in a new process by itself. A
    document whose process is killed again is left out.
    """

    def __init__(self, processes: int, job: Job) -> None:
        self._job = job
        self._own = local()  # the worker of each thread
        self._workers: list[Worker] = []
        self._lock = Lock()
        self._stopped = False
        self._executor = ThreadPoolExecutor(processes, thread_name_prefix="crew")
        with suppress(RuntimeError):  # no new thread can start; what is submitted says so
            for _ in range(processes):
                self._executor.submit(self._worker)

    def submit(self, batch: Sequence[Document]) -> Future[list[Outcome]]:
        """Have a batch read. The result raises CannotStart if no process can be had for it."""
        try:
            return self._executor.submit(self._outcomes_of, batch)
        except RuntimeError as error:
            failed: Future[list[Outcome]] = Future()
            failed.set_exception(CannotStart(str(error)))
            return failed

    def stop(self) -> None:
        """End all processes at once, and forget the work that is not done."""
        with self._lock:
            self._stopped = True
        self._executor.shutdown(wait=False, cancel_futures=True)
        for worker in self._workers:
            worker.stop()

    def _worker(self) -> Worker:
        """The process of this thread. Raises CannotStart."""
        worker: Worker | None = getattr(self._own, "worker", None)
        if worker is None:
            worker = Worker(self._job)
            self._keep(worker)
            worker.wait_until_ready()
            self._own.worker = worker
        return worker

    def _keep(self, worker: Worker) -> None:
        with self._lock:
            self._workers.append(worker)
            if self._stopped:
                worker.stop()

    def _outcomes_of(self, batch: Sequence[Document]) -> list[Outcome]:
        try:
            return self._answer(batch)
        except Killed:
            if self._stopped:
                return []
        return [self._second_outcome(document) for document in batch]

    def _answer(self, batch: Sequence[Document]) -> list[Outcome]:
        """What a process makes of the batch. Raises Killed, or CannotStart."""
        worker = self._worker()
        try:
            return worker.outcomes_of(batch)
        except Killed:
            self._own.worker = None
            raise
        except Exception as error:
            # An answer may have been read in part, so there is no going on with this process.
            worker.stop()
            self._own.worker = None
            return [fault_of_report(document.name, error) for document in batch]

    def _second_outcome(self, document: Document) -> Outcome:
        """What becomes of a document whose process was killed."""
        try:
            (outcome,) = self._answer([document])
        except Killed:
            return FaultInSayso(document.name, f"{WAS_KILLED}, twice", NEEDS_MEMORY)
        except CannotStart as error:
            what = f"{WAS_KILLED}, and no new one could start ({error})"
            return FaultInSayso(document.name, what, NEEDS_MEMORY)
        return outcome
