"""The timeline of a case."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from tests.case.invented import made_case
from tests.desk.client import Client


def change(path: Path, sql: str, values: tuple[Any, ...] = ()) -> list[Any]:
    with closing(sqlite3.connect(path)) as made, made:
        return made.execute(sql, values).fetchall()


def test_events_stand_with_their_reports_and_words(tmp_path: Path) -> None:
    path = made_case(tmp_path)
    page = Client(path).page("/timeline?every=1")
    events = [row[0] for row in change(path, "SELECT id FROM shared_event")]
    assert sorted(page.things("shared event")) == sorted(events)
    mentions = change(path, "SELECT report || '/' || event FROM shared_event_mention")
    assert sorted(page.things("event")) == sorted(row[0] for row in mentions)
    assert "Shells fell on Velden on 2 March" in page.words
    assert "The Velden Post" in page.words


def test_events_are_ordered_by_when_they_happened_or_were_said(tmp_path: Path) -> None:
    path = made_case(tmp_path)
    first, second = (row[0] for row in change(path, "SELECT id FROM shared_event ORDER BY id"))
    sql = "UPDATE shared_event SET first = ?, last = first WHERE id = ?"
    change(path, sql, ("2031-03-01", first))
    change(path, sql, ("2031-02-01", second))
    sql = "UPDATE report SET published = ? WHERE id IN (SELECT report FROM shared_event_mention WHERE shared = ?)"
    change(path, sql, ("2031-03-05", first))
    change(path, sql, ("2031-03-09T10:00:00Z", second))
    desk = Client(path)
    assert desk.page("/timeline?every=1").things("shared event") == [second, first]
    said = desk.page("/timeline?every=1&order=said")
    assert said.things("shared event") == [first, second]
    assert "days later" in said.words
    one = desk.page("/timeline?every=1&order=said&from=2031-03-09&to=2031-03-09")
    assert one.things("shared event") == [second]
    assert desk.page("/timeline?every=1&to=2031-02-10").things("shared event") == [second]


def test_undated_events_come_last_and_it_is_said(tmp_path: Path) -> None:
    path = made_case(tmp_path)
    change(path, "UPDATE shared_event SET first = '2031-03-02', last = '2031-03-02'")
    desk = Client(path)
    assert "No report gives their day" not in desk.page("/timeline?every=1").words
    first = desk.page("/timeline?every=1").things("shared event")[0]
    change(path, "UPDATE shared_event SET first = NULL, last = NULL WHERE id = ?", (first,))
    page = desk.page("/timeline?every=1")
    assert page.things("shared event")[-1] == first
    assert "No report gives their day" in page.words


def test_a_report_that_gives_another_day_is_marked(tmp_path: Path) -> None:
    path = made_case(tmp_path)
    change(path, "UPDATE shared_event SET first = '2031-03-02', last = '2031-03-02'")
    change(path, "UPDATE event SET first = '2031-03-01', last = '2031-03-31'")
    assert "told as" not in Client(path).page("/timeline?every=1").words  # less exact, not another
    report = change(path, "SELECT report FROM event")[0][0]
    change(path, "UPDATE event SET first = '2031-02-01', last = NULL WHERE report = ?", (report,))
    assert Client(path).page("/timeline?every=1").words.count("told as 2031-02-01") == 1


def test_one_event_has_all_that_tell_it(tmp_path: Path) -> None:
    path = made_case(tmp_path, 24)
    name, reports = change(path, "SELECT id, reports FROM shared_event ORDER BY reports DESC")[0]
    assert reports > 4
    desk = Client(path)
    assert f"{reports - 4} more" in desk.page("/timeline?every=1").words
    page = desk.page(f"/timeline?event={name}")
    assert page.things("shared event") == [name]
    assert len(page.things("event")) == reports


def test_filters_that_fit_nothing_lead_on(tmp_path: Path) -> None:
    page = Client(made_case(tmp_path)).page("/timeline?kind=flood&from=never")
    assert "No events here with these filters" in page.words
    assert "/timeline" in page.links()
