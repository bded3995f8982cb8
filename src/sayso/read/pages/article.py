"""Which blocks of a page are the article. trafilatura chooses; its choice is found in the page.

trafilatura changes spaces, accents and zero-width marks, so its blocks are recognised by their words.
"""

import logging
import re
import unicodedata
from collections.abc import Sequence
from typing import Any

from lxml.etree import strip_elements
from lxml.html import HtmlElement

from sayso.read.pages.dom import BLOCKS, CELLS, Block
from sayso.read.pages.visible import NEVER

WORDS_PER_RUN = 4  # words looked up together
MIN_SHARE_OF_RUNS = 0.6  # the share of a block's runs that are in the chosen text
WORD = re.compile(r"\w+")
# With pages as large as these, trafilatura needs some seconds.
MAX_ELEMENTS = 50_000
MAX_DEPTH = 500
# Pairs of elements with one parent: trafilatura's work grows with them.
MAX_PAIRS_OF_INLINE_ELEMENTS = 5_000_000
MAX_PAIRS_OF_ELEMENTS = 50_000_000
# Elements that it goes through quickly, however many there are.
QUICK = BLOCKS | CELLS | {"a", "br", "span", "tr"}


def blocks_of_article(root: HtmlElement, blocks: Sequence[Block], depth: int) -> list[bool] | None:
    """For each block, whether it belongs to the article; None if that is not known.

    Remove hidden elements from the tree first: trafilatura would choose from them too.
    """
    if depth > MAX_DEPTH:
        return None
    if _is_too_large(root):
        strip_elements(root, *NEVER, with_tail=False)
        if _is_too_large(root):
            return None
    article = _text_of_article(root)
    if not article:
        return None
    words = words_of(article)
    runs = set(_word_runs(words))
    lines = {words_of(line) for line in article.split("\n")}
    long = [_is_chosen(words_of(block.text), runs) for block in blocks]
    if True not in long:
        found = [words_of(block.text) in lines for block in blocks]
        return found if any(found) else None
    # A short line ("World") may be anywhere on the page, so it counts only inside the article.
    first, last = long.index(True), len(long) - long[::-1].index(True)
    inside = range(max(0, first - 1), last + 1)
    return [
        one or (number in inside and words_of(block.text) in lines)
        for number, (one, block) in enumerate(zip(long, blocks, strict=True))
    ]


def _is_too_large(root: HtmlElement) -> bool:
    """Whether trafilatura would need very long for the page."""
    elements = pairs = inline_pairs = 0
    for element in root.iter():
        inside = len(element)
        elements += 1
        pairs += inside * inside // 2
        if inside > 1:
            inline = sum(one.tag not in QUICK for one in element)
            inline_pairs += inline * inline // 2
    return (
        elements > MAX_ELEMENTS
        or pairs > MAX_PAIRS_OF_ELEMENTS
        or inline_pairs > MAX_PAIRS_OF_INLINE_ELEMENTS
    )


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text as they are compared: no case, no marks, no compatibility forms."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return tuple(WORD.findall("".join(c for c in plain if unicodedata.category(c) != "Cf")))


def _word_runs(words: tuple[str, ...]) -> list[tuple[str, ...]]:
    return [words[start : start + WORDS_PER_RUN] for start in range(len(words) - WORDS_PER_RUN + 1)]


def _is_chosen(words: tuple[str, ...], runs: set[tuple[str, ...]]) -> bool:
    in_block = _word_runs(words)
    return bool(in_block) and sum(run in runs for run in in_block) >= MIN_SHARE_OF_RUNS * len(
        in_block
    )


def _text_of_article(root: HtmlElement) -> str | None:
    from trafilatura import bare_extraction

    # It logs pages without an article as errors, which they are not here.
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    found: Any = bare_extraction(root, include_comments=False, deduplicate=False)
    return found.text if found is not None else None
