"""What a process does in a test: it reads nothing, and fails or dies over a marked document."""

import os
import signal
from collections.abc import Sequence
from pathlib import Path

from sayso.engine.serial import Outcome
from sayso.engine.worker import Job
from sayso.errors import fault_of_report
from sayso.model.facts import Facts
from sayso.model.text import Document

DIES_ONCE = "dies once: "  # and behind it the path of a file, made at the first time


def be_ready() -> None:
    """A process that is ready at once."""


def be_ready_with(_threads: int) -> None:
    """The same, for whoever says how many threads there may be."""


def lack_memory(threads: int) -> None:
    """A process that cannot get ready."""
    raise MemoryError(threads)


def die_at_start(_threads: int) -> None:
    """A process that is killed before it is ready."""
    os.kill(os.getpid(), signal.SIGKILL)


def read_all(batch: Sequence[Document]) -> list[Outcome]:
    """No facts for each document; what its text says may come between."""
    return [_read_one(document) for document in batch]


def _read_one(document: Document) -> Outcome:
    if document.text == "is killed":
        os.kill(os.getpid(), signal.SIGKILL)
    if document.text == "ends the process":
        os._exit(1)
    if document.text == "raises":
        return fault_of_report(document.name, ValueError("of a document"))
    if document.text == "makes the process fail":
        raise RecursionError("words of the report")
    if document.text.startswith(DIES_ONCE):
        met = Path(document.text.removeprefix(DIES_ONCE))
        if not met.exists():
            met.touch()
            os._exit(1)
    return Facts(document)


JOB = Job(be_ready, read_all)
