"""Where an article begins and ends: its lead, its standfirst, its corrections, headings that head nothing."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from sayso.model.particulars import LeftOutKind
from sayso.read.pages.blocks import HEADINGS, Block, Page, is_prose
from sayso.read.pages.boxes import SENTENCE_ENDS
from sayso.read.pages.lines import BYLINE, Mark, is_correction, is_date_line

NOT_FIRST = HEADINGS | {"li"}  # what stands before a text is a standfirst, or sums it up
MIN_WORDS_OF_STANDFIRST = 8  # of a heading before all running text
# Headings of one tag, which head entries or sections; paragraphs of a text with a standfirst.
MANY = 3
MAX_WORDS_OF_BYLINE = 12
MIN_WORDS_OF_LEAD = 12  # of a first paragraph that stands apart from the others
STEPS_TO_LEAD = 2
BLOCKS_TO_CORRECTION = 10  # behind the article
# The line with which a letter begins.
GREETING = re.compile(
    r"(?:dear|hello|hi|greetings|to whom it may concern|good (?:morning|afternoon|evening))\b[^.!?]{0,60}[,:]",
    re.IGNORECASE,
)


def add_lead(page: Page, belongs: list[bool], unmarked: Sequence[bool]) -> None:
    """Adds the paragraph right before the article that stands in an element of its own.

    `belongs` says for each block whether it is in the article, and `unmarked` whether it may be.
    """
    first = belongs.index(True) if True in belongs else 0
    if first == 0 or not unmarked[first - 1]:
        return
    lead, block = page.blocks[first - 1], page.blocks[first]
    if (
        lead.tag in ("p", "div")
        and lead.words >= MIN_WORDS_OF_LEAD
        and not lead.linked
        and lead.text.endswith((".", "”", '"'))
        and within_steps(page, lead, block, STEPS_TO_LEAD)
    ):
        belongs[first - 1] = True


def add_corrections(blocks: Sequence[Block], belongs: list[bool]) -> None:
    """Adds the lines behind the article in which the outlet corrects it."""
    if True not in belongs:
        return
    first, last = belongs.index(True), len(belongs) - 1 - belongs[::-1].index(True)
    for number in range(first, min(len(blocks), last + 1 + BLOCKS_TO_CORRECTION)):
        belongs[number] = belongs[number] or is_correction(blocks[number])


def within_steps(page: Page, block: Block, other: Block, steps: int) -> bool:
    """Whether an element so few steps around the block holds the other one."""
    element = block.element
    for _ in range(steps):
        if element <= other.element <= page.ends[element]:
            return True
        element = page.parents[element]
        if element < 0:
            return False
    return element <= other.element <= page.ends[element]


def _standfirst(
    blocks: Sequence[Block], text: Sequence[int], marks: Sequence[Mark | None]
) -> int | None:
    """Of the blocks of running text, the first, if a byline or a date stands behind it and behind no other."""
    apart = [
        before
        for before, behind in pairwise(text)
        if any(_is_of_head(blocks[one], marks[one]) for one in range(before + 1, behind))
    ]
    return text[0] if len(text) > MANY and apart == [text[0]] else None


def _is_of_head(block: Block, mark: Mark | None) -> bool:
    if mark is not None:
        return mark.kind is LeftOutKind.HEAD
    return is_date_line(block.text) or (
        BYLINE.fullmatch(block.text) is not None and block.words <= MAX_WORDS_OF_BYLINE
    )


def without_loose_ends(
    blocks: Sequence[Block],
    marks: list[Mark | None],
    belongs: list[bool],
    theirs: Sequence[bool],
    said: Sequence[bool],
) -> list[bool]:
    """For each block, whether it belongs, without what only stands around the text.

    That is headings that head nothing, short lines before the first running text, and a standfirst
    (which gets its mark). `theirs` are trafilatura's flags, `said` those of the linked data.
    """
    kept = list(belongs)
    text = [
        number
        for number, flag in enumerate(kept)
        if flag and is_prose(blocks[number]) and blocks[number].tag not in NOT_FIRST
    ]
    first = text[0] if text else 0
    tags = Counter(blocks[number].tag for number, flag in enumerate(kept) if flag)
    for number in range(first):
        block = blocks[number]
        if kept[number] and not said[number]:
            is_standfirst = block.words >= MIN_WORDS_OF_STANDFIRST and tags[block.tag] < MANY
            kept[number] = (
                (
                    theirs[number]
                    and _may_begin(block)
                    and not (block.tag in HEADINGS and is_standfirst)
                )
                or _is_listed_finding(blocks, kept, number)
                or (block.tag in HEADINGS and number == first - 1 and tags[block.tag] > MANY)
                or GREETING.fullmatch(block.text) is not None
            )
    if (standfirst := _standfirst(blocks, text, marks)) is not None and not said[standfirst]:
        for number in range(standfirst, text[1]):
            if number == standfirst or _is_of_head(blocks[number], marks[number]):
                kept[number] = False
                marks[number] = Mark(LeftOutKind.HEAD)
    followed = False
    for number in range(len(blocks) - 1, -1, -1):
        if kept[number] and blocks[number].tag in HEADINGS:
            kept[number] = followed
        elif kept[number]:
            followed = True
    return kept


def _is_listed_finding(blocks: Sequence[Block], kept: Sequence[bool], number: int) -> bool:
    """Whether a block is an item of running text right below a heading that is kept, or a kept item."""
    above, block = blocks[number - 1], blocks[number]
    return (
        number > 0
        and kept[number - 1]
        and block.tag == "li"
        and is_prose(block)
        and (above.tag in HEADINGS or (above.tag == "li" and is_prose(above)))
    )


def _may_begin(block: Block) -> bool:
    """Whether a short line may open an article: a heading, or a sentence."""
    return block.tag in HEADINGS or (block.tag == "p" and block.text.endswith(SENTENCE_ENDS))
