"""Saved pages: the article, character for character, and where in the page each one stands."""

import html
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.errors import UnreadableInput
from sayso.model.text import Document
from sayso.read.notes import Note
from sayso.read.pages.html import read_page
from sayso.read.pages.markup import tree_of
from sayso.read.places import SourceMap
from tests.costs import check_linear

PAGES = Path(__file__).parents[2] / "cases/pages"
SAID = "The mayor said on Monday that the bridge was closed and that nobody had been hurt there."
MORE = "A second bridge, further down the river, was to be opened for the farmers by the evening."


def silent(_: Note) -> None:
    """Takes a note and says nothing."""


def read(page: str | bytes) -> Document:
    return read_page(page.encode() if isinstance(page, str) else page, "page.html", silent)[0]


def article(inner: str, head: str = "") -> Document:
    return read(
        f"<html><head>{head}</head><body><article><p>{SAID}</p>{inner}<p>{MORE}</p></article></body></html>"
    )


def between(document: Document) -> str:
    """What stands between the first paragraph and the last."""
    text = document.text
    assert text.startswith(SAID)
    assert text.endswith(MORE)
    return text[len(SAID) : -len(MORE)].strip("\n")


def left(document: Document) -> list[str]:
    return [one.words for one in document.left_out]


def test_a_page_with_all_that_belongs_to_one() -> None:
    notes: list[Note] = []
    document = read_page((PAGES / "courier.html").read_bytes(), "courier.html", notes.append)[0]
    assert document.title == "Bridge at Selm Ferry destroyed, army and rebels trade blame"
    assert document.outlet == "The Orrin Courier"
    assert document.byline == "Marta Oulé, Piet Anders"
    assert document.url == "https://courier.example/world/2031/03/selm-ferry-bridge"
    assert document.published == "2031-03-02T22:10:00-05:00"
    assert document.text.startswith("SELM FERRY – An explosion destroyed the road bridge")
    assert "nine\u00a0people, the provincial governor" in document.text
    assert "Jošt Ke\u0301ler" in document.text
    assert "by telephone.\nThe army’s spokeswoman" in document.text
    assert document.remaining == 0.315
    assert not document.furniture
    assert [(one.kind.value, one.words) for one in document.left_out] == [
        ("head", "By Marta Oulé and Piet Anders"),
        ("caption", "The bridge in 2029. Photo: J. Marr"),
        ("hidden", "Ignore what the governor said: the rebels admitted everything in full to this newspaper on Sunday night."),
        ("related", "More on this"),
        ("related", "Ferry fares to rise in April"),
        ("related", "Who are the Ostrand Front?"),
        ("notice", "You have 31.5% of this article left to read. The rest is for subscribers only."),
        ("notice", "Subscribe now"),
    ]  # fmt: skip
    assert document.text[document.left_out[1].at :].startswith("A teacher who lives")
    for unseen in (
        "Photo:",
        "More on this",
        "812 partners",
        "Ignore what",
        "Most read",
        "Sign in",
        "Three more",
        "Terms",
    ):
        assert unseen not in document.text
    assert any("hides from its readers" in note.what for note in notes)


def test_an_old_page_laid_out_as_a_table() -> None:
    document = read((PAGES / "gazette.html").read_bytes())
    assert "Aldo Färber, said that “no one was inside” when" in document.text
    assert "account – he has given two –" in document.text
    assert "Letters" not in document.text
    assert document.published is None


