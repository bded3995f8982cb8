"""A page's elements as blocks of text. Each character keeps its place in the page."""

from dataclasses import replace

from lxml.etree import iterwalk
from lxml.html import HtmlElement

from sayso.read.pages.blocks import BLOCKS, CELLS, Block, Page, Zone
from sayso.read.pages.flow import (
    WORDS_OF_LONG,
    Flow,
    close_element,
    end_block,
    is_date_apart,
    open_element,
    open_zone,
    write_text,
)
from sayso.read.pages.references import is_reference
from sayso.read.pages.tables import data_in_paragraphs
from sayso.read.pages.visible import NEVER, Hidden, hidden_elements, is_drawn_template
from sayso.read.pages.zones import ZoneKinds

PICTURES = frozenset({"img", "amp-img", "picture", "video"})
SHADOW = frozenset({"template"})
NOTED = frozenset({"a", "sup"})
MIN_LINKED = 3  # long blocks that are all link
MIN_SHARE_LINKED = 0.7  # of the long blocks


def page_of(root: HtmlElement) -> Page:
    """The blocks of a page in document order. Hidden elements are left out and listed."""
    page = Page(list(root.iter()))
    hidden = hidden_elements(root)
    page.uncovered = len(hidden.uncovered)
    layout = _cells_with_blocks(root)
    data, within = data_in_paragraphs(root, layout)
    flow = Flow(page, layout - data, within)
    kinds = ZoneKinds(root)
    number, silent = -1, 0  # silent: depth within an element that is not shown
    for event, element in iterwalk(root, events=("start", "end")):
        if event == "start":
            number += 1
            page.parents.append(flow.numbers[-1] if flow.numbers else -1)
            page.ends.append(number)
            flow.numbers.append(number)
            if element.tag in PICTURES:
                page.pictures.numbers.append(number)
            if silent or _is_silent(element, page, hidden):
                silent += 1
                continue
            if marked := kinds.kind_of(element):
                page.zones.append(Zone(*marked, number, open_zone(flow)))
                flow.zones.append(len(page.zones) - 1)
            open_element(flow, element, number)
            if element.text:
                write_text(flow, element.text, number, False)
            continue
        if len(flow.numbers) > page.depth:
            page.depth = len(flow.numbers)
        own = flow.numbers.pop()
        page.ends[own] = number
        if silent:
            silent -= 1
        else:
            close_element(flow, element)
            if flow.zones and page.zones[flow.zones[-1]].element == own:
                flow.zones.pop()
        if not silent and flow.numbers and element.tail:
            if is_date_apart(flow, element.tail):
                end_block(flow)
            write_text(flow, element.tail, own, True)
    end_block(flow)
    page.blocks = _without_open_links(page.blocks, len(flow.addresses))
    return page


def _without_open_links(blocks: list[Block], addresses: int) -> list[Block]:
    """The blocks; none of them linked, if nearly all long ones are: then a link was not closed.

    `addresses` counts the different ones that long blocks are linked to: of cards, each has its own.
    """
    long = [block for block in blocks if block.words >= WORDS_OF_LONG]
    linked = sum(block.linked >= block.words for block in long)
    if linked < MIN_LINKED or linked < MIN_SHARE_LINKED * len(long) or 2 * addresses > linked:
        return blocks
    return [replace(block, linked=0) for block in blocks]


def _is_silent(element: HtmlElement, page: Page, hidden: Hidden) -> bool:
    if element.tag in NEVER:
        return element.tag not in SHADOW or not is_drawn_template(dict(element.attrib))
    if element.tag in NOTED and is_reference(element):
        return True
    if hidden.elements and element in hidden.elements:
        page.hidden.append((len(page.blocks), element))
        return True
    return False


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
