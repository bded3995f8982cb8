"""Which blocks of a page are the article: trafilatura chooses, and its choice is found again.

trafilatura gives text of its own making (spaces, accents and zero-width marks changed), so a block
is known again by its words alone.
"""

import logging
import re
import unicodedata
from collections.abc import Sequence
from typing import Any

from lxml.html import HtmlElement

from sayso.read.dom import Block

RUN = 4  # words that are looked up together
MOST = 0.6  # of a block's runs are found again in a block that was chosen
WORD = re.compile(r"\w+")
LARGEST = 100_000  # elements; trafilatura needs some ten seconds for as many
DEEPEST = 500


def chosen(root: HtmlElement, blocks: Sequence[Block], depth: int) -> list[bool] | None:
    """For each block, whether it belongs to the article; None where that cannot be told.

    The tree should hold no hidden elements: trafilatura would choose among them too.
    """
    if depth > DEEPEST or sum(1 for _ in root.iter()) > LARGEST:
        return None
    article = _text_of_article(root)
    if not article:
        return None
    words = words_of(article)
    runs = set(_runs(words))
    lines = {words_of(line) for line in article.split("\n")}
    long = [_is_chosen(words_of(block.text), runs) for block in blocks]
    if True not in long:
        found = [words_of(block.text) in lines for block in blocks]
        return found if any(found) else None
    # A short line may stand anywhere on the page ("World"), so it counts inside the article alone.
    first, last = long.index(True), len(long) - long[::-1].index(True)
    inside = range(max(0, first - 1), last + 1)
    return [
        one or (number in inside and words_of(block.text) in lines)
        for number, (one, block) in enumerate(zip(long, blocks, strict=True))
    ]


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text as they are compared: no case, no marks, no compatibility forms."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return tuple(WORD.findall("".join(c for c in plain if unicodedata.category(c) != "Cf")))


def _runs(words: tuple[str, ...]) -> list[tuple[str, ...]]:
    return [words[start : start + RUN] for start in range(len(words) - RUN + 1)]


def _is_chosen(words: tuple[str, ...], runs: set[tuple[str, ...]]) -> bool:
    own = _runs(words)
    return bool(own) and sum(run in runs for run in own) >= MOST * len(own)


def _text_of_article(root: HtmlElement) -> str | None:
    from trafilatura import bare_extraction

    # It logs pages without an article as errors, which they are not here.
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    found: Any = bare_extraction(root, include_comments=False, deduplicate=False)
    return found.text if found is not None else None
