"""The lines that a page shows, each with what its elements are called.

They are read for the head alone: title, byline and date stand in short lines near one another, and
class names say which is which. Elements that a script hides for the moment are read too if they
hold a heading of the page.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from lxml.etree import iterwalk
from lxml.html import HtmlElement

from sayso.read.pages.blocks import BLOCKS, CELLS
from sayso.read.pages.named import Named, is_apart, names_of
from sayso.read.pages.stated import one_line
from sayso.read.pages.visible import NEVER, is_hidden

MAX_LINES, MAX_MARKED = 4_000, 4_000  # the head of a page comes early
MAX_MARKED_CHARACTERS, MAX_MARKED_LINES, MAX_MARKED_PARTS = 1_000, 8, 60  # of a marked element
MAX_BOXES = 8  # the outermost around a line that are remembered
INNERMOST = 4  # elements around a line whose names count for it
PROSE_CHARACTERS = 80
PROSE_END = re.compile(r"""[.!?…:"”’»)\]][\s"”’»)\]]*$""")
MAX_SHARE_LINKED = 0.5
HEADINGS = frozenset({"h1", "h2", "h3"})
BREAKS = BLOCKS | CELLS | {"tr", "br"}  # they end a line
MARKED = frozenset({"time", "address", "cite"})


@dataclass(frozen=True, slots=True)
class Marked:
    """An element with a name, a machine's date or a link in it, and the text that it shows.

    `line` counts the lines before it; `words` are those in its own names; `boxes` are the elements
    around it that hold other things than the article.
    """

    element: HtmlElement
    line: int
    words: frozenset[str]
    boxes: tuple[HtmlElement, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line that the page shows. `marks` are words of the names of the innermost elements around
    it and in it; `linked` is the share of its characters that are links; `within` are the innermost
    block-level elements around it; `spaced` is the text with a space wherever an element ends."""

    text: str
    tag: str
    marks: frozenset[str]
    boxes: tuple[HtmlElement, ...]
    linked: float = 0.0
    within: tuple[HtmlElement, ...] = ()
    spaced: str = ""

    @property
    def is_prose(self) -> bool:
        """Whether it is a sentence or more of running text."""
        return (
            len(self.text) >= PROSE_CHARACTERS
            and self.tag not in HEADINGS
            and self.linked < MAX_SHARE_LINKED
            and PROSE_END.search(self.text[-10:]) is not None
        )


@dataclass(slots=True)
class Shown:
    """All that a page shows of use for its head."""

    lines: list[Line] = field(default_factory=list)
    marked: list[Marked] = field(default_factory=list)


@dataclass(slots=True)
class _Walk:
    shown: Shown
    names: list[Named] = field(default_factory=list)  # of the open elements
    boxes: list[HtmlElement] = field(default_factory=list)
    blocks: list[HtmlElement] = field(default_factory=list)
    opened: list[tuple[int, int]] = field(default_factory=list)  # lines and parts before each
    links: int = 0
    parts: list[str] = field(default_factory=list)
    marks: set[str] = field(default_factory=set)
    length: int = 0
    linked: int = 0


def shown_by(root: HtmlElement) -> Shown:
    """The lines of a page and its marked elements, in document order."""
    walk = _Walk(Shown())
    holding = _around_headings(root)
    silent = 0
    for event, element in iterwalk(root, events=("start", "end")):
        if event == "start":
            if silent or _is_silent(element, holding):
                silent += 1
                if silent == 1 and element.tag in ("meta", "link"):
                    _mark(walk, element, names_of(element).words, len(walk.shown.lines), "")
            else:
                _open(walk, element)
                _write(walk, element.text)
            continue
        if silent:
            silent -= 1
        else:
            _close(walk, element)
        if not silent:
            _write(walk, element.tail)
        if len(walk.shown.lines) > MAX_LINES:
            break
    _end_line(walk)
    return walk.shown


