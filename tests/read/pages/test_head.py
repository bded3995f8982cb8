"""What a page says of itself."""

import json
from typing import Any

import pytest
from lxml.html import document_fromstring

from sayso.read.heads import HeadData
from sayso.read.pages.head import head_of
from tests.costs import check_linear

URL = "https://herald.example/bridge"
TITLE = "Bridge closed after the flood"


def head(inside: str, body: str = "<p>It is denied.</p>") -> HeadData:
    page = document_fromstring(f"<html><head>{inside}</head><body>{body}</body></html>")
    return head_of(page).known


def meta(name: str, content: str, key: str = "property") -> str:
    return f'<meta {key}="{name}" content="{content}">'


def linked(*nodes: Any) -> str:
    return "".join(
        f'<script type="application/ld+json">{json.dumps(node)}</script>' for node in nodes
    )


def article(**said: Any) -> dict[str, Any]:
    return {"@type": "NewsArticle", "headline": TITLE, **said}


def test_a_page_that_says_nothing() -> None:
    assert head("") == HeadData()


@pytest.mark.parametrize(
    ("inside", "title"),
    [
        (meta("og:title", TITLE), TITLE),
        (meta("OG:Title", f"  {TITLE}\n"), TITLE),
        (meta("og:title", "Mayor&amp;#8217;s bridge"), "Mayor’s bridge"),
        (meta("twitter:title", TITLE, "name"), TITLE),
        (linked(article()), TITLE),
        (f"<title>{TITLE}</title>", TITLE),
        (meta("og:site_name", "Tarn Herald") + f"<title>{TITLE} | Tarn Herald</title>", TITLE),
        (meta("og:site_name", "Tarn Herald") + "<title>Tarn Herald</title>", "Tarn Herald"),
        (meta("og:title", "") + meta("headline", TITLE, "itemprop"), TITLE),
        (meta("og:title", "x" * 600), None),
        (meta("og:title", "\u200b\u3164") + f"<title>{TITLE}</title>", TITLE),
        (linked(article(headline="\u200b")) + f"<title>{TITLE}</title>", TITLE),
    ],
)
def test_a_title(inside: str, title: str | None) -> None:
    assert head(inside).title == title


def test_one_heading_is_the_title_and_of_two_neither() -> None:
    assert head("<title>Other</title>", f"<h1>{TITLE}</h1>").title == TITLE
    assert head("<title>Other</title>", f"<h1>{TITLE}</h1><h1>More</h1>").title == "Other"


@pytest.mark.parametrize(
    ("inside", "body", "byline"),
    [
        (meta("author", "By Ana Roll", "name"), "", "Ana Roll"),
        (meta("author", "Ana Roll", "name") * 2, "", "Ana Roll"),
        (meta("author", "Ana Roll") + meta("author", "Bo Lund"), "", "Ana Roll, Bo Lund"),
        (meta("article:author", "https://social.example/ana"), "", None),
        (linked(article(author={"name": "Ana Roll"})), "", "Ana Roll"),
        (linked(article(author=["Ana Roll", {"name": "Bo Lund"}])), "", "Ana Roll, Bo Lund"),
        ("", '<a rel="author">Ana Roll</a>', "Ana Roll"),
        ("", '<p class="byline">Reported by: Ana Roll</p>', "Ana Roll"),
        ("", '<a rel="author">Ana Roll</a><a rel="author">Bo Lund</a>', "Ana Roll, Bo Lund"),
        ("", f'<div class="byline">{"x" * 200}</div>', None),
    ],
)
def test_a_byline(inside: str, body: str, byline: str | None) -> None:
    assert head(inside, body or "<p>It is denied.</p>").byline == byline


def test_people_and_houses_may_be_described_elsewhere() -> None:
    graph = {
        "@graph": [
            {"@id": "#house", "@type": "Organization", "name": "Tarn Herald"},
            {"@id": "#ana", "@type": "Person", "name": "Ana Roll"},
            article(author=[{"@id": "#ana"}], publisher={"@id": "#house"}),
        ]
    }
    found = head(linked(graph))
    assert (found.byline, found.outlet) == ("Ana Roll", "Tarn Herald")


