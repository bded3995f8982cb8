"""What stands in a page and is no part of its article, and why."""

import pytest

from sayso.model.text import Document
from sayso.read.notes import Note
from sayso.read.pages.html import read_page
from tests.costs import check_linear

SAID = "The mayor said on Monday that the bridge was closed and that nobody had been hurt there."
THEN = "Divers are to look at the piers on Tuesday, if the river falls as the forecast has it."
MORE = "A second bridge, further down the river, was to be opened for the farmers by the evening."
LAST = "The owner of the ferry denied that his boat had touched the pier before the beams gave way."


def read(body: str) -> Document:
    notes: list[Note] = []
    page = f"<html><head><title>Bridge closed</title></head><body>{body}</body></html>"
    return read_page(page.encode(), "page.html", notes.append)[0]


def between(inner: str) -> Document:
    return read(
        f"<article><h1>Bridge closed</h1><p>{SAID}</p><p>{THEN}</p>{inner}<p>{MORE}</p><p>{LAST}</p></article>"
    )


@pytest.mark.parametrize(
    ("inner", "kind"),
    [
        ("<figure><img><figcaption>The bridge. Photo: J. Marr</figcaption></figure>", "caption"),
        ('<div class="wp-caption-text">The bridge in the rain of Monday morning.</div>', "caption"),
        ("<p>Photo: J. Marr</p>", "caption"),
        (f'<aside class="pullquote"><p>{THEN[:40]}</p></aside>', "pull_quote"),
        ("<blockquote>are to look at the piers on Tuesday</blockquote>", "pull_quote"),
        ('<p>Read more: <a href="/a">Fares to rise</a></p>', "related"),
        ('<p><a href="/a">Ferry fares are to rise in April again</a></p>', "related"),
        ('<div class="article__related-links"><p>Fares are to rise, and the mayor says that she knew of it.</p></div>', "related"),
        ("<div><h3>You might also like</h3><div><a href=a>On alert</a><p>An official said that 30 soldiers had died in the last drill of the year.</p></div></div>", "related"),
        ("<p>Advertisement</p>", "other"),
        ("<p>View this post on Instagram</p>", "other"),
        ("<p>___</p>", "other"),
        ("<p>Sign up for our morning letter, six days a week.</p>", "other"),
        ("<p>We rely on readers like you: become a member, or make a donation to our newsroom today.</p>", "other"),
        ('<div class="newsletter-box"><h3>Morning</h3><p>The five stories that you need, each day at six in your inbox.</p></div>', "other"),
        ('<ul class="share"><li>Share on Facebook</li></ul>', "other"),
        ("<p hidden>Ninety people died, it said.</p>", "hidden"),
    ],
)  # fmt: skip
def test_what_is_left_out_says_why_and_where(inner: str, kind: str) -> None:
    document = between(inner)
    assert document.text == "\n\n".join((SAID, THEN, MORE, LAST))
    assert {one.kind.value for one in document.left_out} == {kind}
    for one in document.left_out:
        assert document.text[one.at :].startswith(MORE)
    if kind != "hidden":
        assert document.words_left_out == sum(len(one.words.split()) for one in document.left_out)


@pytest.mark.parametrize(
    "inner",
    [
        "<p>He said no.</p>",
        "<h2>A second bridge</h2>",
        "<h2>“Nobody had been hurt there”</h2>",
        "<ul><li>One man is missing.</li><li>Two are held.</li></ul>",
        "<blockquote><p>They came without lights.</p></blockquote>",
        "<p>Asked about it, she <a href=a>declined to comment</a>.</p>",
        '<blockquote class="twitter-tweet"><p>I am at the gate.</p>— Petra Holm (@holm) <a href=a>March 2, 2026</a></blockquote>',
        "<p>“We support our men,” he said. “Make a donation, become a member,” says the page of the Front.</p>",
        "<p>Related by marriage, the two men had met at the mill on Sunday night.</p>",
        "<p><b>Correction:</b> An earlier version of this report gave the number of dead as nine.</p>",
    ],
)  # fmt: skip
def test_what_belongs_to_the_article_stays(inner: str) -> None:
    document = between(inner)
    assert not document.left_out
    assert document.text.startswith(SAID)
    assert document.text.count("\n\n") > 3


def test_a_box_that_holds_nearly_everything_is_no_box() -> None:
    document = read(f'<div class="has-sidebar widget promo"><p>{SAID}</p><p>{MORE}</p></div>')
    assert document.text == f"{SAID}\n\n{MORE}"


