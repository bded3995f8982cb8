"""Elements of a page that a reader does not see.

Only an element's attributes and its own style count. Style sheets are not applied. What hides nearly
all of a page's running text is not meant to hide it: a script shows it later, a dialogue stands before
it, or a tag was not closed.
"""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from lxml.etree import iterwalk
from lxml.html import HtmlElement

from sayso.lexicon.furniture import refused_phrases
from sayso.read.pages.folded import rests_of_article

# Elements that a browser never shows as text.
UNDRAWN = (
    "head script style template noscript title meta link base iframe frame frameset object embed "
    "svg canvas audio video map area param source track select option optgroup datalist button "
    "input textarea progress meter"
)
NEVER = frozenset(UNDRAWN.split())
LEFT_OPEN = frozenset({"button", "object", "select"})  # of these, authors forget the last tag
SHADOW_ROOTS = frozenset(
    {"shadowrootmode", "shadowroot", "shadowmode"}
)  # the last as Chrome saves it
ZERO = r"-?0*(?:\.0*)?(?:px|pt|em|rem|ex|ch|%|vh|vw)?"
HIDDEN_BY = {
    "display": re.compile(r"none"),
    "visibility": re.compile(r"hidden|collapse"),
    "content-visibility": re.compile(r"hidden"),
    "font-size": re.compile(ZERO),
    "opacity": re.compile(ZERO),
    "color": re.compile(r"transparent"),
    "text-indent": re.compile(r"-\d{3,}(?:px|em|rem|%)"),
    "left": re.compile(r"-\d{3,}(?:px|em|rem|%)"),
    "top": re.compile(r"-\d{3,}(?:px|em|rem|%)"),
    "clip": re.compile(r"rect\((?:0|0px|1px)(?:[ ,]+(?:0|0px|1px)){3}\)"),
}
MAX_STYLE_CHARACTERS = 10_000  # characters of a style
STREAMED = re.compile(r"S:[0-9a-f]+")  # the id of what React sends later, to be shown in its place
# Where words stand that no reader takes for the article.
AROUND = frozenset({"nav", "footer", "dialog"})
BEFORE = re.compile(
    r"cookie|consent|gdpr|modal|dialog|overlay|popup|onetrust|didomi", re.IGNORECASE
)
MAY_HIDE = frozenset({"dialog", *LEFT_OPEN})
MAY_HIDE_OTHERS = frozenset(
    {"template", "noscript", "svg", "head", "iframe", "video", "audio", "canvas", "map"}
)
HIDING = frozenset({"hidden", "aria-hidden", "style"})  # attributes
MIN_WORDS_OF_PROSE = 8  # of a text node that is running text
MIN_WORDS_UNCOVERED = 30  # of running text, in what is shown although it is hidden
# Of all other running text; a longer rest is the beginning of a paid article.
MAX_WORDS_OF_REST = 25
TIMES_THE_REST = 15  # unless there is so many times as much
MAX_UNCOVERED = 20  # elements, one inside another


@dataclass(slots=True)
class Hidden:
    """The outermost elements that are hidden, and those that were uncovered."""

    elements: set[HtmlElement] = field(default_factory=set)
    uncovered: list[HtmlElement] = field(default_factory=list)


def hidden_elements(root: HtmlElement) -> Hidden:
    """The hidden elements of a page, without those that hide nearly all of its running text.

    The latter are uncovered: they lose the attribute or the tag that hides them.
    """
    hidden = Hidden()
    waiting = _outermost_hidden(root)
    rest = _words_of_prose(root, waiting) if waiting else 0
    while waiting:
        element = waiting.pop()
        if _is_first_letter(element):
            continue
        if len(hidden.uncovered) < MAX_UNCOVERED and _hide_the_article([element], rest):
            hidden.uncovered.append(element)
            _uncover(element)
            waiting += _outermost_hidden(element)
            rest = _words_of_prose(root, {*waiting, *hidden.elements})
        elif element.tag not in NEVER:
            hidden.elements.add(element)
    _uncover_together(hidden, rest)
    long = {one for one in hidden.elements if _may_be_rest(one)}
    in_order = [one for one in root.iter("*") if one in long] if long else []
    for group in list(rests_of_article(root, in_order)):
        if sum(_words_of_prose(one, ()) for one in group) >= MIN_WORDS_UNCOVERED:
            for element in group:
                _uncover(element)
            hidden.elements.difference_update(group)
            hidden.uncovered += group
    return hidden


def _is_first_letter(element: HtmlElement) -> bool:
    """Whether an element is a word's large first letter, which is only not read aloud."""
    said = (element.text or "").strip() if not len(element) else ""
    if len(said) != 1 or not said.isupper() or "hidden" in element.attrib or element.get("style"):
        return False
    behind = element.getnext()
    rest = element.tail or (next(behind.itertext(), "") if behind is not None else "")
    return rest[:1].islower()


def _may_be_rest(element: HtmlElement) -> bool:
    return not _is_named_before(element) and _words_of_prose(element, ()) > 0


