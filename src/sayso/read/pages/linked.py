"""What a page's JSON-LD (schema.org) says about its article."""

import html
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from sayso.lexicon.pages import page_names
from sayso.read.blanks import is_blank
from sayso.read.limits import MAX_URL_CHARACTERS
from sayso.read.pages.opening import is_like
from sayso.read.pages.stated import one_line

Node = dict[str, Any]
SURROGATE = re.compile("[\ud800-\udfff]")
MAX_CHARACTERS = 10_000  # of a value
MAX_PEOPLE = 40
MAX_NODES = 5_000  # a page's own article comes early
MAX_UPDATES = 2_000  # of a live blog
MAX_BODY_CHARACTERS = 400  # of an entry of a live blog, to know it by
# What systems write around JSON, and a comma that does not belong there.
AROUND = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>|;)\s*$")
LAST_COMMA = re.compile(r",(?=\s*[}\]])")
PEOPLE = frozenset({"Person"})
HOUSES = frozenset(
    {"Organization", "NewsMediaOrganization", "Corporation", "WebSite", "Brand", "Organisation"}
)


@dataclass(frozen=True, slots=True)
class Update:
    """An entry of a live blog as the page's linked data give it."""

    title: str | None
    body: str | None
    published: str | None


@dataclass(frozen=True, slots=True)
class Linked:
    """The article as the page's linked data describes it.

    `people` are authors that are not said to be organisations, `houses` those that are. `source` are
    the organisations that it credits. `published` and `modified` are as given; there are several of the
    first where several descriptions of the article differ.
    """

    title: str | None = None
    subtitle: str | None = None
    outlet: str | None = None
    site: str | None = None
    people: tuple[str, ...] = ()
    houses: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    section: str | None = None
    url: str | None = None
    published: tuple[str, ...] = ()
    modified: str | None = None
    updates: tuple[Update, ...] = ()


def linked_article(root: HtmlElement, url: str | None, titles: Sequence[str] = ()) -> Linked:
    """The page's own article: the one at its address, the one with its title, or the only one.

    Where there is none, what is said of the page itself; else nothing is known.
    """
    nodes = list(_linked_nodes(root))
    by_id = {
        node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and len(node) > 1
    }
    site = next(
        (
            name
            for node in nodes
            if "WebSite" in _node_kinds(node) and (name := _tidy_string(node.get("name")))
        ),
        None,
    )
    articles = [node for node in nodes if _node_kinds(node) & set(page_names("articles"))]
    own = _own_articles(articles, url, titles)
    if not own and not articles:
        pages = [node for node in nodes if _node_kinds(node) & set(page_names("web_pages"))]
        own = _own_articles(pages, url, titles)
    return _described(own, by_id, site) if own else Linked(site=site)


def _own_articles(
    articles: Sequence[Node], url: str | None, titles: Sequence[str]
) -> Sequence[Node]:
    """The descriptions of the page's own article."""
    own_address = _plain_address(url)
    at_address = [
        node for node in articles if own_address in map(_plain_address, _node_addresses(node))
    ]
    named = [
        node
        for node in articles
        if (given := _headline(node)) and any(is_like(given, title) for title in titles)
    ]
    only = [node for node in articles if not (url and titles and _is_elsewhere(node, url))]
    for own in ((at_address if url else []), named, only):
        if own and len({_headline(node) for node in own} - {None}) <= 1:
            return own
    return ()


def _is_elsewhere(node: Node, url: str) -> bool:
    """Whether the thing has an address of its own, of another page than this."""
    given = [node.get("url"), node.get("mainEntityOfPage")]
    addresses = [one for one in given if isinstance(one, str) and one.startswith("http")]
    return bool(addresses) and _plain_address(url) not in map(_plain_address, addresses)


