"""What another program changes in any table is named, also in those that sayso makes again."""

import random
import sqlite3
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from sayso.case.case import Case
from sayso.errors import CaseNotUsable, SaysoError
from tests.case.invented import made_case, read_by_hand, text_of, write_reports
from tests.case.test_custody import found, tampered


@pytest.fixture
def case_path(tmp_path):
    path = tmp_path / "velden.sayso"
    path.write_bytes(decided_case())
    return path


@cache
def decided_case():
    with TemporaryDirectory() as folder:
        path = made_case(Path(folder), 8)
        with Case.open(path, author="ann") as case:
            point = next(case.rows("points", {"state": "contested"}))
            case.decide("accept", point["id"])
            case.undo(case.decide("note", point["id"], value={"text": "hm"}).number)
            held = {one["id"] for one in case.show(point["id"])["claims"]}
            claim = next(one for one in case.rows("claims") if one["id"] not in held)
            case.decide("reject", f"{claim['report']}/{claim['id']}")
            case.decide("correct", claim["report"], value={"title": "Another title"})
            _, hashed = case.seal()
            case.seal(b"token" + bytes.fromhex(hashed))
            case.compare()
        return path.read_bytes()


CHANGES = {
    "end of file": "UPDATE arrival SET reports = 7 WHERE number = 2",
    "problems": "UPDATE arrival SET problems = 1 WHERE number = 2",
    "order of publications": "UPDATE publication SET number = 99 WHERE number = 1",
    "order of reports": "UPDATE report SET number = 99 WHERE number = 1",
    "position": "UPDATE decision_subject SET position = 3",
    "title": "UPDATE report SET title = 'x' WHERE number = 2",
    "outlet": "UPDATE report SET outlet = 'x' WHERE number = 2",
    "words": "UPDATE report SET words = 2 WHERE number = 2",
    "head": "UPDATE report SET head = 'x' WHERE number = 2",
    "time of a seal": "UPDATE seal SET at = '2000-01-01'",
    "kept": "UPDATE evidence SET kept = 0",
    "reader": "UPDATE reader SET version = '0.0.1'",
    "name of the case": "UPDATE case_info SET value = 'x' WHERE name = 'case'",
    "card": "UPDATE card SET card = (SELECT card FROM card ORDER BY report LIMIT 1)",
    "sketch": "UPDATE card SET sketch = x'00'",
    "part": "UPDATE part SET part = x'00'",
    "unmet": "UPDATE part SET unmet = 1 - unmet",
    "lost story": "DELETE FROM story_report WHERE story = (SELECT min(id) FROM story)",
    "state": "UPDATE point SET state = 'single' WHERE state = 'contested'",
    "probability": "UPDATE point SET probability = 0.5 WHERE probability NOTNULL",
    "accepted": "UPDATE point SET status = NULL",
    "side": "UPDATE stand SET side = 'against' WHERE side = 'for'",
    "toll": "UPDATE toll SET best = coalesce(best, 0) + 1",
    "figure of a toll": "DELETE FROM toll_figure WHERE position = 0",
    "copy": "UPDATE copy SET share = 0.01",
    "origin": "UPDATE origin SET origin = 'x'",
    "speaker of several": "UPDATE shared_speaker SET name = 'x'",
    "event of several": "UPDATE shared_event SET place = 'x'",
    "taken back": "DELETE FROM taken_back",
    "orphan": "INSERT INTO orphan SELECT number, '' FROM decision WHERE kind = 'accept'",
    "claim of nobody": "UPDATE claim SET report = 'x' WHERE number = (SELECT max(number) FROM claim)",
    "number of a claim": "UPDATE claim SET number = number + 1000",
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_of_what_is_shown_is_named(case_path, change):
    def work(connection):
        connection.execute("PRAGMA foreign_keys = OFF")
        assert connection.execute(CHANGES[change]).rowcount

    tampered(case_path, work)
    assert found(case_path)


def test_a_case_with_decisions_is_whole(case_path):
    assert found(case_path) == []


def test_a_flipped_bit_of_the_file_stops_no_check(case_path):
    connection = sqlite3.connect(case_path)
    connection.execute("PRAGMA journal_mode = DELETE")
    before = list(connection.iterdump())
    connection.close()
    whole = case_path.read_bytes()
    chance = random.Random(5)  # noqa: S311
    for _ in range(12):
        at = chance.randrange(100, len(whole))
        case_path.write_bytes(whole[:at] + bytes([whole[at] ^ 4]) + whole[at + 1 :])
        try:
            findings = found(case_path)
        except SaysoError:
            continue
        if not findings:
            connection = sqlite3.connect(case_path)
            same = list(connection.iterdump())
            connection.close()
            assert [one for one in same if "_search_" not in one] == [
                one for one in before if "_search_" not in one
            ]


def raise_it(problem) -> None:
    raise problem


def test_bytes_that_were_not_wanted_are_kept_when_they_come_again(tmp_path):
    (path,) = write_reports(tmp_path / "reports", [0])
    with Case.open(tmp_path / "a.sayso", make=True) as case:
        case.take_in(path, raise_it, keep=False)
        assert list(case.verify()) == []
        other = tmp_path / "same.txt"
        other.write_bytes((tmp_path / "reports/report000.txt").read_bytes())
        case.take_in(str(other), raise_it)
        assert case._connection.execute("SELECT kept FROM evidence").fetchall() == [(1,)]
        assert list(case.verify()) == []


def test_one_more_head_of_a_report_is_compared(tmp_path):
    path = made_case(tmp_path, 4)
    copy = tmp_path / "copy.txt"
    copy.write_text(text_of(0), encoding="utf-8")
    copy.with_name("copy.txt.meta.toml").write_text('outlet = "Another Mail"\n')
    with Case.open(path) as case:
        case.add(str(copy), extract=read_by_hand)
        assert case.status().reports == 4
        assert list(case.verify()) == []


def test_a_card_without_a_reading_ends_comparing_and_is_named(tmp_path):
    with Case.open(made_case(tmp_path, 8)) as case:
        connection = case._connection
        claim, *_ = case.rows("claims")
        case.decide("note", f"{claim['report']}/{claim['id']}", value={"text": "seen"})
        connection.execute("DELETE FROM shown WHERE report = ?", (claim["report"],))
        connection.execute("DELETE FROM part")
        with pytest.raises(CaseNotUsable, match="sayso verify"):
            case.compare()
        assert list(case.verify())
