"""Lists of cards are no part of an article, and what only looks like one is."""

from itertools import count

import pytest

from sayso.read.pages.cards import cards_of
from sayso.read.pages.dom import page_of
from sayso.read.pages.html import read_page
from sayso.read.pages.markup import tree_of

BRIEF = (
    "<p>A ferry with forty people aboard ran aground off Cape Ilmen on Friday, the coastguard said. "
    "Nobody was hurt, and the boat was pulled free at high water by two tugs from Orvane.</p>"
    "<p>The owner denied that the pilot had been asleep when the boat left the marked channel.</p>"
)
REPORTS = [
    ("Baker of Orvane wins the rye prize again", "The loaf weighed four kilograms and was gone by noon."),
    ("Old bridge gets a new coat of paint", "Green was cheaper than grey, the council found."),
    ("Swan stops the harbour tram for an hour", "The driver offered bread, and the swan declined it."),
    ("Mayor of Karsen opens the reading room", "It has nine chairs and a stove that smokes a little."),
    ("Storm takes the roof of the fish hall", "The auction was held in the open on the next morning."),
    ("Poll finds a voter in four undecided", "The leading party is ahead by two points only."),
]  # fmt: skip
TITLES = ("Ferry runs aground off Cape Ilmen", "<h1>Ferry runs aground off Cape Ilmen</h1>")


def page_with(inner: str) -> bytes:
    return f"<html><head><title>{TITLES[0]}</title></head><body>{inner}</body></html>".encode()


def text_of(inner: str) -> str:
    return read_page(page_with(inner), "a.html", print)[0].text


def cards_in(inner: str) -> int:
    return len(cards_of(page_of(tree_of(page_with(inner), "a.html", print))))


def listed(form: str) -> str:
    """The reports, each written in a form with its title, its summary and its number."""
    numbers = count(1)
    return "".join(
        form.format(title=title, summary=summary, number=next(numbers))
        for title, summary in REPORTS
    )


FORMS = {
    "heading": "<div><h3><a href=/r/{number}>{title}</a></h3><p>{summary}</p></div>",
    "all a link": "<a href=/r/{number}><div><h4>{title}</h4><p>{summary}</p></div></a>",
    "section and date": "<li><span><div>World</div></span><h3><a href=/r/{number}>{title}</a></h3>"
    "<p>{summary}</p><small>{number} May 2026</small></li>",
    "line break": "<p><a href=/r/{number}>{title}</a><br>{summary}</p>",
    "cell": "<font><a href=/r/{number}>{title}</a><br>{summary}</font><br><br>",
    "no address": "<div><a href=#><b>{title}</b></a><p>{summary}</p></div>",
    "list of terms": "<dt><a href=/r/{number}>{title}</a></dt><dd>{summary}</dd>",
    "row": "<table><tr><td><a href=/r/{number}>{title}</a></td><td>{summary}</td></tr></table>",
    "no element": "<h4><a href=/r/{number}>{title}</a></h4><p>3 May 2026</p><p>{summary}</p>",
    "bold": "<p><b><a href=/r/{number}>{title}</a></b> {summary}</p>",
    "no link": "<div><div>World</div><div><b>{title}</b></div><p>{summary}</p></div>",
}


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
@pytest.mark.parametrize("around", ["<div>{}</div>", "<section><h2>More news</h2>{}</section>"])
def test_a_brief_is_read_without_the_lists_beside_it(form: str, around: str) -> None:
    lists = around.format(listed(form)) * 3
    text = text_of(f"<div>{TITLES[1]}<div>{BRIEF}</div>{lists}</div>")
    assert text.startswith("A ferry with forty") and text.endswith("the marked channel.")
    assert len(text.split("\n\n")) == 2


def test_cards_before_an_article_are_left_out_too() -> None:
    cards = listed(FORMS["heading"])
    text = text_of(f"<div>{cards}</div><div>{TITLES[1]}{BRIEF}</div>")
    assert text.startswith("A ferry with forty")


ENTRIES = {
    "places in the page": "<article><h3><a href=#e{number}>{title}</a></h3><p>{summary}</p></article>",
    "places by address": "<div><h3><a href=/live?e={number}>{title}</a></h3><p>{summary}</p></div>",
    "times": "<div><span><div>1{number}:05</div></span><h3>{title}</h3><p>{summary}</p></div>",
}