def _described(own: Sequence[Node], by_id: dict[str, Node], site: str | None) -> Linked:
    """What the fullest description says, with the dates of all."""
    article = max(own, key=lambda node: bool(node.get("datePublished")) + bool(node.get("author")))
    published = [
        given for node in own[:MAX_PEOPLE] if (given := _first_string(node.get("datePublished")))
    ]
    authors = [
        *_named_things(article.get("author"), by_id),
        *_named_things(article.get("creator"), by_id),
    ]
    publisher = [name for name, _ in _named_things(article.get("publisher"), by_id)]
    sources = ("sourceOrganization", "provider", "copyrightHolder", "creditText")
    return Linked(
        title=_headline(article),
        subtitle=_tidy_string(article.get("alternativeHeadline")),
        outlet=publisher[0] if publisher else None,
        site=site,
        people=tuple(name for name, kinds in authors[:MAX_PEOPLE] if not kinds & HOUSES),
        houses=tuple(name for name, kinds in authors[:MAX_PEOPLE] if kinds & HOUSES),
        source=tuple(name for key in sources for name, _ in _named_things(article.get(key), by_id)),
        section=_first_string(article.get("articleSection")),
        url=next(iter(_node_addresses(article)), None),
        published=tuple(dict.fromkeys(published)),
        modified=_first_string(article.get("dateModified")),
        updates=tuple(_updates_of(article)),
    )


def _headline(node: Node) -> str | None:
    return _tidy_string(node.get("headline")) or _tidy_string(node.get("name"))


def _updates_of(article: Node) -> Iterator[Update]:
    given = article.get("liveBlogUpdate")
    for one in (given if isinstance(given, list) else [given])[:MAX_UPDATES]:
        if isinstance(one, dict):
            body = _tidy_string(one.get("articleBody"))
            yield Update(
                title=_headline(one),
                body=body[:MAX_BODY_CHARACTERS] if body else None,
                published=_first_string(one.get("datePublished")),
            )


def _linked_nodes(root: HtmlElement) -> Iterator[Node]:
    """Every object of the page's linked data that may be its own, outer before inner."""
    waiting: list[Any] = [
        _parsed_json(script.text) for script in root.iter("script") if _is_data(script)
    ]
    waiting.reverse()
    others = set(page_names("other_things"))
    for _ in range(MAX_NODES):
        if not waiting:
            return
        value = waiting.pop()
        if isinstance(value, dict):
            yield value
            waiting += reversed([inner for key, inner in value.items() if key not in others])
        elif isinstance(value, list):
            waiting += reversed(value)


def _is_data(script: HtmlElement) -> bool:
    return "ld+json" in script.get("type", "").lower()


def _parsed_json(text: str | None) -> Any:
    given = AROUND.sub("", AROUND.sub("", text or "null"))
    for form in (given, LAST_COMMA.sub("", given)):
        try:
            return json.loads(form, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _node_kinds(node: Node) -> set[str]:
    kinds = node.get("@type")
    listed = kinds if isinstance(kinds, list) else [kinds]
    return {re.split(r"[/:#]", kind)[-1] for kind in listed if isinstance(kind, str)}


def _node_addresses(node: Node) -> list[str]:
    page = node.get("mainEntityOfPage")
    given = [node.get("url"), page.get("@id") if isinstance(page, dict) else page, node.get("@id")]
    return [
        one for one in given if isinstance(one, str) and one.startswith(("http://", "https://"))
    ]


def _plain_address(url: str | None) -> str | None:
    """An address as it is compared: without scheme, "www.", query, fragment and last slash."""
    try:
        parts = urlsplit((url or "")[:MAX_URL_CHARACTERS])
    except ValueError:
        return None
    return f"{parts.netloc.removeprefix('www.')}{parts.path.rstrip('/')}" if parts.netloc else None


def _named_things(value: Any, by_id: dict[str, Node]) -> Iterator[tuple[str, set[str]]]:
    """The names of people or organisations, which may be described elsewhere, with their kinds."""
    for one in value if isinstance(value, list) else [value]:
        kinds: set[str] = set()
        if isinstance(one, dict):
            other = by_id.get(str(one.get("@id")), {})
            kinds = _node_kinds(one) or _node_kinds(other)
            one = one.get("name") or other.get("name")
        for name in one if isinstance(one, list) else [one]:
            tidy = _tidy_string(name)
            if tidy and not tidy.startswith(("http://", "https://")):
                yield tidy, kinds


def _first_string(value: Any) -> str | None:
    given = value if isinstance(value, list) else [value]
    return next((tidy for one in given if (tidy := _tidy_string(one))), None)


def _tidy_string(value: Any) -> str | None:
    """A string on one line; None if it shows nothing or has half a surrogate pair, as JSON can."""
    if not isinstance(value, str) or SURROGATE.search(value):
        return None
    tidy = one_line(html.unescape(html.unescape(value[:MAX_CHARACTERS])))
    return None if is_blank(tidy) else tidy
