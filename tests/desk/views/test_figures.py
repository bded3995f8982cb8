"""The tolls of a case, and one of them with its figures."""

import sqlite3
from contextlib import closing
from pathlib import Path

from sayso.case.case import Case
from tests.case.invented import made_case
from tests.desk.client import Client


def toll_of(path: Path, rule: str) -> str:
    with Case.open(path) as case:
        sql = "SELECT id FROM toll WHERE policy = ? ORDER BY figures DESC, id"
        name: str = case.query(sql, (rule,))[0]["id"]
    return name


def test_the_list_has_the_tolls_of_one_rule(tmp_path: Path) -> None:
    path = made_case(tmp_path)
    desk = Client(path)
    for rule in ("ucdp", "acled"):
        page = desk.page(f"/figures?rule={rule}")
        with Case.open(path) as case:
            known = {
                row["id"] for row in case.query("SELECT id FROM toll WHERE policy = ?", (rule,))
            }
        assert set(page.things("toll")) == known
    assert "No figures here with these filters" in desk.page("/figures?place=Nowhere").words


def test_tolls_whose_counts_differ_come_first(tmp_path: Path) -> None:
    path = made_case(tmp_path)
    desk = Client(path)
    last = desk.page("/figures").things("toll")[-1]
    with closing(sqlite3.connect(path)) as made, made:
        made.execute("UPDATE toll_figure SET change = 'rival' WHERE toll = ?", (last,))
    page = desk.page("/figures")
    assert page.things("toll")[0] == last
    assert page.words.count("counts differ") == 2  # the sentence above, and this toll


def test_a_toll_has_its_figures_with_what_the_rule_does(tmp_path: Path) -> None:
    path = made_case(tmp_path)
    name = toll_of(path, "ucdp")
    page = Client(path).page(f"/figures/{name}")
    with Case.open(path) as case:
        rows = case.query(
            "SELECT report || '/' || figure AS name FROM toll_figure WHERE toll = ?", (name,)
        )
    assert sorted(page.things("figure")) == sorted(row["name"] for row in rows)
    assert page.things("toll") == [name]
    assert "counted" in page.words
    assert "first count" in page.words
    assert "at least 12" in page.words
    assert "≥ 12" in page.words
    drawn = [
        given for tag, given in page.tags if tag == "a" and "is-up" in (given.get("class") or "")
    ]
    assert len(drawn) == len(rows)
    assert all((given["href"] or "").startswith("/reports/") for given in drawn)
    assert {"title", "desc"} <= {tag for tag, _ in page.tags}


def test_another_rule_counts_the_same_figures(tmp_path: Path) -> None:
    path = made_case(tmp_path)
    desk = Client(path)
    page = desk.page(f"/figures/{toll_of(path, 'ucdp')}?rule=airwars")
    other = toll_of(path, "airwars")
    assert page.things("toll") != [toll_of(path, "ucdp")]
    assert page.things("figure") == desk.page(f"/figures/{page.things('toll')[0]}").things("figure")
    assert other in desk.page("/figures?rule=airwars").things("toll")


def test_a_day_and_a_toll_that_is_not_there(tmp_path: Path) -> None:
    path = made_case(tmp_path)
    desk, name = Client(path), toll_of(path, "ucdp")
    whole = desk.page(f"/figures/{name}").things("figure")
    day = desk.page(f"/figures/{name}?said=2031-03-03")
    assert 0 < len(day.things("figure")) < len(whole)
    assert "those said on 2031-03-03" in day.words
    desk.page("/figures/nothing", 404)


def test_words_of_reports_are_no_markup(tmp_path: Path) -> None:
    path = made_case(tmp_path)
    with Case.open(path, author="bo") as case:
        report = case.query("SELECT report FROM figure")[0]["report"]
        case.decide("correct", report, value={"outlet": "<b>Post' \" &"})
    page = Client(path).page(f"/figures/{toll_of(path, 'ucdp')}?by=origin")
    assert "<b>Post" not in page.source
    assert "amp;#39;" not in page.source
    assert "amp;#34;" not in page.source