def test_of_several_articles_the_one_at_the_address_counts() -> None:
    others = [
        article(headline="Soup", url="https://herald.example/soup", datePublished="2020-01-01")
    ]
    own = article(mainEntityOfPage={"@id": URL}, datePublished="2021-03-02")
    canonical = f'<link rel="canonical" href="{URL}">'
    assert head(canonical + linked(*others, own)).published == "2021-03-02"
    assert head(linked(*others, own)).published is None


@pytest.mark.parametrize(
    ("inside", "body", "published"),
    [
        (linked(article(datePublished="2021-03-02T22:10:00-05:00")), "", "2021-03-02T22:10:00-05:00"),
        (linked(article(datePublished="2021-03-02T22:10:00")), "", "2021-03-02"),
        (meta("article:published_time", "2021-03-02T22:10Z"), "", "2021-03-02T22:10Z"),
        (meta("date", "March 2, 2021", "name"), "", "2021-03-02"),
        (meta("date", "soon", "name") + meta("pubdate", "2021-03-02", "name"), "", "2021-03-02"),
        ("", '<time datetime="2021-03-02">Sunday</time>', "2021-03-02"),
        ("", "<time>Sunday</time>", None),
        ("", '<time datetime="2021-03-02"></time><time datetime="2021-03-05"></time>', None),
        (
            "",
            '<time itemprop="datePublished" datetime="2021-03-02"></time><time datetime="2021-03-05">',
            "2021-03-02",
        ),
    ],
)  # fmt: skip
def test_a_date(inside: str, body: str, published: str | None) -> None:
    assert head(inside, body or "<p>It is denied.</p>").published == published


@pytest.mark.parametrize(
    ("inside", "url"),
    [
        (f'<link rel="canonical" href="{URL}">', URL),
        (meta("og:url", URL), URL),
        (linked(article(url=URL)), URL),
        ('<link rel="canonical" href="/bridge">', None),
        (meta("og:url", "javascript:alert(1)"), None),
        (meta("og:url", "http://[broken"), None),
    ],
)
def test_an_address(inside: str, url: str | None) -> None:
    assert head(inside).url == url


@pytest.mark.parametrize(
    "data",
    [
        *("", "null", "[]", "{broken", '"text"', "[" * 50_000, "1" * 5_000, '{"@type": 3}'),
        '{"@type": "NewsArticle", "headline": ["a"], "author": 3, "publisher": [[]]}',
        '{"@type": ["NewsArticle", null], "headline": "half \\ud800", "mainEntityOfPage": 4}',
    ],
)
def test_linked_data_that_make_no_sense_are_passed_over(data: str) -> None:
    found = head(f'<script type="application/ld+json">{data}</script>' + meta("og:title", TITLE))
    assert found == HeadData(title=TITLE)


def test_much_of_it_takes_work_in_proportion() -> None:
    check_linear(
        head, [meta("author", "a"), linked(article()), "<title>", '<link rel="canonical" href="x">']
    )
    check_linear(lambda body: head("", body), ["<h1>a</h1>", '<a rel="author">a</a>', "<time>"])


TEXT = f"<p>{'The bridge is closed, and the mayor denied it. ' * 3}</p>" * 2


@pytest.mark.parametrize(
    "body",
    [
        '<div class="masthead">Tarn Herald</div><h1>Bridge closed after the flood</h1>',
        '<a class="logo" href="/"><img src="l.svg" alt="Tarn Herald logo"></a><h1>Bridge closed</h1>',
        '<img src="mast.gif" alt="Tarn Herald"><h1>Bridge closed after the flood</h1>',
        '<a href="/">Tarn Herald</a><h1>Bridge closed after the flood</h1>',
        "<h1>Bridge closed after the flood</h1><p>Tarn Herald © 2021</p>",
        '<h1 class="site-title">Tarn Herald</h1><h2>Bridge closed after the flood</h2>',
    ],
)
def test_an_outlet_that_a_page_only_shows(body: str) -> None:
    assert head(f"<title>{TITLE}</title>", body + TEXT).outlet == "Tarn Herald"


