"""One point: its sides, why each claim is there, what people decided; and a point that is gone."""

import json
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


def disputed(path: Path) -> str:
    return str(
        rows(path, "SELECT id FROM point WHERE state = 'contested' ORDER BY probability DESC")[0][0]
    )


def claims_of(path: Path, point: str, side: str = "%") -> list[str]:
    query = (
        "SELECT report || '/' || claim FROM stand WHERE point = ? AND side LIKE ? ORDER BY position"
    )
    return [row[0] for row in rows(path, query, point, side)]


def test_a_point_shows_both_sides_with_words_speakers_and_reasons(path: Path) -> None:
    point = disputed(path)
    page = Client(path).page(f"/points/{point}")
    assert page.things("point")[0] == point
    assert set(page.things("claim")) == set(claims_of(path, point))
    assert "Ilsa Marn accused the army had shelled the" in page.words
    report, claim = claims_of(path, point)[0].split("/")
    query = "SELECT speaker_id FROM claim WHERE report = ? AND id = ?"
    [(speaker,)] = rows(path, query, report, claim)
    assert f"/speakers/{report}/{speaker}" in page.links()
    assert "makes the accusation that others answer" in page.words
    assert "denies what Ilsa Marn said" in page.words
    assert "For 2 claims, 1 independent origin" in page.words
    assert "Against 2 claims, 1 independent origin" in page.words
    assert "clear . Of 100 such points, a reader would call about 97 a dispute." in page.words


def test_every_claim_leads_to_its_words_in_the_report(path: Path) -> None:
    point = disputed(path)
    page = Client(path).page(f"/points/{point}")
    query = (
        "SELECT claim.report, start, end FROM stand JOIN claim "
        "ON claim.report = stand.report AND claim.id = stand.claim WHERE point = ?"
    )
    for report, start, end in rows(path, query, point):
        assert f"/reports/{report}?at={start}-{end}#at" in page.links()


def test_reports_of_one_origin_are_told_as_one(path: Path) -> None:
    page = Client(path).page(f"/points/{disputed(path)}")
    assert page.words.count("2 reports of one origin") == 2
    assert page.words.count("the same words") == 2


def test_before_and_after_follow_the_filters_of_the_list(path: Path) -> None:
    desk = Client(path)
    listed = desk.page("/points?state=contested").things("point")
    seen, address = [], f"/points/{listed[0]}?state=contested"
    while address:
        page = desk.page(address)
        seen.append(page.things("point")[0])
        address = next(iter(page.links("next")), "")
    assert seen == listed
    assert "4 of 4" in page.words
    assert page.links("prev")[0] == f"/points/{listed[2]}?state=contested"


def test_a_long_side_is_cut_and_has_pages_of_its_own(path: Path) -> None:
    point = disputed(path)
    with sqlite3.connect(path) as connection:
        report = connection.execute(
            "SELECT report FROM stand WHERE point = ?", (point,)
        ).fetchone()[0]
        for number in range(70):
            words = f"the army had shelled the market in wave {number} of that day"
            values = (report, f"{number:012x}", words)
            connection.execute(
                "INSERT INTO claim (report, id, start, end, words, stance, speaker, chain, source) "
                "VALUES (?, ?, 0, 9, ?, 'asserts', 'Ilsa Marn', 'she', 'machine')",
                values,
            )
            connection.execute(
                "INSERT INTO stand VALUES (?, ?, ?, ?, 'for', 0, '[]')",
                (point, 10 + number, *values[:2]),
            )
    desk = Client(path)
    page = desk.page(f"/points/{point}")
    assert len(page.things("claim")) < 20
    assert f"/points/{point}?side=for" in page.links()
    first = desk.page(f"/points/{point}?side=for")
    second = desk.page(f"/points/{point}?side=for&page=2")
    assert f"/points/{point}?side=for&page=2".replace("&", "&amp;") in first.source
    assert "71 of 71" in second.words
    assert {*first.things("claim"), *second.things("claim")} == set(claims_of(path, point, "for"))


