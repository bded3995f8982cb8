"""A case of the first form opens, whatever the form is now."""

import gzip
import sqlite3
from importlib.resources import files
from pathlib import Path

import pytest

from sayso.case import migrations, storage
from sayso.case.case import Case
from sayso.errors import CaseNotUsable, NoCase

FIRST = Path(__file__).parent / "first.sayso.gz"  # written by the first version with cases


@pytest.fixture
def first(tmp_path):
    path = tmp_path / "first.sayso"
    path.write_bytes(gzip.decompress(FIRST.read_bytes()))
    return path


def test_a_case_of_the_first_form_opens_and_is_whole(first):
    with Case.open(first) as case:
        assert list(case.verify()) == []
        assert case.status().reports == 4
        assert [one.kind.value for one in case.decisions()] == ["note", "correct"]
        assert not case.status().compared  # what it showed was in the older form
        case.compare()
        assert case.status().compared
        assert case.comparison().points
        assert list(case.verify()) == []
        assert all(row["reasons"] for row in case.query("SELECT reasons FROM stand"))


def test_each_step_is_taken_once_and_leads_to_the_newest_form(first, monkeypatch):
    taken = []

    def step(database):
        taken.append(database["report"].count)
        database.execute("CREATE INDEX report_byline ON report (byline)")

    newest = storage.FORM + 1
    monkeypatch.setattr(storage, "FORM", newest)
    monkeypatch.setitem(migrations.STEPS, "next", step)
    monkeypatch.setattr(storage, "strange_parts", lambda _: [])  # schema.sql has no such index
    for _ in range(2):
        with Case.open(first) as case:
            assert case.status().reports == 4
    assert taken == [4]
    connection = sqlite3.connect(first)
    assert connection.execute("PRAGMA user_version").fetchone() == (newest,)
    assert connection.execute("SELECT name FROM _sqlite_migrations ORDER BY id").fetchall() == [
        (name,) for name in migrations.STEPS
    ]
    connection.close()


def test_a_step_that_fails_leaves_the_case_as_it_was(first, monkeypatch):
    def step(database):
        database.execute("CREATE INDEX report_byline ON report (byline)")
        raise ValueError

    monkeypatch.setitem(migrations.STEPS, "next", step)
    monkeypatch.setattr(storage, "FORM", storage.FORM + 1)
    with pytest.raises(CaseNotUsable, match="ValueError"):
        Case.open(first)
    monkeypatch.undo()
    with Case.open(first) as case:
        assert list(case.verify()) == []


def test_a_case_of_a_later_form_is_not_opened(first):
    connection = sqlite3.connect(first)
    connection.execute(f"PRAGMA user_version = {storage.FORM + 1}")
    connection.close()
    with pytest.raises(NoCase, match="later version"):
        Case.open(first)


def test_there_is_a_step_for_every_form():
    assert len(migrations.STEPS) == storage.FORM
    assert files("sayso.case").joinpath("schema.sql").is_file()
