"""Elements of a page that a reader does not see.

Only an element's attributes and its own style count. Style sheets are not applied.
"""

import re

from lxml.html import HtmlElement

# Elements that a browser never shows as text.
UNDRAWN = (
    "head script style template noscript title meta link base iframe frame frameset object embed "
    "svg canvas audio video map area param source track select option optgroup datalist button "
    "input textarea progress meter"
)
NEVER = frozenset(UNDRAWN.split())
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


def is_hidden(element: HtmlElement) -> bool:
    """Whether the element's attributes or style hide it and all that it holds."""
    if "hidden" in element.attrib or element.get("aria-hidden", "").strip().lower() == "true":
        return True
    if element.tag == "dialog" and "open" not in element.attrib:
        return True
    style = element.get("style")
    return style is not None and _style_hides(style[:MAX_STYLE_CHARACTERS])


def _style_hides(style: str) -> bool:
    """Whether one of the properties, in its last value, hides the element."""
    said: dict[str, str] = {}
    for part in style.lower().split(";"):
        name, _, value = part.partition(":")
        said[name.strip()] = value.replace("!important", "").strip()
    return any(name in said and rule.fullmatch(said[name]) for name, rule in HIDDEN_BY.items())
