"""What microdata and RDFa say of the article that the title is in, not of other reports on the page."""

from collections.abc import Iterator, Sequence

from lxml.html import HtmlElement

from sayso.read.pages.opening import Opening
from sayso.read.pages.shown_lines import Line, Marked, Shown
from sayso.read.pages.stated import tidy_value

ARTICLES = ("Article", "Posting", "Report")


class TitleArticle:
    """The article that holds the title: which marked elements are of it."""

    def __init__(self, lines: Sequence[Line], opening: Opening) -> None:
        at = opening.title
        within = lines[at].within if at is not None else ()
        self.around = {within[-1], *within[-1].iterancestors()} if within else set()
        self.is_known = any(_is_article(one) for one in self.around)

    def has(self, element: HtmlElement) -> bool:
        """Whether an element is not in an article that the title is not in."""
        if not self.is_known:
            return True
        holder = next(
            (one for one in (element, *element.iterancestors()) if _is_article(one)), None
        )
        return holder is None or holder in self.around

    def said(self, shown: Shown, name: str) -> Iterator[str]:
        """What elements of the article give as a property: "articleSection"."""
        for one in shown.marked:
            if name.lower() in one.words and _is_property(one, name) and self.has(one.element):
                value = tidy_value(_value_of(one))
                if value:
                    yield value


def _is_article(element: HtmlElement) -> bool:
    kind = f"{element.get('itemtype', '')} {element.get('typeof', '')}"
    return element.tag == "article" or any(one in kind for one in ARTICLES)


def _is_property(one: Marked, name: str) -> bool:
    given = f"{one.element.get('itemprop', '')} {one.element.get('property', '')}"
    return any(part.split(":")[-1] == name for part in given.split())


def _value_of(one: Marked) -> str | None:
    for inner in one.element.iter():
        if inner is not one.element and "name" in (inner.get("itemprop"), inner.get("property")):
            return inner.get("content") or "".join(inner.itertext())
    return one.element.get("content") or one.text
