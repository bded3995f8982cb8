"""Heads that nobody would write but to do harm."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml.html import document_fromstring

from sayso.model.text import Document, is_moment
from sayso.read.pages.head import head_of, with_page_head
from tests.costs import check_linear

TITLE = "Market shelled in Orn"
PIECES = (
    *("<h1>", "</h1>", "<p>", "<div class='byline'>", "</div>", "<time datetime='2026-03-02'>"),
    *("</time>", "<aside>", "<span class='date published'>", "<a rel=author>", "<br>", "<table><td>"),
    *("<meta property='og:title' content='", "<meta name='author' content='", "'>", "<title>", "</title>"),
    *("<script type='application/ld+json'>", "</script>", '{"@type":"NewsArticle","headline":', "}"),
    *('"datePublished":"2026-03-02T', '08:15:00Z"', '"author":[{"name":"', '"}]', ",", "[", "]", '"'),
    *(TITLE, " | The Lantern", "By Ana Teller", "2 March 2026", "02/03/2026", "Updated", "&amp;#8217;"),
    *("\u202e", "\ud7ff", "\u200b", "\u0301", "0001-01-01", "\x07", "{{x}}", "©", "(AFP) -"),
)  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=8), max_size=40).map("".join))
def test_whatever_a_page_says_its_head_is_tidy(inside: str) -> None:
    root = document_fromstring(f"<html><body>{inside} x</body></html>".encode())
    head = head_of(root)
    known = head.known
    for value in (
        known.title,
        known.subtitle,
        known.outlet,
        known.byline,
        known.section,
        known.agency,
    ):
        assert value is None or (value.strip() and "\n" not in value)
    for moment in (known.published, known.modified, known.crawled):
        assert moment is None or is_moment(moment)
    text = "Twelve people were killed.\n\nCorrection: eleven."
    assert with_page_head(Document("a", text), head).text == text


@pytest.mark.parametrize(
    ("unit", "end"),
    [
        (
            "<meta name='author' content='Ana Teller'><meta property='og:title' content='A b c d'>",
            "",
        ),
        ("<p class='byline'>By Ana Teller</p>", ""),
        ("<a rel='author'>Ana Teller</a>", ""),
        ("<time datetime='2026-03-02'>2 March</time>", ""),
        ("<span class='date'>2 March 2026 </span>", ""),
        (f"<h1>{TITLE} today</h1>", f"<title>{TITLE}</title>"),
        ("<div hidden>", "<h1>a</h1>"),
        ("<aside>a<p>b</p>", ""),
        ("<link rel='canonical' href='/a/2026/'>", ""),
        ("by Ana and ", ""),
    ],
)
def test_much_of_it_takes_work_in_proportion(unit: str, end: str) -> None:
    check_linear(
        lambda page: head_of(document_fromstring(f"<html>{page}</html>")), [unit], f"x{end}"
    )


def test_linked_data_of_many_things_take_work_in_proportion() -> None:
    def read(count: str) -> None:
        nodes = [{"@type": "NewsArticle", "headline": f"{TITLE} {n}"} for n in range(len(count))]
        script = f'<script type="application/ld+json">{json.dumps(nodes)}</script>'
        head_of(document_fromstring(f"<html>{script}<title>{TITLE}</title><p>x</html>"))

    check_linear(read, ["x"], sizes=(1_000, 4_000))
