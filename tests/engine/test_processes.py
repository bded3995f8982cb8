"""Documents read by several processes: as by one, in order, and whatever becomes of a process."""

import multiprocessing
from collections.abc import Iterator

import pytest

from sayso.engine import processes, serial
from sayso.errors import FaultInSayso
from sayso.model.facts import Facts
from sayso.model.text import Document

from . import stand_ins
from .test_crew import has_ended

TEXT = (
    "The mayor said on Monday that bridge {} was closed. Two men were hurt, the Gazette reported."
)
PILE = [Document(f"{number}.txt", TEXT.format(number)) for number in range(12)]


@pytest.fixture
def much(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine with two cores, to which a page is much to read."""
    monkeypatch.setattr(processes, "MIN_CHARACTERS_FOR_PROCESSES", 300)
    monkeypatch.setattr(processes, "CHARACTERS_AT_ONCE", 150)
    monkeypatch.setattr(processes, "usable_cores", lambda: 2)


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Processes that read nothing and are ready at once."""
    monkeypatch.setattr(processes, "load_extractor", stand_ins.be_ready_with)
    monkeypatch.setattr(processes, "facts_or_faults", stand_ins.read_all)


@pytest.fixture(scope="module")
def expected() -> list[Facts]:
    return list(serial.extract_all(PILE))


def fail(fault: FaultInSayso) -> None:
    raise AssertionError(fault)


def counted(taken: list[str]) -> Iterator[Document]:
    for one in PILE:
        taken.append(one.name)
        yield one


@pytest.mark.usefixtures("much")
def test_the_answers_are_those_of_one_process_in_order(expected: list[Facts]) -> None:
    assert list(processes.extract_all(iter(PILE), fail)) == expected
    assert has_ended()


@pytest.mark.usefixtures("quick")
def test_processes_start_at_once_where_much_is_expected(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "usable_cores", lambda: 2)
    running: list[int] = []

    def documents() -> Iterator[Document]:
        while len(multiprocessing.active_children()) < 2:
            pass  # for ever, if they start only with the first document
        running.append(len(multiprocessing.active_children()))
        yield from PILE

    much = processes.MIN_CHARACTERS_FOR_PROCESSES
    found = processes.extract_all(documents(), fail, expected_characters=much)
    assert [facts.document for facts in found] == PILE
    assert running == [2]
    assert has_ended()


@pytest.mark.usefixtures("much", "quick")
def test_documents_are_taken_in_as_they_are_needed() -> None:
    taken: list[str] = []
    many = processes.extract_all((one for _ in range(9) for one in counted(taken)), fail)
    assert next(many).document == PILE[0]
    assert len(taken) < 9 * len(PILE)
    many.close()
    assert has_ended()


@pytest.mark.usefixtures("much", "quick")
def test_reports_that_fail_or_kill_their_process_are_named_and_cost_no_other(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(processes, "MIN_CHARACTERS_FOR_PROCESSES", 10)
    monkeypatch.setattr(processes, "CHARACTERS_AT_ONCE", 10)
    texts = ["one", "is killed", "two", "raises", "three", "ends the process", *"45678"]
    faults: list[str] = []
    found = processes.extract_all(
        [Document(f"{text}.txt", text) for text in texts],
        lambda fault: faults.append(fault.name),
    )
    good = [text for text in texts if " " not in text and text != "raises"]
    assert [facts.document.text for facts in found] == good
    assert faults == ["is killed.txt", "raises.txt", "ends the process.txt"]
    assert has_ended()


@pytest.mark.usefixtures("much")
@pytest.mark.parametrize("start", [stand_ins.lack_memory, stand_ins.die_at_start])
def test_where_no_process_can_start_this_one_reads_and_says_what_is_needed(
    monkeypatch: pytest.MonkeyPatch, start: object
) -> None:
    monkeypatch.setattr(processes, "load_extractor", start)
    monkeypatch.setattr(processes, "extract_each", stand_ins.read_all)
    notes: list[str] = []
    found = processes.extract_all(PILE, fail, lambda note: notes.append(note.what))
    assert [facts.document for facts in found] == PILE
    (note,) = notes
    assert "could not start" in note
    assert "MB of memory" in note
    assert has_ended()


@pytest.mark.parametrize(("cores", "letters"), [(8, 10_000), (1, 10)])
def test_little_to_read_or_one_core_starts_no_process(
    cores: int, letters: int, monkeypatch: pytest.MonkeyPatch, expected: list[Facts]
) -> None:
    monkeypatch.setattr(processes, "usable_cores", lambda: cores)
    monkeypatch.setattr(processes, "MIN_CHARACTERS_FOR_PROCESSES", letters)
    monkeypatch.setattr(processes, "Crew", None)
    assert list(processes.extract_all(PILE, fail)) == expected
    assert list(processes.extract_all([], fail)) == []
