"""A page's metadata: title, outlet, byline, address, dates.

They are read from its JSON-LD (schema.org), its meta elements, marked elements and the lines that
readers see around the title. What is missing, or given in two ways of equal rank, is unknown.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from lxml.html import HtmlElement

from sayso.lexicon.pages import page_words
from sayso.model.text import Document, day_of
from sayso.read.bylines import agencies_once
from sayso.read.corrections import corrections_in
from sayso.read.heads import NOTHING_KNOWN, HeadData, with_head
from sayso.read.limits import MAX_TITLE_CHARACTERS
from sayso.read.pages.authors import byline_of, names_marked
from sayso.read.pages.credits import agencies_credited
from sayso.read.pages.date_fields import dates_of
from sayso.read.pages.linked import Update, linked_article
from sayso.read.pages.marked_up import TitleArticle
from sayso.read.pages.mastheads import masthead_names
from sayso.read.pages.opening import opening_of, title_line
from sayso.read.pages.outlets import outlet_of
from sayso.read.pages.running import entries_of
from sayso.read.pages.shown import shown_by
from sayso.read.pages.shown_lines import Line
from sayso.read.pages.stated import (
    contents_named,
    meta_contents,
    own_address,
    tidy_value,
    web_address,
)
from sayso.read.pages.titles import subtitle_of, title_of

FOOTER_LINES = 30


@dataclass(frozen=True, slots=True)
class PageHead:
    """What a page says of itself: `known`, the `updates` of a live blog, and `remarks` on dates that
    were given and cannot be."""

    known: HeadData = NOTHING_KNOWN
    updates: tuple[Update, ...] = ()
    remarks: tuple[str, ...] = ()

    @property
    def title(self) -> str | None:
        """The title of the report."""
        return self.known.title


def head_of(root: HtmlElement, saved: HeadData = NOTHING_KNOWN) -> PageHead:
    """The page's metadata.

    `saved` is what is known of the fetching of the page: it fills gaps, and a date later than its
    `crawled` is refused.
    """
    metas = meta_contents(root)
    shown = shown_by(root)
    url = own_address(root, metas)
    page_title = _page_title(root)
    stated_titles = [one for one in (*contents_named(metas, "title"), page_title) if one]
    headings = [line.text for line in shown.lines if line.tag == "h1"]
    linked = linked_article(root, url, [*stated_titles, *headings])
    titles = [one for one in (linked.title, *stated_titles) if one]
    own_names = [*contents_named(metas, "outlet"), linked.outlet, linked.site]
    at = title_line(shown.lines, titles, [one for one in own_names if one])
    opening = opening_of(shown.lines, at)
    article = TitleArticle(shown.lines, opening)
    outlet = outlet_of(
        [
            *contents_named(metas, "outlet")[:1],
            linked.site,
            linked.outlet,
            *contents_named(metas, "outlet")[1:],
            *article.said(shown, "publisher"),
        ],
        page_title,
        [*titles[:-1], *([shown.lines[at].text] if at is not None else [])],
        url or linked.url,
        _footer(shown.lines),
        [line.text for line in shown.lines if not line.is_prose],
        masthead_names(root),
    )
    section = _section_of(
        [*contents_named(metas, "section"), linked.section, *article.said(shown, "articleSection")]
    )
    outlets = [
        one for one in (outlet, linked.outlet, linked.site, *contents_named(metas, "outlet")) if one
    ]
    title = title_of(shown, at, titles, outlets, url, section)
    byline = byline_of(metas, linked, shown, opening, outlets)
    agencies = agencies_once([*agencies_credited(shown.lines, opening), *byline.agencies])
    names = [
        *byline.people,
        *agencies,
        *outlets,
        section or "",
        *names_marked(shown.marked, opening),
    ]
    decided = dates_of(
        metas, linked, shown, opening, url or linked.url, names, day_of(saved.crawled)
    )
    known = HeadData(
        title=title,
        subtitle=subtitle_of(metas, linked, shown, opening, title),
        outlet=outlet,
        byline=byline.words,
        section=section,
        agency=", ".join(agencies) or None,
        url=url or web_address(linked.url),
        published=decided.published,
        modified=decided.modified,
        dates=decided.dates,
    )
    return PageHead(known.filled_from(saved), linked.updates, decided.remarks)


def with_page_head(document: Document, head: PageHead) -> Document:
    """The document with what its page says of it: its head, entries and corrections."""
    found = with_head(document, head.known)
    return replace(
        found,
        entries=entries_of(document.text, head.known, head.updates),
        corrections=corrections_in(document.text),
    )


def _page_title(root: HtmlElement) -> str | None:
    title = next((one for one in root.iter("title") if _is_of_page(one)), None)
    return (
        tidy_value(title.text_content()[: 10 * MAX_TITLE_CHARACTERS]) if title is not None else None
    )


def _is_of_page(title: HtmlElement) -> bool:
    parent = title.getparent()
    return parent is None or parent.tag in ("head", "html", "body")


def _footer(lines: Sequence[Line]) -> Iterator[str]:
    return (line.text for line in reversed(lines[-FOOTER_LINES:]))


def _section_of(given: Iterable[str | None]) -> str | None:
    return next((one for one in given if one and _is_section_name(one)), None)


def _is_section_name(words: str) -> bool:
    return web_address(words) is None and words.casefold() not in page_words("no_sections")
