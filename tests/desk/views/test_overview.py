"""The first page: what is disputed, which figures differ, what is new to whom."""

import sqlite3
from pathlib import Path

import pytest

from sayso.case.case import Case
from tests.case.invented import made_case, read_by_hand, write_reports
from tests.desk.client import Client


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return made_case(tmp_path, 6)


def look(path: Path, author: str = "ann") -> int:
    with sqlite3.connect(path) as connection:
        last: int = connection.execute("SELECT max(number) FROM log").fetchone()[0]
        connection.execute(
            "INSERT OR REPLACE INTO look VALUES (?, ?, '2031-03-09T08:00:00Z')", (author, last)
        )
    return last


def point_ids(path: Path, where: str) -> set[str]:
    with sqlite3.connect(path) as connection:
        return {row[0] for row in connection.execute(f"SELECT id FROM point WHERE {where}")}


def test_disputes_and_figures_that_differ_are_shown(path: Path) -> None:
    page = Client(path).page("/")
    assert set(page.things("point")) == point_ids(path, "state = 'contested'")
    assert "6 reports" in page.words
    assert "Ilsa Marn accused the army had shelled the" in page.words
    assert len(page.things("toll")) == 1
    assert "low to high by the rule of UCDP" in page.words
    assert "13 the count grew" in page.words
    assert f"/figures/{page.things('toll')[0]}" in page.links()
    assert Client(path).page("/figures").things("toll")[0] == page.things("toll")[0]


def test_the_numbers_of_a_toll_are_those_of_its_own_page(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE toll SET low = 14, high = 3800 WHERE policy = 'ucdp'")
        connection.execute(
            "UPDATE figure SET low = 0, high = 0, words = 'no' WHERE words LIKE '%12'"
        )
    assert "14 to 3,800 the count grew" in Client(path).page("/").words
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE toll SET low = NULL, high = NULL")
    assert "no number the count grew" in Client(path).page("/").words


def test_the_disputes_that_are_counted_are_those_that_the_link_lists(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute(
            "UPDATE point SET likelihood = 'perhaps', probability = 0.2 WHERE id = "
            "(SELECT min(id) FROM point WHERE state = 'contested')"
        )
    asked = Client(path)
    page = asked.page("/")
    [contested] = [one for one in page.links() if one == "/points?state=contested"]
    listed = len(asked.page(contested).things("point"))
    assert listed > 1
    assert f"{listed} contested" in page.words
    assert "of these, 1 perhaps" in page.words
    assert len(asked.page("/points?likelihood=perhaps").things("point")) == 1


def test_who_never_looked_is_told_so(path: Path) -> None:
    page = Client(path).page("/")
    assert "You, ann , have not said yet that you have seen this case" in page.words
    assert "new disputes" not in page.words


def test_nothing_is_new_after_a_look(path: Path) -> None:
    last = look(path)
    page = Client(path).page("/")
    assert f"You, ann , looked on 9 March 2031, 08:00 UTC, at row {last} of the log." in page.words
    assert "Nothing new." in page.words
    assert 'id="seen"' not in page.source


def test_new_reports_disputes_and_decisions_of_others_are_new(path: Path, tmp_path: Path) -> None:
    since = look(path)
    with Case.open(path, author="bo") as case:
        case.add(*write_reports(tmp_path / "more", range(8, 12)), extract=read_by_hand)
        case.decide("note", _report(path), value={"text": "seen on paper"})
    with Case.open(path, author="ann") as case:
        case.decide("note", _report(path), value={"text": "my own"})
    page = Client(path).page("/")
    assert "4 new reports" in page.words
    assert "1 decision by others" in page.words
    assert "wrote a note on the report" in page.words
    new = point_ids(path, "state = 'contested' AND title LIKE '%Marsk%'")
    assert new
    assert new <= set(Client(path).page(f"/changes?since={since}").things("point"))
    assert 'id="seen"' in page.source


def test_a_dispute_that_grew_is_not_new(path: Path) -> None:
    with Case.open(path, author="bo") as case:
        last = case.query("SELECT max(number) AS last FROM log")[0]["last"]
    look(path)
    point = min(point_ids(path, "state = 'contested'"))
    with sqlite3.connect(path) as connection:
        number = connection.execute(
            "INSERT INTO log SELECT max(number) + 1, '', '', '', '', '', 'x' FROM log RETURNING number"
        ).fetchone()[0]
        connection.execute(
            "UPDATE disputed_since SET log = ? WHERE (report, claim) IN "
            "(SELECT report, claim FROM stand WHERE point = ? ORDER BY position LIMIT 1)",
            (number, point),
        )
    page = Client(path).page(f"/changes?since={last}")
    assert page.things("point") == [point]
    assert "1 dispute grew" in page.words
    assert "1 new" in page.words.replace("\u00a0", " ")


def test_a_long_list_of_news_leads_to_all_of_it(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("INSERT INTO look VALUES ('ann', 1, '2031-03-09T08:00:00Z')")
    page = Client(path).page("/")
    assert "6 new reports" in page.words
    assert len(page.things("report")) == 5
    assert "/changes?since=1#new-reports" in page.links()
    assert len(Client(path).page("/changes?since=1").things("report")) == 6
    assert len(Client(path).page("/changes").things("report")) == 6


@pytest.mark.parametrize("since", ["x", "-1", "9" * 30, "²", ""])
def test_a_row_that_is_no_number_is_the_last_look(path: Path, since: str) -> None:
    look(path)
    assert "Nothing is new." in Client(path).page(f"/changes?since={since}").words


def test_a_story_cuts_the_page_down(path: Path) -> None:
    page = Client(path).page("/?story=nosuchstory1")
    assert page.things("point") == []
    assert page.things("toll") == []
    assert "0 reports" in page.words


def test_the_button_waits_for_the_comparison(path: Path) -> None:
    point = min(point_ids(path, "state = 'contested'"))
    with Case.open(path, author="bo") as case:
        case.decide("accept", point)
    page = Client(path).page("/")
    assert '<button type="submit" disabled>' in page.source
    assert "The button waits for it." in page.words


def test_what_could_not_be_read_is_counted(path: Path) -> None:
    assert "/failed" not in Client(path).page("/").links()
    with sqlite3.connect(path) as connection:
        connection.execute(
            "UPDATE arrival SET problems = 3 WHERE number = (SELECT max(number) FROM arrival)"
        )
    page = Client(path).page("/")
    assert "/failed" in page.links()
    assert "Not read: 3 parts of files" in page.words


def test_an_empty_case_says_where_to_begin(tmp_path: Path) -> None:
    path = tmp_path / "empty.sayso"
    Case.open(path, make=True, author="ann").close()
    page = Client(path).page("/")
    assert "This case is empty" in page.words
    assert "/add" in page.links()
    assert (
        "not compared" in Client(path).page("/points").words
        or "no points" in Client(path).page("/points").words
    )


def _report(path: Path) -> str:
    with sqlite3.connect(path) as connection:
        return str(connection.execute("SELECT id FROM report ORDER BY number").fetchone()[0])
