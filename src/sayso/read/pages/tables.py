"""Tables of data whose cells hold a paragraph each, as word processors and editors of pages write them.

Other cells with blocks in them lay out the page.
"""

from itertools import pairwise

from lxml.html import HtmlElement

from sayso.read.pages.blocks import BLOCKS, CELLS

PLAIN = frozenset({"p", "div"})
MIN_ROWS, MIN_COLUMNS = 3, 2
MAX_WORDS_OF_CELL = 25
MAX_SHARE_LINKED = 0.5  # of the cells; more is a menu


def data_in_paragraphs(
    root: HtmlElement, layout: frozenset[HtmlElement]
) -> tuple[frozenset[HtmlElement], frozenset[HtmlElement]]:
    """The cells of tables of data, among those with blocks in them, and these blocks."""
    cells: set[HtmlElement] = set()
    blocks: set[HtmlElement] = set()
    for table in root.iter("table") if layout else ():
        if next(table.iterdescendants("table"), None) is not None:
            continue
        rows = [row for row in map(_cells_of, table.iter("tr")) if row]
        own = [cell for row in rows for cell in row]
        if layout.isdisjoint(own):
            continue
        if _is_regular(rows) and all(map(_is_datum, own)) and not _is_menu(own):
            cells.update(own)
            blocks.update(block for cell in own for block in cell.iterdescendants(*BLOCKS))
    return frozenset(cells), frozenset(blocks)


def _cells_of(row: HtmlElement) -> list[HtmlElement]:
    return [cell for cell in row if cell.tag in CELLS]


def _is_regular(rows: list[list[HtmlElement]]) -> bool:
    """Whether all rows have as many cells, but for those of titles and totals, which span columns."""
    columns = max(map(len, rows), default=0)
    full = sum(len(row) == columns for row in rows)
    return columns >= MIN_COLUMNS and full >= MIN_ROWS and 2 * full > len(rows)


def _is_datum(cell: HtmlElement) -> bool:
    """Whether a cell holds a few words, in one paragraph or in none."""
    blocks = list(cell.iterdescendants(*BLOCKS))
    return (
        all(one.tag in PLAIN for one in blocks)
        and all(inner.getparent() is outer for outer, inner in pairwise(blocks))
        and len("".join(cell.itertext()).split()) <= MAX_WORDS_OF_CELL
    )


def _is_menu(cells: list[HtmlElement]) -> bool:
    linked = sum(next(cell.iterdescendants("a"), None) is not None for cell in cells)
    return linked > MAX_SHARE_LINKED * len(cells)
