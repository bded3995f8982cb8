"""A case that somebody else made: nothing in it is run, and whatever stands in it ends in a plain error."""

import sqlite3
import zlib
from collections.abc import Callable

import pytest

from sayso.case.case import Case
from sayso.case.storage import MOST_STEPS
from sayso.errors import CaseNotUsable, NoCase, SaysoError
from tests.case.invented import made_case
from tests.case.test_custody import found, tampered

DEEP = "[" * 100_000 + "]" * 100_000
ENDLESS = "WITH RECURSIVE c(id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM c) SELECT id FROM c"

# What is put in the place of parts of the form, or added to them.
FORMS = {
    "view for a table": ["ALTER TABLE log RENAME TO l", "CREATE VIEW log AS SELECT * FROM l"],
    "endless view": ["ALTER TABLE story RENAME TO s", f"CREATE VIEW story AS {ENDLESS}"],
    "trigger": ["CREATE TRIGGER zz AFTER INSERT ON log BEGIN DELETE FROM claim; END"],
    "text like a comment": [
        "DROP TRIGGER log_is_kept",
        "CREATE TRIGGER log_is_kept BEFORE UPDATE ON log BEGIN SELECT RAISE(ABORT, 'the log--'); "
        "DELETE FROM claim; SELECT RAISE(ABORT, '\n is never changed'); END",
    ],
    "generated column": [
        "ALTER TABLE claim ADD COLUMN g TEXT GENERATED ALWAYS AS (hex(zeroblob(9))) VIRTUAL"
    ],
    "one more column": ["ALTER TABLE report ADD COLUMN more TEXT"],
    "lost column": ["DROP VIEW v_tolls", "ALTER TABLE toll DROP COLUMN who"],
    "lost table": ["DROP TABLE failure"],
    "no search": ["DROP TABLE claim_search", "CREATE TABLE claim_search (words TEXT)"],
    "search with a call": [
        "PRAGMA writable_schema = ON",
        "UPDATE sqlite_master SET sql = 'CREATE TABLE claim_search_docsize(id INTEGER PRIMARY KEY, "
        "sz BLOB DEFAULT (hex(zeroblob(9))))' WHERE name = 'claim_search_docsize'",
    ],
    "no migrations": ["DROP TABLE _sqlite_migrations"],
    "view of migrations": [
        "DROP TABLE _sqlite_migrations",
        "CREATE VIEW _sqlite_migrations AS SELECT 1 AS id",
    ],
    "form before the first": ["DROP TABLE _sqlite_migrations", "PRAGMA user_version = 0"],
    "form below zero": ["PRAGMA user_version = -5"],
}
# Rows that no sayso wrote.
ROWS = {
    "text is no UTF-8": "UPDATE report SET title = CAST(x'ff41' AS TEXT), outlet = CAST(x'fe' AS TEXT)",
    "log is no UTF-8": "UPDATE log SET body = CAST(x'ff' AS TEXT) WHERE number = 3",
    "log is a list": "UPDATE log SET body = '[]'",
    "log is no JSON": "UPDATE log SET body = '{'",
    "log is deep": f"UPDATE log SET body = '{DEEP}'",
    "log is gone": "DELETE FROM log WHERE number > 1",
    "publication is a list": "UPDATE publication SET document = '[1]'",
    "publication is empty": "UPDATE publication SET document = '{}'",
    "no such day": "UPDATE publication SET document = json_set(document, '$.published', '2031-99-99')",
    "outlet is a list": "UPDATE publication SET document = json_set(document, '$.outlet', json('[1]'))",
    "info is gone": "DELETE FROM case_info",
    "info is no number": "UPDATE case_info SET value = 'many'",
    "places": "UPDATE claim SET start = 9223372036854775807, end = -1",
    "id is empty": "UPDATE report SET id = '' WHERE number = 1",
    "decision is a list": "UPDATE decision SET value = '[1]'",
    "decision undoes itself": "UPDATE decision SET kind = 'undo', undoes = number",
    "decision of no kind": "UPDATE decision SET kind = 'zz'",
    "members": "UPDATE decision_subject SET members = '{\"a\": 1}'",
    "subject without a report": "UPDATE decision_subject SET report = NULL",
    "subject of nothing": "UPDATE decision_subject SET report = 'zz', id = 'yy'",
    "order of decisions": "UPDATE orphan SET decision = 99",
}
PACKED = {
    "list": zlib.compress(b"[]"),
    "empty": zlib.compress(b"{}"),
    "deep": zlib.compress(DEEP.encode()),
    "no zlib": b"x",
}
COLUMNS = ("reading.facts", "card.card", "card.sketch", "known_copies.copies", "part.part")


