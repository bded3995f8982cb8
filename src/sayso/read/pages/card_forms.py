"""What one card looks like: a title, and one line on the report that it leads to."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.read.pages.blocks import HEADINGS, Block, Page
from sayso.read.pages.lines import is_date_line
from sayso.read.pages.teasers import (
    MIN_SHARE_LINKED,
    begins_with_title,
    ends_with_more,
    is_title,
)
from sayso.read.pages.zones import BODY, POST

STEPS = 6  # up the tree, from the first block of a card to its element
MAX_BLOCKS = 6
MAX_LABELS = 2  # lines above a title: the section, a date
MAX_WORDS_OF_LABEL = 6
MIN_WORDS_OF_TITLE, MAX_WORDS_OF_TITLE = 3, 30
MIN_WORDS_OF_SUMMARY, MAX_WORDS_OF_SUMMARY = 4, 45
MAX_WORDS_OF_FOOT = 10  # a date, a byline, "Read more"
SENTENCE_ENDS = (".", "?", "!", "…", "]", "”", '"', "’", "'", ")")


@dataclass(frozen=True, slots=True)
class Card:
    """The numbers of a card's blocks, the number of its element, and the shape that its like have.

    `asks` is whether its title is a question.
    """

    blocks: range
    element: int
    shape: tuple[str, str]
    is_linked: bool
    asks: bool
    title_words: int
    summary_words: int


def card_at(page: Page, first: int) -> Card | None:
    """The card that begins with a block, given by its number: the largest element that is one."""
    blocks = page.blocks
    element, found = blocks[first].element, _flat_card(blocks, first)
    for _ in range(STEPS):
        if element <= 0 or (first and is_inside(page, element, blocks[first - 1])):
            break
        last = first + 1
        while last < len(blocks) and is_inside(page, element, blocks[last]):
            last += 1
            if last - first > MAX_BLOCKS:
                return found or _loose_card(page, first)
        found = _card(blocks, range(first, last), element) or found
        element = page.parents[element]
    return found or _loose_card(page, first)


def _flat_card(blocks: Sequence[Block], number: int) -> Card | None:
    """One of the cards of old pages, with only line breaks between them and in them."""
    block = blocks[number]
    if block.words > MAX_WORDS_OF_TITLE + MAX_WORDS_OF_SUMMARY or not _opens_with_title(block):
        return None
    numbers = range(number, number + 1)
    return Card(numbers, block.element, (block.tag, ""), True, False, block.words, block.words)


def _opens_with_title(block: Block) -> bool:
    """Whether a title that is a link opens the block, in a cell of its own or right before a sentence."""
    if begins_with_title(block):
        return True
    title, rest = block.text[: block.lead], block.text[block.lead :].lstrip(" ")
    return (
        len(title.split()) > MIN_WORDS_OF_TITLE
        and len(rest.split()) >= MIN_WORDS_OF_SUMMARY
        and rest.endswith(SENTENCE_ENDS)
        and (rest.startswith("\t") or rest[0].isupper())
    )


def _loose_card(page: Page, first: int) -> Card | None:
    """A title that is a link, and what is told below it, with no element around both alone."""
    title = page.blocks[first]
    if not is_title(title) or is_in_body(page, title):
        return None
    outer, last = page.parents[title.element], first + 1
    while last < len(page.blocks) and page.parents[page.blocks[last].element] == outer:
        told = page.blocks[last]
        if is_title(told) or last > first + MAX_LABELS:
            break
        last += 1
        if _is_summary(told, True) and not _is_label(told):
            shape = (title.tag, told.tag)
            numbers = range(first, last)
            return Card(numbers, title.element, shape, True, False, title.words, told.words)
    return None


def _card(blocks: Sequence[Block], numbers: range, element: int) -> Card | None:
    """The blocks as a card; None if they are none."""
    own = [blocks[number] for number in numbers]
    labels = 0
    while labels < len(own) and labels < MAX_LABELS and _is_label(own[labels]):
        labels += 1
    # A short title is no label.
    for at in range(labels, -1, -1):
        if at >= len(own):
            continue
        title, rest = own[at], own[at + 1 :]
        if (flat := _flat_card(blocks, numbers[at])) and all(map(is_foot, rest)):
            return replace(flat, blocks=numbers, element=element)
        if not rest or not _is_title(title) or not all(map(is_foot, rest[1:])):
            continue
        linked = title.linked >= MIN_SHARE_LINKED * title.words or ends_with_more(rest[0])
        if _is_summary(rest[0], linked):
            shape, asks = (title.tag, rest[0].tag), title.text.endswith("?")
            return Card(numbers, element, shape, linked, asks, title.words, rest[0].words)
    return None


def _is_label(block: Block) -> bool:
    return block.words <= MAX_WORDS_OF_LABEL and not block.text.endswith((".", "!", "?", "”"))


def _is_title(block: Block) -> bool:
    if not MIN_WORDS_OF_TITLE <= block.words <= MAX_WORDS_OF_TITLE or is_date_line(block.text):
        return False
    linked = block.linked >= MIN_SHARE_LINKED * block.words
    return linked or (not block.linked and not block.text.endswith((".", ":", ";", ",", "!")))


def _is_summary(block: Block, linked: bool) -> bool:
    """Whether a block may be told below a title; one that is a link needs no whole sentence."""
    return (
        MIN_WORDS_OF_SUMMARY <= block.words <= MAX_WORDS_OF_SUMMARY
        and block.tag not in HEADINGS
        and (linked or block.text.endswith(SENTENCE_ENDS) or ends_with_more(block))
    )


def is_foot(block: Block) -> bool:
    """Whether a block may stand at the foot of a card: a short line that is no sentence."""
    return block.words <= MAX_WORDS_OF_FOOT and not block.text.endswith((".", "!", "”"))


def is_inside(page: Page, element: int, block: Block) -> bool:
    """Whether an element, given by its number, holds the block."""
    return element <= block.element <= page.ends[element]


def is_in_body(page: Page, block: Block) -> bool:
    """Whether the block lies in what the page marks as the article's text."""
    zone = block.zone
    while zone is not None:
        if page.zones[zone].kind in (BODY, POST):
            return True
        zone = page.zones[zone].outer
    return False
