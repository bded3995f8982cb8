"""Short names are the shortest that mean one thing, and a person may type them."""

import sqlite3
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest

from sayso.case.case import Case
from sayso.case.decided import DecisionIndex
from sayso.case.listing import rows
from sayso.case.naming import SHORT, find_subject
from sayso.case.short_names import ShortNames
from sayso.errors import WrongDecision
from sayso.model.decisions import Target

from .invented import made_case

ONE = "aaaaaaaaaa11" + "0" * 52
TWO = "aaaaaaaaaa22" + "0" * 52
THREE = "bbbb" + "0" * 60


@pytest.fixture
def connection() -> Iterator[sqlite3.Connection]:
    """A case whose ids begin alike."""
    with sqlite3.connect(":memory:") as connection:
        connection.executescript(files("sayso.case").joinpath("schema.sql").read_text("utf-8"))
        for report in (ONE, TWO, THREE):
            connection.execute(
                "INSERT INTO report (id, text, words, name) VALUES (?, 'x', 1, ?)",
                (report, f"reports/{report[:12]}.txt"),
            )
        for name in ("cccccccccc01", "cccccccccc02", "dddddddddddd"):
            connection.execute(
                "INSERT INTO claim (report, id, start, end, words, stance, chain, source) "
                "VALUES (?, ?, 0, 1, 'x', 'asserts', '', 'machine')",
                (ONE, name),
            )
        connection.execute("INSERT INTO story VALUES ('eeeeeeeeeeee', 1, NULL, NULL, '')")
        connection.execute(
            "INSERT INTO point VALUES (?, 'eeeeeeeeeeee', 'x', 'single', NULL, NULL, 1, 0, 'machine', "
            "NULL, NULL)",
            (THREE[:9] + "fff",),
        )
        yield connection


def test_what_begins_alike_has_longer_names(connection: sqlite3.Connection) -> None:
    names = ShortNames(connection)
    assert names.of(ONE) == "aaaaaaaaaa1"
    assert names.of(TWO) == "aaaaaaaaaa2"
    assert names.of(f"{ONE}/cccccccccc01") == "aaaaaaaaaa1/cccccccccc01"
    assert names.of(f"{ONE}/dddddddddddd") == f"aaaaaaaaaa1/{'d' * SHORT}"


def test_a_group_that_begins_like_a_report_has_a_name_of_its_own(
    connection: sqlite3.Connection,
) -> None:
    point = THREE[:9] + "fff"
    short = ShortNames(connection).of(point)
    assert short == THREE[:9] + "f"
    assert find_subject(connection, short, DecisionIndex).kind is Target.POINT
    with pytest.raises(WrongDecision, match="several things"):
        find_subject(connection, THREE[:6], DecisionIndex)


def test_every_short_name_leads_back(tmp_path: Path) -> None:
    with Case.open(made_case(tmp_path, 8)) as case:
        names = case.names()
        for what in ("reports", "points", "tolls", "speakers"):
            for row in case.rows(what):
                assert case.subject(names.of(row["id"])).id == row["id"].split("/")[-1]
        for row in case.rows("claims"):
            subject = case.subject(names.of(f"{row['report']}/{row['id']}"))
            assert (subject.kind, subject.report, subject.id) == (
                Target.CLAIM,
                row["report"],
                row["id"],
            )


@pytest.mark.parametrize("name", ["", "/", "aaaa", f"{ONE}/", f"{ONE}/cc", "%", "_" * 8, "outlet:"])
def test_what_means_nothing_or_several_things_is_turned_down(
    name: str, connection: sqlite3.Connection
) -> None:
    with pytest.raises(WrongDecision):
        find_subject(connection, name, DecisionIndex)


def test_a_report_is_named_by_its_file_with_its_folders(connection: sqlite3.Connection) -> None:
    assert find_subject(connection, f"reports/{TWO[:12]}.txt", DecisionIndex).id == TWO


def test_a_list_that_is_none_is_named(connection: sqlite3.Connection) -> None:
    with pytest.raises(WrongDecision, match=r"no list of 'rumours'\. Choose .*claims"):
        next(rows(connection, "rumours"))