@pytest.fixture
def case_path(tmp_path):
    path = made_case(tmp_path, 4)
    with Case.open(path, author="ann") as case:
        claim = next(case.rows("claims"))
        case.decide("note", f"{claim['report']}/{claim['id']}", value={"text": "ask the mayor"})
    return path


def everything(path) -> None:
    """All that a person asks of a case; each answer may be a plain error."""
    with Case.open(path) as case:
        report = case._connection.execute("SELECT id FROM report LIMIT 1").fetchone()[0]
        claims = case._connection.execute("SELECT report || '/' || id FROM claim").fetchall()
        asked: tuple[Callable[[], object], ...] = (
            case.status,
            *(
                lambda what=what: list(case.rows(what))
                for what in (
                    "reports",
                    "claims",
                    "figures",
                    "events",
                    "points",
                    "tolls",
                    "speakers",
                )
            ),
            lambda: list(case.rows("decisions")),
            lambda: list(case.rows("claims", None, "army")),
            lambda: case.show(report),
            lambda: case.show(claims[0][0]),
            lambda: list(case.log()),
            case.orphans,
            lambda: [case.subjects_of(one) for one in case.decisions()],
            lambda: case.differences(report),
            case.holdings,
            lambda: list(case.unread()),
            lambda: case.decide("note", claims[0][0], value={"text": "x"}),
            case.seal,
            case.compare,
        )
        for ask in asked:
            try:
                ask()
            except SaysoError:
                continue


@pytest.mark.parametrize("form", FORMS)
def test_a_case_of_another_form_is_not_read(case_path, form):
    connection = sqlite3.connect(case_path, isolation_level=None)
    connection.execute("PRAGMA foreign_keys = OFF")
    for statement in FORMS[form]:
        connection.execute(statement)
    connection.close()
    before = sqlite3.connect(case_path)
    rows = list(before.iterdump()) if "search" not in form else []
    with pytest.raises((CaseNotUsable, NoCase)):
        Case.open(case_path)
    assert (list(before.iterdump()) if rows else []) == rows
    before.close()


def test_a_form_of_endless_parts_is_not_gone_through(case_path):
    connection = sqlite3.connect(case_path)
    connection.execute("PRAGMA writable_schema = ON")
    connection.executemany(
        "INSERT INTO sqlite_master VALUES ('view', ?, ?, 0, ?)",
        ((f"x{n}", f"x{n}", f"CREATE VIEW x{n} AS SELECT 1") for n in range(MOST_STEPS // 5)),
    )
    connection.commit()
    connection.close()
    with pytest.raises(CaseNotUsable, match="far more tables"):
        Case.open(case_path)


@pytest.mark.parametrize("rows", ROWS)
def test_rows_that_no_sayso_wrote_end_in_plain_errors(case_path, rows):
    def work(connection):
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute(ROWS[rows])

    tampered(case_path, work)
    everything(case_path)
    found(case_path)


@pytest.mark.parametrize("column", COLUMNS)
@pytest.mark.parametrize("packed", PACKED)
def test_packed_bytes_may_be_anything(case_path, packed, column):
    table, _, name = column.partition(".")

    with Case.open(case_path) as case:
        case.compare()
    query = f"UPDATE {table} SET {name} = ?"
    tampered(case_path, lambda connection: connection.execute(query, (PACKED[packed],)))
    assert found(case_path)
    everything(case_path)


def test_tables_views_and_indexes_beside_ours_are_named_and_do_no_harm(case_path):
    connection = sqlite3.connect(case_path)
    connection.executescript(
        "CREATE TABLE zz (a); CREATE VIEW own AS SELECT * FROM v_claims; "
        "CREATE INDEX yy ON report (title)"
    )
    connection.close()
    with Case.open(case_path) as case:
        assert case.status().reports
        assert sorted(one.where for one in case.verify()) == ["own", "yy", "zz"]
