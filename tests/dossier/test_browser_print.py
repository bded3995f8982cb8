"""The dossier on paper: pages with numbers, quotations with theirs, and where each report comes from."""

from typing import Any

import pypdfium2
import pytest

from sayso.dossier.html import write_dossier
from tests.dossier.compared import sample

HEIGHT = 297 / 25.4 * 72  # of a page, in points


@pytest.fixture(scope="module")
def printed(browser: Any, tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The text of each page of the printed dossier, as somebody with a dark screen prints it."""
    folder = tmp_path_factory.mktemp("print")
    path = folder / "dossier.pdf"
    write_dossier(sample(), folder / "dossier.html")
    context = browser.new_context(color_scheme="dark")
    page = context.new_page()
    page.goto((folder / "dossier.html").as_uri())
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.pdf(path=path, prefer_css_page_size=True)
    context.close()
    with pypdfium2.PdfDocument(path) as file:
        assert round(file[0].get_height()) == round(HEIGHT)
        return [one.get_textpage().get_text_bounded() for one in file]


def test_every_page_has_its_number(printed: list[str]) -> None:
    for number, text in enumerate(printed, 1):
        assert f"{number} of {len(printed)}" in text


def test_it_begins_with_its_contents(printed: list[str]) -> None:
    text = " ".join(printed[:2])
    assert text.index("Contents") < text.index("Speakers") < text.index("Disputed points")


def test_quotations_have_the_numbers_of_report_and_note(printed: list[str]) -> None:
    assert "[1.1]" in "".join(printed)


def test_it_ends_with_the_reports_and_where_they_come_from(printed: list[str]) -> None:
    text = "".join("".join(printed).split())
    listed = text[text.rindex("Thereportsandwheretheycomefrom") :]
    for facts in sample().facts:
        assert facts.document.id in listed
        assert "".join((facts.document.url or "").split()) in listed
