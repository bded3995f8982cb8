"""Commands that a person can paste, and which files are taken for cases."""

import shlex
import sqlite3
from pathlib import Path

import pytest

from sayso.casework.commands import command, is_case
from tests.case.invented import made_case


@pytest.mark.parametrize("name", ["a b.sayso", "it's.sayso", "$(rm -r x)", "-o;x", "a\nb"])
def test_a_shell_gives_the_words_back(name: str) -> None:
    assert shlex.split(command("add", Path(name), "x.txt")) == ["sayso", "add", name, "x.txt"]


def test_what_is_a_case_or_looks_like_one(tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE one (x)")
    connection.close()
    assert is_case(str(made_case(tmp_path, 4)))
    assert is_case(str(other))


@pytest.mark.parametrize("path", ["", "there/is/none", "a\0b", "."])
def test_what_cannot_be_opened_is_no_case(path: str) -> None:
    assert not is_case(path)


def test_text_that_names_sqlite_is_no_case(tmp_path: Path) -> None:
    text = tmp_path / "report.txt"
    text.write_text("SQLite format 4 was announced on Monday.")
    assert not is_case(str(text))