def _uncover_together(hidden: Hidden, rest: int) -> None:
    """Uncovers the elements that have one style and together hide the article: paragraphs that fade in."""
    by_style: dict[str, list[HtmlElement]] = {}
    for element in hidden.elements:
        if style := element.get("style"):
            by_style.setdefault(style, []).append(element)
    largest = max(by_style.values(), key=len, default=[])
    if len(largest) > 1 and _hide_the_article(largest, rest):
        for element in largest:
            _uncover(element)
        hidden.elements.difference_update(largest)
        hidden.uncovered += largest


def words_inside(element: HtmlElement) -> str:
    """The words of a hidden element, on one line, without what a browser never shows as text."""
    parts: list[str] = []
    walker = iterwalk(element, events=("start", "end"))
    for event, one in walker:
        if event == "start":
            silent = one is not element and one.tag in NEVER
            parts.append("" if silent else one.text or "")
            if silent:
                walker.skip_subtree()
        elif one is not element:
            parts.append(one.tail or "")
    return " ".join("".join(parts).split())


def is_drawn_template(attributes: Mapping[str, str]) -> bool:
    """Whether a <template> is shown: as the content of its parent (a declarative shadow root)."""
    return not SHADOW_ROOTS.isdisjoint(attributes)


def is_hidden(tag: str, attributes: Mapping[str, str]) -> bool:
    """Whether the element's attributes or style hide it and all that it holds."""
    if "hidden" in attributes or attributes.get("aria-hidden", "").strip().lower() == "true":
        return True
    if tag == "dialog" and "open" not in attributes:
        return True
    style = attributes.get("style")
    return style is not None and _style_hides(style[:MAX_STYLE_CHARACTERS])


def _style_hides(style: str) -> bool:
    """Whether one of the properties, in its last value, hides the element."""
    said: dict[str, str] = {}
    for part in style.lower().split(";"):
        name, _, value = part.partition(":")
        said[name.strip()] = value.replace("!important", "").strip()
    return any(name in said and rule.fullmatch(said[name]) for name, rule in HIDDEN_BY.items())


def _outermost_hidden(root: HtmlElement) -> list[HtmlElement]:
    """The hidden elements that are in no other one, and the undrawn ones that a tag may be missing of."""
    found: list[HtmlElement] = []
    inside: set[HtmlElement] = set()
    for element in _may_hide(root):
        if element in inside:
            continue
        undrawn = element.tag in NEVER and element.tag not in LEFT_OPEN and not _is_drawn(element)
        if undrawn or element.tag in LEFT_OPEN or is_hidden(str(element.tag), dict(element.attrib)):
            inside.update(_may_hide(element))
            if not undrawn:
                found.append(element)
    return found


def _may_hide(root: HtmlElement) -> list[HtmlElement]:
    """The elements in which something may be hidden, in document order; the root may be one."""
    return [
        one
        for one in root.iter("*")
        if one.tag in MAY_HIDE
        or (one.tag in MAY_HIDE_OTHERS and len(one))
        or not HIDING.isdisjoint(one.keys())
    ]


def _hide_the_article(elements: Collection[HtmlElement], rest: int) -> bool:
    """Whether the elements hold nearly all running text; `rest` counts the words of it that are shown."""
    if all(STREAMED.fullmatch(one.get("id", "")) for one in elements):
        return True
    if any(one.tag == "dialog" or _is_named_before(one) for one in elements):
        return False
    inside = sum(_words_of_prose(one, ()) for one in elements)
    return inside >= MIN_WORDS_UNCOVERED and (
        rest <= MAX_WORDS_OF_REST or inside >= TIMES_THE_REST * rest
    )


def _is_named_before(element: HtmlElement) -> bool:
    return BEFORE.search(f"{element.get('class')} {element.get('id')}") is not None


def _words_of_prose(root: HtmlElement, without: Collection[HtmlElement]) -> int:
    """The words of the text nodes that are running text, and ask for no consent."""
    words = 0
    walker = iterwalk(root, events=("start", "end"))
    for event, element in walker:
        if event == "start":
            silent = element is not root and (
                element.tag in AROUND
                or (element.tag in NEVER and not _is_drawn(element))
                or element in without
                or _stands_before(element)
            )
            text = None if silent else element.text
            if silent:
                walker.skip_subtree()
        else:
            text = None if element is root else element.tail
        if text and (count := len(text.split())) >= MIN_WORDS_OF_PROSE:
            asks = refused_phrases("consent").search(text.lower())
            words += 0 if asks else count
    return words


def _stands_before(element: HtmlElement) -> bool:
    """Whether the element is a dialogue or a question of consent, which stands before the article."""
    role = element.get("role", "")
    if role in ("dialog", "alertdialog") or element.get("aria-modal") == "true":
        return True
    named = element.get("class") or element.get("id")
    return named is not None and BEFORE.search(named) is not None and element.tag != "body"


def _is_drawn(element: HtmlElement) -> bool:
    return element.tag == "template" and is_drawn_template(dict(element.attrib))


def _uncover(element: HtmlElement) -> None:
    for name in ("hidden", "aria-hidden", "style"):
        element.attrib.pop(name, None)
    if element.tag in LEFT_OPEN:
        element.tag = "div"
