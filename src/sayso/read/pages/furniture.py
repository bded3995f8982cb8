"""Which blocks of a page are no part of its article, and of which kind they are.

A block is furniture by the zone that it lies in, by its words, by a heading before it ("Related"), or
because it is all links, or repeats words of the article.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from sys import maxsize

from sayso.lexicon.furniture import furniture
from sayso.model.particulars import LeftOutKind
from sayso.read.pages.dom import Block, Page
from sayso.read.pages.region import Region, is_prose
from sayso.read.pages.wording import WORDS_PER_RUN, Words, word_runs

KINDS = {
    "caption": LeftOutKind.CAPTION,
    "pull_quote": LeftOutKind.PULL_QUOTE,
    "related": LeftOutKind.RELATED,
    "head": LeftOutKind.HEAD,
    "standfirst": LeftOutKind.HEAD,
}
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
SENTENCE_ENDS = ".!?…:;\"”’'»)]"
MAX_WORDS_OF_LINE = 25  # of a line that is furniture by how it begins
MAX_WORDS_OF_HEADING = 8
MAX_SHARE_LINKED = 0.8  # of the words of a line
MAX_SHARE_LINKED_IN_LIST = 0.6
MAX_WORDS_OF_LINKS = 60
MIN_WORDS_REPEATED = 5
MAX_HOLDERS = 20  # blocks that a line is compared with
MANY_HEADINGS = 3  # in heads of entries
AROUND_LINE = " .:|-–—•·*>»›→↓_=~"
COUNT_OR_EDIT = re.compile(r"\s*(?:\(\d+\)|\[edit\])$|^\d+\s+(?=comments?$)")
MAX_WORDS_OF_REQUEST = 120
MIN_WORDS_OF_CORRECTION = 6
MAX_CHARACTERS_OF_LINE = 300  # of a block, to know how it begins
MIN_REQUESTS = 2  # phrases of a request
QUOTED = re.compile('[“”„«»"]')
ASKING = re.compile(r"\b(?:we|our|us|you|your)\b")
MIN_TEASERS = 3  # boxes that begin with a linked heading
MAX_BLOCKS_OF_TEASER = 4
MAX_WORDS_OF_TEASER = 60
MAX_SHARE_OF_TEASERS = 0.4  # of a page's running text
BYLINE = re.compile(r"(?:[Bb]y|BY)\s*:?\s+[^\W\d_].{0,150}")
DATE_WORDS = re.compile(
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)"
    r"(?:\w*)|\d{1,4}(?:st|nd|rd|th|am|pm|h|hrs|min|mins)?|am|pm|a|p|m|at|on|of|the|gmt|utc|bst|est|edt|et|"
    r"cet|cest|ist|pst|pdt|published|updated|modified|posted|created|first|last|date|time|ago|hours?|"
    r"minutes?|mins?|days?|weeks?|read|issued|and"
)
DATE_FIGURES = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Mark:
    """Why a block is furniture. `sure` unless another opinion may overrule it."""

    kind: LeftOutKind
    sure: bool = True


def marks_of(
    page: Page, region: Region, words: Sequence[Words], byline: str | None
) -> list[Mark | None]:
    """For each block, why it is furniture; None if nothing says so."""
    marks = [_mark_of_block(region, block) for block in page.blocks]
    _unmark_headings(marks, page.blocks, region)
    _mark_before_and_behind(marks, page.blocks, region, byline)
    _mark_behind_headings(marks, page)
    _mark_teasers(marks, page)
    _mark_repetitions(marks, page, words)
    return marks


def _mark_of_block(region: Region, block: Block) -> Mark | None:
    """What the block says by itself, and the zone around it."""
    if is_correction(block):
        return None
    zone = _mark_of_other(region, block) or _mark_of_zone(region.kind_of(block), block)
    if zone and zone.sure:
        return zone
    return _mark_of_line(block) or _mark_of_request(block) or zone


def is_correction(block: Block) -> bool:
    """Whether the outlet corrects its report in the block."""
    if not MIN_WORDS_OF_CORRECTION <= block.words <= MAX_WORDS_OF_REQUEST:
        return False
    return (
        furniture().corrections.match(_plain_line(block.text[:MAX_CHARACTERS_OF_LINE])) is not None
    )


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


def _mark_of_line(block: Block) -> Mark | None:
    """What the words and the links of a short block say."""
    if block.words > MAX_WORDS_OF_LINKS:
        return None
    most = MAX_SHARE_LINKED_IN_LIST if block.tag == "li" else MAX_SHARE_LINKED
    if block.linked >= most * block.words and block.tag not in HEADINGS:
        return Mark(LeftOutKind.RELATED)
    if block.words > MAX_WORDS_OF_LINE:
        return None
    line = _plain_line(block.text)
    bare = line.strip(AROUND_LINE)
    if not bare or bare in furniture().lines:
        return Mark(LeftOutKind.OTHER)
    kind = _kind_by_opening(line)
    return Mark(KINDS.get(kind, LeftOutKind.OTHER)) if kind else None


def _mark_of_request(block: Block) -> Mark | None:
    """Marks a paragraph in which the outlet asks its readers for something."""
    if not is_prose(block) or block.words > MAX_WORDS_OF_REQUEST:
        return None
    line = _plain_line(block.text)
    if QUOTED.search(block.text) or not ASKING.search(line):
        return None
    asked = set(furniture().requests.findall(line))
    return Mark(LeftOutKind.OTHER) if len(asked) >= MIN_REQUESTS else None


def _plain_line(text: str) -> str:
    return " ".join(text.lower().replace("’", "'").split())


def _kind_by_opening(line: str) -> str | None:
    """The kind of furniture that begins as the line does."""
    openings = furniture().openings
    found = openings.pattern.match(line)
    if not found or (found[0][-1].isalnum() and line[found.end() : found.end() + 1].isalnum()):
        return None
    return openings.kinds[found[0]]


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
        if not begun and (BYLINE.fullmatch(block.text) or is_date_line(block.text)):
            if block.words <= MAX_WORDS_OF_LINE and not block.text.endswith((".", "”", '"')):
                marks[number] = Mark(LeftOutKind.HEAD)
            continue
        begun = begun or (is_prose(block) and region.holds(block))
        said = block.text.lower()
        if any(map(said.startswith, writers)) and (
            block.words <= MAX_WORDS_OF_HEADING or furniture().bio.search(said[:300])
        ):
            marks[number] = Mark(LeftOutKind.OTHER if begun else LeftOutKind.HEAD)


def is_date_line(text: str) -> bool:
    """Whether the text is a date or a time and nothing else.

    >>> [is_date_line(one) for one in ("Updated: Mon 2 March 2026, 08:15 GMT", "On Monday 2 died.")]
    [True, False]
    """
    if len(text) > 120 or not DATE_FIGURES.search(text):
        return False
    return all(DATE_WORDS.fullmatch(one) for one in re.findall(r"\w+", text.lower()))


def _mark_behind_headings(marks: list[Mark | None], page: Page) -> None:
    """Marks what follows a heading of furniture: all in its box, or the lines with links behind it."""
    known = furniture().headings
    blocks = page.blocks
    total = sum(block.words for block in blocks if is_prose(block))
    kind, until = None, -1
    said = 0  # words of running text so far
    for number, block in enumerate(blocks):
        found = None
        said += block.words if is_prose(block) and marks[number] is None else 0
        if block.words <= MAX_WORDS_OF_HEADING and _is_like_heading(block):
            line = _plain_line(block.text)
            found = known.get(COUNT_OR_EDIT.sub("", line.strip(AROUND_LINE)).strip(AROUND_LINE))
            if block.tag in HEADINGS:
                found = found or _kind_by_opening(line)
        if found:
            kind = KINDS.get(found, LeftOutKind.OTHER)
            most = total if found == "comments" and said >= total // 4 else total // 2
            until = page.ends[_box_of(page, number, most)]
            marks[number] = marks[number] or Mark(kind)
            continue
        if kind is None:
            continue
        if block.element <= until:
            marks[number] = marks[number] or Mark(kind)
        elif marks[number] is None and not _is_line_of_list(block):
            kind = None
        else:
            marks[number] = marks[number] or Mark(kind)


def _mark_teasers(marks: list[Mark | None], page: Page) -> None:
    """Marks boxes that begin with a linked heading and hold a few lines, if there are several."""
    blocks = page.blocks
    found: list[range] = []
    for number, block in enumerate(blocks):
        if block.tag in HEADINGS and block.linked >= MAX_SHARE_LINKED * block.words:
            outer = page.parents[block.element]
            if page.ends[outer] == page.ends[block.element]:  # the link around the heading
                outer = page.parents[outer]
            end = page.ends[outer] if outer >= 0 else -1
            behind = number + 1
            while behind < min(len(blocks), number + 1 + MAX_BLOCKS_OF_TEASER):
                if blocks[behind].element > end or blocks[behind].tag in HEADINGS:
                    break
                behind += 1
            ends = behind == len(blocks) or blocks[behind].element > end
            box = range(number, behind)
            if ends and sum(blocks[one].words for one in box) <= MAX_WORDS_OF_TEASER:
                found.append(box)
    inside = sum(blocks[one].words for box in found for one in box if is_prose(blocks[one]))
    total = sum(block.words for block in blocks if is_prose(block))
    if len(found) >= MIN_TEASERS and inside <= MAX_SHARE_OF_TEASERS * total:
        for box in found:
            for one in box:
                marks[one] = marks[one] or Mark(LeftOutKind.RELATED)


def _is_like_heading(block: Block) -> bool:
    return (
        block.tag in HEADINGS
        or block.bold >= block.words
        or block.tag not in ("p", "li")
        or block.text.endswith(":")
    )


def _is_line_of_list(block: Block) -> bool:
    """Whether a block behind a heading of furniture goes on with it."""
    return block.linked >= block.words * MAX_SHARE_LINKED_IN_LIST or (
        block.tag not in ("p", *HEADINGS)
        and block.words < 2 * MAX_WORDS_OF_HEADING
        and not block.text.endswith(tuple(SENTENCE_ENDS))
    )


def _box_of(page: Page, number: int, most: int) -> int:
    """The largest element around a heading that begins with it and has no more words of running text."""
    blocks = page.blocks
    element = box = blocks[number].element
    before = blocks[number - 1].element if number else -1
    for _ in range(4):
        element = page.parents[element]
        if element <= before or element < 0:
            break
        inside = 0
        for block in blocks[number : number + 60]:
            if block.element > page.ends[element]:
                break
            inside += block.words if is_prose(block) else 0
        if inside > most:
            break
        box = element
    return box


def _mark_repetitions(marks: list[Mark | None], page: Page, words: Sequence[Words]) -> None:
    """Marks set-off lines that repeat words of a longer block: pull quotes."""
    lines = [
        number
        for number, block in enumerate(page.blocks)
        if marks[number] is None
        and MIN_WORDS_REPEATED <= block.words <= MAX_WORDS_OF_LINKS
        and len(words[number]) >= WORDS_PER_RUN
        and _is_set_off(page, block)
    ]
    wanted = {next(iter(word_runs(words[number]))) for number in lines}
    holders: dict[Words, list[int]] = {}  # blocks that hold the first run of a line
    for number, block in enumerate(page.blocks):
        if lines and is_prose(block):
            for run in wanted.intersection(word_runs(words[number])):
                holders.setdefault(run, []).append(number)
    for number in lines:
        own = words[number]
        line = f" {' '.join(own)} "
        for holder in holders.get(next(iter(word_runs(own))), [])[:MAX_HOLDERS]:
            if len(words[holder]) > len(own) and line in f" {' '.join(words[holder])} ":
                marks[number] = Mark(LeftOutKind.PULL_QUOTE)
                break


def _is_set_off(page: Page, block: Block) -> bool:
    """Whether a block stands by itself: a quotation, a box, a paragraph alone in an element."""
    if block.tag != "p":
        return block.tag in ("blockquote", "aside", "div", "figure")
    outer = page.parents[block.element]
    return outer == block.element - 1 and page.ends[outer] == page.ends[block.element]
