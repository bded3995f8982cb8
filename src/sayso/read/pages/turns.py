"""The turns of a record: what people say one after another, each below a line with the speaker's name.

The name is often a link to the speaker's page, and so looks like a title that leads to another report.
But whoever speaks comes back, and no list leads to the same report twice.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.model.particulars import LeftOutKind
from sayso.read.pages.blocks import HEADINGS, Block, Page, is_prose
from sayso.read.pages.boxes import SENTENCE_ENDS
from sayso.read.pages.lines import BYLINE, Mark, is_date_line, mark_of_line
from sayso.read.pages.region import Region

MIN_TURNS = 4
MIN_SPEAKERS = 2
MIN_WORDS_OF_SENTENCE = 3
MAX_WORDS_OF_LABEL = 12
MAX_STEPS = 5  # up the tree, from a name to the element that holds the next one too
MIN_SHARE_OF_PAGE = 0.6  # of the running text that is in no marked zone
MIN_SHARE_NAMED = 0.6  # of the labels
MAX_SHARE_HEADED = 0.3  # of the labels: right below a heading
MAX_SHARE_TIMED = 0.6  # of the labels: below a time, as the writers of a live report are
MIN_SHARE_TAKEN = 0.5  # of what is said
# A word of a name with its titles and its post: "The Minister for Civil Protection (Ruth Vandermeer)".
OF_NAME = re.compile(
    r"[(\[]?[^\W\d_a-z].*|the|of|for|and|in|to|at|de|da|di|van|von|der|den|bin|al|el|hon\.?"
)
DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Turn:
    """The numbers of the blocks of a turn: the lines that name its speaker, and what is said."""

    labels: range
    said: tuple[int, ...]


def turns_of(page: Page, region: Region) -> list[Turn]:
    """The turns of a page that is a record for the most part, in document order; else none."""
    blocks = page.blocks
    total = sum(
        one.words for one in blocks if is_prose(one) and not region.kind_of(one) and not one.linked
    )
    for turns in _runs(page):
        said = sum(blocks[number].words for turn in turns for number in turn.said)
        if (
            len(turns) >= MIN_TURNS
            and said >= MIN_SHARE_OF_PAGE * total
            and _are_speakers([blocks[turn.labels.start] for turn in turns])
            and _headed(blocks, turns) <= MAX_SHARE_HEADED * len(turns)
            and _timed(blocks, turns) <= MAX_SHARE_TIMED * len(turns)
        ):
            return turns
    return []


def keep_labels(marks: list[Mark | None], turns: Sequence[Turn]) -> None:
    """Takes the mark of a link to another report from the lines that name speakers."""
    for turn in turns:
        for number in turn.labels:
            mark = marks[number]
            if mark and mark.kind is LeftOutKind.RELATED:
                marks[number] = None


def add_turns(
    blocks: Sequence[Block],
    belongs: list[bool],
    marks: Sequence[Mark | None],
    turns: Sequence[Turn],
) -> None:
    """Adds every turn of a record of which most is taken."""
    said = [number for turn in turns for number in turn.said]
    taken = sum(blocks[number].words for number in said if belongs[number])
    if taken < MIN_SHARE_TAKEN * sum(blocks[number].words for number in said):
        return
    for turn in turns:
        for number in (*turn.labels, *turn.said):
            belongs[number] = belongs[number] or marks[number] is None


def _runs(page: Page) -> Iterator[list[Turn]]:
    """The turns whose first lines stand alike, run by run."""
    by_tag: dict[str, list[Turn]] = {}
    for turn in _turns(page.blocks):
        by_tag.setdefault(page.blocks[turn.labels.start].tag, []).append(turn)
    for alike in by_tag.values():
        run: list[Turn] = []
        for turn in alike:
            if run and not _stand_alike(page, run[-1], turn):
                yield run
                run = []
            run.append(turn)
        yield run


def _turns(blocks: Sequence[Block]) -> Iterator[Turn]:
    """What looks like a turn: a short line, perhaps one more of the same speaker, then sentences.

    Nothing but headings stands between it and what was said before.
    """
    number = 0
    while number < len(blocks):
        first = number
        while number < len(blocks) and _is_label(blocks[number]):
            number += 1
        said = number
        while number < len(blocks) and _is_said(blocks[number]):
            number += 1
        name = said - 1
        if name > first and _is_more_of(blocks[name - 1], blocks[name]):
            name -= 1
        if first < said < number and all(one.tag in HEADINGS for one in blocks[first:name]):
            yield Turn(range(name, said), tuple(range(said, number)))
        number = max(number, first + 1)


def _is_more_of(name: Block, more: Block) -> bool:
    """Whether a second line tells more of a speaker: it is in brackets, or part of the same link."""
    in_brackets = more.text.startswith(("(", "[")) and more.text.endswith((")", "]"))
    return in_brackets or (more.linked >= more.words and more.address == name.address != "")


def _is_label(block: Block) -> bool:
    """Whether a block may name a speaker: a short line that is no sentence and no furniture, and has no
    number in it, as times and columns of a printed record have."""
    if block.words > MAX_WORDS_OF_LABEL or block.text.endswith((".", "!", "?", "”", ",")):
        return False
    mark = mark_of_line(block)
    return (
        not DIGIT.search(block.text)
        and (mark is None or mark.kind is LeftOutKind.RELATED)
        and not BYLINE.fullmatch(block.text)
    )


def _is_said(block: Block) -> bool:
    if block.tag in HEADINGS or block.linked > block.words / 2:
        return False
    return block.words >= MIN_WORDS_OF_SENTENCE and block.text.endswith(SENTENCE_ENDS)


def _stand_alike(page: Page, one: Turn, other: Turn) -> bool:
    """Whether the first lines of two turns are as deep in an element near to both; a link is a step."""
    first, second = page.blocks[one.labels.start], page.blocks[other.labels.start]
    steps, back = _steps_to(page, first, second), _steps_to(page, second, first)
    return steps is not None and back is not None and abs(steps - back) <= 1


def _steps_to(page: Page, block: Block, other: Block) -> int | None:
    """How many steps up from a block the element stands that holds the other one; None if many."""
    element = block.element
    for steps in range(MAX_STEPS + 1):
        if element < 0:
            return None
        if element <= other.element <= page.ends[element]:
            return steps
        element = page.parents[element]
    return None


def _are_speakers(labels: Sequence[Block]) -> bool:
    """Whether the lines are names for the most part, and one of several comes back."""
    names = {one.text.casefold() for one in labels}
    leads = [one.address for one in labels if one.address not in ("", "#")]
    named = sum(all(map(OF_NAME.fullmatch, one.text.split())) for one in labels)
    return (
        len(names) >= MIN_SPEAKERS
        and (len(names) < len(labels) or MIN_SPEAKERS <= len(set(leads)) < len(leads))
        and named >= MIN_SHARE_NAMED * len(labels)
    )


def _headed(blocks: Sequence[Block], turns: Sequence[Turn]) -> int:
    """How many turns stand right below a heading."""
    return sum(
        turn.labels.start > 0 and blocks[turn.labels.start - 1].tag in HEADINGS for turn in turns
    )


def _timed(blocks: Sequence[Block], turns: Sequence[Turn]) -> int:
    """How many turns stand right below a time or a date."""
    return sum(
        turn.labels.start > 0 and is_date_line(blocks[turn.labels.start - 1].text) for turn in turns
    )
