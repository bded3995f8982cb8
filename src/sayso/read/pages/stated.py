"""What a page states of itself: the contents of its meta elements, its links."""

import html
import json
from collections.abc import Iterable, Mapping
from unicodedata import category
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement

from sayso.lexicon.pages import page_names
from sayso.read.blanks import is_blank
from sayso.read.limits import MAX_TITLE_CHARACTERS

Metas = Mapping[str, list[str]]
# Beginnings of names that say whose vocabulary they are of.
PREFIXES = {"schema:": "", "dcterms:": "dcterms.", "dc:": "dc.", "dct:": "dcterms."}
MAX_OF_A_NAME, MAX_OF_A_KIND = 20, 40  # meta elements; a report has not so many authors
PARSELY, MAX_PARSELY_CHARACTERS = "parsely-page", 10_000
JOINERS = "\u200c\u200d"  # they are seen in scripts and in emoji


def meta_contents(root: HtmlElement) -> Metas:
    """The contents of the page's meta elements by their names, in lower case.

    Those named by `itemprop` alone count only in the page's head: elsewhere they may be of anything.
    """
    metas: dict[str, list[str]] = {}
    for meta in root.iter("meta"):
        names = _names_of(meta)
        if PARSELY in names:
            _add_parsely(metas, meta.get("content", ""))
            continue
        wanted = [one for one in names if len(metas.get(one, ())) < MAX_OF_A_NAME]
        content = tidy_value(meta.get("content") or meta.get("value")) if wanted else None
        if content:
            for name in wanted:
                metas.setdefault(name, []).append(content)
    return metas


def _add_parsely(metas: dict[str, list[str]], content: str) -> None:
    """Adds what a page says of itself in one element for Parse.ly, in JSON."""
    try:
        said = json.loads(content[:MAX_PARSELY_CHARACTERS])
    except (ValueError, RecursionError):
        return
    for key in ("title", "link", "section", "author", "authors", "pub_date"):
        value = said.get(key) if isinstance(said, dict) else None
        for one in (value if isinstance(value, list) else [value])[:MAX_OF_A_NAME]:
            tidy = tidy_value(one) if isinstance(one, str) else None
            if tidy:
                name = f"parsely-{key.removesuffix('s').replace('_', '-')}"
                metas.setdefault(name, []).append(tidy)


def _names_of(meta: HtmlElement) -> list[str]:
    given = {
        key: meta.get(key, "").strip().lower()
        for key in ("property", "name", "itemprop", "http-equiv")
        if key != "itemprop" or _is_in_head(meta)
    }
    return list(dict.fromkeys(_plain_name(name) for name in given.values() if name))


def _plain_name(name: str) -> str:
    for prefix, short in PREFIXES.items():
        if name.startswith(prefix):
            return short + name.removeprefix(prefix)
    return name


def _is_in_head(meta: HtmlElement) -> bool:
    parent = meta.getparent()
    return parent is not None and parent.tag == "head"


def contents_named(metas: Metas, kind: str) -> list[str]:
    """The contents of the names of a kind, in the order of preference."""
    return [content for _, content in fields_named(metas, kind)]


def fields_named(metas: Metas, kind: str) -> list[tuple[str, str]]:
    """The names of a kind with each of their contents, in the order of preference."""
    found = [(name, content) for name in page_names(kind) for content in metas.get(name, ())]
    return found[:MAX_OF_A_KIND]


def tidy_value(value: str | None) -> str | None:
    """A value on one line, with entities that were escaped twice decoded, without control characters.

    None if it is too long or shows nothing.
    """
    tidy = one_line(html.unescape(html.unescape(value or "")))
    return tidy if len(tidy) <= MAX_TITLE_CHARACTERS and not is_blank(tidy) else None


def one_line(text: str) -> str:
    """The text on one line, without control characters and marks that are not seen."""
    if not text.isprintable():
        text = "".join(map(_shown, text))
    return " ".join(text.split())


def _shown(character: str) -> str:
    if character.isprintable() or character in JOINERS:
        return character
    return "" if category(character) == "Cf" else " "


def own_address(root: HtmlElement, metas: Metas) -> str | None:
    """The page's address: the canonical one, or else the one it states.

    A canonical address without its beginning is taken from the stated one's. The address of a home
    page is none of a report, unless nothing else is known.
    """
    stated = [one for one in map(web_address, contents_named(metas, "url")) if one]
    bases = [*(base.get("href", "") for base in root.iter("base")), *stated]
    links = [
        link for link in root.iter("link") if "canonical" in link.get("rel", "").lower().split()
    ]
    canonical = [
        one
        for given in dict.fromkeys(link.get("href", "").strip() for link in links[:MAX_OF_A_NAME])
        if given and (one := web_address(given) or _resolved(given, bases))
    ]
    found = list(dict.fromkeys([*canonical, *stated]))
    return next((one for one in found if not _is_home(one)), next(iter(found), None))


def _resolved(given: str, bases: Iterable[str]) -> str | None:
    for base in bases:
        if web_address(base):
            try:
                return web_address(urljoin(base, given))
            except ValueError:
                continue
    return None


def _is_home(url: str) -> bool:
    parts = urlsplit(url)
    return parts.path in ("", "/") and not parts.query


def web_address(value: str | None) -> str | None:
    """The value if it is an address of the web."""
    try:
        parts = urlsplit(value or "")
    except ValueError:
        return None
    return value if parts.scheme in ("http", "https") and parts.netloc else None
