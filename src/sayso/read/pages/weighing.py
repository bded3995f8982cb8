"""How much opinions on an article have in common, and whether one is worth asking again."""

from collections.abc import Sequence

from sayso.read.pages.blocks import Block, is_prose
from sayso.read.pages.lines import Mark
from sayso.read.pages.region import Region

MIN_SHARE_COMMON = 0.3  # of an opinion's running text; with less, the opinions are of two things
MIN_SHARE_OF_NEARLY_ALL = 0.9  # of what trafilatura takes, in our region
MIN_SHARE_SETTLED = 0.8  # of either opinion's running text, in both
MIN_BLOCKS_OF_FURNITURE, MIN_SHARE_OF_FURNITURE = 10, 0.8  # in a choice that is the whole page
MIN_WORDS_OF_REGION = 200  # of running text, in one that is believed alone


def are_settled(
    blocks: Sequence[Block],
    region: Region,
    marks: Sequence[Mark | None],
    chosen: Sequence[bool] | None,
) -> bool:
    """Whether asking trafilatura again, which costs as much as all else, would change nothing.

    It takes most of the running text of our region, and hardly any other; or so little of it, and no
    other, that our region is believed alone.
    """
    prose = [mark is None and is_prose(block) for block, mark in zip(blocks, marks, strict=True)]
    ours = [one and region.holds(block) for block, one in zip(blocks, prose, strict=True)]
    theirs = both_of(prose, chosen or [False] * len(blocks))
    both = words_in(blocks, both_of(ours, theirs))
    our_words, their_words = words_in(blocks, ours), words_in(blocks, theirs)
    if 0 < both < MIN_SHARE_COMMON * our_words and our_words >= MIN_WORDS_OF_REGION:
        return both >= MIN_SHARE_OF_NEARLY_ALL * their_words
    return both > 0 and both >= MIN_SHARE_SETTLED * max(our_words, their_words)


def are_of_whole_page(chosen: Sequence[bool], marks: Sequence[Mark | None]) -> bool:
    """Whether trafilatura found nothing better than the page itself: it takes its menus too."""
    sure = [taken for taken, mark in zip(chosen, marks, strict=True) if mark and mark.sure]
    return len(sure) >= MIN_BLOCKS_OF_FURNITURE and sum(sure) >= MIN_SHARE_OF_FURNITURE * len(sure)


def both_of(one: Sequence[bool], other: Sequence[bool]) -> list[bool]:
    """For each block, whether both opinions take it."""
    return [left and right for left, right in zip(one, other, strict=True)]


def prose_in(blocks: Sequence[Block], flags: Sequence[bool]) -> int:
    """The words of the running text that an opinion takes."""
    return words_in(
        blocks, [flag and is_prose(block) for block, flag in zip(blocks, flags, strict=True)]
    )


def words_in(blocks: Sequence[Block], flags: Sequence[bool]) -> int:
    """The words of the blocks that an opinion takes."""
    return sum(block.words for block, flag in zip(blocks, flags, strict=True) if flag)
