"""A process that extracts for this one, and what that process runs.

Each process has a pipe of its own, so that it is known which documents a killed process had.
"""

import os
import signal
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing import get_context, parent_process, resource_tracker
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from threading import Thread
from typing import Any

from sayso.engine.memory import collect_seldom
from sayso.engine.serial import Outcome
from sayso.errors import fault_of_report
from sayso.model.text import Document


@dataclass(frozen=True, slots=True)
class Job:
    """What a process does: get ready, then one batch of documents after another."""

    get_ready: Callable[[], None]
    work: Callable[[Sequence[Document]], list[Outcome]]


class CannotStart(Exception):
    """A process did not get ready to work; the message is the reason in a word or two."""


class Killed(Exception):
    """A process ended before it gave an answer."""


class Worker:
    """One process that works for this one. Raises CannotStart."""

    def __init__(self, job: Job) -> None:
        try:
            self._process, self._pipe = _started_process(job)
        except OSError as error:
            raise CannotStart(error.strerror or type(error).__name__) from error

    def wait_until_ready(self) -> None:
        """Wait until the process has loaded what it needs. Raises CannotStart."""
        try:
            problem = self._answer()
        except Killed as error:
            raise CannotStart("it was killed") from error
        if problem:
            self.stop()
            raise CannotStart(problem)

    def outcomes_of(self, batch: Sequence[Document]) -> list[Outcome]:
        """What becomes of each document. Raises Killed if the process dies over them."""
        try:
            self._pipe.send(batch)
        except OSError as error:
            self.stop()
            raise Killed from error
        answer: list[Outcome] = self._answer()
        return answer

    def stop(self) -> None:
        """End the process, whatever it is doing."""
        self._process.kill()
        self._process.join()

    def _answer(self) -> Any:
        try:
            return self._pipe.recv()
        except (EOFError, OSError) as error:
            self.stop()
            raise Killed from error


def _started_process(job: Job) -> tuple[BaseProcess, Connection]:
    """A new process and the pipe to it. Spawned, not forked: this process has threads."""
    context = get_context("spawn")
    here, there = context.Pipe()
    process = context.Process(target=_serve, args=(there, job), daemon=True)
    if hasattr(signal, "pthread_sigmask"):
        # Ctrl-C is for this process alone; the new one would print where it was.
        resource_tracker.ensure_running()
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    process.start()
    there.close()
    return process, here


def _serve(pipe: Connection, job: Job) -> None:
    """Answer one batch after another. The first answer says why no work can be done, if so."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)  # a process that dies may print its last words
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    collect_seldom()
    parent = parent_process()
    if parent is not None:
        Thread(target=_leave_with, args=(parent.sentinel,), daemon=True).start()
    pipe.send(_problem_at_start(job))
    with suppress(EOFError):
        while True:
            _send_outcomes(pipe, job, pipe.recv())


def _send_outcomes(pipe: Connection, job: Job, batch: Sequence[Document]) -> None:
    try:
        pipe.send(job.work(batch))
    except Exception as error:
        pipe.send([fault_of_report(document.name, error) for document in batch])


def _problem_at_start(job: Job) -> str | None:
    """Get ready; the kind of the exception if that fails."""
    try:
        job.get_ready()
    except Exception as error:
        return type(error).__name__
    return None


def _leave_with(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)
