"""Documents read by several processes: as by one, in order, and whatever becomes of a process."""

import multiprocessing
import os
import signal
import time
from collections.abc import Iterator
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool

import pytest

from sayso.engine import processes, serial
from sayso.model.facts import Facts
from sayso.model.text import Document

TEXT = (
    "The mayor said on Monday that bridge {} was closed. Two men were hurt, the Gazette reported."
)
PILE = [Document(f"{number}.txt", TEXT.format(number)) for number in range(12)]
PATIENCE = 20.0  # seconds


@pytest.fixture
def much(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine with two cores, to which a page is much to read."""
    monkeypatch.setattr(processes, "MIN_CHARACTERS_FOR_PROCESSES", 300)
    monkeypatch.setattr(processes, "CHARACTERS_AT_ONCE", 150)
    monkeypatch.setattr(processes, "usable_cores", lambda: 2)


@pytest.fixture(scope="module")
def expected() -> list[Facts]:
    return list(serial.extract_all(PILE))


def ended() -> bool:
    """Whether every process that was begun ends."""
    waited = time.monotonic() + PATIENCE
    while multiprocessing.active_children() and time.monotonic() < waited:
        time.sleep(0.05)
    return not multiprocessing.active_children()


def counted(taken: list[str]) -> Iterator[Document]:
    for one in PILE:
        taken.append(one.name)
        yield one


@pytest.mark.usefixtures("much")
def test_the_answers_are_those_of_one_process_in_order(expected: list[Facts]) -> None:
    assert list(processes.extract_all(iter(PILE))) == expected
    assert ended()


def test_processes_start_at_once_where_much_is_expected(
    monkeypatch: pytest.MonkeyPatch, expected: list[Facts]
) -> None:
    monkeypatch.setattr(processes, "usable_cores", lambda: 2)
    running: list[int] = []

    def documents() -> Iterator[Document]:
        running.append(len(multiprocessing.active_children()))
        yield from PILE

    much = processes.MIN_CHARACTERS_FOR_PROCESSES
    assert list(processes.extract_all(documents(), much)) == expected
    assert running == [2]
    assert ended()


@pytest.mark.usefixtures("much")
def test_documents_are_taken_in_as_they_are_needed(expected: list[Facts]) -> None:
    taken: list[str] = []
    many = processes.extract_all(one for _ in range(9) for one in counted(taken))
    assert next(many) == expected[0]
    assert len(taken) < 9 * len(PILE)
    many.close()
    assert ended()


@pytest.mark.usefixtures("much")
def test_what_an_ended_process_had_is_done_all_the_same(expected: list[Facts]) -> None:
    found = processes.extract_all(PILE)
    first = next(found)
    for child in multiprocessing.active_children():
        os.kill(child.pid or 0, signal.SIGTERM)
    assert [first, *found] == expected


def test_work_that_fails_otherwise_is_not_hidden() -> None:
    failed: processes.Work = Future()
    failed.set_exception(ValueError("of a document"))
    with pytest.raises(ValueError, match="of a document"):
        processes._result_of(PILE, failed)
    broken: processes.Work = Future()
    broken.set_exception(BrokenProcessPool())
    assert len(processes._result_of(PILE[:1], broken)) == 1


@pytest.mark.parametrize(("cores", "letters"), [(8, 10_000), (1, 10)])
def test_little_to_read_or_one_core_starts_no_process(
    cores: int, letters: int, monkeypatch: pytest.MonkeyPatch, expected: list[Facts]
) -> None:
    monkeypatch.setattr(processes, "usable_cores", lambda: cores)
    monkeypatch.setattr(processes, "MIN_CHARACTERS_FOR_PROCESSES", letters)
    monkeypatch.setattr(processes, "ProcessPoolExecutor", None)
    assert list(processes.extract_all(PILE)) == expected
    assert list(processes.extract_all([])) == []
