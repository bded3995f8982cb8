"""Which elements of a page a reader does not see.

Only what an element says of itself counts (its attributes and its own style); style sheets are not
applied, so what they hide is not known to be hidden.
"""

import re

from lxml.html import HtmlElement

# What a browser never draws as text of the page.
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
LONGEST = 10_000  # characters of a style


def is_hidden(element: HtmlElement) -> bool:
    """Whether the element says that it, with all it holds, is not to be seen."""
    if "hidden" in element.attrib or element.get("aria-hidden", "").strip().lower() == "true":
        return True
    if element.tag == "dialog" and "open" not in element.attrib:
        return True
    style = element.get("style")
    return style is not None and _hides(style[:LONGEST])


def _hides(style: str) -> bool:
    """Whether a style's last word on one of the properties hides the element."""
    said: dict[str, str] = {}
    for part in style.lower().split(";"):
        name, _, value = part.partition(":")
        said[name.strip()] = value.replace("!important", "").strip()
    return any(name in said and rule.fullmatch(said[name]) for name, rule in HIDDEN_BY.items())
