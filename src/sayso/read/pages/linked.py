"""What a page's JSON-LD (schema.org) says about its article."""

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml.html import HtmlElement

from sayso.lexicon.pages import page_names
from sayso.read.blanks import is_blank

Node = dict[str, Any]
SURROGATE = re.compile("[\ud800-\udfff]")
MAX_NODES = 5_000  # a page's own article comes early


@dataclass(frozen=True, slots=True)
class Linked:
    """The article as the page's linked data describes it."""

    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    url: str | None = None
    published: str | None = None


def linked_article(root: HtmlElement, url: str | None) -> Linked:
    """The page's own article: the one at its address, or the only one; else nothing is known."""
    nodes = list(_linked_nodes(root))
    by_id = {
        node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and len(node) > 1
    }
    articles = [node for node in nodes if _node_kinds(node) & set(page_names("articles"))]
    own = [node for node in articles if url and url in _node_addresses(node)] or articles
    if not own or len({_tidy_string(node.get("headline")) for node in own}) > 1:
        return Linked()
    article = own[0]
    return Linked(
        title=_tidy_string(article.get("headline")),
        outlet=_joined_names(article.get("publisher"), by_id),
        byline=_joined_names(article.get("author"), by_id),
        url=next(iter(_node_addresses(article)), None),
        published=_tidy_string(article.get("datePublished")),
    )


def _linked_nodes(root: HtmlElement) -> Iterator[Node]:
    """Every object of the page's linked data, outer before inner."""
    waiting: list[Any] = [
        _parsed_json(script.text) for script in root.iter("script") if _is_data(script)
    ]
    waiting.reverse()
    for _ in range(MAX_NODES):
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


def _parsed_json(text: str | None) -> Any:
    try:
        return json.loads(text or "null", strict=False)
    except (ValueError, RecursionError):
        return None


def _node_kinds(node: Node) -> set[str]:
    kinds = node.get("@type")
    listed = kinds if isinstance(kinds, list) else [kinds]
    return {kind.rpartition("/")[2] for kind in listed if isinstance(kind, str)}


def _node_addresses(node: Node) -> list[str]:
    page = node.get("mainEntityOfPage")
    given = [node.get("url"), page.get("@id") if isinstance(page, dict) else page]
    return [one for one in given if isinstance(one, str) and one]


def _joined_names(value: Any, by_id: dict[str, Node]) -> str | None:
    """The names of one or several people or organisations, which may be described elsewhere."""
    names = []
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, dict):
            one = one.get("name") or by_id.get(str(one.get("@id")), {}).get("name")
        if (name := _tidy_string(one)) and not name.startswith(("http://", "https://")):
            names.append(name)
    return ", ".join(dict.fromkeys(names)) or None


def _tidy_string(value: Any) -> str | None:
    """A string on one line; None if it shows nothing or has half a surrogate pair, as JSON can."""
    tidy = " ".join(html.unescape(value).split()) if isinstance(value, str) else ""
    return None if is_blank(tidy) or SURROGATE.search(tidy) else tidy
