"""One search over all: words, filters, marks, and hostile input."""

import sqlite3
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from sayso.case.case import Case
from sayso.desk.views.search_words import BEGIN, END, pieces_of, pieces_with
from tests.case.invented import made_case
from tests.desk.client import Client
from tests.desk.shown import Shown
from tests.dossier.hostile import WORDS


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return made_case(tmp_path)


def ask(path: Path, query: str) -> Any:
    with sqlite3.connect(path) as connection:
        return connection.execute(query).fetchall()


def kinds(page: Shown) -> dict[str, int]:
    """How many things the page has of each kind."""
    found = [given.get("data-thing") for _, given in page.tags if given.get("data-thing")]
    return {str(kind): found.count(kind) for kind in found}


def test_without_words_the_search_explains_itself(path: Path) -> None:
    page = Client(path).page("/search")
    assert kinds(page) == {}
    assert "nothing you type is an operator" in page.words


def test_all_kinds_are_found_with_their_counts(path: Path) -> None:
    page = Client(path).page("/search?q=Velden")
    (claims,) = ask(path, "SELECT count(*) FROM claim WHERE words LIKE '%Velden%'")[0]
    assert claims > 5
    assert kinds(page)["claim"] == 5
    assert f"All {claims} claims" in page.words
    assert kinds(page)["report"] == 4
    assert kinds(page)["event"] == 4
    assert kinds(page)["outlet"] == 1
    assert "/search?q=Velden&what=claims" in page.links()
    every = Client(path).page("/search?q=Velden&what=claims")
    assert kinds(every) == {"claim": claims}


def test_found_words_are_marked_and_a_report_leads_to_its_words(path: Path) -> None:
    page = Client(path).page("/search?q=MARKET&what=reports")
    assert "<mark>market</mark>" in page.source
    ids = dict(ask(path, "SELECT id, text FROM report"))
    links = [one for one in page.links() if "?at=" in one]
    assert len(links) == 8
    for link in links:
        report, _, place = link.removeprefix("/reports/").removesuffix("#at").partition("?at=")
        start, end = map(int, place.split("-"))
        assert ids[report][start:end] == "market"


@pytest.mark.parametrize(
    ("filters", "where"),
    [
        ("stance=denies", "stance = 'denies'"),
        ("speaker=marn", "speaker = 'Ilsa Marn'"),
        ("speaker=marn&stance=denies", "0"),
        ("outlet=The+Velden+Post", "outlet = 'The Velden Post'"),
        ("from=2031-03-05&to=2031-03-06", "published BETWEEN '2031-03-05' AND '2031-03-06'"),
        ("source=person", "claim.source = 'person'"),
        ("status=accepted", "claim.status = 'accepted'"),
        ("status=open", "claim.status IS NULL"),
        ("stance=denies&q=quarry", "stance = 'denies' AND claim.words LIKE '%quarry%'"),
    ],
)
def test_a_filter_cuts_the_claims_down(path: Path, filters: str, where: str) -> None:
    with Case.open(path, author="ann") as case:
        case.decide("accept", "/".join(ask(path, "SELECT report, id FROM claim")[0]))
    page = Client(path).page(f"/search?what=claims&{filters}")
    wanted = ask(
        path,
        "SELECT claim.report || '/' || claim.id FROM claim JOIN report ON report.id = claim.report "
        f"WHERE {where}",
    )
    assert set(page.things("claim")) == {row[0] for row in wanted}


def test_a_filter_of_one_kind_leaves_the_others_out(path: Path) -> None:
    assert set(kinds(Client(path).page("/search?harm=killed"))) == {"figure"}
    assert set(kinds(Client(path).page("/search?stance=denies"))) == {"claim"}


