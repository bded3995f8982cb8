"""What a page says of itself: title, outlet, byline, address, date.

Said in its JSON-LD (schema.org), its meta elements, or elements marked as such; what is said
nowhere, or in two ways of equal rank, is unknown.
"""

import html
import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from sayso.lexicon.load import words
from sayso.read.dates import published_as
from sayso.read.linked import Linked, linked_article

LONGEST = 500  # characters of a title; more is no title
BY = re.compile(r"(?:(?:written |reported )?by)\s*:?\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Head:
    """What is known of a page besides its text."""

    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    url: str | None = None
    published: str | None = None


def head_of(root: HtmlElement) -> Head:
    """What the page says of itself."""
    metas = _metas(root)
    url = _first(map(_address, [*_canonical(root), *_named(metas, "url")]))
    linked = linked_article(root, url)
    outlet = _first([linked.outlet, *_named(metas, "outlet")])
    return Head(
        title=_first([*_named(metas, "title"), linked.title, *_headings(root, outlet)]),
        outlet=outlet,
        byline=_first([linked.byline, _authors(metas), _marked_author(root)]),
        url=url or _address(linked.url),
        published=_published(root, metas, linked),
    )


def _metas(root: HtmlElement) -> dict[str, list[str]]:
    """The contents of the page's meta elements by their names, in lower case."""
    metas: dict[str, list[str]] = {}
    for meta in root.iter("meta"):
        content = _tidy(meta.get("content"))
        for key in ("property", "name", "itemprop"):
            if content and (name := meta.get(key, "").strip().lower()):
                metas.setdefault(name, []).append(content)
    return metas


def _named(metas: dict[str, list[str]], kind: str) -> list[str]:
    return [content for name in words("pages", kind) for content in metas.get(name, ())]


def _first(values: Iterable[str | None]) -> str | None:
    return next((value for value in values if value), None)


def _tidy(value: str | None) -> str | None:
    """A value on one line, entities that were escaped twice read; too long is no value."""
    tidy = " ".join(html.unescape(value or "").split())
    return tidy if 0 < len(tidy) <= LONGEST else None


def _canonical(root: HtmlElement) -> list[str]:
    links = [link for link in root.iter("link") if "canonical" in link.get("rel", "").split()]
    return list(dict.fromkeys(link.get("href", "").strip() for link in links))


def _address(value: str | None) -> str | None:
    try:
        parts = urlsplit(value or "")
    except ValueError:
        return None
    return value if parts.scheme in ("http", "https") and parts.netloc else None


def _headings(root: HtmlElement, outlet: str | None) -> list[str | None]:
    """The page's one first-rank heading, then its title without the outlet's name at the end."""
    headings = [_tidy(heading.text_content()) for heading in root.iter("h1")]
    title = _tidy(next((one.text_content() for one in root.iter("title")), None))
    if title and outlet and title.endswith(outlet) and title != outlet:
        title = title.removesuffix(outlet).rstrip(" |-–—·•:»") or None
    return [headings[0] if len(headings) == 1 else None, title]


def _authors(metas: dict[str, list[str]]) -> str | None:
    """The names under the first of the author's names that has any; addresses are no names."""
    for name in words("pages", "byline"):
        names = [one for one in metas.get(name, ()) if _address(one) is None]
        if names:
            return _tidy(", ".join(dict.fromkeys(BY.sub("", one, count=1) for one in names)))
    return None


def _marked_author(root: HtmlElement) -> str | None:
    """The author whom an element of the page is marked to name, if all such name the same."""
    names = []
    for element in root.iter("a", "span", "p", "div", "address", "cite"):
        marks = f"{element.get('rel', '')} {element.get('itemprop', '')}".lower().split()
        if "author" in marks or "byline" in element.get("class", "").lower().split():
            name = _tidy(element.text_content())
            if name and len(name) < LONGEST // 5:
                names.append(BY.sub("", name, count=1))
    return names[0] if len(set(names)) == 1 else None


def _published(root: HtmlElement, metas: dict[str, list[str]], linked: Linked) -> str | None:
    given = [linked.published, *_named(metas, "published")]
    said = _first(published_as(one) for one in given if one)
    if said:
        return said
    times = list(root.iter("time"))
    marked = [
        one for one in times if one.get("itemprop") == "datePublished" or "pubdate" in one.attrib
    ]
    moments = {one.get("datetime", "") for one in marked or times} - {""}
    return published_as(moments.pop()) if len(moments) == 1 else None