def test_a_claim_that_was_rejected_is_struck_through_at_once_and_kept_in_sight(path: Path) -> None:
    point = disputed(path)
    claim = claims_of(path, point, "against")[0]
    with Case.open(path, author="bo") as case:
        case.decide("reject", claim, reason="not the army")
        page = Client(path).page(f"/points/{point}")
        row = next(given for _, given in page.tags if given.get("data-name") == claim)
        assert "rejected" in (row["class"] or "").split()
        assert "rejected by bo" in page.words
        case.compare()
    report = claim.split("/")[0]
    now = rows(path, "SELECT DISTINCT point FROM stand WHERE report = ?", report)
    pages = [Client(path).page(f"/points/{one}") for (one,) in now]
    assert any(claim in page.things("claim") and "Rejected" in page.words for page in pages)


def test_what_people_decided_on_a_point_is_listed(path: Path) -> None:
    point = disputed(path)
    with Case.open(path, author="bo") as case:
        case.decide("note", point, value={"text": "ask <b>her</b>"})
        case.decide("credibility", point, value={"mark": "2"}, reason="two desks")
        undone = case.decide("accept", point)
        case.undo(undone.number)
    words = Client(path).page(f"/points/{point}").words
    assert "bo noted: “ ask <b>her</b> ”" in words
    assert "bo gave it credibility 2 because “ two desks ”" in words
    assert "accepted it" not in words


def test_a_note_is_not_lost_when_the_point_loses_a_claim(path: Path) -> None:
    point = disputed(path)
    with Case.open(path, author="bo") as case:
        case.decide("note", point, value={"text": "ask her"})
        case.decide("reject", claims_of(path, point, "against")[0])
        case.compare()
    others = {one for (one,) in rows(path, "SELECT id FROM point")}
    assert point not in others
    words = [Client(path).page(f"/points/{one}").words for one in others]
    assert any("Before its claims changed: bo noted: “ ask her ”" in one for one in words)


def test_the_first_digits_of_an_id_lead_to_the_point(path: Path) -> None:
    point = disputed(path)
    answer = Client(path).get(f"/points/{point[:6]}?state=contested")
    assert answer.status_code == 303
    assert answer.headers["location"] == f"/points/{point}?state=contested"


def test_a_point_that_is_gone_names_the_points_that_have_its_claims(path: Path) -> None:
    point = disputed(path)
    claims = claims_of(path, point)
    with Case.open(path, author="bo") as case:
        case.decide("note", point, value={"text": "ask her"})
        case.decide("reject", claims[-1])
        case.compare()
    page = Client(path).page(f"/points/{point}", 404)
    assert "This point is no longer there" in page.words
    holders = {
        one
        for (one,) in rows(
            path,
            "SELECT DISTINCT point FROM stand WHERE report || '/' || claim IN "
            "(SELECT value FROM json_each(?))",
            json.dumps(claims),
        )
    }
    assert holders
    assert set(page.things("point")) == holders
    assert claims[-1] in page.things("claim")


def test_an_id_that_nobody_decided_on_still_leads_on(path: Path) -> None:
    page = Client(path).page("/points/ffffffffffff", 404)
    assert set(page.things("point")) == {
        one for (one,) in rows(path, "SELECT id FROM point WHERE state = 'contested'")
    }
    assert "/points" in page.links()


@pytest.mark.parametrize("name", ["%3Cscript%3E", "..%2F..", "x" * 300, "%00", "abcd%25"])
def test_a_name_that_is_none_is_not_found(path: Path, name: str) -> None:
    assert Client(path).get(f"/points/{name}").status_code == 404


def test_whose_side_somebody_changed_is_counted(path: Path) -> None:
    point = disputed(path)
    changed = claims_of(path, point, "against")[:1]
    with Case.open(path, author="ann") as case:
        sides = dict.fromkeys(changed, "open")
        case.decide("correct", case.subject(point), value={"sides": sides})
        case.compare()
    assert "changed the side of 1 claim" in Client(path).page(f"/points/{point}").words