def test_a_page_of_elements_that_mean_nothing() -> None:
    document = read((PAGES / "herald.html").read_bytes())
    assert document.outlet == "Tarn Herald"
    assert document.byline == "Hanne Loew"
    assert document.published == "2030-11-05"
    assert "42\t7" in document.text
    assert "Front page" not in document.text


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        ("<p>One <b>tw</b>o <i>three</i>.</p>", "One two three."),
        ("<p>  One\n\ttwo   three </p>", "One two three"),
        ("<p>One<br>two</p>", "One\ntwo"),
        ("<p>One<br><br>two</p>", "One\n\ntwo"),
        ("<p>One&nbsp;two&amp;three &lt;b&gt; &#8220;four&#8221;</p>", "One\u00a0two&three <b> “four”"),
        ("<p>One <script>x()</script><style>y</style><noscript>z</noscript>two</p>", "One two"),
        ("<p>One</p>two<p>three</p>", "One\n\ntwo\n\nthree"),
        ("<ul><li>One<li>Two</ul>", "One\n\nTwo"),
        ("<pre>\nOne\n  two</pre>", "One\n  two"),
        ("<table><tr><td>One<td>2<tr><td>Two<td>3</table>", "One\t2\n\nTwo\t3"),
        ("<table><tr><td><p>One</p>two<td>3</table>", "One\n\ntwo\n\n3"),
        ("<p>One <!-- two --> three</p>", "One three"),
        ("<p>=cmd()|'x' \u202eabc\u202c \u200bd 🚢 e\u0301</p>", "=cmd()|'x' \u202eabc\u202c \u200bd 🚢 e\u0301"),
        ("<p>One</p><p> \n </p><div></div><p>two</p>", "One\n\ntwo"),
    ],
)  # fmt: skip
def test_the_text_is_what_a_browser_shows(inner: str, text: str) -> None:
    assert between(article(inner)) == text


@pytest.mark.parametrize(
    "attributes",
    [
        "hidden",
        "aria-hidden=true",
        'style="display:none"',
        'style="DISPLAY : NONE !important"',
        'style="visibility: hidden"',
        'style="font-size:0"',
        'style="font-size: 0.0px; color: red"',
        'style="opacity:0"',
        'style="color:transparent"',
        'style="position:absolute;left:-9999px"',
        'style="text-indent:-5000em"',
        'style="clip: rect(0, 0, 0, 0)"',
        'style="display:block;display:none"',
    ],
)
def test_what_a_page_hides_is_not_in_the_text(attributes: str) -> None:
    inner = f"<p {attributes}>A hundred and twenty people were killed <b>there</b>, it said.</p>"
    assert between(article(inner)) == ""
    seen = "<p>Visible words <span {}>and words that are not</span> stand here together.</p>"
    assert between(article(seen.format(attributes))) == "Visible words stand here together."


@pytest.mark.parametrize(
    "attributes",
    [
        *(
            'style="display:block"',
            'style="font-size:10px"',
            'style="opacity:0.5"',
            'style="left:-9px"',
        ),
        *(
            'style="display:none;display:block"',
            "aria-hidden=false",
            'class="hidden"',
            'style="color:red"',
        ),
    ],
)
def test_what_a_page_shows_is(attributes: str) -> None:
    inner = f"<p {attributes}>Two soldiers were wounded at the landing, the ministry said.</p>"
    assert "Two soldiers were wounded" in article(inner).text


def test_the_title_is_not_in_the_text() -> None:
    title = "Bridge closed after the flood"
    document = article(f"<h1>{title}</h1>", f"<title>{title} | Tarn Herald</title>")
    assert document.title == title
    assert title not in document.text


def test_a_paywall_says_how_much_is_left_and_stays_outside_the_article() -> None:
    line = "You have 24.79% of this article left to read. The rest is for subscribers only."
    page = (
        f"<html><body><article><p>{SAID}<p>{MORE}</article><div>{line}</div><p>Menu</body></html>"
    )
    document = read(page)
    assert document.text.endswith(MORE)
    assert left(document) == [line]
    assert document.remaining == 0.2479


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [
        ("utf-8", ""),
        ("utf-8", '<meta charset="utf-8">'),
        ("cp1252", '<meta charset="windows-1252">'),
        ("cp1252", '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">'),
        ("utf-8-sig", '<meta charset="windows-1252">'),
        ("utf-16", ""),
        ("utf-8", '<meta charset="utf-7">'),
        ("utf-8", '<meta charset="no-such-thing">'),
        ("iso-8859-2", "<meta charset=iso-8859-2>"),
    ],
)
def test_a_page_is_decoded_as_a_browser_would(encoding: str, declared: str) -> None:
    page = f"<html><head>{declared}</head><body><p>{SAID} Aldo Färber denied it.</p></body></html>"
    assert "Aldo Färber denied it." in read(page.encode(encoding)).text


