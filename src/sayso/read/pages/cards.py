"""Cards: siblings of one shape, each with the title of another report and a line on it.

A page lists other reports in elements that are made alike: a title, which is a link or lies in one,
perhaps a section above it and a date below it, and one short paragraph. Three of them are no article,
however many words they have together. Where the titles are no links, as a saved page may have lost them,
it takes more of them, and nothing else in the element around them; whoever asks leaves them if they stand
in the text itself, whose sections look the same.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import mean

from sayso.read.pages.blocks import Block, Page, is_prose
from sayso.read.pages.card_forms import (
    MAX_BLOCKS,
    MAX_WORDS_OF_FOOT,
    MAX_WORDS_OF_SUMMARY,
    Card,
    card_at,
    is_foot,
    is_in_body,
    is_inside,
)
from sayso.read.pages.teasers import begins_with_title

MIN_LINKED_CARDS = 3
MIN_BARE_CARDS = 4
MIN_WORDS_OF_BARE_TITLE = 5  # on the average; a list of the dead has their names as titles
MAX_WORDS_OF_BARE_SUMMARY = 30
BLOCKS_BETWEEN = 1  # an advertisement between two cards
TIME = re.compile(r"\b\d{1,2}(?:[:.h]\d{2}|\s?[ap]\.?m)\b")


def cards_of(page: Page) -> list[Card]:
    """The cards of a page that stand in lists, in document order; each as linked as most of its list."""
    found: list[Card] = []
    for run in _runs(page, list(_cards(page))):
        if _is_list(page, run):
            linked = _is_linked(run)
            found += [replace(card, is_linked=linked) for card in run]
    return found


def _is_linked(run: Sequence[Card]) -> bool:
    return sum(card.is_linked for card in run) * 2 > len(run)


def _cards(page: Page) -> Iterator[Card]:
    """What looks like a card, each in the largest element that holds nothing else."""
    number = 0
    while number < len(page.blocks):
        card = card_at(page, number)
        if card:
            yield card
        number = card.blocks.stop if card else number + 1


def _runs(page: Page, cards: Sequence[Card]) -> Iterator[list[Card]]:
    """The cards of one shape that stand one behind another in one element."""
    run = list(cards[:1])
    for one, other in pairwise(cards):
        between = page.blocks[one.blocks.stop : other.blocks.start]
        if not (
            one.shape == other.shape
            and _share_parent(page, one.element, other.element)
            and other.blocks.start - one.blocks.stop <= BLOCKS_BETWEEN
            and all(map(is_foot, between))
        ):
            yield run
            run = []
        run.append(other)
    if run:
        yield run


def _share_parent(page: Page, one: int, other: int) -> bool:
    """Whether two elements have the same parent or grandparent, or one's parent is the other's grandparent."""
    first, second = page.parents[one], page.parents[other]
    above = {first, page.parents[first]} & {second, page.parents[second]}
    return any(element > 0 for element in above)


def _is_list(page: Page, run: Sequence[Card]) -> bool:
    """Whether so many cards are a list of other reports.

    Titles of entries and sections lead to places in their own page, whose address is one.
    """
    if _is_linked(run):
        leads = {_page_linked(page.blocks, card) for card in run} - {""}
        first = page.blocks[run[0].blocks.start]
        in_text = run[0].shape[1] == "" and not begins_with_title(first) and is_in_body(page, first)
        return len(leads) >= MIN_LINKED_CARDS and not in_text
    return (
        len(run) >= MIN_BARE_CARDS
        and mean(card.title_words for card in run) >= MIN_WORDS_OF_BARE_TITLE
        and 2 * sum(card.asks for card in run) < len(run)
        and all(card.summary_words <= MAX_WORDS_OF_BARE_SUMMARY for card in run)
        and not is_in_body(page, page.blocks[run[0].blocks.start])
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
        is_prose(block) and is_inside(page, around, block) and block.words > MAX_WORDS_OF_SUMMARY
        for block in beside
    )