@pytest.mark.parametrize("words", ["Back", "Home", "Front page", "Go Back", "News", "12"])
def test_a_link_to_the_front_page_that_names_no_outlet(words: str) -> None:
    body = f'<a href="/">{words}</a><h1>{TITLE}</h1>{TEXT}'
    assert head(f"<title>{TITLE}</title>", body).outlet is None


def test_a_heading_that_is_the_outlets_name_is_no_title() -> None:
    body = f"<h1>Tarn Herald</h1><h2>{TITLE}</h2><p>Ana Roll, 3 May 2021</p>{TEXT}"
    found = head(f"<title>{TITLE} - Tarn Herald</title>", body)
    assert (found.title, found.outlet, found.byline) == (TITLE, "Tarn Herald", "Ana Roll")


def test_a_page_may_say_all_in_one_element_for_parsely() -> None:
    said = '{"title":"x","section":"Port","authors":["Ana Roll"],"pub_date":"2021-03-02T08:00:00Z"}'
    found = head(f"<meta name='parsely-page' content='{said}'>")
    assert found.published == "2021-03-02T08:00:00Z"
    assert (found.section, found.byline) == ("Port", "Ana Roll")
    assert head("<meta name='parsely-page' content='[{'>") == HeadData()


def test_midnight_beside_a_day_is_the_day() -> None:
    at_midnight = meta("article:published_time", "2021-03-02T00:00:00Z")
    assert head(at_midnight, f"<h1>{TITLE}</h1><p>2 March 2021</p>{TEXT}").published == "2021-03-02"
    assert head(at_midnight, f"<h1>{TITLE}</h1>{TEXT}").published == "2021-03-02T00:00:00Z"
    shown = f"<h1>{TITLE}</h1><p>2 March 2021, 00:00 UTC</p>{TEXT}"
    assert head(at_midnight, shown).published == "2021-03-02T00:00:00Z"


def test_the_day_above_first_published_is_of_the_last_change() -> None:
    first = "First published on Mon 1 Mar 2021 08.15 GMT"
    body = f"<h1>{TITLE}</h1><details><summary>Tue 2 Mar 2021 12.40 GMT</summary>{first}</details>"
    found = head("", body + TEXT)
    assert found.published == "2021-03-01T08:15:00+00:00"
    assert found.modified == "2021-03-02T12:40:00+00:00"


def test_marked_elements_of_another_report_do_not_count() -> None:
    own = f'<h1>{TITLE}</h1><time itemprop="datePublished" content="2021-03-02">x</time>'
    other = '<div itemscope itemtype="http://schema.org/NewsArticle"><time itemprop="datePublished"'
    body = f"<article>{own}{TEXT}</article>{other} datetime='2020-01-01'>y</time></div>"
    assert head("", body).published == "2021-03-02"


@pytest.mark.parametrize(
    ("name", "content", "byline"),
    [
        ("dc.creator", "de Hals, Ruud", "Ruud de Hals"),
        ("citation_author", "Weil, Hanna M.", "Hanna M. Weil"),
        ("author", "Okoro, Ines; Holm, Piet", "Ines Okoro, Piet Holm"),
        ("author", "Ines Okoro, data editor, and Piet Holm", "Ines Okoro, Piet Holm"),
        ("author", "Søren Ækkelund Jr.", "Søren Ækkelund Jr."),
    ],
)
def test_names_that_fields_turn_round(name: str, content: str, byline: str) -> None:
    assert head(meta(name, content, "name")).byline == byline


def test_a_time_without_words_is_read() -> None:
    body = f"<h1>{TITLE}</h1><p>Roll <time datetime='2021-03-02'></time></p>{TEXT}"
    assert head("", body).published == "2021-03-02"
