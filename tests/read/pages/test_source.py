"""Where the characters of a text stand in the source of the page."""

import html
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml.html import document_fromstring

from sayso.errors import UnreadableInput
from sayso.read.notes import Note
from sayso.read.pages.html import read_page
from sayso.read.pages.markup import page_text
from sayso.read.pages.source import SourceText, path_of
from sayso.read.places import SourceMap
from tests.costs import check_linear
from tests.read.pages.test_html import tokens

PAGES = Path(__file__).parents[2] / "cases/pages"
SAID = "The mayor said on Monday that the bridge was closed and that nobody had been hurt there."


def silent(_: Note) -> None:
    """Takes a note and says nothing."""


def check_source(text: str, found: SourceMap, source: str) -> tuple[int, int]:
    """How many characters have a place in the source, of how many; each is the one that stands there."""
    placed = mapped = 0
    for offset, character in enumerate(text):
        place = found.place_of(offset)
        mapped += place is not None
        if place is None or place.source is None:
            continue
        placed += 1
        there = source[place.source]
        if there == "&":
            end = source.find(";", place.source) + 1 or len(source)
            entity = source[place.source : min(end, place.source + 40)]
            assert character in html.unescape(entity)
        elif there in "\r\0":
            assert character in "\n\ufffd"
        else:
            assert there == character
    return placed, mapped


@pytest.mark.parametrize(
    "page",
    sorted(
        [*PAGES.glob("*.html"), *PAGES.glob("dev/[!rd]*.html"), *PAGES.glob("check/[!rj]*.html")]
    ),
    ids=lambda page: page.name,
)
def test_every_character_of_a_real_page_has_a_place_in_its_source(page: Path) -> None:
    data = page.read_bytes()
    document, found = read_page(data, page.name, silent, places=True)
    placed, mapped = check_source(document.text, found, page_text(data, page.name, silent))
    assert placed == mapped > 0


@pytest.mark.parametrize(
    "inner",
    [
        "AT&amp;T &lt;b&gt; &#8220;four&#x201d; &nbsp; &hellip;",
        "One<!-- not this --> two<!-->three",
        "One\r\ntwo\rthree",
        "<b title='a > b'>One</b><i title=\"</p>\">two</i>",
        "<script>One two</script>One two",
        "<title>One</title>One",
        "<![CDATA[One]]>One <?php echo 'One' ?> two",
        "A < b and c &; d &bogus; e",
        "&notit; &amp",
        "<textarea>One</textarea>One",
    ],
)
def test_a_character_is_found_behind_whatever_stands_before_it(inner: str) -> None:
    data = f"<html><body><p>{SAID}</p><p>{inner} end of it.</p></body></html>".encode()
    document, found = read_page(data, "page.html", silent, places=True)
    placed, mapped = check_source(document.text, found, data.decode())
    assert document.text.endswith("end of it.")
    assert placed == mapped
    end = found.place_of(len(document) - len("end of it."))
    assert end is not None
    assert end.source == data.decode().index("end of it.")


@settings(max_examples=25, deadline=None)
@given(st.lists(tokens, max_size=30).map("".join))
def test_any_soup_of_tags_has_right_places_or_none(soup: str) -> None:
    data = f"<p>{SAID}</p>{soup}".encode()
    try:
        document, found = read_page(data, "page.html", silent, places=True)
    except UnreadableInput:
        return
    check_source(document.text, found, page_text(data, "page.html", silent))


def test_without_a_wish_for_places_there_are_none_in_the_source() -> None:
    _, found = read_page(f"<p>{SAID}</p>".encode(), "page.html", silent)
    assert found.pieces[0].place.source is None


def test_a_path_leads_to_an_element() -> None:
    root = document_fromstring("<div><p>One</p><p>Two <b>three</b></p></div>")
    assert path_of(root, 5) == "/html/body/div/p[2]/b"
    assert path_of(root, 99) is None


def test_the_text_of_a_source_takes_work_in_proportion() -> None:
    units = [
        "<p>a",
        "<!-- ",
        "<!-- a -->",
        "&amp;",
        "&",
        "<",
        "<p a='",
        "<script>",
        "\r\n",
        "</p",
        "a ",
    ]
    check_linear(lambda source: SourceText(source).text, units, sizes=(3_000, 12_000))

    def work(inner: str) -> None:
        try:
            read_page(f"<p>{SAID}</p>{inner}".encode(), "page.html", silent, places=True)
        except UnreadableInput as problem:
            assert "nested" in problem.what

    check_linear(work, ["<p>a ", "a&amp;b ", "<!-- x -->a "], sizes=(1_500, 6_000))
