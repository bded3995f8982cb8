"""Which blocks of a page are its article.

Three opinions are compared: the page's linked data, trafilatura's choice, and the page's own shape.

1. Furniture is no part of the article, whoever takes it. Where only the zone says that a block is
   furniture, running text of our region that trafilatura or the linked data takes stays. Lists of cards
   are furniture on a page that reports something beside them, unless the linked data have them.
2. Where trafilatura's choice and our region have little in common, the one with more running text is
   believed alone. A choice that has the page's menus is none.
3. A block belongs that the linked data has.
4. A block belongs that trafilatura takes, unless it stands behind our region and that holds nearly all
   that trafilatura takes; and unless it is a paragraph that complete linked data skip.
5. A block belongs that is plainly a paragraph of our region and stands close to a block that
   trafilatura takes, unless complete linked data skip it.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import chain

from lxml.html import HtmlElement

from sayso.model.particulars import LeftOutKind
from sayso.read.pages.alike import lines_among_paragraphs
from sayso.read.pages.blocks import HEADINGS, Block, Page, is_prose
from sayso.read.pages.boxes import SENTENCE_ENDS
from sayso.read.pages.cards import cards_of
from sayso.read.pages.ends import add_corrections, add_lead, within_steps, without_loose_ends
from sayso.read.pages.furniture import marks_of
from sayso.read.pages.lines import Mark
from sayso.read.pages.opinions import flags_by_linked_data, flags_by_trafilatura
from sayso.read.pages.region import Region, region_of
from sayso.read.pages.teasers import teasers_of
from sayso.read.pages.turns import add_turns, keep_labels, turns_of
from sayso.read.pages.voice import reports
from sayso.read.pages.weighing import (
    MIN_SHARE_COMMON,
    MIN_SHARE_OF_NEARLY_ALL,
    are_of_whole_page,
    are_settled,
    both_of,
    prose_in,
    words_in,
)
from sayso.read.pages.wording import Words, words_of

PARAGRAPHS = frozenset({"p", "li", "blockquote", "pre", "dd", "dt", "tr"})
MAX_SHARE_LINKED = 0.5  # of the words of a paragraph
MIN_SHARE_STATED = 0.85  # of our region's running text, in linked data that is complete
TIMES_THEIR_PROSE = 2  # where trafilatura took short lines only
STEPS_BETWEEN = 4  # up the tree, from a block between two that trafilatura takes, to one of them
STEPS_OUTSIDE = 1  # the same for a block before or behind them all
MIN_WORDS_OF_SENTENCE = 3
MIN_WORDS_TOLD = 40  # beside lists of cards, on a page that is no list itself


@dataclass(frozen=True, slots=True)
class Article:
    """For each block, whether it belongs to the article, its mark as furniture, and its words.

    `teasers` has the numbers of the blocks of each teaser. `found` is whether trafilatura or the shape
    of the page showed an article.
    """

    belongs: list[bool]
    marks: list[Mark | None]
    words: list[Words]
    teasers: list[range]
    found: bool


def article_of(root: HtmlElement, page: Page, title: str | None, byline: str | None) -> Article:
    """The article of a page. Remove hidden elements from the tree first."""
    words = [words_of(block.text) for block in page.blocks]
    cards = cards_of(page)
    listed = frozenset(number for card in cards for number in card.blocks)
    tells = listed and _words_told(page.blocks, listed) >= MIN_WORDS_TOLD
    region = region_of(page, words, words_of(title or ""), listed if tells else ())
    turns = turns_of(page, region)
    spoken = {number for turn in turns for number in (*turn.labels, *turn.said)}
    # Titles without links inside the text are those of its sections.
    apart = [
        card.blocks
        for card in cards
        if (card.is_linked or not tells or not region.holds(page.blocks[card.blocks.start]))
        and spoken.isdisjoint(card.blocks)
    ]
    teasers = [one for one in teasers_of(page, apart) if spoken.isdisjoint(one)]
    marks = marks_of(page, region, words, teasers, byline)
    keep_labels(marks, turns)
    stated = flags_by_linked_data(root, words)
    for number in chain.from_iterable(apart if tells else ()):
        if not stated or not stated[number]:
            marks[number] = marks[number] or Mark(LeftOutKind.RELATED)
    size = (page.depth, len(page.parents))
    chosen = flags_by_trafilatura(root, words, *size, fast=True)
    if not are_settled(page.blocks, region, marks, chosen):
        chosen = flags_by_trafilatura(root, words, *size)
    if chosen and are_of_whole_page(chosen, marks):
        chosen = None
    belongs = _compared(page, region, marks, chosen, stated)
    add_turns(page.blocks, belongs, marks, turns)
    found = any(belongs)
    if not found:
        belongs = [mark is None for mark in marks]
    return Article(belongs, marks, words, teasers, found)


def _words_told(blocks: Sequence[Block], without: Collection[int]) -> int:
    """The words that report something, without some blocks."""
    return sum(
        block.words - block.linked
        for number, block in enumerate(blocks)
        if number not in without and reports(block)
    )


def _compared(
    page: Page,
    region: Region,
    marks: list[Mark | None],
    chosen: Sequence[bool] | None,
    stated: Sequence[bool] | None,
) -> list[bool]:
    """For each block, whether it belongs to the article, by the rule above."""
    blocks = page.blocks
    nothing = [False] * len(blocks)
    theirs, said = chosen or nothing, stated or nothing
    for number, mark in enumerate(marks):
        if (
            mark
            and not mark.sure
            and (
                said[number]
                or (
                    theirs[number]
                    and region.holds(blocks[number])
                    and not _is_labelled(page, marks, number)
                )
            )
        ):
            marks[number] = None
    unmarked = [mark is None for mark in marks]
    inside = both_of(_are_inside(page, region), unmarked)
    alike = lines_among_paragraphs(page, inside)
    ours = [
        here and (_is_plain(block) or like)
        for block, here, like in zip(blocks, inside, alike, strict=True)
    ]
    theirs, said = both_of(theirs, unmarked), both_of(said, unmarked)
    both = words_in(blocks, both_of(ours, theirs))
    our_words, their_words = words_in(blocks, ours), words_in(blocks, theirs)
    if both < MIN_SHARE_COMMON * our_words and (
        our_words >= their_words
        or prose_in(blocks, ours) >= TIMES_THEIR_PROSE * prose_in(blocks, theirs)
    ):
        theirs = nothing
    elif both < MIN_SHARE_COMMON * their_words:
        ours = nothing
    elif both >= MIN_SHARE_OF_NEARLY_ALL * prose_in(blocks, theirs):
        theirs = both_of(theirs, _may_stand_apart(blocks, region))
    if any(theirs) and any(ours):
        ours = both_of(ours, _are_close(page, theirs))
    if our_words and words_in(blocks, both_of(ours, said)) >= MIN_SHARE_STATED * our_words:
        skipped = _skipped(blocks, said)
        ours = [one and not skip for one, skip in zip(ours, skipped, strict=True)]
        theirs = [one and not skip for one, skip in zip(theirs, skipped, strict=True)]
    belongs = [any(three) for three in zip(ours, theirs, said, strict=True)]
    add_lead(page, belongs, unmarked)
    add_corrections(blocks, belongs)
    return without_loose_ends(blocks, marks, belongs, theirs, said)


def _are_inside(page: Page, region: Region) -> list[bool]:
    """For each block, whether the region holds it, or it is a line between those of the region in the
    element right around it, as tags leave it that were not closed."""
    inside = [region.holds(block) for block in page.blocks]
    if True not in inside:
        return inside
    first, last = inside.index(True), len(inside) - 1 - inside[::-1].index(True)
    around = page.parents[region.first]
    for number in range(first, last):
        inside[number] = inside[number] or page.blocks[number].element == around
    return inside


def _is_labelled(page: Page, marks: Sequence[Mark | None], number: int) -> bool:
    """Whether a line that is surely furniture ("Advertisement") opens the block's zone right above it."""
    above = marks[number - 1] if number else None
    if above is None or not above.sure or above.kind is not LeftOutKind.OTHER:
        return False
    label, zone = page.blocks[number - 1], page.blocks[number].zone
    if is_prose(label) or label.zone is None or zone is None:
        return False
    outer = page.zones[zone].outer
    return label.zone == zone or (outer is not None and outer == page.zones[label.zone].outer)