def _around_headings(root: HtmlElement) -> set[HtmlElement]:
    """The elements that hold a main heading or an article."""
    holding: set[HtmlElement] = set()
    for heading in root.iter("h1", "article", "main"):
        element: HtmlElement | None = heading
        while element is not None and element not in holding:
            holding.add(element)
            element = element.getparent()
    return holding


def _is_silent(element: HtmlElement, holding: set[HtmlElement]) -> bool:
    tag = element.tag
    if tag in ("noscript", "template"):
        return "shadowrootmode" not in element.attrib
    return (tag in NEVER or is_hidden(str(tag), dict(element.items()))) and (
        tag == "dialog" or element not in holding
    )


def _open(walk: _Walk, element: HtmlElement) -> None:
    tag = element.tag
    named = names_of(element)
    if tag == "br" and walk.blocks and walk.blocks[-1].tag in HEADINGS:
        _write(walk, " ")
    elif tag in BREAKS:
        _end_line(walk)
    if tag in BLOCKS:
        walk.blocks.append(element)
    walk.names.append(named)
    walk.opened.append((len(walk.shown.lines), len(walk.parts)))
    walk.links += tag == "a"
    if is_apart(element, named):
        walk.boxes.append(element)


def _close(walk: _Walk, element: HtmlElement) -> None:
    tag = element.tag
    named = walk.names.pop()
    line, parts = walk.opened.pop()
    if named.is_telling or tag in MARKED or "datetime" in element.attrib:
        _mark(walk, element, named.words, line, _text_since(walk, line, parts))
    if tag in BREAKS and tag != "br":
        _end_line(walk)
    if tag in BLOCKS:
        walk.blocks.pop()
    walk.links -= tag == "a"
    if walk.boxes and walk.boxes[-1] is element:
        walk.boxes.pop()


def _mark(walk: _Walk, element: HtmlElement, words: frozenset[str], line: int, text: str) -> None:
    known = words or element.tag == "time"
    if known and len(walk.shown.marked) < MAX_MARKED:
        walk.shown.marked.append(Marked(element, line, words, tuple(walk.boxes[:MAX_BOXES]), text))


def _text_since(walk: _Walk, line: int, parts: int) -> str:
    """The text written since there were so many lines and so many parts of the open one.

    "" for an element that holds more than a name or a date.
    """
    lines = walk.shown.lines
    if line < len(lines) - MAX_MARKED_LINES or len(walk.parts) - parts > MAX_MARKED_PARTS:
        return ""
    ended = [one.spaced for one in lines[line:]]
    now = _spaced_out(walk.parts[parts if line == len(lines) else 0 :])
    return "\n".join([*ended, now]).strip()[:MAX_MARKED_CHARACTERS]


def _spaced_out(parts: Sequence[str]) -> str:
    return one_line(" ".join(parts))


def _write(walk: _Walk, text: str | None) -> None:
    if not text or (not walk.parts and text.isspace()):
        return
    walk.parts.append(text)
    walk.length += len(text)
    if not text.isspace():
        walk.linked += len(text) if walk.links else 0
        for named in walk.names[-INNERMOST:]:
            walk.marks |= named.words


def _end_line(walk: _Walk) -> None:
    if not walk.parts:
        return
    text = one_line("".join(walk.parts))
    if text:
        tag = str(walk.blocks[-1].tag) if walk.blocks else "body"
        within = tuple(one for one in walk.blocks[-INNERMOST:] if one.tag not in ("html", "body"))
        linked = walk.linked / max(1, walk.length)
        boxes = tuple(walk.boxes[:MAX_BOXES])
        spaced = _spaced_out(walk.parts) if len(walk.parts) <= MAX_MARKED_PARTS else text
        marks = frozenset(walk.marks)
        walk.shown.lines.append(Line(text, tag, marks, boxes, linked, within, spaced))
    walk.parts, walk.marks, walk.length, walk.linked = [], set(), 0, 0
