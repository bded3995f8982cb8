"""Unread reports are read, what changed is compared, and what fails is told with what to do."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest

from sayso.case import comparing
from sayso.case.case import Case
from sayso.casework import working
from sayso.casework.working import alone, compare_case, read_corrected, read_unread
from sayso.compare import comparison
from sayso.errors import FaultInSayso, SaysoError
from sayso.model.facts import Facts
from sayso.model.text import Document
from sayso.read.notes import OnNote
from tests.case.invented import made_case, marked, write_reports
from tests.casework.hearing import Hearing


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with Case.open(made_case(tmp_path, 8), author="ann") as case:
        yield case


@pytest.fixture
def unread(tmp_path: Path) -> Iterator[Case]:
    """A case with four reports that nobody read."""
    write_reports(tmp_path / "in", range(4))
    with Case.open(tmp_path / "velden.sayso", make=True, author="ann") as case:
        case.take_in(str(tmp_path / "in"), Hearing().problem, home=tmp_path)
        yield case


def by_hand(
    documents: Iterable[Document],
    on_fault: Callable[[FaultInSayso], None],
    on_note: OnNote,  # noqa: ARG001
) -> Iterator[Facts]:
    """In place of the engine; it fails on the third report."""
    for document in documents:
        if document.name.endswith("002.txt"):
            on_fault(FaultInSayso(document.name, "it was left out", "Please report it."))
        else:
            yield marked(document)


def test_what_is_unread_is_read_once_and_what_failed_is_told(unread: Case) -> None:
    telling = Hearing()
    assert read_unread(unread, telling, extract=by_hand) == (3, 1)
    assert telling.done == [f"in/report00{number}.txt" for number in (0, 1, 3)]
    ((report, fault),) = telling.faults
    assert unread.document(report).name == fault.name == "in/report002.txt"
    assert read_unread(unread, telling, extract=by_hand) == (0, 0)
    unread.try_again()
    assert read_unread(unread, telling, extract=by_hand) == (0, 1)


def test_some_are_read_alone(unread: Case) -> None:
    first = next(unread.rows("reports"))["id"]
    assert read_unread(unread, Hearing(), {first}, by_hand) == (1, 0)
    assert unread.status().unread == 3


def test_reports_under_a_corrected_head_are_read_again(case: Case) -> None:
    report = next(case.rows("reports"))["id"]
    case.decide("correct", report, value={"published": "2031-01-01"})
    telling = Hearing()
    read_corrected(case, telling, by_hand)
    assert telling.done == [case.document(report).name]
    read_corrected(case, telling, by_hand)
    assert len(telling.done) == 1


def test_who_adds_is_named(case: Case) -> None:
    assert case.holder() is None
    with alone(case, "adding", Hearing()):
        assert "adding" in (case.holder() or "")
    assert case.holder() is None


def change(case: Case) -> str:
    """Let a story be compared again; a report of it."""
    claim = next(case.rows("claims"))
    case.decide("reject", f"{claim['report']}/{claim['id']}")
    return str(claim["report"])


def test_a_report_that_makes_comparing_fail_is_named_with_the_command(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    guilty = change(case)

    def failing(facts: Iterable[Facts], *_: object) -> None:
        if any(one.document.id == guilty for one in facts):
            raise ArithmeticError

    monkeypatch.setattr(comparing, "compare_story", failing)
    monkeypatch.setattr(comparison, "compare", failing)
    telling = Hearing()
    with pytest.raises(SaysoError, match=f"sayso remove {case.path} {guilty[:8]}"):
        compare_case(case, telling)
    assert any("ArithmeticError" in one for one in telling.sentences)
    assert not case.status().compared
    monkeypatch.undo()
    case.remove(guilty)
    compare_case(case, telling)
    assert case.status().compared


def test_too_little_memory_blames_no_report(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(*_: object) -> None:
        raise MemoryError

    change(case)
    monkeypatch.setattr(comparing, "compare_story", failing)
    with pytest.raises(SaysoError, match="too little memory") as raised:
        compare_case(case, Hearing())
    assert f"sayso add {case.path}" in str(raised.value)


def test_what_the_case_cannot_give_blames_no_report(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(*_: object) -> None:
        raise sqlite3.OperationalError("database is locked")

    change(case)
    monkeypatch.setattr(comparing, "scores_before", failing)
    monkeypatch.setattr(working, "_blamed", lambda *_: pytest.fail("a report is blamed"))
    with pytest.raises(SaysoError, match="another program has been writing"):
        compare_case(case, Hearing())


def test_damaged_copies_are_told(case: Case) -> None:
    change(case)
    connection = sqlite3.connect(case.path)
    with connection:
        connection.execute("UPDATE known_copies SET copies = x'00'")
    connection.close()
    telling = Hearing()
    compare_case(case, telling)
    assert ["copies is damaged" in one for one in telling.sentences] == [True]
    assert case.status().compared
