"""Markup packed small: the script of the page draws it when a reader opens its fold.

What is printed for one claim is printed again wherever the claim is shown, and most of a page is not
looked at. So equal elements are stored once, and an element is stored as its shape (the tag and the
attributes that many elements have) and what it alone has.
"""

import json
import re
from html import unescape
from typing import TypeAlias

TOKEN = re.compile(r"<(/?)([a-z][a-z0-9]*)([^<>]*)>|([^<]+)")
ATTRIBUTE = re.compile(r'([a-zA-Z][a-zA-Z0-9-]*)(?:="([^"]*)")?')
EMPTY_TAGS = frozenset({"br", "hr", "input", "wbr"})
# Attributes whose values differ from element to element; all others belong to the shape.
OWN_ATTRIBUTES = frozenset(
    [
        "id",
        "href",
        "title",
        "value",
        "data-ranges",
        "data-who",
        "data-claim",
        "data-draw",
        "aria-label",
        "aria-labelledby",
        "x",
        "x1",
        "x2",
        "cx",
    ]
)
# Between their elements white space is only the layout of our templates.
BLOCKS = frozenset(["article", "details", "section", "svg", "ul"])
LINE_BREAK = "\n"
KEEPS_SPACES = re.compile(r"[^ \n]")
UNSAFE_IN_SCRIPT = {ord(one): f"\\u{ord(one):04x}" for one in "<>&\u2028\u2029"}

Child = str | int  # a text, or the number of an element
Element = tuple[int, tuple[str, ...], tuple[Child, ...]]  # shape, own values, children
Packed: TypeAlias = "str | int | list[Packed]"


class Packing:
    """The packed parts of one page. A part is known by its number."""

    def __init__(self) -> None:
        self._shapes: dict[tuple[str, tuple[str, ...], tuple[str, ...]], int] = {}
        self._elements: dict[Element, int] = {}
        self._uses: list[int] = []
        self._parts: list[tuple[Child, ...]] = []
        self._opened: dict[tuple[str, str], tuple[int, tuple[str, ...]]] = {}

    def add(self, markup: str) -> int:
        """Packs well-formed markup as printed by our templates; returns the number of the part."""
        self._parts.append(self._counted(self._children(str(markup))))
        return len(self._parts) - 1

    def as_data(self) -> dict[str, object]:
        """All parts, ready to be written as JSON.

        `shapes` has tags with their attributes, `shared` what is used more than once,
        and `parts` what is drawn. An element is a list: its shape, the values of its own attributes,
        its children. A child is a text, an element, or a number in `shared`.
        """
        elements = list(self._elements)
        numbers: dict[int, int] = {}
        shared: list[Packed] = [LINE_BREAK]

        def packed(child: Child) -> Packed:
            if isinstance(child, str):
                return 0 if child == LINE_BREAK else child
            if child in numbers:
                return numbers[child]
            shape, own, children = elements[child]
            made: Packed = [shape, *own, *map(packed, children)]
            if self._uses[child] == 1:
                return made
            numbers[child] = len(shared)
            shared.append(made)
            return numbers[child]

        parts = [[packed(child) for child in part] for part in self._parts]
        return {"shapes": list(self._shapes), "shared": shared, "parts": parts}

    def _children(self, markup: str) -> tuple[Child, ...]:
        tags: list[tuple[str, int, tuple[str, ...]]] = [("", 0, ())]
        levels: list[list[Child]] = [[]]
        for closing, tag, attributes, text in TOKEN.findall(markup):
            if text:
                if tags[-1][0] not in BLOCKS or KEEPS_SPACES.search(text):
                    levels[-1].append(unescape(text) if "&" in text else text)
                continue
            if not closing:
                tags.append((tag, *self._opening(tag, attributes)))
                levels.append([])
            if closing or attributes.endswith("/") or tag in EMPTY_TAGS:
                _, shape, own = tags.pop()
                children = tuple(levels.pop())
                levels[-1].append(self._element((shape, own, children)))
        return tuple(levels[0])

    def _opening(self, tag: str, attributes: str) -> tuple[int, tuple[str, ...]]:
        """The number of the element's shape, and the values of its own attributes."""
        known = self._opened.get((tag, attributes))
        if known is not None:
            return known
        given = ATTRIBUTE.findall(attributes)
        fixed = [
            part
            for name, value in given
            if name not in OWN_ATTRIBUTES
            for part in (name, unescape(value))
        ]
        names = tuple(name for name, _ in given if name in OWN_ATTRIBUTES)
        shape = self._shapes.setdefault((tag, tuple(fixed), names), len(self._shapes))
        own = tuple(unescape(value) for name, value in given if name in OWN_ATTRIBUTES)
        if not own:
            self._opened[tag, attributes] = shape, own
        return shape, own

    def _element(self, element: Element) -> int:
        number = self._elements.setdefault(element, len(self._uses))
        if number == len(self._uses):
            self._uses.append(0)
            self._counted(element[2])
        return number

    def _counted(self, children: tuple[Child, ...]) -> tuple[Child, ...]:
        for child in children:
            if isinstance(child, int):
                self._uses[child] += 1
        return children


def script_json(data: object) -> str:
    """The data as JSON that can stand in a script element of a page."""
    written = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return written.translate(UNSAFE_IN_SCRIPT)
