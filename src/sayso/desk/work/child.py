"""The process that works for the desk: it takes in, reads and compares, while pages are answered.

It gets orders and gives answers, a line of JSON each; the last answer to an order has "done" or "error".
It ends when its parent does.
"""

import json
import os
import signal
import sys
from collections.abc import Callable, Collection
from contextlib import AbstractContextManager, nullcontext
from dataclasses import asdict
from pathlib import Path
from queue import SimpleQueue
from threading import Lock, Thread
from time import monotonic, sleep
from typing import Any, TextIO

from sayso.case.case import Case
from sayso.casework.adding import count_unfinished, take_in, take_in_again, take_in_copy
from sayso.casework.telling import HowFar, Telling
from sayso.casework.working import (
    Extract,
    alone,
    compare_case,
    read_corrected,
    read_unread,
)
from sayso.desk.work.process import give_way
from sayso.errors import FaultInSayso, SaysoError, UnreadableInput, kind_and_place
from sayso.model.text import Document
from sayso.read.heads import HeadData
from sayso.read.notes import Note

SECONDS_BETWEEN_BEATS = 2.0  # by which the parent knows that this process lives
SECONDS_BETWEEN_REACHED = 0.2
NEVER_READ = (
    "SELECT id FROM report LEFT JOIN shown ON shown.report = report.id "
    "WHERE shown.report IS NULL AND removed IS NULL"
)
KILLED = "it was left out, because reading it ended the process that reads"
REMEDY = "It may be too large, or a fault in sayso: please report it, with the report if you may share it."

Say = Callable[..., None]


class Saying(Telling):
    """Says what happens to the parent."""

    def __init__(self, say: Say, careful: bool = False) -> None:
        self._say, self._careful = say, careful
        self._what, self._total, self._said = "", 0, 0.0

    def waits_for(self, who: str) -> None:
        """Say who is waited for."""
        self._say(waits=who)

    def problem(self, problem: UnreadableInput) -> None:
        """Say what is wrong with an input."""
        self._say(problem=[problem.name, problem.what, problem.remedy])

    def failed(self, report: str, fault: FaultInSayso) -> None:
        """Say which report sayso failed on."""
        self._say(failed=[report, fault.name, fault.what, fault.remedy])

    def note(self, note: Note) -> None:
        """Say a remark."""
        self._say(note=[note.name, note.what])

    def found(self, document: Document) -> None:
        """Say which report was found."""
        self._say(found=document.id)

    def begins(self, document: Document) -> None:
        """Say which report is read next, if that may end this process."""
        if self._careful:
            self._say(begins=document.id)

    def read(self, document: Document) -> None:
        """Say which report was read, and how far."""
        part = document.read_to is not None and [document.name, document.read_to, len(document)]
        self._say(read=document.id, part=part or None)

    def said(self, words: str) -> None:
        """Say a sentence."""
        self._say(said=words)

    def progress(self, what: str, total: int | None = None) -> AbstractContextManager[HowFar]:
        """Say how far a step is, a few times a second."""
        self._what, self._total = what, total or 0
        self._say(step=what, reached=0, total=self._total)
        return nullcontext(self)

    def reach(self, done: int, total: int | None = None) -> None:
        """Say that so much is done."""
        self._total = self._total if total is None else total
        now = monotonic()
        if now - self._said >= SECONDS_BETWEEN_REACHED or done == self._total:
            self._said = now
            self._say(step=self._what, reached=done, total=self._total)


