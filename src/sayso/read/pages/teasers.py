"""Teasers: a linked title with a line or two on the report that it leads to."""

import re
from collections.abc import Sequence

from sayso.read.pages.blocks import HEADINGS, Block, Page, is_prose

MIN_WORDS_OF_TITLE = 3
MAX_WORDS_OF_TITLE = 30
MIN_SHARE_LINKED = 0.7  # of the words of a title that is a link
MAX_WORDS = 70  # of what is told under a title
LINES_BETWEEN = 3  # a date, a byline, a section, between a title and what is told
MAX_WORDS_OF_LINE = 10
STEPS = 4  # up the tree, from a title to the box of its teaser
MAX_WORDS_OF_MORE = 5  # of a last link: "Continue reading"
TITLE_ENDS = (".", "?", "!", ":", "…", "”", "’")
MORE = re.compile(
    r"(?:read|continue|keep|see|view|learn|find out|full|more)\b[\w\s]{0,40}[.…»→›>\s]*$",
    re.IGNORECASE,
)


def begins_with_title(block: Block) -> bool:
    """Whether a title that is a link opens the block, and words of its own follow.

    The title ends as a sentence or a line does: "<a>Bridge closed.</a> It is to be mended."
    """
    title, rest = block.text[: block.lead].rstrip(), block.text[block.lead :]
    if not rest.strip() or len(title.split()) < MIN_WORDS_OF_TITLE:
        return False
    return title.endswith(TITLE_ENDS) or rest.lstrip(" ").startswith(("\n", "—", "–", "|"))


def is_title(block: Block) -> bool:
    """Whether the block is a link and as long as a title."""
    return (
        MIN_WORDS_OF_TITLE <= block.words <= MAX_WORDS_OF_TITLE
        and block.linked >= MIN_SHARE_LINKED * block.words
    )


def ends_with_more(block: Block) -> bool:
    """Whether the last words of the block are a link to the rest of it."""
    if not 0 < block.linked <= MAX_WORDS_OF_MORE:
        return False
    last = " ".join(block.text.split()[-block.linked :])
    return MORE.match(last) is not None


def teasers_of(page: Page, cards: Sequence[range]) -> list[range]:
    """The teasers of a page, its cards among them: for each, the numbers of its blocks, in document order."""
    blocks = page.blocks
    found: list[range] = []
    ends = {card.start: card.stop for card in cards}
    number = 0
    while number < len(blocks):
        end = ends.get(number) or _end_of_teaser(page, blocks, number)
        if end > number:
            found.append(range(number, end))
            number = end
        else:
            number += 1
    return found


def _end_of_teaser(page: Page, blocks: Sequence[Block], number: int) -> int:
    """The number behind the teaser that begins with a block; that number itself if none does."""
    block = blocks[number]
    if block.words <= MAX_WORDS and begins_with_title(block):
        return number + 1
    if is_prose(block) and block.words <= MAX_WORDS and ends_with_more(block):
        return number + 1
    if not is_title(block):
        return number
    behind = number + 1
    while behind < len(blocks) and behind <= number + LINES_BETWEEN:
        if is_prose(blocks[behind]) or blocks[behind].words > MAX_WORDS_OF_LINE:
            break
        behind += 1
    if behind == len(blocks) or not is_prose(blocks[behind]) or blocks[behind].tag in HEADINGS:
        return number
    told = blocks[behind]
    if told.words <= MAX_WORDS and _is_box(page, blocks, number, behind):
        return behind + 1
    return number


def _is_box(page: Page, blocks: Sequence[Block], first: int, last: int) -> bool:
    """Whether an element holds these blocks and no other running text."""
    element = blocks[first].element
    for _ in range(STEPS):
        if element < 0:
            return False
        if blocks[last].element <= page.ends[element]:
            break
        element = page.parents[element]
    else:
        return False
    if first and blocks[first - 1].element >= element and is_prose(blocks[first - 1]):
        return False
    return (
        last + 1 == len(blocks)
        or blocks[last + 1].element > page.ends[element]
        or (not is_prose(blocks[last + 1]) and _only_lines(page, blocks, element, last + 1))
    )


def _only_lines(page: Page, blocks: Sequence[Block], element: int, number: int) -> bool:
    """Whether nothing but a few short lines follows in the element."""
    for one in range(number, min(len(blocks), number + LINES_BETWEEN + 1)):
        if blocks[one].element > page.ends[element]:
            return True
        if is_prose(blocks[one]):
            return False
    return number + LINES_BETWEEN + 1 >= len(blocks)
