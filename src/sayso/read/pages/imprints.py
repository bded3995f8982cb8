"""What stands at the ends of an article and speaks of the report itself, or to its readers.

"A version of this article appears in print", "Reporting was contributed by", "To read on, log in".
What an outlet corrects is no such line.
"""

import re
from collections.abc import Sequence

from sayso.lexicon.furniture import furniture
from sayso.model.particulars import LeftOutKind
from sayso.read.pages.blocks import HEADINGS, Block, Page, is_prose
from sayso.read.pages.boxes import MAX_WORDS_OF_HEADING, SENTENCE_ENDS
from sayso.read.pages.lines import Mark, is_correction
from sayso.read.pages.region import Region
from sayso.read.pages.voice import READER, plain_words

AT_END = 4  # blocks of running text at the end of an article, among which such lines stand
AT_BEGINNING = 1
MAX_WORDS = 70
MAX_CHARACTERS = 1_000
QUOTES = re.compile('[“”„«»"]')
ADDRESS = re.compile(r"[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,3}")
OURS = re.compile(r"\b(?:we|our|us|you|your)\b")
ASKS_AT_END = re.compile(r"\b(?:sign up|subscribe|register|download)\b[\w' ]{0,30}\bhere\W*$")
MAX_WORDS_OF_SOURCE = 30
# The last line of what is said of a picture, which may be lost: "Ana Teller/The Lantern".
CREDIT = re.compile(r"\n[A-Z][\w.'’ -]{2,40}/[A-Z][\w.'’ -]{1,40}$")
STEPS_TO_PICTURE = 3
MAX_WORDS_OF_CAPTION = 40
MAX_SHARE_OF_CAPTION = 0.25  # of the running text of the article
KINDS_NOT_ABOVE = frozenset({LeftOutKind.HEAD, LeftOutKind.CAPTION})


def mark_imprints(marks: list[Mark | None], blocks: Sequence[Block], region: Region) -> None:
    """Marks the lines at the ends of the article in which the outlet speaks of it, or to its readers."""
    prose = [
        number
        for number, block in enumerate(blocks)
        if marks[number] is None and is_prose(block) and region.holds(block)
    ]
    if len(prose) <= AT_BEGINNING:
        return
    begin, end = prose[AT_BEGINNING - 1], prose[max(1, len(prose) - AT_END)]
    for number, block in enumerate(blocks):
        mark = marks[number]
        if (
            (mark is None or not mark.sure)
            and (number <= begin or number >= end)
            and is_imprint(block)
        ):
            marks[number] = Mark(LeftOutKind.OTHER)


def is_imprint(block: Block) -> bool:
    """Whether a block says how the report was made, where else it stands, or what a reader can do."""
    if block.words > MAX_WORDS or block.tag in HEADINGS or QUOTES.search(block.text):
        return False
    said = plain_words(block.text[:MAX_CHARACTERS])
    if furniture().imprints.match(said):
        return True
    if is_correction(block):
        return False
    if furniture().of_report.search(said):
        return True
    if ASKS_AT_END.search(said) or (ADDRESS.search(said) and OURS.search(said)):
        return True
    return READER.search(said) is not None and furniture().requests.search(said) is not None


def mark_sources(marks: list[Mark | None], blocks: Sequence[Block]) -> None:
    """Marks the line below a table that says where its figures come from."""
    for number in range(1, len(blocks)):
        block = blocks[number]
        below = blocks[number - 1].tag in ("tr", "caption") or marks[number - 1] is not None
        if marks[number] is not None or not below or block.words > MAX_WORDS_OF_SOURCE:
            continue
        if plain_words(block.text[:20]).startswith(("source:", "sources:")):
            marks[number] = Mark(LeftOutKind.CAPTION)


def mark_captions(marks: list[Mark | None], page: Page, region: Region) -> None:
    """Marks the words that stand alone with a picture in an element, or end with a picture's credit."""
    blocks = page.blocks
    total = sum(one.words for one in blocks if is_prose(one) and region.holds(one))
    for number, block in enumerate(blocks):
        if (
            marks[number] is not None
            or block.tag in HEADINGS
            or block.words > min(MAX_WORDS_OF_CAPTION, MAX_SHARE_OF_CAPTION * total)
        ):
            continue
        if CREDIT.search(block.text) or _stands_with_picture(page, number):
            marks[number] = Mark(LeftOutKind.CAPTION)


def _stands_with_picture(page: Page, number: int) -> bool:
    """Whether an element near around a block holds a picture and no other block."""
    blocks = page.blocks
    block = blocks[number]
    before = blocks[number - 1].element if number else -1
    behind = blocks[number + 1].element if number + 1 < len(blocks) else -1
    is_text = block.tag == "p" or block.text.endswith(SENTENCE_ENDS)
    in_table = block.tag == "tr"  # a picture and its caption in a table of their own
    own = (block.element, page.ends[block.element]) if is_text and not in_table else (0, -1)
    element = block.element if not is_text else page.parents[block.element]
    for _ in range(STEPS_TO_PICTURE):
        end = page.ends[element]
        if element < 1 or element <= before <= end or element <= behind <= end:
            return False
        if page.pictures.within(element, end, own):
            return True
        element = page.parents[element]
    return False


def mark_headings_of_furniture(marks: list[Mark | None], page: Page) -> None:
    """Marks a heading, or a line that opens a box as one, whose box holds nothing else but furniture."""
    blocks = page.blocks
    for number, block in enumerate(blocks[:-1]):
        mark = marks[number + 1]
        if marks[number] is not None or mark is None or not _may_head(page, number):
            continue
        end = page.ends[page.parents[block.element]]
        last = number
        while last + 1 < len(blocks) and blocks[last + 1].element <= end and marks[last + 1]:
            last += 1
        whole = last + 1 == len(blocks) or blocks[last + 1].element > end
        if whole and last > number and mark.kind not in KINDS_NOT_ABOVE:
            marks[number] = mark


def _may_head(page: Page, number: int) -> bool:
    """Whether a block is a heading, or a short line with which an element begins."""
    block = page.blocks[number]
    if block.tag in HEADINGS:
        return True
    outer = page.parents[block.element]
    before = page.blocks[number - 1].element if number else -1
    return (
        block.words <= MAX_WORDS_OF_HEADING
        and not block.text.endswith(SENTENCE_ENDS)
        and outer > 0
        and not outer <= before <= page.ends[outer]
    )
