"""Who repeats whom, as a page."""

import sqlite3
from pathlib import Path

import pytest

from sayso.desk.views.origins import time_between
from tests.case.invented import made_case
from tests.desk.client import Client


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return made_case(tmp_path)


def test_the_graph_shows_every_report_as_a_link_with_outlet_and_day(path: Path) -> None:
    page = Client(path).page("/origins")
    with sqlite3.connect(path) as connection:
        reports = connection.execute("SELECT id, outlet, published FROM report").fetchall()
    drawn = [given for tag, given in page.tags if tag == "a" and given.get("class") == "node"]
    assert {given["href"] for given in drawn} == {f"/reports/{name}" for name, _, _ in reports}
    assert {given["aria-label"] for given in drawn} == {f"{who}, {day}" for _, who, day in reports}
    assert "one voice, 8 reports" in page.words
    assert "8 reports are 1 independent voice" in page.words


def test_copies_are_said_in_words_and_lead_to_both_reports(path: Path) -> None:
    page = Client(path).page("/origins")
    with sqlite3.connect(path) as connection:
        by_day = [row[0] for row in connection.execute("SELECT id FROM report ORDER BY published")]
    beside = [link for link in page.links() if "?beside=" in link]
    assert len(beside) == 7
    for link in beside:
        later, earlier = link.removeprefix("/reports/").split("?beside=")
        assert by_day.index(earlier) < by_day.index(later)
    assert "The Old Quarry Post 2031-03-04 repeats The Velden Post 2031-03-03" in page.words
    assert "; 1 day later." in page.words


def test_the_order_that_is_not_known_is_not_said(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE copy SET origin = NULL")
    page = Client(path).page("/origins")
    assert " shares words with " in page.words
    assert "Which was first is not known." in page.words
    assert " repeats The " not in page.words
    edges = [given for tag, given in page.tags if "edge" in (given.get("class") or "").split()]
    assert edges
    assert all("marker-end" not in given for given in edges)


def test_an_outlet_that_is_not_in_the_case_is_hollow_and_leads_to_where_it_is_named(
    path: Path,
) -> None:
    with sqlite3.connect(path) as connection:
        report = connection.execute("SELECT id FROM report").fetchone()[0]
        connection.execute(
            "INSERT INTO citation VALUES (?, 3, 9, '<b>Skerrin</b>', NULL)", (report,)
        )
    page = Client(path).page("/origins")
    assert any("hollow" in (given.get("class") or "") for _, given in page.tags)
    assert f"/reports/{report}?at=3-9#at" in page.links()
    assert "which is not in the case" in page.words
    assert "<b>Skerrin" not in page.source


def test_one_voice_can_be_opened_alone(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        origin = connection.execute("SELECT origin FROM origin").fetchone()[0]
    page = Client(path).page(f"/origins?origin={origin}")
    assert "8 reports that count as one voice" in page.words
    assert "No report here repeats" in Client(path).page("/origins?origin=none").words


def test_a_case_that_was_not_compared_says_so(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        for table in ("story_report", "origin", "copy", "story"):
            connection.execute(f"DELETE FROM {table}")
        connection.execute("UPDATE case_info SET value = '0' WHERE name = 'compared'")
    assert "The reports are not compared yet." in Client(path).page("/origins").words


@pytest.mark.parametrize(
    ("first", "then", "words"),
    [
        ("2031-03-02", "2031-03-03", "1 day later"),
        ("2031-03-02T23:00:00Z", "2031-03-12", "10 days later"),
        ("2031-03-02", "2031-03-01", "1 day earlier"),
        ("2031-03-02", "2031-03-02T10:00:00Z", "the same day"),
        (None, "2031-03-02", ""),
        ("2031-03-02", None, ""),
    ],
)
def test_the_time_between_two_reports(first: str | None, then: str | None, words: str) -> None:
    assert time_between(first, then) == words


def test_a_report_without_outlet_and_title_has_its_files_name_alone(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute(
            "UPDATE report SET outlet = NULL, title = NULL, name = '/home/ann/secret/' || name"
        )
    page = Client(path).page("/origins")
    assert "/secret" not in page.source
    assert "report000.txt" in page.words
