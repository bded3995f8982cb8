"""Which blocks of a page repeat its title."""

from collections.abc import Sequence

from sayso.read.pages.blocks import Block, is_prose
from sayso.read.pages.wording import Words, words_of

MIN_WORDS = 5  # of a line that is part of the title
MAX_WORDS_OF_SECTION = 3
MAX_CHARACTERS = 1_000  # of a block that may be one
MAX_LINES = 3  # of a block whose first line is the title
MAX_WORDS_BELOW = 20  # of a line below the title that is not told yet
MIN_SHARE_OF_WORDS = 0.6  # of the shorter of heading and title


def title_blocks(
    blocks: Sequence[Block], words: Sequence[Words], title: str | None
) -> frozenset[int]:
    """The numbers of the blocks that are the page's title, or its main heading if that is like it.

    `words` are those of the blocks.
    """
    if title is None:
        return frozenset()
    whole = words_of(title)
    forms = {whole} | {
        own
        for block, own in zip(blocks, words, strict=True)
        if block.tag == "h1" and _is_like_title(own, whole)
    }
    begin = next((number for number, block in enumerate(blocks) if is_prose(block)), 0)
    found = {number for number, own in enumerate(words) if own in forms}
    for number in range(min(begin + 1, len(blocks))):
        # Pages put the outlet before and behind the title, and the byline on the line below it.
        lines = blocks[number].text[:MAX_CHARACTERS].split("\n")
        if len(lines) > MAX_LINES:
            continue
        # A line of two or three words above it is its section.
        first, rest = words_of(lines[0]), lines[1:]
        if rest and len(first) <= MAX_WORDS_OF_SECTION:
            first, rest = words_of(rest[0]), rest[1:]
        told = max((len(line.split()) for line in rest), default=0) > MAX_WORDS_BELOW
        if len(first) >= MIN_WORDS and not told and _is_part(first, whole):
            found.add(number)
    return frozenset(found)


def _is_part(one: Words, other: Words) -> bool:
    """Whether one of two titles is a part of the other, and no much longer one."""
    shorter, longer = sorted((one, other), key=len)
    return (
        len(shorter) >= MIN_WORDS
        and len(longer) <= 2 * len(shorter)
        and f" {' '.join(shorter)} " in f" {' '.join(longer)} "
    )


def _is_like_title(heading: Words, title: Words) -> bool:
    one, other = set(heading), set(title)
    return len(one & other) >= MIN_SHARE_OF_WORDS * max(1, min(len(one), len(other)))
