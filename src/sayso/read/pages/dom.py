"""A page's elements as blocks of text. Each character keeps its place in the page.

Text is joined as a browser joins it: inline elements without a gap, runs of white space as one
space, a line break at <br>, a new block at every block-level element. A no-break space, a
zero-width mark, an accent in its own code point all stay as they are.
"""

import re
from dataclasses import dataclass, field, replace

from lxml.etree import iterwalk
from lxml.html import HtmlElement

from sayso.read.pages.blocks import BLOCKS, CELLS, Block, Page, Zone
from sayso.read.pages.visible import NEVER, Hidden, hidden_elements, is_drawn_template
from sayso.read.pages.zones import ZoneKinds
from sayso.read.places import Piece, Place

KEPT_SPACE = frozenset({"pre", "listing", "xmp"})
SHADOW = frozenset({"template"})
WHITE = " \t\n\r\f"
# White space that is not one space, and so is not shown as it stands.
GAPS = re.compile(r"[ \t\n\r\f]{2,}|[\t\n\r\f]")
MIN_WORDS_OF_LONG = 15  # of a block
MIN_LINKED = 3  # long blocks that are all link
MIN_SHARE_LINKED = 0.7  # of the long blocks
BOLD = frozenset({"b", "strong"})


def page_of(root: HtmlElement) -> Page:
    """The blocks of a page in document order. Hidden elements are left out and listed."""
    hidden = hidden_elements(root)
    page = Page(uncovered=len(hidden.uncovered))
    flow = _Flow(page, _cells_with_blocks(root))
    kinds = ZoneKinds()
    number, silent = -1, 0  # silent: depth within an element that is not shown
    for event, element in iterwalk(root, events=("start", "end")):
        if event == "start":
            number += 1
            page.parents.append(flow.numbers[-1] if flow.numbers else -1)
            page.ends.append(number)
            flow.numbers.append(number)
            if silent or _is_silent(element, page, hidden):
                silent += 1
                continue
            if marked := kinds.kind_of(element):
                page.zones.append(Zone(*marked, number, _open_zone(flow)))
                flow.zones.append(len(page.zones) - 1)
            _open_element(flow, element, number)
            if element.text:
                _write_text(flow, element.text, number, False)
            continue
        page.depth = max(page.depth, len(flow.numbers))
        own = flow.numbers.pop()
        page.ends[own] = number
        if silent:
            silent -= 1
        else:
            _close_element(flow, element)
            if flow.zones and page.zones[flow.zones[-1]].element == own:
                flow.zones.pop()
        if not silent and flow.numbers and element.tail:
            _write_text(flow, element.tail, own, True)
    _end_block(flow)
    page.blocks = _without_open_links(page.blocks)
    return page


def _without_open_links(blocks: list[Block]) -> list[Block]:
    """The blocks; none of them linked, if nearly all long ones are: then a link was not closed."""
    long = [block for block in blocks if block.words >= MIN_WORDS_OF_LONG]
    linked = sum(block.linked >= block.words for block in long)
    if linked < MIN_LINKED or linked < MIN_SHARE_LINKED * len(long):
        return blocks
    return [replace(block, linked=0) for block in blocks]


def _is_silent(element: HtmlElement, page: Page, hidden: Hidden) -> bool:
    if element.tag in NEVER:
        return element.tag not in SHADOW or not is_drawn_template(dict(element.items()))
    if element in hidden.elements:
        page.hidden.append((len(page.blocks), element))
        return True
    return False


@dataclass(slots=True)
class _Flow:
    """The block that is being written, and the open elements."""

    page: Page
    layout: frozenset[HtmlElement]  # the cells that hold blocks: they hold no datum
    numbers: list[int] = field(default_factory=list)
    tags: list[tuple[str, int, int | None]] = field(default_factory=list)  # open block-level
    # elements, each with its number and the zone that is open there
    zones: list[int] = field(default_factory=list)  # open zones
    kept_space: int = 0
    links: int = 0  # open links
    bolds: int = 0
    parts: list[str] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    length: int = 0
    linked: int = 0
    bold: int = 0
    lead: int = 0  # characters of the link that the block begins with
    zone: int | None = None
    space: bool = False  # white space that counts if a word follows


