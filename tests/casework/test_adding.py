"""What a person named comes in; what was not gone through to its end is gone through again."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.case.case import Case
from sayso.casework.adding import count_unfinished, take_in, take_in_again, take_in_copy
from tests.case.invented import text_of, write_reports
from tests.casework.hearing import Hearing


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with Case.open(tmp_path / "velden.sayso", make=True, author="ann") as case:
        yield case


def alter(case: Case, query: str, *values: object) -> None:
    """Change a case as no version of sayso does."""
    connection = sqlite3.connect(case.path)
    with connection:
        for (name,) in connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        ).fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute(query, values)
    connection.close()


def test_reports_come_in_and_are_told_of(case: Case, tmp_path: Path) -> None:
    write_reports(tmp_path / "in", range(3))
    telling = Hearing()
    taken = take_in(case, str(tmp_path / "in"), telling, home=tmp_path)
    assert (taken.files, taken.new) == (3, 3)
    assert telling.come == [f"in/report00{number}.txt" for number in range(3)]
    assert not telling.problems


def test_a_case_is_no_report_and_the_command_that_takes_it_in_is_told(case: Case) -> None:
    telling = Hearing()
    assert take_in(case, str(case.path), telling).files == 0
    assert take_in_copy(case, case.path, "sent.sayso", telling).files == 0
    first, second = telling.problems
    assert f"sayso merge {case.path} {case.path}" in first.remedy
    assert second.name == "sent.sayso"
    assert second.remedy.endswith("sent.sayso")


def test_a_copy_has_the_name_that_it_was_sent_under_and_its_sidecar(
    case: Case, tmp_path: Path
) -> None:
    copy = tmp_path / "upload-1.txt"
    copy.write_text(text_of(1), encoding="utf-8")
    sidecar = tmp_path / "upload-1.txt.meta.toml"
    sidecar.write_text('outlet = "The Velden Post"', encoding="utf-8")
    telling = Hearing()
    assert take_in_copy(case, copy, "march.txt", telling).new == 1
    (report,) = case.rows("reports")
    assert (report["name"], report["outlet"]) == ("march.txt", "The Velden Post")
    sidecar.write_text("outlet = ", encoding="utf-8")
    take_in_copy(case, copy, "april.txt", telling)
    assert [one.name for one in telling.problems] == ["april.txt.meta.toml"]


def test_what_was_stopped_is_gone_through_again_without_its_file(
    case: Case, tmp_path: Path
) -> None:
    for path in write_reports(tmp_path / "in", range(2)):
        take_in(case, path, Hearing())
        Path(path).unlink()
    alter(case, "UPDATE arrival SET reports = NULL, problems = NULL")
    assert count_unfinished(case) == 2
    telling = Hearing()
    assert take_in_again(case, telling, failed=False) == 2
    assert len(telling.come) == 2
    assert count_unfinished(case) == 0
    assert case.status().reports == 2


def test_a_file_with_a_problem_is_gone_through_again_on_demand(case: Case, tmp_path: Path) -> None:
    lines = tmp_path / "in.jsonl"
    lines.write_text('{"name": "a", "text": "%s"}\nno JSON\n' % ("All was quiet. " * 9))
    take_in(case, str(lines), Hearing())
    assert take_in_again(case, Hearing(), failed=False) == 0
    telling = Hearing()
    assert take_in_again(case, telling, failed=True) == 1
    assert len(telling.problems) == 1


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE evidence_piece SET packed = x'00' WHERE sha256 = ?",
        "UPDATE evidence_piece SET packed = x'789c030000000001' WHERE sha256 = ?",  # packed nothing
        "DELETE FROM evidence_piece WHERE sha256 = ?",
        "UPDATE evidence_piece SET number = 1 WHERE sha256 = ?",
    ],
)
def test_bytes_that_are_damaged_are_told_and_the_other_files_go_on(
    case: Case, tmp_path: Path, damage: str
) -> None:
    for path in write_reports(tmp_path / "in", range(3)):
        take_in(case, path, Hearing(), home=tmp_path)
    alter(case, "UPDATE arrival SET reports = NULL, problems = NULL")
    (first,) = case.query("SELECT evidence FROM arrival WHERE name = 'in/report000.txt'")
    alter(case, damage, first["evidence"])
    telling = Hearing()
    assert take_in_again(case, telling, failed=False) == 2
    assert [one.name for one in telling.problems] == ["in/report000.txt"]
    assert f"sayso verify {case.path}" in str(telling.problems[0])
    assert len(case.query("SELECT 1 FROM evidence")) == 3  # nothing else came in for it