def _are_close(page: Page, chosen: Sequence[bool]) -> list[bool]:
    """For each block, whether it is chosen, or shares an element near to it with one that is."""
    blocks = page.blocks
    before: list[int | None] = []
    last = None
    for number, one in enumerate(chosen):
        before.append(last)
        last = number if one else last
    close: list[bool] = []
    behind = None
    for number in range(len(blocks) - 1, -1, -1):
        first = before[number]
        steps = STEPS_BETWEEN if first is not None and behind is not None else STEPS_OUTSIDE
        close.append(
            chosen[number]
            or any(
                one is not None and within_steps(page, blocks[number], blocks[one], steps)
                for one in (first, behind)
            )
        )
        behind = number if chosen[number] else behind
    return close[::-1]


def _skipped(blocks: Sequence[Block], said: Sequence[bool]) -> list[bool]:
    """For each block, whether it is a paragraph that the linked data skip; they may end too early."""
    last = len(said) - 1 - said[::-1].index(True)
    return [
        number < last and not one and block.tag in ("p", "div") and is_prose(block)
        for number, (one, block) in enumerate(zip(said, blocks, strict=True))
    ]


def _is_plain(block: Block) -> bool:
    """Whether a block of the region is plainly a paragraph, a heading or an item of a list."""
    if block.linked > MAX_SHARE_LINKED * block.words:
        return False
    if block.tag in PARAGRAPHS or block.tag in HEADINGS or is_prose(block):
        return True
    return block.words >= MIN_WORDS_OF_SENTENCE and block.text.endswith(SENTENCE_ENDS)


def _may_stand_apart(blocks: Sequence[Block], region: Region) -> list[bool]:
    """For each block, whether it is in the region, or a paragraph or heading before it."""
    inside = [region.holds(block) for block in blocks]
    first = inside.index(True) if True in inside else len(blocks)
    return [
        here or (number < first and block.tag != "tr")
        for number, (block, here) in enumerate(zip(blocks, inside, strict=True))
    ]
