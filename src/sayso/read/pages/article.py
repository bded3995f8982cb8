"""Which blocks of a page are its article.

Three opinions are compared: the linked data of the page, trafilatura's, and the page's own shape.

1. Furniture is no part of the article, whoever takes it. Where only the zone says that a block is
   furniture, running text that trafilatura and the linked data take stays.
2. What the page states as its article's body belongs to it. If that covers nearly all of our region,
   what else is in the region belongs only if trafilatura takes it as well.
3. Else a block belongs that trafilatura takes, or that is plainly a paragraph of our region. Where
   the two have little in common, the one with more running text is believed alone.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement

from sayso.read.pages.dom import Block, Page
from sayso.read.pages.furniture import HEADINGS, SENTENCE_ENDS, Mark, marks_of
from sayso.read.pages.opinions import flags_by_linked_data, flags_by_trafilatura
from sayso.read.pages.region import Region, is_prose, region_of
from sayso.read.pages.wording import Words, words_of

PARAGRAPHS = frozenset({"p", "li", "blockquote", "pre", "dd", "dt", "tr"})
MAX_SHARE_LINKED = 0.5  # of the words of a paragraph
MIN_SHARE_STATED = 0.85  # of our region's running text, in linked data that is complete
MIN_SHARE_COMMON = 0.3  # of an opinion's running text; with less, the opinions are of two things
MIN_WORDS_OF_SENTENCE = 3


@dataclass(frozen=True, slots=True)
class Article:
    """For each block, whether it belongs to the article, its mark as furniture, and its words.

    `found` is whether trafilatura or the shape of the page showed an article.
    """

    belongs: list[bool]
    marks: list[Mark | None]
    words: list[Words]
    found: bool


def article_of(root: HtmlElement, page: Page, title: str | None, byline: str | None) -> Article:
    """The article of a page. Remove hidden elements from the tree first."""
    words = [words_of(block.text) for block in page.blocks]
    region = region_of(page, words, words_of(title or ""))
    marks = marks_of(page, region, words, byline)
    stated = flags_by_linked_data(root, words)
    chosen = flags_by_trafilatura(root, words, page.depth, len(page.parents))
    belongs = _compared(page.blocks, region, marks, chosen, stated)
    found = any(belongs)
    if not found:
        belongs = [mark is None for mark in marks]
    return Article(belongs, marks, words, found)


def _compared(
    blocks: Sequence[Block],
    region: Region,
    marks: list[Mark | None],
    chosen: Sequence[bool] | None,
    stated: Sequence[bool] | None,
) -> list[bool]:
    """For each block, whether it belongs to the article, by the rule above."""
    nothing = [False] * len(blocks)
    theirs, said = chosen or nothing, stated or nothing
    for number, mark in enumerate(marks):
        if (
            mark
            and not mark.sure
            and (said[number] or (theirs[number] and region.holds(blocks[number])))
        ):
            marks[number] = None
    unmarked = [mark is None for mark in marks]
    ours = [
        region.holds(block) and free and _is_plain(block)
        for block, free in zip(blocks, unmarked, strict=True)
    ]
    theirs = [one and free for one, free in zip(theirs, unmarked, strict=True)]
    said = [one and free for one, free in zip(said, unmarked, strict=True)]
    both = _words_in(blocks, [one and other for one, other in zip(ours, theirs, strict=True)])
    our_words, their_words = _words_in(blocks, ours), _words_in(blocks, theirs)
    if both < MIN_SHARE_COMMON * our_words and our_words >= their_words:
        theirs = nothing
    elif both < MIN_SHARE_COMMON * their_words:
        ours = nothing
    covered = _words_in(blocks, [one and other for one, other in zip(ours, said, strict=True)])
    if our_words and covered >= MIN_SHARE_STATED * our_words:
        ours = [
            one and (other or block.tag in HEADINGS or not is_prose(block))
            for one, other, block in zip(ours, theirs, blocks, strict=True)
        ]
    belongs = [any(three) for three in zip(ours, theirs, said, strict=True)]
    return _without_loose_ends(blocks, belongs, theirs, said)


def _is_plain(block: Block) -> bool:
    """Whether a block of the region is plainly a paragraph, a heading or an item of a list."""
    if block.linked > MAX_SHARE_LINKED * block.words:
        return False
    if block.tag in PARAGRAPHS or block.tag in HEADINGS or is_prose(block):
        return True
    return block.words >= MIN_WORDS_OF_SENTENCE and block.text.endswith(tuple(SENTENCE_ENDS))


def _may_begin(block: Block) -> bool:
    """Whether a short line may open an article: a heading, or a sentence."""
    return block.tag in HEADINGS or (block.tag == "p" and block.text.endswith(tuple(SENTENCE_ENDS)))


def _words_in(blocks: Sequence[Block], flags: Sequence[bool]) -> int:
    return sum(block.words for block, flag in zip(blocks, flags, strict=True) if flag)


def _without_loose_ends(
    blocks: Sequence[Block], belongs: list[bool], theirs: Sequence[bool], said: Sequence[bool]
) -> list[bool]:
    """The flags without headings that head nothing, and short lines before the first running text."""
    kept = list(belongs)
    text = [
        number
        for number, flag in enumerate(kept)
        if flag and is_prose(blocks[number]) and blocks[number].tag != "li"
    ]
    first = text[0] if text else 0
    for number in range(first):
        if kept[number] and not said[number]:
            kept[number] = theirs[number] and _may_begin(blocks[number])
    followed = False
    for number in range(len(blocks) - 1, -1, -1):
        if blocks[number].tag in HEADINGS:
            kept[number] = followed = kept[number] and followed
        elif kept[number]:
            followed = True
    return kept
