"""One outlet: its reports, its reliability and whom it shares words with."""

from pathlib import Path

from sayso.case.case import Case
from tests.case.invented import made_case
from tests.desk.client import Client


def test_an_outlet_shows_its_reports_marks_and_whose_words_it_shares(tmp_path: Path) -> None:
    path = made_case(tmp_path)
    with Case.open(path, author="bo") as case:
        case.decide("reliability", "outlet:The Marsk Post", value={"mark": "D"}, reason="copies")
        case.decide("reliability", "outlet:The Velden Post", value={"mark": "B"})
    page = Client(path).page("/outlets/The%20Marsk%20Post")
    assert page.things("outlet") == ["outlet:The Marsk Post"]
    assert len(page.things("report")) == 2
    assert "2 reports, 2031-03-05 to 2031-03-08" in page.words
    assert "reliability D" in page.words
    assert "reliability B" not in page.words
    assert "/outlets/The%20Velden%20Post" in page.links()
    assert "7 other reports" in page.words


def test_names_may_have_any_letters(tmp_path: Path) -> None:
    path = made_case(tmp_path)
    with Case.open(path, author="bo") as case:
        report = case.query("SELECT id FROM report")[0]["id"]
        case.decide("correct", report, value={"outlet": "A/B <i>Post?"})
    page = Client(path).page("/outlets/A%2FB%20%3Ci%3EPost%3F")
    assert page.things("outlet") == ["outlet:A/B <i>Post?"]
    assert "<i>Post" not in page.source


def test_an_outlet_that_is_not_there_is_said(tmp_path: Path) -> None:
    words = Client(made_case(tmp_path)).page("/outlets/Nobody", 404).words
    assert "No report in the case is of the outlet Nobody." in words