class Work:
    """What can be ordered. `extract` reads in place of the engine."""

    def __init__(self, case: Case, say: Say, extract: Extract | None) -> None:
        self._case, self._say, self._extract = case, say, extract
        self._again: set[str] = set()  # reports that failed, and are to be tried again

    def take_file(self, copy: str, name: str, given: dict[str, Any]) -> dict[str, int]:
        """Take in a file that was sent, from a copy of it; how much that was."""
        telling = Saying(self._say)
        with alone(self._case, "adding", telling):
            return asdict(take_in_copy(self._case, Path(copy), name, telling, HeadData(**given)))

    def take_link(self, address: str) -> dict[str, int]:
        """Take in what stands at an address; how much that was."""
        telling = Saying(self._say)
        with alone(self._case, "adding", telling):
            return asdict(take_in(self._case, address, telling))

    def read(self, careful: bool) -> dict[str, int]:
        """Read the reports that were never read; `careful`, one by one."""
        telling = Saying(self._say, careful)
        wanted = {row["id"] for row in self._case.query(NEVER_READ)} | self._again
        with alone(self._case, "reading", telling):
            portions: list[Collection[str]] = (
                [{one} for one in sorted(wanted)] if careful else [wanted]
            )
            counts = [read_unread(self._case, telling, some, self._extract) for some in portions]
        self._again.clear()
        return {"read": sum(one for one, _ in counts), "failed": sum(one for _, one in counts)}

    def give_up(self, report: str) -> dict[str, int]:
        """Note that a report ended the process that read it, so that it is not tried each time."""
        for document in self._case.unread({report}):
            fault = FaultInSayso(document.name, KILLED, REMEDY)
            self._case.keep_failure(report, fault)
            Saying(self._say).failed(report, fault)
        return {"failed": 1}

    def compare(self) -> dict[str, int]:
        """Read again what corrected heads change, and compare what has changed."""
        telling = Saying(self._say)
        with alone(self._case, "comparing", telling):
            read_corrected(self._case, telling, self._extract)
            compare_case(self._case, telling)
        return {}

    def retry(self) -> dict[str, int]:
        """Take in again what was not read to its end, and let reports that failed be read again."""
        telling = Saying(self._say)
        with alone(self._case, "adding", telling):
            self._again |= {row["report"] for row in self._case.query("SELECT report FROM failure")}
            self._case.try_again()
            files = take_in_again(self._case, telling, failed=True)
        return {"files": files, "reports": len(self._again)}

    def finish(self) -> dict[str, int]:
        """Go again through the files that another run did not end with; how many."""
        telling = Saying(self._say)
        with alone(self._case, "adding", telling):
            return {"files": take_in_again(self._case, telling, failed=False)}

    def state(self) -> dict[str, int]:
        """How many files are unfinished, how many reports were never read; is all compared?"""
        status = self._case.status()
        unread = self._case.count_unread({row["id"] for row in self._case.query(NEVER_READ)})
        unfinished = count_unfinished(self._case)
        return {"unfinished": unfinished, "unread": unread, "compared": status.compared}


def main(extract: Extract | None = None) -> None:
    """Do one order after another until the parent ends."""
    give_way()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which ends this
    say = _saying_on(os.fdopen(os.dup(1), "w", encoding="utf-8"))
    os.dup2(2, 1)  # nothing else may come between the answers
    orders: SimpleQueue[dict[str, Any]] = SimpleQueue()
    Thread(target=_listen, args=(orders,), daemon=True).start()
    Thread(target=_beat, args=(say,), daemon=True).start()
    path, author = sys.argv[1:3]
    with Case.open(path, author=author) as case:
        work = Work(case, say, extract)
        while True:
            order = orders.get()
            _answer(getattr(work, order.pop("do")), order, say)


def _answer(do: Callable[..., dict[str, int]], values: dict[str, Any], say: Say) -> None:
    try:
        say(done=do(**values))
    except SaysoError as error:
        say(error=str(error))
    except Exception as error:
        say(error=f"sayso failed ({kind_and_place(error)}). Please report this line.")


def _saying_on(stream: TextIO) -> Say:
    lock = Lock()

    def say(**answer: Any) -> None:
        line = json.dumps(answer, separators=(",", ":"))
        with lock:
            try:
                stream.write(f"{line}\n")
                stream.flush()
            except OSError:
                os._exit(1)  # nobody listens any more

    return say


def _listen(orders: "SimpleQueue[dict[str, Any]]") -> None:
    """Pass on the orders. Their end is that of the parent: what is under way is not kept, the case is."""
    for line in sys.stdin.buffer:
        orders.put(json.loads(line))
    os._exit(0)


def _beat(say: Say) -> None:
    while True:
        sleep(SECONDS_BETWEEN_BEATS)
        say()


if __name__ == "__main__":
    main()
