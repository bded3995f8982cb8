"""The block of text that is being written while a page is walked through.

Text is joined as a browser joins it: inline elements without a gap, runs of white space as one
space, a line break at <br>, a new block at every block-level element. A no-break space, a
zero-width mark, an accent in its own code point all stay as they are.
"""

import re
from dataclasses import dataclass, field

from lxml.html import HtmlElement

from sayso.read.pages.blocks import BLOCKS, CELLS, Block, Page
from sayso.read.pages.lines import is_date_line
from sayso.read.places import Piece, Place

KEPT_SPACE = frozenset({"pre", "listing", "xmp"})
WHITE = " \t\n\r\f"
# White space that is not one space, and so is not shown as it stands.
GAPS = re.compile(r"[ \t\n\r\f]{2,}|[\t\n\r\f]")
ENDS = ".!?…”’\"'"
BOLD = frozenset({"b", "strong"})
MAX_CHARACTERS_OF_DATE = 40
WORDS_OF_LONG = 15  # of a block


@dataclass(slots=True)
class Flow:
    """The block that is being written, and the open elements."""

    page: Page
    layout: frozenset[HtmlElement]  # the cells that hold blocks: they hold no datum
    within: frozenset[HtmlElement]  # the blocks inside cells that hold a datum: they begin nothing
    numbers: list[int] = field(default_factory=list)
    tags: list[tuple[str, int, int | None]] = field(default_factory=list)  # open block-level
    # elements, each with its number and the zone that is open there
    zones: list[int] = field(default_factory=list)  # open zones
    kept_space: int = 0
    links: int = 0  # open links
    address: str = ""  # of the last one that was opened
    addresses: set[str] = field(default_factory=set)  # that long blocks are linked to
    bolds: int = 0
    parts: list[str] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    length: int = 0
    linked: int = 0
    bold: int = 0
    lead: int = 0  # characters of the link that the block begins with
    zone: int | None = None
    space: bool = False  # white space that counts if a word follows


def open_element(flow: Flow, element: HtmlElement, number: int) -> None:
    """Begins a block, a line or a cell where the element does."""
    if flow.within and element in flow.within:
        return
    tag = element.tag
    if tag in BLOCKS or tag == "tr":
        end_block(flow)
        flow.tags.append((str(tag), number, open_zone(flow)))
        flow.kept_space += tag in KEPT_SPACE
    elif tag == "a":
        if (address := element.get("href")) is not None:
            flow.links += 1
            flow.address = address
    elif tag in BOLD:
        flow.bolds += 1
    elif tag == "cite":
        if flow.parts and not flow.space and flow.parts[-1][-1] in ENDS:
            end_block(flow)
    elif tag in CELLS:
        if element in flow.layout:
            end_block(flow)
        elif flow.length:
            _put_break(flow, "\t")
    elif tag == "br":
        if flow.parts and flow.parts[-1] == "\n":
            end_block(flow)
        elif flow.length:
            _put_break(flow, "\n")


def close_element(flow: Flow, element: HtmlElement) -> None:
    """Ends what the element began."""
    if flow.within and element in flow.within:
        return
    tag = element.tag
    if tag in BLOCKS or tag == "tr":
        end_block(flow)
        flow.tags.pop()
        flow.kept_space -= tag in KEPT_SPACE
    elif tag == "a":
        flow.links -= "href" in element.attrib
    elif tag in BOLD:
        flow.bolds -= 1
    elif tag == "cite":
        if element.tail and element.tail[0].isalnum() and flow.parts and not flow.space:
            end_block(flow)
    elif element in flow.layout:
        end_block(flow)


def write_text(flow: Flow, text: str, element: int, tail: bool) -> None:
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


def _put_run(flow: Flow, run: str, offset: int, element: int, tail: bool) -> None:
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


def _put_piece(flow: Flow, text: str, place: Place) -> None:
    if not text:
        return
    zone, begin = open_zone(flow), flow.length
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


def open_zone(flow: Flow) -> int | None:
    """The number of the innermost open zone."""
    return flow.zones[-1] if flow.zones else None


def _put_break(flow: Flow, mark: str) -> None:
    """Adds a break that is not in the page's text."""
    flow.parts.append(mark)
    flow.length += 1
    flow.space = False


def end_block(flow: Flow) -> None:
    """Adds what was written to the page's blocks, if it shows anything."""
    if flow.parts:
        text = "".join(flow.parts).rstrip(WHITE)
        if text and not text.isspace():
            block = _block_of(flow, text)
            flow.page.blocks.append(block)
            if block.linked >= max(WORDS_OF_LONG, block.words):
                flow.addresses.add(flow.address)
        flow.parts, flow.pieces, flow.length, flow.linked, flow.bold = [], [], 0, 0, 0
        flow.lead = 0
    flow.space = False


def _block_of(flow: Flow, text: str) -> Block:
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
        address=flow.address if flow.linked else "",
    )


def is_date_apart(flow: Flow, tail: str) -> bool:
    """Whether the block is a date so far, and words follow without a space: it floats beside them."""
    if not 0 < flow.length <= MAX_CHARACTERS_OF_DATE or flow.space or len(flow.parts) > 1:
        return False
    glued = flow.parts[-1][-1].isalnum() and (tail[0].isupper() or tail[0] in "“\"‘'")
    return glued and is_date_line(flow.parts[0])