@pytest.mark.parametrize("form", ENTRIES.values(), ids=ENTRIES)
def test_the_entries_of_a_live_report_are_no_cards(form: str) -> None:
    assert cards_in(f"{TITLES[1]}{BRIEF}<div>{listed(form)}</div>") == 0


@pytest.mark.parametrize(
    "form",
    [
        "<div><h2>{title}</h2><p>{summary}</p></div>",
        "<section><h2>{title}</h2><p>{summary}</p></section>",
    ],
)
def test_short_sections_among_the_paragraphs_belong(form: str) -> None:
    text = text_of(f"<main>{TITLES[1]}{BRIEF}{listed(form)}</main>")
    assert all(summary in text for _, summary in REPORTS)


def test_a_list_of_the_dead_is_no_list_of_cards() -> None:
    names = ("Ana Ruiz Teller", "Jon Brask the elder", "Mira Ode", "Pavel Orm", "Tilda Marr")
    dead = "".join(f"<div><h3>{one}</h3><p>She was a teacher in Orvane.</p></div>" for one in names)
    assert cards_in(f"{TITLES[1]}{BRIEF}<div>{dead}</div>") == 0


def test_rows_of_cards_are_one_list() -> None:
    one, two, three = (
        "</div>".join(listed(FORMS["heading"]).split("</div>")[i : i + 2]) for i in (0, 2, 4)
    )
    assert (
        cards_in(
            f"{TITLES[1]}{BRIEF}" + "".join(f"<div>{row}</div></div>" for row in (one, two, three))
        )
        == 6
    )


def test_two_linked_titles_are_no_list() -> None:
    two = listed(FORMS["heading"]).split("</div>")[:2]
    assert cards_in(f"{TITLES[1]}{BRIEF}<div>{'</div>'.join(two)}</div></div>") == 0


def test_sections_of_several_paragraphs_are_no_cards() -> None:
    form = "<section><h2><a href=/t/{number}>{title}</a></h2><p>{summary}</p><p>{summary}</p></section>"
    assert cards_in(f"{TITLES[1]}{BRIEF}<div>{listed(form)}</div>") == 0


SECOND = (
    "<h1>Hail takes the apricots of the valley</h1><div>By Elka Torn</div>"
    "<p>A hailstorm destroyed most of the apricots in the Loam valley on Thursday, growers said.</p>"
    "<p>The insurer expected claims for half of that sum, and the ministry promised to help them.</p>"
)


def test_of_articles_side_by_side_only_the_first_is_read() -> None:
    first = f"{TITLES[1]}<div>By Vera Sand</div>{BRIEF}"
    text = text_of(f"<main><div>{first}</div><div>{SECOND}</div></main>")
    assert text.endswith("the marked channel.")


def test_sections_with_main_headings_are_one_article() -> None:
    more = SECOND.replace("<div>By Elka Torn</div>", "")
    text = text_of(f"<main><div>{TITLES[1]}{BRIEF}</div><div>{more}</div></main>")
    assert "A ferry" in text and "A hailstorm" in text


def test_what_stands_below_a_name_behind_the_text_is_said_of_the_writer() -> None:
    head = "<meta name=author content='Vera Sand'>"
    bio = (
        "<h3>Vera Sand</h3><p>Senior correspondent for the islands, who has twice been shot at.</p>"
    )
    page = page_with(f"{TITLES[1]}<div>{BRIEF}{bio}</div>").replace(
        b"<title>", f"{head}<title>".encode()
    )
    assert read_page(page, "a.html", print)[0].text.endswith("the marked channel.")


def test_findings_listed_below_a_heading_belong() -> None:
    found = (
        "<h3>Highlights</h3><ul><li>Some four thousand people have left the valley since the first of May.</li>"
        "<li>Two of five health posts are not working, the district says, for want of fuel.</li></ul>"
    )
    text = text_of(f"<article>{TITLES[1]}{found}<h3>Overview</h3>{BRIEF}</article>")
    assert "four thousand people" in text and "Two of five" in text
