"""What the head of a page shows of its outlet: the words of its logo, or of the link to its front page."""

import re
from collections.abc import Iterator
from itertools import islice
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from sayso.lexicon.pages import page_marks, page_words
from sayso.read.pages.named import names_of
from sayso.read.pages.stated import tidy_value

MAX_LOOKED_AT = 60  # links, and images, from the top of the page
MAX_CHARACTERS = 60  # of an outlet's name
AT_END = re.compile(r"(?:['’]s)?\s+(?:logo|home|homepage|home page|front page)$", re.IGNORECASE)
OF_LOGO = re.compile(r"logo|mast|brand|banner", re.IGNORECASE)
HOME = re.compile(r"(?:\.?/)?(?:index\.\w{3,4})?(?:[?#].*)?")


def masthead_names(root: HtmlElement) -> Iterator[str]:
    """What may be the outlet's name: of elements marked as its masthead, of logos, of links home."""
    seen = [
        *(
            one
            for one in islice(root.iter("div", "span", "p", "h1", "a"), MAX_LOOKED_AT)
            if _is_marked(one)
        ),
        *(
            one
            for one in islice(root.iter("img"), MAX_LOOKED_AT)
            if OF_LOGO.search(_names_of_image(one))
        ),
    ]
    yield from filter(None, map(_name_in, seen))
    for link in islice(root.iter("a"), MAX_LOOKED_AT):
        name = _name_in(link) if _is_home(link.get("href")) else None
        if name and len(name.split()) > 1 and name.casefold() not in page_words("front_pages"):
            yield name


def _name_in(element: HtmlElement) -> str | None:
    words = "".join(element.itertext()).strip() or _alt_in(element)
    name = tidy_value(AT_END.sub("", words.strip()))
    return name if name and len(name) <= MAX_CHARACTERS else None


def _is_home(address: str | None) -> bool:
    if not address:
        return False
    if HOME.fullmatch(address):
        return True
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and parts.path in ("", "/") and not parts.query


def _is_marked(element: HtmlElement) -> bool:
    return bool(names_of(element).words & page_marks("masthead"))


def _names_of_image(image: HtmlElement) -> str:
    given = (image.get("src"), image.get("class"), image.get("id"), image.get("alt"))
    return " ".join(one[:200] for one in given if one)


def _alt_in(element: HtmlElement) -> str:
    return next((alt for one in element.iter("img") if (alt := one.get("alt"))), "")
