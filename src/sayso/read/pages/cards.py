"""Cards: siblings of one shape, each with the title of another report and a line on it.

A page lists other reports in elements that are made alike: a title, which is a link or lies in one,
perhaps a section above it and a date below it, and one short paragraph. Three of them are no article,
however many words they have together. Where the titles are no links, as a saved page may have lost them,
it takes more of them, and nothing else in the element around them.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice, pairwise
from statistics import mean

from sayso.read.pages.blocks import HEADINGS, Block, Page, is_prose
from sayso.read.pages.lines import is_date_line
from sayso.read.pages.teasers import MIN_SHARE_LINKED, begins_with_title, ends_with_more
from sayso.read.pages.zones import BODY, POST

MIN_LINKED_CARDS = 3
MIN_BARE_CARDS = 4
STEPS = 6  # up the tree, from the first block of a card to its element
MAX_BLOCKS = 6
MAX_LABELS = 2  # lines above a title: the section, a date
MAX_WORDS_OF_LABEL = 6
MIN_WORDS_OF_TITLE, MAX_WORDS_OF_TITLE = 3, 30
MIN_WORDS_OF_BARE_TITLE = 5  # on the average; a list of the dead has their names as titles
MIN_WORDS_OF_SUMMARY, MAX_WORDS_OF_SUMMARY = 4, 45
MAX_WORDS_OF_BARE_SUMMARY = 30
MAX_WORDS_OF_FOOT = 10  # a date, a byline, "Read more"
BLOCKS_BETWEEN = 1  # an advertisement between two cards
TIME = re.compile(r"\b\d{1,2}(?:[:.h]\d{2}|\s?[ap]\.?m)\b")
SENTENCE_ENDS = (".", "?", "!", "…", "]", "”", '"', "’", "'", ")")


@dataclass(frozen=True, slots=True)
class Card:
    """The numbers of a card's blocks, the number of its element, and the shape that its like have."""

    blocks: range
    element: int
    shape: tuple[str, str]
    is_linked: bool
    title_words: int
    summary_words: int


def cards_of(page: Page) -> list[range]:
    """The cards of a page that stand in lists: for each, the numbers of its blocks, in document order."""
    runs = _runs(page, list(_cards(page)))
    return [card.blocks for run in runs if _is_list(page, run) for card in run]


def _cards(page: Page) -> Iterator[Card]:
    """What looks like a card, each in the largest element that holds nothing else."""
    number = 0
    while number < len(page.blocks):
        card = _card_at(page, number)
        if card:
            yield card
        number = card.blocks.stop if card else number + 1


def _card_at(page: Page, first: int) -> Card | None:
    blocks = page.blocks
    element, found = blocks[first].element, _flat_card(blocks, first)
    for _ in range(STEPS):
        if element <= 0 or (first and _is_inside(page, element, blocks[first - 1])):
            break
        last = first + 1
        while last < len(blocks) and _is_inside(page, element, blocks[last]):
            last += 1
            if last - first > MAX_BLOCKS:
                return found
        found = _card(blocks, range(first, last), element) or found
        element = page.parents[element]
    return found


def _flat_card(blocks: Sequence[Block], number: int) -> Card | None:
    """One of the cards of old pages, with only line breaks between them and in them."""
    block = blocks[number]
    if block.words > MAX_WORDS_OF_TITLE + MAX_WORDS_OF_SUMMARY or not begins_with_title(block):
        return None
    numbers = range(number, number + 1)
    return Card(numbers, block.element, (block.tag, ""), True, block.words, block.words)


def _is_inside(page: Page, element: int, block: Block) -> bool:
    return element <= block.element <= page.ends[element]


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
        if (flat := _flat_card(blocks, numbers[at])) and all(map(_is_foot, rest)):
            return replace(flat, blocks=numbers, element=element)
        if rest and _is_title(title) and _is_summary(rest[0]) and all(map(_is_foot, rest[1:])):
            shape = (title.tag, rest[0].tag)
            linked = title.linked >= MIN_SHARE_LINKED * title.words or ends_with_more(rest[0])
            return Card(numbers, element, shape, linked, title.words, rest[0].words)
    return None


