"""The list of reports and its filters."""

import re
import sqlite3
from pathlib import Path

import pytest

from sayso.case.case import Case
from tests.case.invented import made_case
from tests.desk.client import Client
from tests.desk.report_cases import HOSTILE, WORDS, case_of

ROW = re.compile(r'data-thing="report" data-name="([0-9a-f]{64})"')


def listed(path: Path, query: str = "") -> list[str]:
    """The ids of the reports of a page of the list."""
    answer = Client(path).get(f"/reports{query}")
    assert answer.status_code == 200
    return ROW.findall(answer.text)


def test_reports_are_listed_the_newest_first(tmp_path: Path) -> None:
    path = made_case(tmp_path)
    page = Client(path).get("/reports").text
    assert len(listed(path)) == 8
    assert listed(path, "?sort=oldest") == listed(path)[::-1]
    days = re.findall(r'<span class="when">([^<]*)</span>', page)
    assert days == sorted(days, reverse=True)
    assert "<b>3</b> claims" in page


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("?outlet=The+Velden+Post", 3),
        ("?outlet=Nobody", 0),
        ("?words=quarry", 4),
        ('?words="quarry+NEAR(', 0),
        ("?words=%2A%2A", 0),
        ("?show=removed", 0),
        ("?show=unread", 0),
        ("?show=incomplete", 0),
        ("?show=nonsense&sort=nonsense", 8),
        ("?story=none", 0),
        ("?page=2", 0),
    ],
)
def test_filters_cut_the_list_down(tmp_path: Path, query: str, count: int) -> None:
    assert len(listed(made_case(tmp_path), query)) == count


def test_a_story_has_its_reports(tmp_path: Path) -> None:
    path = made_case(tmp_path)
    with Case.open(path) as case:
        found = {row["id"]: row["reports"] for row in case.query("SELECT id, reports FROM story")}
    assert found
    for name, count in found.items():
        assert len(listed(path, f"?story={name}")) == count


def test_a_long_list_is_paged(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {f"{at:02}.txt": f"Report {at}. {WORDS}" for at in range(53)}
    path = case_of(tmp_path, files)
    first, second = listed(path), listed(path, "?page=2")
    assert (len(first), len(second)) == (50, 3)
    assert not set(first) & set(second)
    assert "page=2" in Client(path).get("/reports").text


def test_what_is_not_read_is_incomplete(tmp_path: Path) -> None:
    path = made_case(tmp_path)
    file = tmp_path / "new.txt"
    file.write_text(WORDS)
    with Case.open(path) as case:
        case.take_in(str(file), lambda _: None)
    assert listed(path, "?show=unread") == listed(path, "?show=incomplete") != []
    assert "not read yet" in Client(path).get("/reports?show=unread").text


def test_a_report_without_title_is_known_by_its_first_words(tmp_path: Path) -> None:
    page = Client(case_of(tmp_path, {"a.txt": HOSTILE + " " + WORDS})).get("/reports").text
    assert "&lt;script&gt;alert(1)" in page
    assert "<script>alert" not in page
    assert "\u202e" not in page


def test_outlets_lead_to_their_pages(tmp_path: Path) -> None:
    asked = Client(made_case(tmp_path))
    listed = [one for one in asked.page("/reports").links() if one.startswith("/outlets/")]
    assert len(listed) == 8
    report = asked.page("/reports").things("report")[0]
    [own] = [one for one in asked.page(f"/reports/{report}").links() if one.startswith("/outlets/")]
    assert own in listed
    assert report in asked.page(own).things("report")


@pytest.mark.parametrize("format_", ["plain text", "web page"])
def test_what_kind_of_file_withholds_a_part_is_said(tmp_path: Path, format_: str) -> None:
    path = made_case(tmp_path)
    with sqlite3.connect(path) as connection:
        connection.execute(
            "UPDATE publication SET document = "
            "json_set(document, '$.remaining', 0.2479, '$.format', ?)",
            (format_,),
        )
    asked = Client(path)
    report = asked.page("/reports").things("report")[0]
    said = f"The {format_} says that it withholds 25 % of the article."
    assert said in asked.page(f"/reports/{report}").words
    assert said in asked.page("/failed").words
    assert "25 % withheld" in asked.page("/reports").words


def test_the_day_is_left_out_beside_words_where_none_is_known(tmp_path: Path) -> None:
    path = made_case(tmp_path)
    asked = Client(path)
    point = asked.page("/points").things("point")[0]
    pages = (f"/points/{point}", "/search?q=market&what=claims", "/queue")
    assert all("2031-03" in asked.page(address).words for address in pages)
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE report SET published = NULL")
    assert not any("undated" in asked.page(address).words for address in pages)
