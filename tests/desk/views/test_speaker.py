"""One speaker: its names, stances, denials, figures and claims; and an id that is gone."""

import sqlite3
from pathlib import Path
from typing import Any

import pytest

from sayso.case.case import Case
from tests.case.invented import made_case
from tests.desk.client import Client


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return made_case(tmp_path)


def rows(path: Path, query: str, *values: Any) -> list[Any]:
    with sqlite3.connect(path) as connection:
        return connection.execute(query, values).fetchall()


def shared(path: Path) -> str:
    [(name,)] = rows(path, "SELECT DISTINCT id FROM shared_speaker")
    return str(name)


def single(path: Path, name: str) -> str:
    [(report, fact), *_] = rows(
        path,
        "SELECT report, speaker.id FROM speaker JOIN report ON report.id = speaker.report "
        "WHERE speaker.name = ? ORDER BY published",
        name,
    )
    return f"{report}/{fact}"


def test_all_claims_stand_by_report_in_order_of_time(path: Path) -> None:
    page = Client(path).page(f"/speakers/{shared(path)}")
    assert page.things("shared speaker") == [shared(path)]
    claims = [
        f"{report}/{claim}"
        for report, claim in rows(
            path,
            "SELECT report, claim.id FROM claim JOIN report ON report.id = claim.report "
            "WHERE speaker = 'Ilsa Marn' ORDER BY published",
        )
    ]
    assert page.things("claim")[-8:] == claims
    assert "Person in 8 reports, 8 claims" in page.words
    days = [page.words.rindex(f"2031-03-{day:02}") for day in range(3, 11)]
    assert days == sorted(days)


def test_claims_show_their_points_and_sides(path: Path) -> None:
    page = Client(path).page(f"/speakers/{shared(path)}")
    points = rows(
        path,
        "SELECT DISTINCT point FROM stand JOIN claim ON claim.report = stand.report "
        "AND claim.id = stand.claim WHERE speaker = 'Ilsa Marn'",
    )
    assert points
    for (point,) in points:
        assert f"/points/{point}" in page.links()
    assert "For contested" in page.words


def test_stances_by_month_lead_to_their_claims(path: Path) -> None:
    asked, here = Client(path), f"/speakers/{shared(path)}"
    page = asked.page(here)
    assert f"{here}?stance=accuses&month=2031-03#said" in page.links()
    month = asked.page(f"{here}?stance=accuses&month=2031-03")
    assert "Only “accuses” in 2031-03" in month.words
    assert len(set(month.things("claim"))) >= 8
    assert "No claim of theirs is like this" in asked.page(f"{here}?month=2031-04").words
    assert "No claim of theirs is like this" in asked.page(f"{here}?month=undated").words


def test_who_denies_them_and_what_they_deny(path: Path) -> None:
    asked = Client(path)
    denied = asked.page(f"/speakers/{shared(path)}").words
    assert "Who denies them The army" in denied
    assert "In answer to: the army had shelled the" in denied
    denying = asked.page(f"/speakers/{single(path, 'The army')}").words
    assert "What they deny it had shelled the" in denying
    assert "Denied: the army had shelled the" in denying
    assert "Who denies them" not in denying


def test_figures_that_they_gave_lead_to_their_words(path: Path) -> None:
    page = Client(path).page(f"/speakers/{single(path, 'A doctor')}")
    [figure] = page.things("figure")
    report, start, end = rows(
        path,
        "SELECT report, start, end FROM figure WHERE report || '/' || id = ?",
        figure,
    )[0]
    assert f"/reports/{report}?at={start}-{end}#at" in page.links()
    assert "at least 12 killed people" in page.words


def test_what_people_decided_is_shown(path: Path) -> None:
    with Case.open(path, author="bo") as case:
        case.decide("side", shared(path), value={"text": "the <i>town"})
        case.decide("note", shared(path), value={"text": "ask her"})
    page = Client(path).page(f"/speakers/{shared(path)}")
    assert "side: the <i>town" in page.words
    assert "bo : ask her" in page.words


def test_a_mark_of_one_mention_is_a_mark_of_the_shared_speaker(path: Path) -> None:
    report, fact = rows(path, "SELECT report, speaker FROM shared_speaker")[0]
    with Case.open(path, author="bo") as case:
        case.decide("reliability", f"{report}/{fact}", value={"mark": "B"})
    assert "reliability B" in Client(path).page(f"/speakers/{shared(path)}").words


def test_a_speaker_of_one_report_that_is_shared_leads_to_all_reports(path: Path) -> None:
    report, fact = rows(path, "SELECT report, speaker FROM shared_speaker")[0]
    answer = Client(path).get(f"/speakers/{report}/{fact}")
    assert answer.status_code == 307
    assert answer.headers["location"] == f"/speakers/{shared(path)}"


def test_an_id_that_is_gone_leads_to_who_has_its_mentions_now(path: Path) -> None:
    old = shared(path)
    with Case.open(path, author="bo") as case:
        case.decide("side", old, value={"text": "the town"})
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE shared_speaker SET id = 'a1b2c3d4e5f6'")
    asked = Client(path)
    answer = asked.get(f"/speakers/{old}")
    assert answer.headers["location"].startswith("/speakers/a1b2c3d4e5f6?was=")
    page = asked.page(answer.headers["location"])
    assert "The reports were compared again. Ilsa Marn had another id" in page.words
    assert "side: the town" in page.words
    listed = asked.page("/speakers?marks=side")
    assert listed.things("shared speaker") == ["a1b2c3d4e5f6"]


def test_a_speaker_that_was_split_leads_to_the_largest_part_and_names_the_others(
    path: Path,
) -> None:
    old = shared(path)
    with Case.open(path, author="bo") as case:
        case.decide("side", old, value={"text": "the town"})
    with sqlite3.connect(path) as connection:
        connection.execute(
            "UPDATE shared_speaker SET id = iif(report IN (SELECT report FROM shared_speaker "
            "ORDER BY report LIMIT 3), 'small0000000', 'large0000000')"
        )
    asked = Client(path)
    answer = asked.get(f"/speakers/{old}")
    assert answer.headers["location"].startswith("/speakers/large0000000?")
    page = asked.page(answer.headers["location"])
    assert "Some went to another speaker" in page.words
    assert "/speakers/small0000000" in page.links()
    assert "side: the town" not in page.words


@pytest.mark.parametrize("name", ["nobody", "nobody/0123", "%3Cb%3E"])
def test_who_is_not_there_is_said(path: Path, name: str) -> None:
    assert (
        "Look for the name among the speakers" in Client(path).page(f"/speakers/{name}", 404).words
    )


def test_the_speakers_of_a_removed_report_are_gone(path: Path) -> None:
    name = single(path, "The army")
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE report SET removed = 1 WHERE id = ?", (name.split("/")[0],))
    asked = Client(path)
    asked.page(f"/speakers/{name}", 404)
    assert name not in asked.page("/speakers").things("speaker")
    assert "7 reports, 7 claims" in asked.page(f"/speakers/{shared(path)}").words


def test_a_speaker_that_is_gone_is_said_to_be(tmp_path: Path) -> None:
    words = Client(made_case(tmp_path)).page("/speakers/aaaaaaaaaaaa", 404).words
    assert "This speaker is no longer there: the reports were compared again." in words