def test_a_mark_that_all_paragraphs_have_is_none() -> None:
    widgets = "".join(
        f'<div class="elementor-widget"><p>{one}</p></div>' for one in (SAID, MORE, LAST)
    )
    assert read(f"<main>{widgets}</main>").text == "\n\n".join((SAID, MORE, LAST))


def test_a_standfirst_is_before_the_byline() -> None:
    document = read(
        f"<main><h1>Bridge closed</h1><p>{THEN}</p><p>By Ana Teller</p><p>2 June 2031, 08:15</p>"
        f"<p>{SAID}</p><p>{MORE}</p><p>{LAST}</p></main>"
    )
    assert document.text == "\n\n".join((SAID, MORE, LAST))
    assert [(one.at, one.kind.value) for one in document.left_out] == [(0, "head")] * 3


def test_a_lead_in_a_box_of_its_own_is_found() -> None:
    document = read(
        f"<main><h1>Bridge closed</h1><div><div>{SAID}</div><div><p>{THEN}</p><p>{MORE}</p><p>{LAST}</p>"
        "</div></div></main>"
    )
    assert document.text.startswith(SAID)


def test_of_two_articles_the_one_with_the_title_is_read() -> None:
    other = f"<article><h1>Fares to rise</h1><p>{MORE}</p><p>{LAST}</p></article>"
    own = f"<article><h1>Bridge closed</h1><p>{SAID}</p><p>{THEN}</p></article>"
    for body in (own + other, other + own):
        assert read(body).text == f"{SAID}\n\n{THEN}"


def test_teasers_that_begin_with_a_linked_heading_are_no_text() -> None:
    card = f"<div><a href=a><h3>Fares to rise</h3></a><p>{LAST}</p></div>"
    document = read(
        f"<div><p>{SAID}</p><p>{THEN}</p><p>{MORE} {SAID} {THEN} {MORE} {SAID}</p>{card * 3}</div>"
    )
    assert LAST not in document.text


@pytest.mark.parametrize("link", ["<a name=top>", "<a href=/print>"])
def test_a_link_that_was_not_closed_links_nothing(link: str) -> None:
    document = read(f"{link}<div><p>{SAID}</p><p>{THEN}</p><p>{MORE}</p><p>{LAST}</p></div>")
    assert document.text == "\n\n".join((SAID, THEN, MORE, LAST))


def test_many_boxes_take_work_in_proportion() -> None:
    units = [
        *(
            "<h3>Related</h3>",
            "<div class=related><a href=a>a b c d e</a>",
            "<aside>a b c d e</aside>",
        ),
        *("<article><h1>a b c d e</h1>", "<h3><a href=a>a b c d</a></h3>", "<p>By Ana Teller</p>"),
        *("<div><a href=a>A B</a></div><p>a b c.</p>", "a<sup><a href=#a>1</a></sup>"),
        *("<table><tr><td><p>a</p><td><p>b</p>", "<div><span aria-hidden=true>A</span>"),
        *("<blockquote>a b c d e f</blockquote>", f"<p>{SAID}</p>", "<div hidden>a</div>"),
    ]
    check_linear(lambda inner: read(f"<p>{SAID}</p>{inner}"), units, sizes=(1_500, 6_000))


@pytest.mark.parametrize(
    "end",
    [
        "<p>Reporting was contributed by Lou Sandoval.</p>",
        "<p>A version of this article appears in print on 3 May, page 4.</p>",
        "<p>This story came by agency wire and was published automatically.</p>",
        "<p>If you would like the next letter, subscribe; it is free.</p>",
        "<h4>From our other pages</h4><p><a href=/1><b>Fares to rise.</b></a> It will be in April.</p>"
        "<p><a href=/2><b>Swan stops tram.</b></a> The bird sat there for an hour.</p>",
        "<div><img src=a><span>The bridge in the rain of Monday</span></div>",
        "<p><b>Save time with our short mail. <a href=/mail>Sign up for it here</a>.</b></p>",
        "<details><summary>How we work</summary><p>We publish nothing that one alone has seen.</p></details>",
        "<div class=internallink><h3>World</h3><h3>The river militias were dissolved long ago</h3></div>",
        "<div aria-label='newsletter promotion'><p>The key stories of the day in one mail.</p></div>",
    ],
)
def test_what_stands_at_the_end_and_speaks_of_the_report_is_left_out(end: str) -> None:
    page = f"<article><h1>Bridge closed</h1><p>{SAID}</p><p>{THEN}</p><p>{MORE}</p><p>{LAST}</p>{end}</article>"
    assert read(page).text == "\n\n".join((SAID, THEN, MORE, LAST))


