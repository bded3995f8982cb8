"""The list of speakers: filters, marks, pages, and who may be one."""

import sqlite3
from pathlib import Path
from typing import Any

import pytest

from sayso.case.case import Case
from sayso.desk.views.speakers_rows import forms_of
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


def test_a_speaker_of_several_reports_comes_first_with_its_claims_and_stances(path: Path) -> None:
    page = Client(path).page("/speakers")
    assert page.things("shared speaker") == [shared(path)]
    assert len(page.things("speaker")) == 16
    assert "17 speakers" in page.words
    assert "Ilsa Marn person, mayor" in page.words or "Ilsa Marn person" in page.words
    assert "8 reports 8 claims" in page.words
    assert f"/speakers/{shared(path)}" in page.links()
    assert page.words.index("Ilsa Marn") < page.words.index("The army")


@pytest.mark.parametrize(
    ("asked", "several", "single"),
    [
        ("name=marn", 1, 0),
        ("name=ARMY", 0, 8),
        ("type=organisation", 0, 8),
        ("type=person", 1, 8),
        ("story=none", 0, 0),
        ("name=%25", 0, 0),
    ],
)
def test_filters_leave_some(path: Path, asked: str, several: int, single: int) -> None:
    page = Client(path).page(f"/speakers?{asked}")
    assert len(page.things("shared speaker")) == several
    assert len(page.things("speaker")) == single


def test_speakers_are_found_by_what_people_decided_on_them(path: Path) -> None:
    report, fact = rows(path, "SELECT report, id FROM speaker WHERE name = 'The army'")[0]
    with Case.open(path, author="bo") as case:
        case.decide("side", shared(path), value={"text": "the town"})
        case.decide("reliability", f"{report}/{fact}", value={"mark": "C"})
    asked = Client(path)
    side = asked.page("/speakers?marks=side")
    assert side.things("shared speaker") == [shared(path)]
    assert not side.things("speaker")
    assert "side: the town" in side.words
    reliable = asked.page("/speakers?marks=reliability")
    assert reliable.things("speaker") == [f"{report}/{fact}"]
    assert "reliability C" in reliable.words
    assert "No speaker is like this" in asked.page("/speakers?marks=note").words


def test_speakers_of_one_name_are_asked_about_not_merged(path: Path) -> None:
    page = Client(path).page("/speakers?name=army")
    assert "The same as The army" in page.words
    others = {link for link in page.links() if link.startswith("/speakers/")}
    assert len(others) == 8


def test_a_rejected_speaker_is_no_candidate(path: Path) -> None:
    names = [
        f"{report}/{fact}"
        for report, fact in rows(path, "SELECT report, id FROM speaker WHERE name = 'The army'")
    ]
    with Case.open(path, author="bo") as case:
        for name in names[1:]:
            case.decide("reject", name)
    assert "The same as" not in Client(path).page("/speakers?name=army").words


def test_long_lists_are_paged_from_the_shared_to_the_others(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("sayso.desk.desk", "sayso.desk.views.speakers"):
        monkeypatch.setattr(f"{module}.PER_PAGE", 6)
    asked, seen = Client(path), []
    for number in (1, 2, 3):
        page = asked.page(f"/speakers?page={number}")
        seen += page.things("shared speaker") + page.things("speaker")
        assert "17 speakers" in page.words
    assert len(seen) == len(set(seen)) == 17
    assert not page.links("next")


def test_hostile_names_are_no_markup(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE speaker SET name = '<script>x</script>', role = '<b>r' ")
    page = Client(path).page("/speakers?type=person")
    assert "<script>x" not in page.source
    assert "<b>r" not in page.source


def test_a_person_may_go_by_the_last_word_alone() -> None:
    assert forms_of("The Ilsa Marn", "person") == {"ilsa marn", "the ilsa marn", "marn"}
    assert forms_of("Valley Front", "organisation") == {"valley front", "the valley front"}


def test_what_tells_speakers_of_one_name_apart_is_said(path: Path) -> None:
    words = Client(path).page("/speakers?name=army").words
    first = "(1 claim, first in The Velden Post : “ it had shelled the Velden market ”)"
    assert f"The same as The army {first}" in words
    [report, fact] = rows(path, "SELECT report, id FROM speaker WHERE name = 'The army'")[0]
    page = Client(path).page(f"/speakers/{report}/{fact}")
    assert "(1 claim, first in The" in page.words


@pytest.mark.parametrize("asked", ["type=ghost", "marks=ghost"])
def test_a_filter_that_cannot_be_is_named(path: Path, asked: str) -> None:
    words = Client(path).page(f"/speakers?{asked}", 422).words
    assert "'ghost' is no" in words
    assert "Choose one of: " in words
