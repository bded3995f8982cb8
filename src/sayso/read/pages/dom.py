"""A page's elements as blocks of text. Each character keeps its place in the page.

Text is joined as a browser joins it: inline elements without a gap, runs of white space as one
space, a line break at <br>, a new block at every block-level element. A no-break space, a
zero-width mark, an accent in its own code point all stay as they are.
"""

import re
from dataclasses import dataclass, field, replace

from lxml.etree import iterwalk
from lxml.html import HtmlElement

from sayso.read.pages.visible import NEVER, is_hidden
from sayso.read.places import Piece, Place

BLOCK_LEVEL = (
    "html body address article aside blockquote caption center dd details dialog dir div dl dt "
    "fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu "
    "nav ol p pre search section summary table tbody tfoot thead ul"
)
BLOCKS = frozenset(BLOCK_LEVEL.split())
CELLS = frozenset({"td", "th"})
KEPT_SPACE = frozenset({"pre", "listing", "xmp"})
TOKEN = re.compile(r"[ \t\n\r\f]+|[^ \t\n\r\f]+")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, a heading or a list item: its text, its element's tag, and its places."""

    text: str
    tag: str
    pieces: tuple[Piece, ...]


@dataclass(slots=True)
class Page:
    """A page: its blocks, and its hidden elements, each with the number of blocks before it."""

    blocks: list[Block] = field(default_factory=list)
    hidden: list[tuple[int, HtmlElement]] = field(default_factory=list)
    depth: int = 0


def page_of(root: HtmlElement) -> Page:
    """The blocks of a page in document order. Hidden elements are left out and listed."""
    page = Page()
    flow = _Flow(page, _cells_with_blocks(root))
    number, depth, silent = -1, 0, 0  # silent: depth within an element that is not shown
    for event, element in iterwalk(root, events=("start", "end")):
        if event == "start":
            number += 1
            depth += 1
            page.depth = max(page.depth, depth)
            flow.numbers.append(number)
            if silent or _is_silent(element, page):
                silent += 1
            else:
                _open_element(flow, element)
                _write_text(flow, element.text, Place(0, element=number))
            continue
        depth -= 1
        own = flow.numbers.pop()
        if silent:
            silent -= 1
        else:
            _close_element(flow, element)
        if not silent and depth:
            _write_text(flow, element.tail, Place(0, element=own, tail=True))
    _end_block(flow)
    return page


def _is_silent(element: HtmlElement, page: Page) -> bool:
    if element.tag in NEVER:
        return True
    if is_hidden(element):
        page.hidden.append((len(page.blocks), element))
        return True
    return False


@dataclass(slots=True)
class _Flow:
    """The block that is being written, and the open elements."""

    page: Page
    layout: frozenset[HtmlElement]  # the cells that hold blocks: they hold no datum
    numbers: list[int] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)  # open block-level elements
    kept_space: int = 0
    parts: list[str] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    length: int = 0
    space: Place | None = None  # white space that counts if a word follows


def _open_element(flow: _Flow, element: HtmlElement) -> None:
    tag = element.tag
    if tag in BLOCKS or tag == "tr":
        _end_block(flow)
        flow.tags.append(tag)
        flow.kept_space += tag in KEPT_SPACE
    elif tag in CELLS:
        if element in flow.layout:
            _end_block(flow)
        elif flow.length:
            _put_break(flow, "\t")
    elif tag == "br":
        if flow.parts and flow.parts[-1] == "\n":
            _end_block(flow)
        elif flow.length:
            _put_break(flow, "\n")


def _close_element(flow: _Flow, element: HtmlElement) -> None:
    if element.tag in BLOCKS or element.tag == "tr":
        _end_block(flow)
        flow.tags.pop()
        flow.kept_space -= element.tag in KEPT_SPACE
    elif element in flow.layout:
        _end_block(flow)


def _cells_with_blocks(root: HtmlElement) -> frozenset[HtmlElement]:
    """The table cells that hold blocks: they lay out the page."""
    holding: list[HtmlElement] = []
    empty: list[HtmlElement] = []  # the open cells without a block so far
    for event, element in iterwalk(root, events=("start", "end"), tag=(*BLOCKS, *CELLS)):
        if element.tag not in CELLS:
            if event == "start":
                holding += empty
                empty.clear()
        elif event == "start":
            empty.append(element)
        elif empty and empty[-1] is element:
            empty.pop()
    return frozenset(holding)


def _write_text(flow: _Flow, text: str | None, place: Place) -> None:
    """Adds the text at the place, its white space collapsed."""
    if not text:
        return
    if flow.kept_space:
        lead = 0 if flow.length else len(text) - len(text.lstrip("\r\n"))
        _put_piece(flow, text[lead:], replace(place, offset=lead))
        return
    for token in TOKEN.finditer(text):
        here = replace(place, offset=token.start())
        if token.group()[0] in " \t\n\r\f":
            flow.space = flow.space or here
            continue
        if flow.space and flow.parts and flow.parts[-1] not in ("\n", "\t"):
            _put_piece(flow, " ", flow.space)
        flow.space = None
        _put_piece(flow, token.group(), here)


def _put_piece(flow: _Flow, text: str, place: Place) -> None:
    if not text:
        return
    last = flow.pieces[-1] if flow.pieces else None
    if last and _goes_on(last, place) and last.start + last.length == flow.length:
        flow.pieces[-1] = Piece(last.start, last.length + len(text), last.place)
    else:
        flow.pieces.append(Piece(flow.length, len(text), place))
    flow.parts.append(text)
    flow.length += len(text)


def _goes_on(last: Piece, place: Place) -> bool:
    at = last.place
    return (at.element, at.tail, at.offset + last.length) == (
        place.element,
        place.tail,
        place.offset,
    )


def _put_break(flow: _Flow, mark: str) -> None:
    """Adds a break that is not in the page's text."""
    flow.parts.append(mark)
    flow.length += 1
    flow.space = None


def _end_block(flow: _Flow) -> None:
    text = "".join(flow.parts).rstrip(" \t\n\r\f")
    if text and not text.isspace():
        pieces = (
            Piece(one.start, min(one.length, len(text) - one.start), one.place)
            for one in flow.pieces
            if one.start < len(text)
        )
        tag = flow.tags[-1] if flow.tags else "body"
        flow.page.blocks.append(Block(text, tag, tuple(pieces)))
    flow.parts, flow.pieces, flow.length, flow.space = [], [], 0, None
