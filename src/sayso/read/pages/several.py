"""Several articles on one page, which a page adds while one reads: which one is the page's own."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence

from sayso.read.pages.blocks import Block, Page
from sayso.read.pages.lines import BYLINE, is_date_line
from sayso.read.pages.wording import Words
from sayso.read.pages.zones import ARTICLE

MIN_SHARE_OF_ALL = 0.75  # of a page's running text, in its articles
MIN_BLOCKS = 2  # of running text in an article
LINES_TO_BYLINE = 3  # below a main heading
MAX_HEADINGS = 20


def headed_articles(page: Page, words: Sequence[Words], counts: Sequence[int]) -> dict[int, Words]:
    """The elements that are articles with a main heading each, with the words of it.

    They are marked as articles; or they stand side by side, and each has a byline or a date below its
    heading, by which it is no section of one article. `counts` has the blocks of running text in each
    element.
    """
    marked = _marked_articles(page, words)
    return marked if len(marked) > 1 else _siblings(page, words, counts) or marked


def own_article(headed: Mapping[int, Words], scores: Sequence[int], title: Words) -> int | None:
    """Of several articles with headings, the one with the title; None if the page has only one."""
    whole = [one for one in headed if scores[one]]
    if len(whole) < 2 or sum(scores[one] for one in whole) < MIN_SHARE_OF_ALL * scores[0]:
        return None
    return max(whole, key=lambda one: (len({*headed[one]} & {*title}), -one))


def _marked_articles(page: Page, words: Sequence[Words]) -> dict[int, Words]:
    """The outermost elements marked as articles that have a main heading."""
    behind = -1
    outermost: list[int] = []
    for zone in page.zones:
        if zone.kind == ARTICLE and zone.element > behind:
            outermost.append(zone.element)
            behind = page.ends[zone.element]
    headed: dict[int, Words] = {}
    for block, said in zip(page.blocks, words, strict=True):
        if block.tag == "h1":
            number = bisect_right(outermost, block.element) - 1
            if number >= 0 and block.element <= page.ends[outermost[number]]:
                headed.setdefault(outermost[number], said)
    return headed


def _siblings(page: Page, words: Sequence[Words], counts: Sequence[int]) -> dict[int, Words]:
    """The elements side by side that hold one main heading each; none if one of them is no article."""
    headings = [number for number, block in enumerate(page.blocks) if block.tag == "h1"]
    if not 1 < len(headings) <= MAX_HEADINGS:
        return {}
    elements = [page.blocks[number].element for number in headings]
    headed: dict[int, Words] = {}
    for number, own in zip(headings, elements, strict=True):
        element = own
        while (outer := page.parents[element]) > 0 and not any(
            outer <= other <= page.ends[outer] for other in elements if other != own
        ):
            element = outer
        if counts[element] < MIN_BLOCKS or not _has_byline(page, number):
            return {}
        headed[element] = words[number]
    outers = {page.parents[element] for element in headed}
    return headed if len(headed) == len(headings) and len(outers) == 1 else {}


def _has_byline(page: Page, number: int) -> bool:
    """Whether a byline, a date, or what is marked as such stands below a main heading."""
    below = page.blocks[number + 1 : number + 1 + LINES_TO_BYLINE]
    return any(_is_byline(page, block) for block in below)


def _is_byline(page: Page, block: Block) -> bool:
    marked = block.zone is not None and page.zones[block.zone].kind == "head"
    return marked or is_date_line(block.text) or BYLINE.fullmatch(block.text) is not None
