"""What the names of an element (class, id, itemprop …) say of what it holds."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from lxml.html import HtmlElement

from sayso.lexicon.pages import page_marks

NAMED_BY = frozenset(
    {"class", "id", "itemprop", "rel", "property", "data-testid", "data-component", "data-gu-name"}
)
MAX_NAME_CHARACTERS = 300  # of an attribute
WORD = re.compile(r"[a-z]+|[A-Z]+(?![a-z])|[A-Z][a-z]+")
SET_APART = frozenset({"nav", "aside", "footer", "form", "figure", "figcaption", "menu"})
OF_ARTICLE = frozenset({"article", "entry", "post", "story"})  # whose footer may have the byline
WHOLE_PAGE = frozenset({"html", "body", "main"})
TELLING = ("byline", "published", "modified", "subtitle", "stamp", "kicker", "property")


@dataclass(frozen=True, slots=True)
class Named:
    """The words in an element's names, in small letters; whether they say that it holds other matter
    than the article; whether they tell of a head: a byline, a date."""

    words: frozenset[str]
    is_other: bool = False
    is_telling: bool = False


UNNAMED = Named(frozenset())


def names_of(element: HtmlElement) -> Named:
    """What an element's names say."""
    return UNNAMED if element.tag in WHOLE_PAGE else names_among(element.items())


def names_among(attributes: Iterable[tuple[str, str]]) -> Named:
    """What the names among an element's attributes say."""
    given = tuple([value for key, value in attributes if key in NAMED_BY and value])
    return _named(given) if given else UNNAMED


def is_apart(element: HtmlElement, named: Named) -> bool:
    """Whether an element holds other matter than the article, by its tag or its names."""
    if element.tag == "footer" and named.words & OF_ARTICLE:
        return False
    return named.is_other or element.tag in SET_APART


@lru_cache(maxsize=4_096)
def _named(given: tuple[str, ...]) -> Named:
    names = [one[:MAX_NAME_CHARACTERS] for one in given]
    found = [word.lower() for name in names for word in WORD.findall(name)]
    words = frozenset(found) | {part.lower() for name in names for part in name.split()}
    others = words & page_marks("other")
    if words & OF_ARTICLE:
        others -= {"footer"}
    pairs = any(f"{one} {other}" in page_marks("other_pairs") for one, other in pairwise(found))
    return Named(words, bool(others) or pairs, not words.isdisjoint(_telling()))


@cache
def _telling() -> frozenset[str]:
    return frozenset().union(*(page_marks(kind) for kind in TELLING))
