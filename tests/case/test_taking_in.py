"""Many files come in together: few transactions, each head shown once, and nothing lost on the way."""

import sqlite3
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.case import adding
from sayso.case.case import Case
from sayso.errors import UnreadableInput
from tests.case.invented import made_case, text_of, write_reports

COUNT = 60


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with Case.open(tmp_path / "many.sayso", make=True, author="ann") as case:
        yield case


def told(problem: UnreadableInput) -> None:
    raise problem


def statements(case: Case) -> Counter[str]:
    """How often each statement is run from now on, by its first words."""
    counted: Counter[str] = Counter()
    case._connection.set_trace_callback(lambda sql: counted.update([sql[:29]]))
    return counted


def write_same(folder: Path, count: int) -> Path:
    """One text in many files."""
    folder.mkdir()
    for number in range(count):
        (folder / f"copy{number:03}.txt").write_text(text_of(1), encoding="utf-8")
    return folder


def test_many_small_files_are_written_together(tmp_path: Path, case: Case) -> None:
    write_reports(tmp_path / "in", range(COUNT))
    counted = statements(case)
    taken = case.take_in(str(tmp_path / "in"), told)
    assert (taken.files, taken.reports, taken.new) == (COUNT, COUNT, COUNT)
    assert counted["COMMIT"] < COUNT + 5  # one for the bytes of each file, before it is read
    assert list(case.verify()) == []
    assert case.take_in(str(tmp_path / "in"), told).known == COUNT


def test_the_head_of_one_text_in_many_files_is_shown_once(tmp_path: Path, case: Case) -> None:
    folder = write_same(tmp_path / "in", COUNT)
    counted = statements(case)
    taken = case.take_in(str(folder), told)
    assert (taken.reports, taken.new) == (COUNT, 1)
    assert counted["SELECT document FROM publication"[:29]] == 1
    (report,) = case.rows("reports")
    assert report["name"].endswith("copy000.txt")
    assert len(case.document(report["id"]).heads) == COUNT
    assert list(case.verify()) == []


def test_one_more_head_of_a_report_that_was_read_is_compared(tmp_path: Path) -> None:
    with Case.open(made_case(tmp_path, 4)) as case:
        (tmp_path / "again.txt").write_text(text_of(2), encoding="utf-8")
        (tmp_path / "again.txt.meta.toml").write_text('outlet = "The Other Post"')
        assert case.take_in(str(tmp_path / "again.txt"), told).new == 0
        assert not case.status().compared
        case.compare()
        assert list(case.verify()) == []


def test_what_came_before_an_input_that_fails_is_kept(tmp_path: Path, case: Case) -> None:
    write_reports(tmp_path / "in", range(5))
    (tmp_path / "in" / "report002.txt").write_bytes(b"\0\1\2")
    with pytest.raises(UnreadableInput, match="report002"):
        case.take_in(str(tmp_path / "in"), told)
    assert case.status().reports == 2
    problems: list[UnreadableInput] = []
    taken = case.take_in(str(tmp_path / "in"), problems.append)
    assert (taken.new, taken.known, len(problems)) == (2, 2, 1)
    assert list(case.verify()) == []


def test_a_report_is_told_of_when_it_is_in_the_case(
    tmp_path: Path, case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(adding, "REPORTS_AT_ONCE", 2)
    write_reports(tmp_path / "in", range(5))
    there: list[int] = []
    other = sqlite3.connect(case.path)
    case.take_in(
        str(tmp_path / "in"),
        told,
        on_report=lambda _: there.append(
            other.execute("SELECT count(*) FROM publication").fetchone()[0]
        ),
    )
    other.close()
    assert len(there) == 5
    assert all(now >= number for number, now in enumerate(there, 1))


def test_decisions_wait_for_the_disk_again_behind_it(tmp_path: Path, case: Case) -> None:
    def synchronous(*_: object) -> int:
        (found,) = case._connection.execute("PRAGMA synchronous").fetchone()
        return int(found)

    asked: list[int] = []
    (path,) = write_reports(tmp_path / "in", [1])
    case.take_in(path, told, on_report=lambda _: asked.append(synchronous()))
    assert asked == [1]
    assert synchronous() == 2  # FULL
