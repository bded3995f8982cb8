"""The list of points: its filters, its counts, its order, its pages."""

import sqlite3
from pathlib import Path

import pytest

from tests.case.invented import made_case
from tests.desk.client import Client
from tests.dossier.hostile import WORDS


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return made_case(tmp_path)


def changed(path: Path, *queries: str, values: tuple[str, ...] = ()) -> None:
    with sqlite3.connect(path) as connection:
        for query in queries:
            connection.execute(query, values)
    connection.close()


def ids(path: Path, where: str = "1") -> set[str]:
    with sqlite3.connect(path) as connection:
        return {row[0] for row in connection.execute(f"SELECT id FROM point WHERE {where}")}


def test_all_points_are_listed_the_surest_first(path: Path) -> None:
    page = Client(path).page("/points")
    listed = page.things("point")
    assert set(listed) == ids(path)
    assert set(listed[:4]) == ids(path, "state = 'contested'")
    with sqlite3.connect(path) as connection:
        chances = dict(connection.execute("SELECT id, probability FROM point"))
    assert listed[:4] == sorted(listed[:4], key=lambda one: -chances[one])
    assert "all 6" in page.words
    assert "contested 4" in page.words


def test_each_point_says_who_says_it_and_leads_to_its_page(path: Path) -> None:
    page = Client(path).page("/points?state=contested")
    assert page.words.count("Ilsa Marn accused the army had shelled the") == 4
    for point in page.things("point"):
        assert f"/points/{point}?state=contested" in page.links()


@pytest.mark.parametrize(
    ("asked", "where"),
    [
        ("state=single", "state = 'single'"),
        ("likelihood=clear", "likelihood = 'clear'"),
        ("source=person", "0"),
        ("status=open", "1"),
        ("status=accepted", "0"),
        ("words=velden", "title LIKE '%Velden%'"),
        ("words=MARKET+shelled", "state = 'contested'"),
        ("words=market+doctor", "0"),
        ("words=%22+OR+*", "0"),
        ("state=contested&words=quarry", "state = 'contested' AND title LIKE '%Quarry%'"),
    ],
)
def test_a_filter_cuts_the_list_down(path: Path, asked: str, where: str) -> None:
    page = Client(path).page(f"/points?{asked}")
    assert set(page.things("point")) == ids(path, where)
    assert f"{len(ids(path, where))} point" in page.words


def test_the_counts_of_states_follow_the_other_filters(path: Path) -> None:
    words = Client(path).page("/points?state=single&words=velden").words
    assert "all 3 contested 2" in words


def test_a_filter_that_cannot_be_is_named(path: Path) -> None:
    answer = Client(path).get("/points?state=settled")
    assert answer.status_code == 422
    assert "Choose one of: single, corroborated, contested, conceded." in answer.text


def test_a_long_list_has_pages_that_keep_the_filters(path: Path) -> None:
    changed(
        path,
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 120) "
        "INSERT INTO point SELECT printf('%012x', i), story, 'copy ' || i, 'single', NULL, NULL, 1, 0, "
        "'machine', NULL, NULL FROM n, (SELECT story FROM point LIMIT 1)",
    )
    desk, seen = Client(path), list[str]()
    address = "/points?state=single"
    while address:
        page = desk.page(address)
        assert len(page.things("point")) <= 50
        seen += page.things("point")
        address = next(iter(page.links("next")), "")
        assert "state=single" in (address or "state=single")
    assert len(seen) == 122
    assert set(seen) == ids(path, "state = 'single'")


def test_a_decision_shows_before_the_comparison_follows_it(path: Path) -> None:
    from sayso.case.case import Case

    point = min(ids(path))
    with Case.open(path, author="bo") as case:
        case.decide("reject", point, reason="of last year")
    page = Client(path).page("/points")
    row = next(given for _, given in page.tags if given.get("data-name") == point)
    assert "rejected" in (row["class"] or "").split()
    assert "rejected by bo" in page.words


def test_hostile_words_are_shown_and_do_nothing(path: Path) -> None:
    words = " ".join(WORDS)
    changed(path, "UPDATE point SET title = ?", values=(words,))
    changed(path, "UPDATE claim SET words = ?", values=(words,))
    changed(path, "UPDATE claim SET speaker = ?", values=('"><script>alert(3)</script>',))
    point = min(ids(path))
    for address in ("/", "/points", f"/points/{point}"):
        page = Client(path).page(address)
        assert {"script", "img"} & {tag for tag, _ in page.tags} == {"script"}
        assert all(
            (given.get("src") or "").startswith("/") for tag, given in page.tags if tag == "script"
        )
        assert "".join(page.scripts).strip() == ""
        assert "{{7*7}}" in page.words
        assert "<script>alert(3)</script> said" in page.words or "alert(3)" in page.words


@pytest.mark.parametrize(
    "words", ["%00", "%00%01", "%1f+%00", "*", "NEAR", "NEAR(a b)", "%22", "a%22b*", "%ED%A0%80"]
)
@pytest.mark.parametrize("page", ["/points?words=", "/reports?words=", "/search?q="])
def test_words_that_are_none_are_no_operators(path: Path, page: str, words: str) -> None:
    Client(path).page(page + words)


def test_control_characters_part_words(path: Path) -> None:
    asked = Client(path)
    assert asked.page("/points?words=%00").things("point") == asked.page("/points").things("point")
    found = asked.page("/points?words=market%00shelled").things("point")
    assert set(found) == ids(path, "state = 'contested'")


def test_rejected_points_are_where_the_page_says(path: Path) -> None:
    from sayso.case.case import Case

    point = min(ids(path))
    with Case.open(path, author="bo") as case:
        case.decide("reject", point, reason="of last year")
        case.compare()
    asked = Client(path)
    assert point not in asked.page("/points").things("point")
    [there] = [one for one in asked.page("/points").links() if one.startswith("/decisions?kind")]
    assert "of last year" in asked.page(there).words
    assert asked.get("/points?status=rejected").status_code == 422
    asked.page("/search?status=rejected")


def test_what_is_decided_in_bulk_is_what_the_page_lists(path: Path) -> None:
    from sayso.case.case import Case

    with Case.open(path, author="bo") as case:
        case.decide("accept", min(ids(path)))
        case.compare()
        for asked in ({"words": "MARKET shelled"}, {"status": "open"}, {"state": "contested"}):
            filters = dict(asked)
            words = filters.pop("words", None)
            listed = {row["id"] for row in case.rows("points", filters, words)}
            address = "&".join(f"{name}={value}" for name, value in asked.items())
            assert listed == set(Client(path).page(f"/points?{address}").things("point"))
            assert listed