@pytest.mark.parametrize(
    "end",
    [
        "A correction was made on 4 May: an earlier version of this article gave a wrong date.",
        "“This story was written by you,” he told the editor. “Subscribe to it yourself.”",
        "The owner of the ferry has asked the court for the film of the camera on the pier.",
    ],
)
def test_what_belongs_at_the_end_stays(end: str) -> None:
    page = f"<article><h1>Bridge closed</h1><p>{SAID}</p><p>{THEN}</p><p>{MORE}</p><p>{end}</p></article>"
    assert read(page).text.endswith(end)


@pytest.mark.parametrize(
    "caption",
    [
        "<div>The bridge on Monday, as seen from the ferry of the owner.<br>Ana Teller/The Lantern</div>",
        "<table><tr><td><img src=a><br>The mayor at supper last year, when he sang.</td></tr></table>",
    ],
)
def test_what_is_said_of_a_picture_is_no_text(caption: str) -> None:
    assert read(
        f"<div><h1>Bridge closed</h1>{caption}<p>{SAID}</p><p>{THEN}</p><p>{MORE}</p></div>"
    ).text == (f"{SAID}\n\n{THEN}\n\n{MORE}")


@pytest.mark.parametrize(
    "pulled",
    [
        "<blockquote>“Nobody was there at all. I saw it myself.”</blockquote>",
        "<div><blockquote><p>Nobody was there at all. I saw it myself.</p><footer>Ana Crane, deputy mayor</footer></blockquote></div>",
        "<div class=pq><span>“Nobody was there at all. I saw it myself.”</span><cite>Ana Crane</cite></div>",
    ],
)
def test_a_pull_quote_may_join_what_was_said_apart_and_name_who_said_it(pulled: str) -> None:
    told = "<p>“Nobody was there at all,” the deputy mayor, Ana Crane, told the court on Friday. “I saw it myself.”</p>"
    page = f"<article><h1>Bridge closed</h1><p>{SAID}</p>{told}{pulled}<p>{THEN}</p></article>"
    assert read(page).text.split("\n\n")[2:] == [THEN]


def test_a_subhead_in_bold_capitals_is_no_pull_quote() -> None:
    told = (
        "“We dug with our hands until seven,” the baker of the town told the reporters on Friday."
    )
    page = f"<div>{SAID}<br><br><b>“WE DUG WITH OUR HANDS”</b><br><br>{told}<br><br>{THEN}</div>"
    assert read(page).text.split("\n\n")[1] == "“WE DUG WITH OUR HANDS”"


def test_the_section_above_a_title_is_no_text() -> None:
    head = "<div><b>MEDIA</b><br>Two hurt as the bridge in Orn is closed</div>"
    page = f"<title>Two hurt as the bridge in Orn is closed</title><div>{head}<p>{SAID}</p><p>{THEN}</p></div>"
    assert read_page(page.encode(), "a.html", lambda _: None)[0].text == f"{SAID}\n\n{THEN}"


def test_links_in_brackets_are_links() -> None:
    links = "<p>[ <a href=#top>Back up</a> ] [ <a href=/mail>Mail the editor</a> ] | <a href=/print>For printing</a></p>"
    assert "Mail" not in read(f"<div><p>{SAID}</p><p>{THEN}</p><p>{MORE}</p>{links}</div>").text


def test_letters_behind_the_end_of_an_article_are_no_part_of_it() -> None:
    letters = f"<section><h3>Letters</h3><p>SIR – {LAST}</p></section>"
    page = f"<article><h1>Bridge closed</h1><p>{SAID}</p><p>{THEN}</p><p>{MORE}</p>"
    end = "<div class=author-bio><p>Lou Sandoval writes about rivers.</p></div>"
    assert "SIR" not in read(f"{page}{end}{letters}</article>").text
    assert f"Letters\n\nSIR – {LAST}" in read(f"{page}{letters}<p>{THEN}</p></article>").text


def test_a_letter_begins_with_its_greeting() -> None:
    page = f"<article><h1>To the board</h1><p>Dear friends,</p><p>{SAID}</p><p>{THEN}</p></article>"
    assert read(page).text.startswith("Dear friends,\n\n")


def test_the_comments_that_a_link_leads_to_are_no_article() -> None:
    post = "<h5>nix</h5><p>My brother works there, and he says that everybody in the yard knows it.</p>"
    page = f"<div>12.05.2026{SAID}</div><a href='#t'>3 comments</a><div id=t>{post * 3}</div>"
    assert "brother" not in read(page).text
