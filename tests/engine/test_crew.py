"""Processes that share work: a document that kills its process costs no other."""

import multiprocessing
import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.engine.crew import Crew
from sayso.engine.worker import CannotStart, Job
from sayso.errors import FaultInSayso
from sayso.model.facts import Facts
from sayso.model.text import Document

from .stand_ins import DIES_ONCE, JOB, die_at_start, read_all

PATIENCE_SECONDS = 20.0


def has_ended() -> bool:
    """Whether every process that was begun ends."""
    until = time.monotonic() + PATIENCE_SECONDS
    while multiprocessing.active_children() and time.monotonic() < until:
        time.sleep(0.02)
    return not multiprocessing.active_children()


@pytest.fixture(scope="module")
def crew() -> Iterator[Crew]:
    crew = Crew(1, JOB)
    yield crew
    crew.stop()
    assert has_ended()


def pile(*texts: str) -> list[Document]:
    """Documents with these texts, each named by its place."""
    return [Document(f"{place}.txt", text) for place, text in enumerate(texts)]


@pytest.mark.parametrize("text", ["is killed", "ends the process"])
def test_a_document_that_kills_its_process_twice_is_named_and_the_others_are_read(
    crew: Crew, text: str
) -> None:
    documents = pile("one", text, "three")
    first, fault, last = crew.submit(documents).result()
    assert (first, last) == (Facts(documents[0]), Facts(documents[2]))
    assert isinstance(fault, FaultInSayso)
    assert fault.name == "1.txt"
    assert "the process that read it was killed" in str(fault)
    assert "memory" in fault.remedy


def test_where_no_new_process_can_start_it_is_not_said_that_a_second_one_was_killed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(_job: Job) -> None:
        raise CannotStart("Cannot allocate memory")

    crew = Crew(1, JOB)
    crew.submit(pile("one")).result()
    monkeypatch.setattr("sayso.engine.crew.Worker", refuse)
    faults = crew.submit(pile("is killed", "two")).result()
    crew.stop()
    assert [isinstance(fault, FaultInSayso) for fault in faults] == [True, True]
    assert all("no new one could start (Cannot allocate memory)" in str(fault) for fault in faults)
    assert not [fault for fault in faults if "twice" in str(fault)]


def test_what_a_process_had_that_was_killed_once_is_read(crew: Crew, tmp_path: Path) -> None:
    documents = pile("one", DIES_ONCE + str(tmp_path / "met"), "three")
    assert crew.submit(documents).result() == [Facts(document) for document in documents]


def test_a_process_that_is_killed_from_outside_costs_nothing(crew: Crew) -> None:
    documents = pile("one")
    crew.submit(documents).result()
    for child in multiprocessing.active_children():
        os.kill(child.pid or 0, signal.SIGTERM)
    assert crew.submit(documents).result() == [Facts(documents[0])]


def test_an_exception_that_nothing_caught_in_the_process_comes_back_as_a_fault(
    crew: Crew,
) -> None:
    (fault,) = crew.submit(pile("makes the process fail")).result()
    assert isinstance(fault, FaultInSayso)
    assert "RecursionError" in str(fault)
    assert "words of the report" not in str(fault)


def test_work_after_a_process_that_cannot_start_raises() -> None:
    others = set(multiprocessing.active_children())
    crew = Crew(1, Job(die_at_start_now, read_all))
    with pytest.raises(CannotStart, match="killed"):
        crew.submit(pile("one")).result()
    crew.stop()
    assert set(multiprocessing.active_children()) <= others


def test_no_semaphore_is_needed_that_could_be_missing_or_left_behind(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(*_given: object, **_named: object) -> None:
        raise OSError("no room for semaphores")

    monkeypatch.setattr("multiprocessing.synchronize.SemLock.__init__", refuse)
    crew = Crew(1, JOB)
    assert len(crew.submit(pile("one")).result()) == 1
    crew.stop()


def test_work_where_no_thread_can_start_raises(monkeypatch: pytest.MonkeyPatch) -> None:
    def lack_threads(_thread: object) -> None:
        raise RuntimeError("can't start new thread")

    with monkeypatch.context() as patch:
        patch.setattr("threading.Thread.start", lack_threads)
        crew = Crew(1, JOB)
        work = crew.submit(pile("one"))
    with pytest.raises(CannotStart, match="can't start new thread"):
        work.result()
    crew.stop()


def die_at_start_now() -> None:
    """A process that is killed before it is ready."""
    die_at_start(1)