def _is_label(block: Block) -> bool:
    return block.words <= MAX_WORDS_OF_LABEL and not block.text.endswith((".", "!", "?", "”"))


def _is_title(block: Block) -> bool:
    if not MIN_WORDS_OF_TITLE <= block.words <= MAX_WORDS_OF_TITLE or is_date_line(block.text):
        return False
    linked = block.linked >= MIN_SHARE_LINKED * block.words
    return linked or (not block.linked and not block.text.endswith((".", ":", ";", ",", "?", "!")))


def _is_summary(block: Block) -> bool:
    return (
        MIN_WORDS_OF_SUMMARY <= block.words <= MAX_WORDS_OF_SUMMARY
        and block.tag not in HEADINGS
        and (block.text.endswith(SENTENCE_ENDS) or ends_with_more(block))
    )


def _is_foot(block: Block) -> bool:
    return block.words <= MAX_WORDS_OF_FOOT and not block.text.endswith((".", "!", "”"))


def _runs(page: Page, cards: Sequence[Card]) -> Iterator[list[Card]]:
    """The cards of one shape that stand one behind another in one element."""
    run = list(cards[:1])
    for one, other in pairwise(cards):
        between = islice(page.blocks, one.blocks.stop, other.blocks.start)
        if not (
            one.shape == other.shape
            and page.parents[one.element] == page.parents[other.element]
            and other.blocks.start - one.blocks.stop <= BLOCKS_BETWEEN
            and not any(map(is_prose, between))
        ):
            yield run
            run = []
        run.append(other)
    if run:
        yield run


def _is_list(page: Page, run: Sequence[Card]) -> bool:
    """Whether so many cards are a list of other reports.

    Titles of entries and sections lead to places in their own page, whose address is one.
    """
    if sum(card.is_linked for card in run) * 2 > len(run):
        leads = {_page_linked(page.blocks, card) for card in run} - {""}
        return len(leads) >= MIN_LINKED_CARDS
    return (
        len(run) >= MIN_BARE_CARDS
        and mean(card.title_words for card in run) >= MIN_WORDS_OF_BARE_TITLE
        and all(card.summary_words <= MAX_WORDS_OF_BARE_SUMMARY for card in run)
        and not _is_in_body(page, page.blocks[run[0].blocks.start])
        and _is_alone(page, run)
        and not all(_has_time(page.blocks, card) for card in run)
    )


def _page_linked(blocks: Sequence[Block], card: Card) -> str:
    """The address of the page that a card leads to, without what names a place in it.

    A "#" alone, as a script or a tool that saved the page leaves it, may have led anywhere.
    """
    addresses = (blocks[number].address.strip() for number in card.blocks)
    address = next(filter(None, addresses), "")
    return re.split(r"[#?]", address, maxsplit=1)[0] if address != "#" else f"#{card.blocks.start}"


def _has_time(blocks: Sequence[Block], card: Card) -> bool:
    """Whether a card has a line with a time of day, as the entries of a live report have."""
    return any(
        blocks[number].words <= MAX_WORDS_OF_FOOT and TIME.search(blocks[number].text)
        for number in card.blocks
    )


def _is_in_body(page: Page, block: Block) -> bool:
    """Whether the block lies in what the page marks as the article's text."""
    zone = block.zone
    while zone is not None:
        if page.zones[zone].kind in (BODY, POST):
            return True
        zone = page.zones[zone].outer
    return False


def _is_alone(page: Page, run: Sequence[Card]) -> bool:
    """Whether no running text stands beside the cards in the element around them."""
    around = page.parents[run[0].element]
    first, last = run[0].blocks.start - 1, run[-1].blocks.stop
    beside = [
        page.blocks[number]
        for number in (
            *range(max(0, first - MAX_BLOCKS), first + 1),
            *range(last, last + MAX_BLOCKS),
        )
        if number < len(page.blocks)
    ]
    return not any(
        is_prose(block) and _is_inside(page, around, block) and block.words > MAX_WORDS_OF_SUMMARY
        for block in beside
    )
