"""A page's metadata: title, outlet, byline, address, date.

They are read from its JSON-LD (schema.org), its meta elements and marked elements. What is missing,
or given in two ways of equal rank, is unknown.
"""

import html
import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from sayso.lexicon.pages import page_names
from sayso.read.blanks import is_blank
from sayso.read.dates import is_outside_plausible_years, published_as
from sayso.read.limits import MAX_TITLE_CHARACTERS
from sayso.read.pages.linked import linked_article

MAX_LOOKED_AT_CHARACTERS = 20_000  # of a heading's or an author's text, with its white space
BY = re.compile(r"(?:(?:written |reported )?by)\s*:?\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PageHead:
    """What is known about a page besides its text.

    `refused_date` is a date of publication that was given and cannot be one (0001-01-01).
    """

    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    url: str | None = None
    published: str | None = None
    refused_date: str | None = None


def head_of(root: HtmlElement) -> PageHead:
    """The page's metadata."""
    metas = _meta_contents(root)
    url = _first_known(map(_web_address, [*_canonical_links(root), *_contents_named(metas, "url")]))
    linked = linked_article(root, url)
    outlet = _first_known([linked.outlet, *_contents_named(metas, "outlet")])
    dates = [one for one in (linked.published, *_contents_named(metas, "published")) if one]
    published = _published_date(root, dates)
    return PageHead(
        title=_first_known(
            [*_contents_named(metas, "title"), linked.title, *_page_headings(root, outlet)]
        ),
        outlet=outlet,
        byline=_first_known([linked.byline, _meta_authors(metas), _marked_author(root)]),
        url=url or _web_address(linked.url),
        published=published,
        refused_date=None if published else next(filter(is_outside_plausible_years, dates), None),
    )


def _meta_contents(root: HtmlElement) -> dict[str, list[str]]:
    """The contents of the page's meta elements by their names, in lower case."""
    metas: dict[str, list[str]] = {}
    for meta in root.iter("meta"):
        content = _tidy_value(meta.get("content"))
        for key in ("property", "name", "itemprop"):
            if content and (name := meta.get(key, "").strip().lower()):
                metas.setdefault(name, []).append(content)
    return metas


def _contents_named(metas: dict[str, list[str]], kind: str) -> list[str]:
    return [content for name in page_names(kind) for content in metas.get(name, ())]


def _first_known(values: Iterable[str | None]) -> str | None:
    return next((value for value in values if value), None)


def _tidy_value(value: str | None) -> str | None:
    """A value on one line, with entities that were escaped twice decoded.

    None if it is too long or shows nothing.
    """
    tidy = " ".join(html.unescape(value or "").split())
    return tidy if len(tidy) <= MAX_TITLE_CHARACTERS and not is_blank(tidy) else None


def _canonical_links(root: HtmlElement) -> list[str]:
    links = [link for link in root.iter("link") if "canonical" in link.get("rel", "").split()]
    return list(dict.fromkeys(link.get("href", "").strip() for link in links))


def _web_address(value: str | None) -> str | None:
    try:
        parts = urlsplit(value or "")
    except ValueError:
        return None
    return value if parts.scheme in ("http", "https") and parts.netloc else None


def _page_headings(root: HtmlElement, outlet: str | None) -> list[str | None]:
    """The page's only <h1>, and its title without the outlet's name at the end."""
    headings = [_tidy_value(_text_inside(heading)) for heading in root.iter("h1")]
    title = _tidy_value(next((_text_inside(one) for one in root.iter("title")), None))
    if title and outlet and title.endswith(outlet) and title != outlet:
        title = title.removesuffix(outlet).rstrip(" |-–—·•:»") or None
    return [headings[0] if len(headings) == 1 else None, title]


def _meta_authors(metas: dict[str, list[str]]) -> str | None:
    """The authors in the first meta element that names any; addresses are no names."""
    for name in page_names("byline"):
        names = [one for one in metas.get(name, ()) if _web_address(one) is None]
        if names:
            return _tidy_value(", ".join(dict.fromkeys(BY.sub("", one, count=1) for one in names)))
    return None


def _marked_author(root: HtmlElement) -> str | None:
    """The author in elements marked as such, if all name the same one."""
    names: set[str] = set()
    for element in root.iter("a", "span", "p", "div", "address", "cite"):
        marks = f"{element.get('rel', '')} {element.get('itemprop', '')}".lower().split()
        if "author" in marks or "byline" in element.get("class", "").lower().split():
            name = _tidy_value(_text_inside(element))
            if name and len(name) < MAX_TITLE_CHARACTERS // 5:
                names.add(BY.sub("", name, count=1))
        if len(names) > 1:
            return None
    return names.pop() if names else None


def _text_inside(element: HtmlElement) -> str | None:
    """The text of an element; None if it is far too long for a title or a name."""
    parts: list[str] = []
    length = 0
    for part in element.itertext():
        parts.append(part)
        length += len(part)
        if length > MAX_LOOKED_AT_CHARACTERS:
            return None
    return "".join(parts)


def _published_date(root: HtmlElement, dates: Iterable[str]) -> str | None:
    said = _first_known(map(published_as, dates))
    if said:
        return said
    times = list(root.iter("time"))
    marked = [
        one for one in times if one.get("itemprop") == "datePublished" or "pubdate" in one.attrib
    ]
    moments = {one.get("datetime", "") for one in marked or times} - {""}
    return published_as(moments.pop()) if len(moments) == 1 else None
