"""An element with very many attributes loses those beyond the limit, and nothing else changes."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.read.notes import Note
from sayso.read.pages.attributes import MAX_ATTRIBUTES, limited_attributes
from sayso.read.pages.html import read_page
from tests.costs import check_linear

SAID = "<p>The mayor said on Monday that the bridge was closed and that nobody had been hurt.</p>"


def attributes_of(count: int) -> str:
    return " ".join(f'a{number}="&gt;{number}>"' for number in range(count))


@pytest.mark.parametrize(
    "source",
    [
        "<p a b=1 c='>' d=\">\">It is.</p>",
        "<p/a/b = c>It is.</p>",
        f"<!-- <p {attributes_of(300)}> -->It is.",
        f"<script>if (a<b && {attributes_of(300)}) c()</script>It is.",
        f"<title><p {attributes_of(300)}></title>It is.",
        "< p a b", "<p", "<p a='", "<!--", "<script>", "<p " + "a" * 900, "a < b > c", "",
    ],
)  # fmt: skip
def test_a_page_within_the_limit_stays_as_it_is(source: str) -> None:
    assert limited_attributes(source) == (source, 0)


@given(st.text(alphabet="<!-/ap =\"'>\n", max_size=40))
def test_whatever_a_page_holds_it_stays_as_it_is(source: str) -> None:
    assert limited_attributes(source) == (source, 0)


@pytest.mark.parametrize(
    "before", ["", "<!--> ", "<!-- a --!>", "<script>a<b</script>", "<p a='>'>"]
)
def test_attributes_beyond_the_limit_are_cut(before: str) -> None:
    kept = f"{before}<p {attributes_of(MAX_ATTRIBUTES)}"
    rest = ">It is > 3.</p><p b>"
    cut = attributes_of(MAX_ATTRIBUTES + 60).removeprefix(attributes_of(MAX_ATTRIBUTES))
    assert limited_attributes(kept + cut + rest) == (kept + rest, 1)


def test_the_page_is_read_with_a_note() -> None:
    notes: list[Note] = []
    page = f"<html><body>{SAID}<p {attributes_of(300)}>It is denied.</p>{SAID}"
    document = read_page(page.encode(), "page.html", notes.append)[0]
    assert "\n\nIt is denied.\n\n" in document.text
    assert [note.what for note in notes] == [
        "elements with more than 200 attributes: 1; the others were left out"
    ]
    plain = re.sub("<p [^<]*>It", "<p>It", page)
    assert document.text == read_page(plain.encode(), "page.html", notes.append)[0].text


def test_the_time_for_attributes_grows_with_their_number() -> None:
    def work(text: str) -> None:
        page = f"<html><body>{SAID}<p {attributes_of(len(text) // 4)}>It is.</p>{SAID}"
        read_page(page.encode(), "page.html", lambda _: None)

    check_linear(work, ["x"], sizes=(16_000, 64_000))
