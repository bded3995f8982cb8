"""The evidence, the log, and what finds a change in them."""

import random
import sqlite3
import zlib

import pytest

from sayso.case.case import Case
from sayso.case.custody import hash_of_row
from sayso.case.finding import Finding
from sayso.case.storage import writing
from sayso.errors import CaseNotUsable, WrongDecision
from sayso.model.decisions import DecisionKind
from tests.case.invented import made_case


@pytest.fixture
def case_path(tmp_path):
    path = made_case(tmp_path, 4)
    with Case.open(path, author="ann") as case:
        claim = next(case.rows("claims"))
        name = f"{claim['report']}/{claim['id']}"
        case.decide(DecisionKind.NOTE, name, value={"text": "ask the mayor"}, reason="call")
        case.decide(DecisionKind.CREDIBILITY, name, value={"mark": "2"})
        case.compare()
    return path


def found(path) -> list[Finding]:
    with Case.open(path) as case:
        return list(case.verify())


def tampered(path, work) -> None:
    """Change a case as somebody would who knows SQLite: without its triggers."""
    connection = sqlite3.connect(path)
    triggers = connection.execute(
        "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
    ).fetchall()
    for name, _ in triggers:
        connection.execute(f"DROP TRIGGER {name}")
    work(connection)
    for _, sql in triggers:
        connection.execute(sql)
    connection.commit()
    connection.close()


def test_a_case_that_nobody_touched_is_whole(case_path):
    assert found(case_path) == []


def test_the_triggers_keep_evidence_log_and_decisions(case_path):
    connection = sqlite3.connect(case_path)
    for table in ("log", "decision", "decision_subject", "evidence", "evidence_piece"):
        for query in (f"DELETE FROM {table}", f"UPDATE {table} SET rowid = rowid"):
            with pytest.raises(sqlite3.IntegrityError, match="never changed"):
                connection.execute(query)
    connection.close()


@pytest.mark.parametrize("column", ["number", "at", "author", "kind", "body", "previous", "hash"])
def test_a_change_of_any_field_of_the_log_is_named(case_path, column):
    def work(connection):
        value = 999 if column == "number" else "x"
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute(f"UPDATE log SET {column} = ? WHERE number = 3", (value,))

    tampered(case_path, work)
    assert any(
        "log" in one.where and ("3" in one.where or "999" in one.where) for one in found(case_path)
    )


def test_a_row_that_was_taken_out_and_the_chain_made_anew_is_named(case_path):
    """Whoever makes all hashes anew is found by a seal that was kept elsewhere."""
    with Case.open(case_path) as case:
        number, sealed = case.seal()

    def work(connection):
        rows = connection.execute("SELECT * FROM log ORDER BY number").fetchall()
        connection.execute("UPDATE log SET author = 'somebody' WHERE number = 2")
        previous = rows[0][6]
        for row in rows[1:]:
            author = "somebody" if row[0] == 2 else row[2]
            own = hash_of_row(previous, row[0], row[1], author, row[3], row[4])
            connection.execute(
                "UPDATE log SET previous = ?, hash = ? WHERE number = ?", (previous, own, row[0])
            )
            previous = own

    tampered(case_path, work)
    with Case.open(case_path) as case:
        assert case.seal() != (number, sealed)


def test_a_flipped_byte_of_evidence_is_named(case_path):
    chance = random.Random(1)  # noqa: S311
    connection = sqlite3.connect(case_path)
    rows = connection.execute("SELECT rowid, packed FROM evidence_piece").fetchall()
    connection.close()

    def put(row: int, packed: bytes) -> None:
        query = "UPDATE evidence_piece SET packed = ? WHERE rowid = ?"
        tampered(case_path, lambda connection: connection.execute(query, (packed, row)))

    for _ in range(12):
        row, packed = chance.choice(rows)
        at = chance.randrange(len(packed))
        put(row, bytes([*packed[:at], packed[at] ^ (1 << chance.randrange(8)), *packed[at + 1 :]]))
        assert any(one.where.startswith("evidence") for one in found(case_path))
        put(row, packed)
    assert found(case_path) == []


