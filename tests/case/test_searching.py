"""How words that somebody types are looked for, whatever they are."""

import sqlite3
from pathlib import Path

import pytest

from sayso.case.case import Case
from sayso.case.searching import MOST_WORDS, all_words, words_of
from tests.case.invented import made_case

LISTS = ("reports", "claims", "points", "figures", "events", "speakers", "tolls", "decisions")


def changed(case: Case, *queries: str, values: tuple[str, ...] = ()) -> None:
    with sqlite3.connect(case.path) as connection:
        for query in queries:
            connection.execute(query, values)
    connection.close()


@pytest.fixture
def case(tmp_path: Path) -> Case:
    return Case.open(made_case(tmp_path), author="ann")


@pytest.mark.parametrize("what", LISTS)
@pytest.mark.parametrize(
    "words", ["\0", " ", "\ud800", '"', '""', "*", "market*", "NEAR(market army)", "-market", "title:a", "%", "_", "\\"]
)  # fmt: skip
def test_nothing_that_is_typed_is_an_operator(case: Case, what: str, words: str) -> None:
    everything = list(case.rows(what))
    found = list(case.rows(what, words=words))
    assert found == (everything if not words_of(words) else found)
    assert all(row in everything for row in found)


@pytest.mark.parametrize("words", ["%", "_", "\\"])
def test_signs_of_patterns_stand_for_themselves(case: Case, words: str) -> None:
    assert list(case.rows("figures", words=words)) == []
    assert list(case.rows("speakers", {"name": words})) == []


def test_what_parts_words_and_how_many_count() -> None:
    assert words_of("a\0b\x1fc\ud800d") == ["a", "b", "c", "d"]
    assert len(words_of("x " * 99)) == MOST_WORDS
    assert all_words('say "so"') == '"say" """so"""'
    assert all_words("\0 \x07") == ""


@pytest.mark.parametrize(
    ("what", "typed"),
    [("figures", "ÉMILE"), ("events", "ÉMİLE".casefold()), ("speakers", "émile"), ("tolls", "ÉmILE")],
)  # fmt: skip
def test_case_makes_no_difference_beyond_ascii(case: Case, what: str, typed: str) -> None:
    changed(case, "DELETE FROM shared_speaker")
    changed(
        case,
        "UPDATE figure SET words = ?",
        "UPDATE event SET words = ?",
        "UPDATE speaker SET name = ?",
        "UPDATE toll SET who = ?",
        values=("İzmir Émile ÉMİLE",),
    )
    assert len(list(case.rows(what, words=typed))) == len(list(case.rows(what)))
    assert list(case.rows(what, words="émilia")) == []


def test_a_name_is_a_part_of_a_name_however_it_is_cased(case: Case) -> None:
    changed(case, "UPDATE report SET outlet = 'Übersee Post'")
    assert len(list(case.rows("reports", {"outlet": "ÜBER"}))) == 8
    assert len(list(case.rows("reports", {"outlet": "POST"}))) == 8
    assert list(case.rows("reports", {"outlet": "ÜBRIG"})) == []


def test_not_decided_is_a_status(case: Case) -> None:
    claims = list(case.rows("claims"))
    case.decide("accept", f"{claims[0]['report']}/{claims[0]['id']}")
    assert len(list(case.rows("claims", {"status": "open"}))) == len(claims) - 1
    assert len(list(case.rows("claims", {"status": "accepted"}))) == 1
