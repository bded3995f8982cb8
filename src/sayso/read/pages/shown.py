"""The lines that a page shows, each with what its elements are called.

They are read for the head alone: title, byline and date stand in short lines near one another, and
class names say which is which. Elements that a script hides for the moment are read too if they
hold a heading of the page.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import islice

from lxml.etree import iterwalk
from lxml.html import HtmlElement

from sayso.read.pages.blocks import BLOCKS, CELLS
from sayso.read.pages.named import UNNAMED, WHOLE_PAGE, Named, is_apart, names_among
from sayso.read.pages.shown_lines import HEADINGS, MAX_MARKED_PARTS, Line, Marked, Shown
from sayso.read.pages.stated import one_line
from sayso.read.pages.visible import NEVER, is_hidden

MAX_LINES, MAX_MARKED = 4_000, 4_000  # the head of a page comes early
MAX_MARKED_LINES = 8  # of a marked element
MAX_BOXES = 8  # the outermost around a line that are remembered
MIN_PARAGRAPHS = 4  # of an aside that may be the article
INNERMOST = 4  # elements around a line whose names count for it
BREAKS = BLOCKS | CELLS | {"tr", "br"}  # they end a line
OUTERMOST = frozenset({"html", "body"})
HIDING = frozenset({"hidden", "aria-hidden", "style"})  # attributes
MARKED = frozenset({"time", "address", "cite"})


@dataclass(slots=True)
class _Walk:
    shown: Shown
    opened: list["_Opened"] = field(default_factory=list)
    named: list[Named] = field(default_factory=list)  # the open elements that have names
    boxes: list[HtmlElement] = field(default_factory=list)
    blocks: list[HtmlElement] = field(default_factory=list)
    links: int = 0
    parts: list[str] = field(default_factory=list)
    names: list[Named] = field(default_factory=list)  # of the parts
    length: int = 0
    linked: int = 0


@dataclass(slots=True)
class _Opened:
    """An open element, with the numbers of lines and of parts before it."""

    named: Named
    line: int
    parts: int


def shown_by(root: HtmlElement) -> Shown:
    """The lines of a page and its marked elements, in document order."""
    walk = _Walk(Shown())
    holding = _around_headings(root)
    silent: HtmlElement | None = None
    walker = iterwalk(root, events=("start", "end"))
    for event, element in walker:
        if event == "start":
            attributes = element.items()
            if _is_silent(element, attributes, holding):
                silent = element
                walker.skip_subtree()
                if element.tag in ("meta", "link"):
                    _mark(walk, element, names_among(attributes).words)
            elif _is_beside_article(element, holding):
                silent = element
                walker.skip_subtree()
                _write_menu(walk, element)
            else:
                _open(walk, element, attributes)
                _write(walk, element.text)
            continue
        if element is silent:
            silent = None
        else:
            _close(walk, element)
        _write(walk, element.tail)
        if len(walk.shown.lines) > MAX_LINES:
            break
    _end_line(walk)
    return walk.shown


def _is_beside_article(element: HtmlElement, holding: set[HtmlElement]) -> bool:
    """Whether an element is a menu or an aside of links; some pages have their article in an aside."""
    if element.tag not in ("nav", "aside") or element in holding:
        return False
    return (
        element.tag == "nav"
        or len(list(islice(element.iter("p"), MIN_PARAGRAPHS))) < MIN_PARAGRAPHS
    )


def _write_menu(walk: _Walk, menu: HtmlElement) -> None:
    """Writes the words of a menu or an aside, each piece as a line: nothing in it is of the article."""
    _end_line(walk)
    room = MAX_LINES - len(walk.shown.lines)
    for piece in islice(menu.itertext(), max(0, room)):
        if not piece.isspace():
            walk.shown.lines.append(Line(one_line(piece), str(menu.tag), (menu,)))


def _around_headings(root: HtmlElement) -> set[HtmlElement]:
    """The elements that hold a main heading or an article."""
    holding: set[HtmlElement] = set()
    for heading in root.iter("h1", "article", "main"):
        element: HtmlElement | None = heading
        while element is not None and element not in holding:
            holding.add(element)
            element = element.getparent()
    return holding


def _is_silent(
    element: HtmlElement, attributes: Sequence[tuple[str, str]], holding: set[HtmlElement]
) -> bool:
    tag = str(element.tag)
    if tag in ("noscript", "template"):
        return all(name != "shadowrootmode" for name, _ in attributes)
    if tag == "dialog":
        return is_hidden(tag, dict(attributes))
    hidden = tag in NEVER or (
        any(name in HIDING for name, _ in attributes) and is_hidden(tag, dict(attributes))
    )
    return hidden and element not in holding


def _open(walk: _Walk, element: HtmlElement, attributes: Sequence[tuple[str, str]]) -> None:
    tag = element.tag
    named = names_among(attributes) if attributes and tag not in WHOLE_PAGE else UNNAMED
    if tag in BREAKS:
        if tag == "br" and walk.blocks and walk.blocks[-1].tag in HEADINGS:
            _write(walk, " ")
        else:
            _end_line(walk)
        if tag in BLOCKS:
            walk.blocks.append(element)
    walk.opened.append(_Opened(named, len(walk.shown.lines), len(walk.parts)))
    walk.named.append(named)
    if tag == "a":
        walk.links += 1
    if is_apart(element, named):
        walk.boxes.append(element)


def _close(walk: _Walk, element: HtmlElement) -> None:
    tag = element.tag
    opened = walk.opened.pop()
    walk.named.pop()
    if opened.named.is_telling or tag in MARKED or element.get("datetime") is not None:
        _mark(walk, element, opened.named.words, opened)
    if tag in BREAKS and tag != "br":
        _end_line(walk)
    if tag in BLOCKS:
        walk.blocks.pop()
    if tag == "a":
        walk.links -= 1
    if walk.boxes and walk.boxes[-1] is element:
        walk.boxes.pop()


def _mark(
    walk: _Walk, element: HtmlElement, words: frozenset[str], opened: _Opened | None = None
) -> None:
    known = words or element.tag == "time"
    if not known or len(walk.shown.marked) >= MAX_MARKED:
        return
    lines, boxes = walk.shown.lines, tuple(walk.boxes[:MAX_BOXES])
    if opened is None:
        walk.shown.marked.append(Marked(element, len(lines), words, boxes))
        return
    first = opened.parts if opened.line == len(lines) else 0
    is_large = (
        opened.line < len(lines) - MAX_MARKED_LINES or len(walk.parts) - first > MAX_MARKED_PARTS
    )
    ended, parts = ([], []) if is_large else (lines[opened.line :], walk.parts[first:])
    walk.shown.marked.append(Marked(element, opened.line, words, boxes, ended, parts))


def _write(walk: _Walk, text: str | None) -> None:
    if not text or (not walk.parts and text.isspace()):
        return
    walk.parts.append(text)
    walk.length += len(text)
    if not text.isspace():
        if walk.links:
            walk.linked += len(text)
        walk.names += walk.named[-INNERMOST:]


def _end_line(walk: _Walk) -> None:
    if not walk.parts:
        return
    text = one_line("".join(walk.parts))
    if text:
        walk.shown.lines.append(
            Line(
                text,
                str(walk.blocks[-1].tag) if walk.blocks else "body",
                tuple(walk.boxes[:MAX_BOXES]),
                walk.linked / max(1, walk.length),
                tuple([one for one in walk.blocks[-INNERMOST:] if one.tag not in OUTERMOST]),
                walk.parts,
                walk.names,
            )
        )
    walk.parts, walk.names, walk.length, walk.linked = [], [], 0, 0
