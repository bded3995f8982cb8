"""Which blocks of a page are no part of its article, and of which kind they are.

A block is furniture by the zone that it lies in, by its words (`lines`), by a heading before it
(`boxes`), by its place before the text, or because it repeats words of the article.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from sys import maxsize

from sayso.lexicon.furniture import furniture
from sayso.model.particulars import LeftOutKind
from sayso.read.pages.blocks import HEADINGS, Block, Page, is_prose
from sayso.read.pages.boxes import MAX_WORDS_OF_HEADING, mark_behind_headings, mark_teasers
from sayso.read.pages.imprints import (
    mark_captions,
    mark_headings_of_furniture,
    mark_imprints,
    mark_sources,
)
from sayso.read.pages.lines import (
    BYLINE,
    KINDS,
    MAX_WORDS_OF_LINE,
    MAX_WORDS_OF_LINKS,
    Mark,
    is_correction,
    is_date_line,
    mark_of_line,
    mark_of_request,
)
from sayso.read.pages.region import Region
from sayso.read.pages.wording import WORDS_PER_RUN, Words, word_runs, words_of

MIN_WORDS_REPEATED = 5
MAX_HOLDERS = 20  # blocks that a line is compared with
MANY_HEADINGS = 3  # in heads of entries
MAX_CHARACTERS_OF_HEAD = 300
MAX_WORDS_OF_BIO = 70
SENTENCE = re.compile(r"(?<=[.!?…”\"])\s+")


def marks_of(
    page: Page,
    region: Region,
    words: Sequence[Words],
    teasers: Sequence[range],
    byline: str | None,
) -> list[Mark | None]:
    """For each block, why it is furniture; None if nothing says so."""
    marks = [_mark_of_block(region, block) for block in page.blocks]
    _unmark_headings(marks, page.blocks, region)
    _mark_before_and_behind(marks, page.blocks, region, byline)
    mark_behind_headings(marks, page)
    mark_teasers(marks, page, teasers)
    mark_captions(marks, page, region)
    mark_sources(marks, page.blocks)
    mark_imprints(marks, page.blocks, region)
    _mark_repetitions(marks, page, words)
    mark_headings_of_furniture(marks, page)
    return marks


def _mark_of_block(region: Region, block: Block) -> Mark | None:
    """What the block says by itself, and the zone around it."""
    if is_correction(block):
        return None
    zone = _mark_of_other(region, block) or _mark_of_zone(region.kind_of(block), block)
    if zone and zone.sure:
        return zone
    return mark_of_line(block) or mark_of_request(block) or zone


def _mark_of_other(region: Region, block: Block) -> Mark | None:
    """What lies in another article of the page is related to it."""
    number = bisect_right(region.others, (block.element, maxsize)) - 1
    inside = number >= 0 and block.element <= region.others[number][1]
    return Mark(LeftOutKind.RELATED) if inside else None


def _unmark_headings(marks: list[Mark | None], blocks: Sequence[Block], region: Region) -> None:
    """Takes the mark of a head from headings within the article: those of sections and entries."""
    heads = [
        number
        for number, (mark, block) in enumerate(zip(marks, blocks, strict=True))
        if mark
        and mark.kind is LeftOutKind.HEAD
        and block.tag in HEADINGS
        and block.tag != "h1"
        and region.holds(block)
    ]
    begin = next(
        (
            number
            for number, (mark, block) in enumerate(zip(marks, blocks, strict=True))
            if mark is None and region.holds(block) and is_prose(block)
        ),
        0,
    )
    for number in heads:
        if number > begin or len(heads) >= MANY_HEADINGS:
            marks[number] = None


def _mark_of_zone(kind: str | None, block: Block) -> Mark | None:
    if kind is None:
        return None
    doubtful = kind in ("aside", "footer", "box", "head") and is_prose(block) and not block.linked
    return Mark(KINDS.get(kind, LeftOutKind.OTHER), not doubtful)


def _mark_before_and_behind(
    marks: list[Mark | None], blocks: Sequence[Block], region: Region, byline: str | None
) -> None:
    """Marks bylines and dates before the first running text, and what is said of the writers behind."""
    writers = [one for one in (byline or "").lower().split(", ") if one]
    begun = False
    for number, block in enumerate(blocks):
        if marks[number] is not None:
            continue
        if not begun and block.tag == "h1":
            marks[number] = Mark(LeftOutKind.HEAD)
            continue
        if not begun and (
            any(map(BYLINE.fullmatch, block.text[:MAX_CHARACTERS_OF_HEAD].split("\n")))
            or any(map(is_date_line, block.text[:MAX_CHARACTERS_OF_HEAD].split("\n")))
        ):
            if block.words <= MAX_WORDS_OF_LINE and not block.text.endswith((".", "”", '"')):
                marks[number] = Mark(LeftOutKind.HEAD)
            continue
        begun = begun or (is_prose(block) and region.holds(block))
        said = block.text.lower()
        if any(map(said.startswith, writers)) and (
            (block.words <= MAX_WORDS_OF_HEADING and not said.endswith(":"))
            or furniture().bio.search(said[:300])
        ):
            marks[number] = Mark(LeftOutKind.OTHER if begun else LeftOutKind.HEAD)
            if begun and block.tag in HEADINGS and said in writers and number + 1 < len(blocks):
                _mark_bio(marks, blocks[number + 1], number + 1)


def _mark_bio(marks: list[Mark | None], block: Block, number: int) -> None:
    """Marks what stands behind the text, below a heading that is a writer's name."""
    if block.words <= MAX_WORDS_OF_BIO and not block.text.startswith(("“", '"')):
        marks[number] = marks[number] or Mark(LeftOutKind.OTHER)