CHANGES = {
    "text": "UPDATE report SET text = text || 'x'",
    "publication": "UPDATE publication SET document = replace(document, 'Post', 'Mail') WHERE number = 1",
    "lost publication": "DELETE FROM publication WHERE number = 1",
    "arrival": "UPDATE arrival SET name = 'other' WHERE number = 2",
    "arrival time": "UPDATE arrival SET at = '2000-01-01' WHERE number = 2",
    "note": "UPDATE decision SET value = '{\"text\":\"other\"}' WHERE kind = 'note'",
    "author": "UPDATE decision SET author = 'bob'",
    "reason": "UPDATE decision SET reason = 'none'",
    "time": "UPDATE decision SET at = '2000-01-01'",
    "subject": "UPDATE decision_subject SET words = 'other'",
    "lost subject": "DELETE FROM decision_subject WHERE decision = (SELECT max(decision) FROM decision_subject)",
    "lost decision": "DELETE FROM decision WHERE kind = 'note'",
    "removal": "UPDATE report SET removed = 1 WHERE number = 1",
    "claim": "UPDATE claim SET stance = 'asserts' WHERE stance = 'denies'",
    "figure": "UPDATE figure SET low = low + 1",
    "reader": "UPDATE reading SET head = 'x' WHERE number = 1",
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_behind_the_back_of_sayso_is_named(case_path, change):
    def work(connection):
        connection.execute("PRAGMA foreign_keys = OFF")
        assert connection.execute(CHANGES[change]).rowcount

    tampered(case_path, work)
    assert found(case_path)


def test_a_reading_that_was_changed_is_named(case_path):
    def work(connection):
        packed = connection.execute("SELECT facts FROM reading WHERE number = 1").fetchone()[0]
        line = zlib.decompress(packed).replace(b'"denies"', b'"asserts"')
        connection.execute("UPDATE reading SET facts = ? WHERE number = 1", (zlib.compress(line),))

    tampered(case_path, work)
    assert any("reading" in one.where for one in found(case_path))


def test_a_case_with_a_trigger_or_view_of_somebody_else_is_not_read(case_path):
    connection = sqlite3.connect(case_path)
    connection.execute("CREATE TRIGGER extra AFTER INSERT ON claim BEGIN SELECT 1; END")
    connection.execute("DROP VIEW v_tolls")
    connection.execute("CREATE VIEW v_tolls AS SELECT 1 AS id")
    connection.commit()
    connection.close()
    with pytest.raises(CaseNotUsable, match=r"extra: sayso did not make.*v_tolls: .*changed"):
        Case.open(case_path)


def test_a_token_of_a_time_stamp_is_kept_with_the_row_that_it_is_for(case_path):
    with Case.open(case_path) as case:
        number, hashed = case.seal()
        token = b"\x30\x82 who stamps" + bytes.fromhex(hashed) + b" and when"
        assert case.seal(token) == (number, hashed)
        assert case.seal()[0] == number + 1
        assert list(case.verify()) == []
        with pytest.raises(WrongDecision, match="for no row of the log"):
            case.seal(b"another token")
    tampered(case_path, lambda connection: connection.execute("DELETE FROM seal"))
    assert [one.where for one in found(case_path)] == ["seals"]


def test_what_is_left_in_the_middle_is_taken_back_after_the_case_was_closed(case_path, recwarn):
    case = Case.open(case_path)
    left = writing(case._connection)
    left.__enter__()
    case._connection.execute("UPDATE report SET title = 'half'")
    case.close()
    assert left.__exit__(GeneratorExit, GeneratorExit(), None) is not True
    with Case.open(case_path) as again:
        assert not any(row["title"] == "half" for row in again.rows("reports"))
    assert not recwarn
