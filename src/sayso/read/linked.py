"""What a page's JSON-LD (schema.org) says of its article."""

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml.html import HtmlElement

from sayso.lexicon.load import words

Node = dict[str, Any]
SURROGATE = re.compile("[\ud800-\udfff]")
MOST = 5_000  # nodes that are looked at; a page's own article comes early


@dataclass(frozen=True, slots=True)
class Linked:
    """The article as the page's linked data describe it."""

    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    url: str | None = None
    published: str | None = None


def linked_article(root: HtmlElement, url: str | None) -> Linked:
    """The page's own article: the one at its address, or the only one. Of several, none."""
    nodes = list(_nodes(root))
    by_id = {
        node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and len(node) > 1
    }
    articles = [node for node in nodes if _kinds(node) & set(words("pages", "articles"))]
    own = [node for node in articles if url and url in _addresses(node)] or articles
    if not own or len({_text(node.get("headline")) for node in own}) > 1:
        return Linked()
    article = own[0]
    return Linked(
        title=_text(article.get("headline")),
        outlet=_names(article.get("publisher"), by_id),
        byline=_names(article.get("author"), by_id),
        url=next(iter(_addresses(article)), None),
        published=_text(article.get("datePublished")),
    )


def _nodes(root: HtmlElement) -> Iterator[Node]:
    """Every object of the page's linked data, outer before inner."""
    waiting: list[Any] = [
        _parsed(script.text) for script in root.iter("script") if _is_data(script)
    ]
    waiting.reverse()
    for _ in range(MOST):
        if not waiting:
            return
        value = waiting.pop()
        if isinstance(value, dict):
            yield value
            waiting += reversed(list(value.values()))
        elif isinstance(value, list):
            waiting += reversed(value)


def _is_data(script: HtmlElement) -> bool:
    return "ld+json" in script.get("type", "").lower()


def _parsed(text: str | None) -> Any:
    try:
        return json.loads(text or "null", strict=False)
    except (ValueError, RecursionError):
        return None


def _kinds(node: Node) -> set[str]:
    kinds = node.get("@type")
    listed = kinds if isinstance(kinds, list) else [kinds]
    return {kind.rpartition("/")[2] for kind in listed if isinstance(kind, str)}


def _addresses(node: Node) -> list[str]:
    page = node.get("mainEntityOfPage")
    given = [node.get("url"), page.get("@id") if isinstance(page, dict) else page]
    return [one for one in given if isinstance(one, str) and one]


def _names(value: Any, by_id: dict[str, Node]) -> str | None:
    """The names of one or several people or organisations, which may be described elsewhere."""
    names = []
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, dict):
            one = one.get("name") or by_id.get(str(one.get("@id")), {}).get("name")
        if (name := _text(one)) and not name.startswith(("http://", "https://")):
            names.append(name)
    return ", ".join(dict.fromkeys(names)) or None


def _text(value: Any) -> str | None:
    """A string on one line; half of a surrogate pair, which JSON can write, spoils it."""
    tidy = " ".join(html.unescape(value).split()) if isinstance(value, str) else ""
    return tidy if tidy and not SURROGATE.search(tidy) else None
