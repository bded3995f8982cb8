"""The history of decisions: what each changed, whether it counts, and how to find it."""

import sqlite3
from pathlib import Path

import pytest

from sayso.case.case import Case
from tests.case.invented import made_case
from tests.desk.client import Client
from tests.desk.shown import Shown
from tests.dossier.hostile import WORDS


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return made_case(tmp_path)


def claims(path: Path, where: str = "1") -> list[str]:
    with sqlite3.connect(path) as connection:
        rows = connection.execute(f"SELECT report || '/' || id FROM claim WHERE {where}")
        return [row[0] for row in rows]


def rows(page: Shown) -> list[str]:
    return [
        given["id"] or ""
        for _, given in page.tags
        if (given.get("class") or "").startswith("deed ") or given.get("class") == "deed"
    ]


def buttons(page: Shown) -> dict[str, str]:
    """What each button says, by the decision that it takes back."""
    return {
        given["data-number"] or "": given["aria-label"] or ""
        for _, given in page.tags
        if given.get("data-act") == "undo-number"
    }


def test_a_correction_says_what_it_changed_from_and_to(path: Path) -> None:
    name = claims(path, "stance = 'denies'")[0]
    with Case.open(path, author="ann") as case:
        first = case.decide("correct", name, value={"stance": "doubts"}, reason="softer")
        second = case.decide("correct", name, value={"stance": "asserts"})
    words = Client(path).page("/decisions").words
    assert "the stance denies → is now doubts" in words
    assert "the stance doubts → is now asserts" in words
    assert "ann corrected the claim" in words
    assert "because “ softer ”" in words
    with Case.open(path, author="ann") as case:
        case.undo(first.number)
    words = Client(path).page("/decisions").words
    assert f"d{second.number}" in Client(path).page("/decisions").source
    assert "the stance denies → is now asserts" in words


def test_what_is_taken_back_says_by_which_and_can_be_put_again(path: Path) -> None:
    name = claims(path)[0]
    with Case.open(path, author="ann") as case:
        made = case.decide("accept", name)
        other = case.decide("note", name, value={"text": "ask again"})
    with Case.open(path, author="bo") as case:
        undo = case.undo(made.number, "too early")
    page = Client(path).page("/decisions")
    assert buttons(page) == {
        str(undo.number): f"Put decision {made.number} again",
        str(other.number): f"Take decision {other.number} back",
    }
    assert f"Taken back by bo in decision {undo.number}" in page.words
    assert rows(Client(path).page("/decisions?state=taken-back")) == [f"d{made.number}"]
    assert rows(Client(path).page("/decisions?state=in-force")) == [f"d{other.number}"]
    assert rows(Client(path).page("/decisions?author=bo")) == [f"d{undo.number}"]
    assert len(rows(Client(path).page("/decisions?thing=claim"))) == 3
    assert rows(Client(path).page("/decisions?kind=note")) == [f"d{other.number}"]


def test_an_orphan_keeps_its_words(path: Path) -> None:
    with Case.open(path, author="ann") as case:
        made = case.decide("accept", claims(path)[0])
    with sqlite3.connect(path) as connection:
        connection.execute("INSERT INTO orphan VALUES (?, '')", (made.number,))
    page = Client(path).page("/decisions?state=orphan")
    assert rows(page) == [f"d{made.number}"]
    assert "its subject is gone" in page.words
    assert made.subjects[0].words in page.words


def test_a_number_leads_to_its_page(path: Path) -> None:
    name = claims(path)[0]
    with Case.open(path, author="ann") as case:
        made = [
            case.decide("note", name, value={"text": f"note {number}"}).number
            for number in range(52)
        ]
    desk = Client(path)
    answer = desk.get(f"/decisions?number={made[0]}")
    assert (answer.status_code, answer.headers["location"]) == (
        303,
        f"/decisions?page=2#d{made[0]}",
    )
    assert f"d{made[0]}" in rows(desk.page("/decisions?page=2"))
    assert (
        desk.get(f"/decisions?number={made[51]}").headers["location"] == f"/decisions#d{made[51]}"
    )
    assert len(rows(desk.page("/decisions"))) == 50


def test_a_filter_that_cannot_be_is_named(path: Path) -> None:
    answer = Client(path).get("/decisions?state=lost")
    assert "Choose one of: in-force, taken-back, orphan." in answer.text


def test_hostile_words_are_shown_and_do_nothing(path: Path) -> None:
    words = " ".join(WORDS)
    with Case.open(path, author=words[:60]) as case:
        case.decide("note", claims(path)[0], value={"text": words}, reason=words)
    page = Client(path).page("/decisions")
    assert "".join(page.scripts).strip() == ""
    assert "img" not in {tag for tag, _ in page.tags}
    assert "{{7*7}}" in page.words


def test_a_filter_that_cannot_be_is_answered_as_one(tmp_path: Path) -> None:
    words = Client(made_case(tmp_path)).page("/decisions?kind=ghost", 422).words
    assert "'ghost' is no kind. Choose one of: accept, reject," in words
