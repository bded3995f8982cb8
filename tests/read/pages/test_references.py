"""The number of a note, behind the words that it is a note to, is no word of the text."""

import pytest

from sayso.read.pages.html import read_page

SAID = "The mayor said on Monday that the bridge was closed and that nobody had been hurt there"


def text_of(inner: str) -> str:
    page = f"<article><p>{SAID}.</p><p>{inner}</p><p>{SAID} at all.</p></article>"
    return read_page(page.encode(), "a.html", lambda _: None)[0].text.split("\n\n")[1]


@pytest.mark.parametrize(
    "reference",
    [
        "<sup><a href=#n1>1</a></sup>",
        "<sup class=reference><a href='/w/Bridge#note-1'>[12]</a></sup>",
        "<sup>[<a href=#n1>a</a>]</sup>",
        "<a class=footnote-anchor href=#footnote-1>1</a>",
        "<a href=#n>*</a>",
    ],
)
def test_a_reference_is_left_out(reference: str) -> None:
    assert text_of(f"{SAID} again.{reference} It is of wood.") == f"{SAID} again. It is of wood."


@pytest.mark.parametrize(
    "words",
    [
        "70 m<sup>3</sup>",
        "<a href=/towns/12>12</a> towns",
        "<a href=#start>1</a> of the towns",
        "<a href=#all>all of them</a>",
        "<a href=#>12</a>",
    ],
)
def test_other_numbers_and_links_stay(words: str) -> None:
    plain = "".join(part.split(">")[-1] for part in words.split("<"))
    assert text_of(f"{words} {SAID}.") == f"{plain} {SAID}."