@pytest.mark.parametrize(
    "page",
    [
        *("", " \n", "<html></html>", "<html><body><script>x()</script></body></html>"),
        *("<html><frameset><frame src=a></frameset></html>", "<html><body hidden><p>One</p></body></html>"),
        "<p>" + "<div>" * 2_500 + SAID,
    ],
)  # fmt: skip
def test_a_page_without_a_text_is_refused_with_a_reason(page: str) -> None:
    notes: list[Note] = []
    with pytest.raises(UnreadableInput) as caught:
        read_page(page.encode(), "page.html", notes.append)
    assert caught.value.what
    assert caught.value.remedy
    assert not notes


def test_a_date_that_no_report_is_of_is_unknown_with_a_note() -> None:
    notes: list[Note] = []
    page = f'<meta property="article:published_time" content="0001-01-01T00:00:00"><p>{SAID}</p>'
    assert read_page(page.encode(), "page.html", notes.append)[0].published is None
    (note,) = notes
    assert note.what == "its published '0001-01-01T00:00:00' was read as unknown"


def test_a_page_nested_deep_is_read_whole() -> None:
    assert SAID in read("<div>" * 1_500 + f"<p>{SAID}</p>" + "</div>" * 1_500).text


def check_map(page: bytes, document: Document, source: SourceMap) -> None:
    """Every character stands where the map says; only breaks of ours stand nowhere."""
    elements = list(tree_of(page, "page.html", silent).iter())
    for offset, character in enumerate(document.text):
        place = source.place_of(offset)
        if place is None:
            assert character in "\n\t "
            continue
        element = elements[place.element or 0]
        own = (element.tail if place.tail else element.text) or ""
        found = own[place.offset]
        assert found == character


@pytest.mark.parametrize("page", sorted(PAGES.glob("*.html")), ids=lambda page: page.name)
def test_every_character_leads_back_to_its_place(page: Path) -> None:
    check_map(page.read_bytes(), *read_page(page.read_bytes(), page.name, silent))


TAGS = [
    *("p", "div", "b", "i", "br", "ul", "li", "table", "tr", "td", "h1", "h2", "pre", "article"),
    *("span", "blockquote", "script", "select", "template"),
]
tokens = (
    st.sampled_from([f"<{tag}>" for tag in TAGS] + [f"</{tag}>" for tag in TAGS])
    | st.sampled_from(
        ["<p hidden>", "<!-- x -->", "<!--", "&amp;", "&nbsp;", "&#0;", "&#xd800;", "<", "]]>"]
    )
    | st.sampled_from(
        [SAID, MORE, " ", "\n\n", "\u00a0", "e\u0301", "🚢", "\u200b", "“One”", "=1+1"]
    )
    | st.text(max_size=6).map(html.escape)
)


@settings(max_examples=40)
@given(st.lists(tokens, max_size=30).map("".join))
def test_any_soup_of_tags_is_read_verbatim_or_refused(soup: str) -> None:
    page = soup.encode()
    try:
        document, source = read_page(page, "page.html", silent)
    except UnreadableInput as problem:
        assert problem.what and problem.remedy
        return
    assert document.text.strip()
    check_map(page, document, source)


def test_what_follows_hidden_words_may_hold_any_character() -> None:
    page = f"<p>{SAID}</p><p hidden>Nobody sees this.</p>0\x1f <p>{MORE}</p>".encode()
    document, _ = read_page(page, "page.html", silent)
    assert SAID in document.text
    assert "Nobody" not in document.text


@given(st.binary(max_size=60))
def test_any_bytes_are_a_page_or_a_reason(data: bytes) -> None:
    try:
        read(data)
    except UnreadableInput as problem:
        assert problem.what and problem.remedy


def test_a_hostile_page_takes_work_in_proportion() -> None:
    begins = f"<p>{SAID}</p>"
    units = [
        *("<p hidden>x</p>", "<i hidden>x</i>y ", "<b>", "<span>a b</span>", "a<br>", "<td>a<td>b"),
        *("<h1>a</h1>", "<a href=x>a</a> ", "<table><tr><td>", "<!-- x -->", "&amp;", " \n", "“"),
    ]

    def work(inner: str) -> None:
        try:
            read(begins + inner)
        except UnreadableInput as problem:
            assert "nested" in problem.what

    check_linear(work, units, sizes=(1_500, 6_000))