def test_notes_and_reasons_are_found_until_they_are_taken_back(path: Path) -> None:
    claim = "/".join(ask(path, "SELECT report, id FROM claim")[0])
    with Case.open(path, author="ann") as case:
        note = case.decide("note", claim, value={"text": "ask the ferryman"})
        case.decide("reject", claim, reason="the ferryman was elsewhere")
    page = Client(path).page("/search?q=ferryman")
    assert "notes 2" in page.words
    with Case.open(path, author="ann") as case:
        case.undo(note.number)
    assert "notes 1" in Client(path).page("/search?q=ferryman").words


@pytest.mark.parametrize(
    "words", ['" OR *', "NEAR(army market)", "words:army", "army AND", "%", "_", "\0", "'"]
)
def test_hostile_words_are_no_operators(path: Path, words: str) -> None:
    page = Client(path).page(f"/search?q={quote(words)}")
    assert "claim" not in kinds(page)


def test_a_sign_before_a_word_says_nothing(path: Path) -> None:
    plain, signed = (
        Client(path).page(f"/search?what=claims&q={words}").things("claim")
        for words in ("army", "%5Earmy")
    )
    assert len(signed) == 8
    assert set(signed) == set(plain)


def test_reports_that_were_removed_are_not_found(path: Path) -> None:
    assert kinds(Client(path).page("/search?q=army&what=reports")) == {"report": 8}
    with Case.open(path, author="ann") as case:
        case.remove(ask(path, "SELECT id FROM report")[0][0])
    assert kinds(Client(path).page("/search?q=army&what=reports")) == {"report": 7}
    assert kinds(Client(path).page("/search?q=army&what=claims")) == {"claim": 7}


def test_what_cannot_be_asked_is_named(path: Path) -> None:
    assert "is no stance. Choose one of:" in Client(path).get("/search?stance=lies").text
    assert "is no day. Write 2026-03-02." in Client(path).get("/search?from=soon").text
    assert "is no kind of thing." in Client(path).get("/search?what=lies").text


def test_hostile_reports_are_shown_and_do_nothing(path: Path) -> None:
    words = "findme " + " ".join(WORDS)
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE claim SET words = ?, speaker = ?", (words, words))
        connection.execute("INSERT INTO claim_search (claim_search) VALUES ('rebuild')")
        connection.execute("UPDATE event SET words = ?, place = ?", (words, words))
        connection.execute("UPDATE speaker SET name = ?, role = ?", (words, words))
    page = Client(path).page("/search?q=findme")
    assert kinds(page)["claim"] == 5
    assert "img" not in {tag for tag, _ in page.tags}
    assert "".join(page.scripts).strip() == ""


def test_marks_of_a_text_are_only_pieces() -> None:
    assert (
        "".join(one.text for one in pieces_of(f"a{END}b{BEGIN}c{BEGIN}<b>{END}{END}")) == "abc<b>"
    )
    assert [one.text for one in pieces_with("A.B aXb a.b", "a.b") if one.found] == ["A.B", "a.b"]
    assert [tuple(one) for one in pieces_with("as it is", "")] == [("as it is", False)]


def test_case_makes_no_difference_beyond_ascii(tmp_path: Path) -> None:
    path = made_case(tmp_path)
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE figure SET words = 'ÜBER zwölf'")
        connection.execute("UPDATE event SET words = 'ÜBERfall'")
        connection.execute("UPDATE speaker SET name = 'Jörg Ümit'")
    asked = Client(path)
    assert len(asked.page("/search?q=%C3%BCber&what=figures").things("figure")) == 8
    assert len(asked.page("/search?q=%C3%BCberFALL&what=events").things("event")) == 8
    assert asked.page("/search?q=J%C3%96RG+%C3%BCmit&what=speakers").things("shared speaker")
    assert asked.page("/speakers?name=J%C3%96RG").things("shared speaker")


@pytest.mark.parametrize("asked", ["status=ghost", "harm=ghost", "what=ghost", "from=ghost"])
def test_a_filter_that_cannot_be_is_answered_as_one(tmp_path: Path, asked: str) -> None:
    words = Client(made_case(tmp_path)).page(f"/search?q=market&{asked}", 422).words
    assert "'ghost' is no" in words
