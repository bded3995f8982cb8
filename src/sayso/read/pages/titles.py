"""Which blocks of a page repeat its title."""

from collections.abc import Sequence

from sayso.read.pages.dom import Block
from sayso.read.pages.region import is_prose
from sayso.read.pages.wording import Words, words_of

MIN_WORDS = 5  # of a line that is part of the title
MAX_LINES = 3  # of a block whose first line is the title
MIN_SHARE_OF_WORDS = 0.6  # of the shorter of heading and title


def title_blocks(blocks: Sequence[Block], title: str | None) -> frozenset[int]:
    """The numbers of the blocks that are the page's title, or its main heading if that is like it."""
    if title is None:
        return frozenset()
    forms = {words_of(title)} | {
        words
        for block in blocks
        if block.tag == "h1" and _is_like_title(words := words_of(block.text), words_of(title))
    }
    longest = max(len(" ".join(form)) for form in forms) * 2 + 100
    begin = next((number for number, block in enumerate(blocks) if is_prose(block)), 0)
    whole = f" {' '.join(words_of(title))} "

    def repeats(number: int, text: str) -> bool:
        words = words_of(text)
        if words in forms:
            return True
        # Pages put the outlet before and behind the title, and the byline on the line below it.
        lines = text.split("\n")
        first = words_of(lines[0]) if len(lines) <= MAX_LINES else ()
        return number <= begin and len(first) >= MIN_WORDS and f" {' '.join(first)} " in whole

    return frozenset(
        number
        for number, block in enumerate(blocks)
        if len(block.text) <= longest and repeats(number, block.text)
    )


def _is_like_title(heading: Words, title: Words) -> bool:
    one, other = set(heading), set(title)
    return len(one & other) >= MIN_SHARE_OF_WORDS * max(1, min(len(one), len(other)))
