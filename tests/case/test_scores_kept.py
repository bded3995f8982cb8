"""What is kept for the next comparing: what the network said, and the copies. Damage costs time alone."""

import sqlite3
from pathlib import Path

import pytest

from sayso.case.case import Case
from sayso.compare.comparison import compare
from sayso.encoder.session import Session
from sayso.model.comparison import Comparison
from sayso.model.wire import comparison_to_wire
from tests.case.invented import made_case, read_by_hand, write_reports


@pytest.fixture
def windows(monkeypatch):
    """How many windows every network was given, run by run."""
    given = []
    run = Session.run

    def counted(session, some):
        given.append(len(some))
        return run(session, some)

    monkeypatch.setattr(Session, "run", counted)
    return given


def add(path: Path, folder: Path, *numbers: int) -> Comparison:
    with Case.open(path) as case:
        case.add(*write_reports(folder, numbers), extract=read_by_hand)
        return case.comparison()


def test_only_what_is_new_is_read(tmp_path, windows):
    path = made_case(tmp_path, 7)
    windows.clear()
    found = add(path, tmp_path / "more", 7)
    kept = sum(windows)
    windows.clear()
    anew = compare(found.facts)
    assert comparison_to_wire(found) == comparison_to_wire(anew)
    assert 0 < kept < sum(windows) / 2


def test_damaged_scores_are_named_and_read_anew(tmp_path):
    path = made_case(tmp_path, 7)
    connection = sqlite3.connect(path)
    with connection:
        connection.execute("UPDATE part_scores SET scores = x'00'")
    connection.close()
    with Case.open(path) as case:
        (finding,) = case.verify()
    assert finding.where.startswith("scores of story")
    found = add(path, tmp_path / "more", 7)
    assert comparison_to_wire(found) == comparison_to_wire(compare(found.facts))


def test_scores_of_parts_that_are_gone_go_too(tmp_path):
    path = made_case(tmp_path, 7)
    add(path, tmp_path / "more", 7)
    connection = sqlite3.connect(path)
    parts, scores = (
        {row[0] for row in connection.execute(f"SELECT made_from FROM {table}")}
        for table in ("part", "part_scores")
    )
    connection.close()
    assert parts == scores
    assert len(parts) == 1


def test_damaged_copies_are_named_and_found_anew(tmp_path):
    path = made_case(tmp_path, 7)
    with Case.open(path) as case:
        assert case.comparison().copies  # the sample would show nothing without
    connection = sqlite3.connect(path)
    with connection:
        connection.execute("UPDATE known_copies SET copies = x'00'")
    connection.close()
    said: list[str] = []
    with Case.open(path) as case:
        (finding,) = case.verify()
        assert finding.where == "table known_copies"
        case.take_in(write_reports(tmp_path / "more", [7])[0], print)
        for facts in read_by_hand(case.unread(), print):
            case.keep(facts)
        case.compare(on_note=said.append)
        found = case.comparison()
        assert list(case.verify()) == []
    assert ["damaged" in one for one in said] == [True]
    assert comparison_to_wire(found) == comparison_to_wire(compare(found.facts))
