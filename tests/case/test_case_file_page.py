"""docs/case-file.md explains every table, view and column of a case, and no others."""

import re
import sqlite3
from importlib.resources import files
from pathlib import Path

PAGE = Path(__file__).parents[2] / "docs/case-file.md"
OF_SEARCHES = re.compile(r"(report|claim)_search_\w+|sqlite_\w+")


def columns_in_the_file() -> dict[str, list[str]]:
    """The columns of each table and view."""
    with sqlite3.connect(":memory:") as connection:
        connection.executescript(files("sayso.case").joinpath("schema.sql").read_text("utf-8"))
        rows = connection.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')")
        names = [name for (name,) in rows if not OF_SEARCHES.fullmatch(name)]
        return {
            name: [row[1] for row in connection.execute(f"PRAGMA table_info({name})")]
            for name in names
        }


def columns_in_the_page() -> dict[str, list[str]]:
    """The columns that each section explains: those before the colon of a line of its list."""
    sections = re.split(r"^### `(\w+)`$", PAGE.read_text("utf-8"), flags=re.MULTILINE)[1:]
    return {
        name: [
            column
            for line in re.findall(r"^- (`[^:]*): ", text, re.MULTILINE)
            for column in re.findall(r"`(\w+)`", line)
        ]
        for name, text in zip(sections[::2], sections[1::2], strict=True)
    }


def test_every_column_is_explained_once() -> None:
    there, told = columns_in_the_file(), columns_in_the_page()
    assert there.keys() == told.keys()
    assert len(there) > 30
    for name, columns in there.items():
        assert sorted(told[name]) == sorted(columns), name


def test_the_numbers_that_tell_a_case_from_other_files() -> None:
    from sayso.case.storage import APPLICATION

    assert f"`PRAGMA application_id` is {APPLICATION}," in PAGE.read_text("utf-8")
