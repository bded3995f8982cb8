"""Which blocks of a page repeat its title."""

from collections.abc import Sequence

from sayso.read.pages.dom import Block
from sayso.read.pages.region import is_prose
from sayso.read.pages.wording import Words, words_of

MIN_WORDS = 5  # of a part of the title: pages put the outlet before and behind it
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
    longest = max(len(" ".join(form)) for form in forms) * 2 + 20
    begin = next((number for number, block in enumerate(blocks) if is_prose(block)), 0)
    whole = f" {' '.join(words_of(title))} "
    return frozenset(
        number
        for number, block in enumerate(blocks)
        if len(block.text) <= longest
        and (
            (words := words_of(block.text)) in forms
            or (
                number <= begin and len(words) >= MIN_WORDS and f" {' '.join(words)} " in whole
            )
        )
    )


def _is_like_title(heading: Words, title: Words) -> bool:
    one, other = set(heading), set(title)
    return len(one & other) >= MIN_SHARE_OF_WORDS * max(1, min(len(one), len(other)))
