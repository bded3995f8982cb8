"""Boxes that are furniture by the heading that they begin with: "Related", or a link to another report."""

import re
from collections.abc import Sequence

from sayso.lexicon.furniture import furniture
from sayso.model.particulars import LeftOutKind
from sayso.read.pages.blocks import HEADINGS, Block, Page, is_prose
from sayso.read.pages.lines import (
    AROUND_LINE,
    KINDS,
    MAX_SHARE_LINKED_IN_LIST,
    Mark,
    kind_by_opening,
    plain_line,
)
from sayso.read.pages.teasers import begins_with_title, is_title

MAX_WORDS_OF_HEADING = 8
SENTENCE_ENDS = tuple(".!?…:;\"”’'»)]")
COUNT_OR_EDIT = re.compile(r"\s*(?:\(\d+\)|\[edit\])$|^\d+\s+(?=comments?$)")
MIN_TEASERS = 3  # that begin with a linked heading, wherever they stand
MAX_BLOCKS_OF_TEASER = 4  # between two
MAX_SHARE_OF_TEASERS = 0.6  # of a page's running text


def mark_behind_headings(marks: list[Mark | None], page: Page) -> None:
    """Marks what follows a heading of furniture: all in its box, or the lines with links behind it."""
    known = furniture().headings
    blocks = page.blocks
    total = sum(block.words for block in blocks if is_prose(block))
    kind, since, until = None, 0, -1  # elements of the box, which text of one around it may follow
    said = 0  # words of running text so far
    for number, block in enumerate(blocks):
        found = None
        said += block.words if is_prose(block) and marks[number] is None else 0
        if block.words <= MAX_WORDS_OF_HEADING and _is_like_heading(block):
            line = plain_line(block.text)
            found = known.get(COUNT_OR_EDIT.sub("", line.strip(AROUND_LINE)).strip(AROUND_LINE))
            if found == "letters" and (not number or marks[number - 1] is None):
                found = None
            if block.tag in HEADINGS:
                found = found or kind_by_opening(line)
            if not found and number + 1 < len(blocks) and furniture().titles_of_lists.match(line):
                follows = blocks[number + 1]
                found = "related" if is_title(follows) or begins_with_title(follows) else None
        if found:
            kind = KINDS.get(found, LeftOutKind.OTHER)
            most = total if found == "comments" and said >= total // 4 else total // 2
            box = _box_of(page, number, most)
            since, until = (0, -1) if box is None else (box, page.ends[box])
            marks[number] = marks[number] or Mark(kind)
            continue
        if kind is None:
            continue
        if since <= block.element <= until:
            marks[number] = marks[number] or Mark(kind)
        elif marks[number] is None and not _is_line_of_list(block):
            kind = None
        else:
            marks[number] = marks[number] or Mark(kind)


def mark_teasers(marks: list[Mark | None], page: Page, found: Sequence[range]) -> None:
    """Marks teasers that stand together, and the heading above them, on a page that has more than teasers."""
    blocks = page.blocks
    inside = sum(blocks[one].words for box in found for one in box if is_prose(blocks[one]))
    total = sum(block.words for block in blocks if is_prose(block))
    if inside > MAX_SHARE_OF_TEASERS * total:
        return
    for number, box in enumerate(found):
        beside = [*found[max(0, number - 1) : number], *found[number + 1 : number + 2]]
        if any(_stand_together(blocks, box, other) for other in beside) or (
            len(found) >= MIN_TEASERS and blocks[box.start].tag in HEADINGS
        ):
            above = box.start - 1
            if above >= 0 and _is_title_of_list(blocks[above]):
                marks[above] = marks[above] or Mark(LeftOutKind.RELATED)
            for one in box:
                marks[one] = marks[one] or Mark(LeftOutKind.RELATED)


def _stand_together(blocks: Sequence[Block], box: range, other: range) -> bool:
    """Whether only short lines stand between two teasers."""
    first, last = sorted((box, other), key=lambda one: one.start)
    between = range(first.stop, last.start)
    return len(between) <= MAX_BLOCKS_OF_TEASER and not any(
        is_prose(blocks[one]) for one in between
    )


def _is_title_of_list(block: Block) -> bool:
    return block.words <= MAX_WORDS_OF_HEADING and (
        block.tag in HEADINGS
        or block.bold >= block.words
        or furniture().titles_of_lists.match(plain_line(block.text)) is not None
    )


def _is_like_heading(block: Block) -> bool:
    return (
        block.tag in HEADINGS
        or block.bold >= block.words
        or block.tag not in ("p", "li")
        or block.text.endswith(":")
    )


def _is_line_of_list(block: Block) -> bool:
    """Whether a block behind a heading of furniture goes on with it."""
    return (
        block.linked >= block.words * MAX_SHARE_LINKED_IN_LIST
        or begins_with_title(block)
        or (
            block.tag not in ("p", *HEADINGS)
            and block.words < 2 * MAX_WORDS_OF_HEADING
            and not block.text.endswith(SENTENCE_ENDS)
        )
    )


def _box_of(page: Page, number: int, most: int) -> int | None:
    """The largest element around a heading that begins with it and has no more words of running text.

    None if the heading is a bare line of an element that begins before it.
    """
    blocks = page.blocks
    element = box = blocks[number].element
    before = blocks[number - 1].element if number else -1
    if element <= before <= page.ends[element]:
        return None
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