def _open_element(flow: _Flow, element: HtmlElement, number: int) -> None:
    tag = element.tag
    if tag in BLOCKS or tag == "tr":
        _end_block(flow)
        flow.tags.append((str(tag), number, _open_zone(flow)))
        flow.kept_space += tag in KEPT_SPACE
    elif tag == "a":
        flow.links += "href" in element.attrib
    elif tag in BOLD:
        flow.bolds += 1
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
    tag = element.tag
    if tag in BLOCKS or tag == "tr":
        _end_block(flow)
        flow.tags.pop()
        flow.kept_space -= tag in KEPT_SPACE
    elif tag == "a":
        flow.links -= "href" in element.attrib
    elif tag in BOLD:
        flow.bolds -= 1
    elif element in flow.layout:
        _end_block(flow)


def _cells_with_blocks(root: HtmlElement) -> frozenset[HtmlElement]:
    """The table cells that hold blocks: they lay out the page."""
    holding: list[HtmlElement] = []
    empty: list[HtmlElement] = []  # the open cells without a block so far
    if next(root.iter(*CELLS), None) is None:
        return frozenset()
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


def _write_text(flow: _Flow, text: str, element: int, tail: bool) -> None:
    """Adds the text of an element, its white space collapsed."""
    if flow.kept_space:
        lead = 0 if flow.length else len(text) - len(text.lstrip("\r\n"))
        _put_piece(flow, text[lead:], Place(lead, element=element, tail=tail))
        return
    at = 0
    for gap in GAPS.finditer(text):
        _put_run(flow, text[at : gap.start()], at, element, tail)
        flow.space = True
        at = gap.end()
    _put_run(flow, text[at:], at, element, tail)


def _put_run(flow: _Flow, run: str, offset: int, element: int, tail: bool) -> None:
    """Adds a run of words with single spaces between them."""
    if not run:
        return
    if run[0] == " ":
        flow.space, run, offset = True, run[1:], offset + 1
    ends_in_space = run.endswith(" ")
    if ends_in_space:
        run = run[:-1]
    if run:
        if flow.space and flow.parts and flow.parts[-1] not in ("\n", "\t"):
            flow.parts.append(" ")
            flow.length += 1
        flow.space = False
        _put_piece(flow, run, Place(offset, element=element, tail=tail))
    flow.space = flow.space or ends_in_space


def _put_piece(flow: _Flow, text: str, place: Place) -> None:
    if not text:
        return
    zone, begin = _open_zone(flow), flow.length
    if not flow.parts:
        flow.zone = zone
    elif flow.zone != zone:  # a block is in the zones that hold all of it
        flow.zone = flow.tags[-1][2] if flow.tags else None
    flow.pieces.append(Piece(flow.length, len(text), place))
    flow.parts.append(text)
    flow.length += len(text)
    if flow.links:
        flow.linked += len(text.split())
        if flow.lead == begin or flow.lead == begin - 1:
            flow.lead = flow.length
    if flow.bolds:
        flow.bold += len(text.split())


def _open_zone(flow: _Flow) -> int | None:
    return flow.zones[-1] if flow.zones else None


def _put_break(flow: _Flow, mark: str) -> None:
    """Adds a break that is not in the page's text."""
    flow.parts.append(mark)
    flow.length += 1
    flow.space = False


def _end_block(flow: _Flow) -> None:
    if flow.parts:
        text = "".join(flow.parts).rstrip(WHITE)
        if text and not text.isspace():
            flow.page.blocks.append(_block_of(flow, text))
        flow.parts, flow.pieces, flow.length, flow.linked, flow.bold = [], [], 0, 0, 0
        flow.lead = 0
    flow.space = False


def _block_of(flow: _Flow, text: str) -> Block:
    pieces = (
        one if one.end <= len(text) else Piece(one.start, len(text) - one.start, one.place)
        for one in flow.pieces
        if one.start < len(text)
    )
    tag, element, _ = flow.tags[-1] if flow.tags else ("body", 0, None)
    return Block(
        text=text,
        tag=tag,
        pieces=tuple(pieces),
        element=element,
        zone=flow.zone,
        words=len(text.split()),
        linked=flow.linked,
        bold=flow.bold,
        lead=flow.lead,
    )