def _mark_repetitions(marks: list[Mark | None], page: Page, words: Sequence[Words]) -> None:
    """Marks set-off lines that repeat words of a longer block: pull quotes, which may leave out who says
    them between two sentences."""
    lines = [
        number
        for number, block in enumerate(page.blocks)
        if _is_open(marks[number])
        and MIN_WORDS_REPEATED <= block.words <= MAX_WORDS_OF_LINKS
        and len(words[number]) >= WORDS_PER_RUN
        and _is_set_off(page, number)
        and not (block.bold >= block.words and block.text.isupper())  # a subhead
    ]
    wanted = {next(iter(word_runs(words[number]))) for number in lines}
    holders: dict[Words, list[int]] = {}  # blocks that hold the first run of a line
    for number, block in enumerate(page.blocks):
        if lines and is_prose(block):
            for run in wanted.intersection(word_runs(words[number])):
                holders.setdefault(run, []).append(number)
    for number in lines:
        own = words[number]
        lines_of = [
            f" {' '.join(words_of(one))} " for one in SENTENCE.split(page.blocks[number].text)
        ]
        for holder in holders.get(next(iter(word_runs(own))), [])[:MAX_HOLDERS]:
            said = f" {' '.join(words[holder])} "
            if len(words[holder]) > len(own) and all(one in said for one in lines_of):
                marks[number] = Mark(LeftOutKind.PULL_QUOTE)
                if _names_who(page, number):
                    marks[number + 1] = Mark(LeftOutKind.PULL_QUOTE)
                break


def _is_open(mark: Mark | None) -> bool:
    return mark is None or not mark.sure


def _is_set_off(page: Page, number: int) -> bool:
    """Whether a block stands by itself: a quotation, a box, a paragraph alone in an element, or with the
    name of whoever is quoted."""
    block = page.blocks[number]
    if block.tag != "p":
        return block.tag in ("blockquote", "aside", "div", "figure")
    outer = page.parents[block.element]
    behind = number + 1 + _names_who(page, number)
    return outer == block.element - 1 and (
        behind >= len(page.blocks) or page.blocks[behind].element > page.ends[outer]
    )


def _names_who(page: Page, number: int) -> bool:
    """Whether the line below a quotation, in an element that holds both alone, says whose it is."""
    block, below = page.blocks[number], page.blocks[number + 1 : number + 2]
    outer = block.element if block.tag != "p" else page.parents[block.element]
    end = page.ends[outer]
    return (
        bool(below)
        and below[0].element <= end
        and below[0].words <= MAX_WORDS_OF_HEADING
        and not below[0].text.endswith(".")
        and not any(one.element <= end for one in page.blocks[number + 2 : number + 3])
    )
