"""Two opinions on which words of a page are its article: trafilatura's, and the page's linked data.

Both change spaces, accents and zero-width marks, so blocks are recognised in them by their words.
"""

import html
import json
import logging
import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain
from typing import Any

from lxml.etree import strip_elements
from lxml.html import HtmlElement

from sayso.read.pages.blocks import BLOCKS, CELLS
from sayso.read.pages.visible import NEVER
from sayso.read.pages.wording import Words, is_in, word_runs, words_of

# With pages as large as these, trafilatura needs some seconds.
MAX_ELEMENTS = 50_000
FEW_ELEMENTS = 3_000  # they make no more pairs than allowed
MAX_DEPTH = 500
# Pairs of elements with one parent: trafilatura's work grows with them.
MAX_PAIRS_OF_INLINE_ELEMENTS = 5_000_000
MAX_PAIRS_OF_ELEMENTS = 50_000_000
# Elements that it goes through quickly, however many there are.
QUICK = BLOCKS | CELLS | {"a", "br", "span", "tr"}
TAG = re.compile(r"<[^<>]*>")
MAX_NODES = 5_000  # of linked data
MIN_WORDS_STATED = 50  # a body of fewer words is a summary


def flags_by_trafilatura(
    root: HtmlElement, words: Sequence[Words], depth: int, elements: int, fast: bool = False
) -> list[bool] | None:
    """For each block, given by its words, whether trafilatura takes it; None if it finds no article.

    If `fast`, it does not ask the algorithms that it falls back on, which take half of its time.
    `depth` and `elements` say how deep the page is nested and how many elements it has.
    Remove hidden elements from the tree first: trafilatura would choose from them too.
    """
    if depth > MAX_DEPTH:
        return None
    if elements > FEW_ELEMENTS and _is_too_large(root):
        strip_elements(root, *NEVER, with_tail=False)
        if _is_too_large(root):
            return None
    article = _text_of_article(root, fast)
    return _flags_in(article, words) if article else None


def flags_by_linked_data(root: HtmlElement, words: Sequence[Words]) -> list[bool] | None:
    """For each block, whether it is in the `articleBody` that the page states; None if it states none.

    One that is short, or is not on the page, is none.
    """
    body = max(_stated_bodies(root), key=len, default="")
    if len(body.split()) < MIN_WORDS_STATED:
        return None
    flags = _flags_in(body, words)
    shown = sum(len(one) for one, flag in zip(words, flags, strict=True) if flag)
    return flags if shown >= MIN_WORDS_STATED else None


def _flags_in(text: str, words: Sequence[Words]) -> list[bool]:
    """For each block, whether it is in the text; a short one counts only between two long ones."""
    said = [words_of(line) for line in text.split("\n")]
    runs = frozenset(word_runs(tuple(chain.from_iterable(said))))
    flags = [is_in(one, runs) for one in words]
    lines = frozenset(said)
    if True not in flags:
        return [one in lines for one in words]
    first, last = flags.index(True), len(flags) - flags[::-1].index(True)
    inside = range(max(0, first - 1), last + 1)
    return [
        flag or (number in inside and one in lines)
        for number, (flag, one) in enumerate(zip(flags, words, strict=True))
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


def _text_of_article(root: HtmlElement, fast: bool) -> str | None:
    from trafilatura import bare_extraction

    # It logs pages without an article as errors, which they are not here.
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    found: Any = bare_extraction(root, options=_options(fast))
    return found.text if found is not None else None


@cache
def _options(fast: bool) -> Any:
    """What trafilatura is to do. It reads its own settings anew unless it is given this."""
    from trafilatura.settings import Extractor

    return Extractor(output_format="python", fast=fast, comments=False, dedup=False)


def _stated_bodies(root: HtmlElement) -> Iterator[str]:
    """Every `articleBody` of the page's JSON-LD, without its tags."""
    for script in root.iter("script"):
        text = script.text or ""
        if '"articleBody"' not in text or "json" not in script.get("type", ""):
            continue
        try:
            waiting = [json.loads(text, strict=False)]
        except (ValueError, RecursionError):
            continue
        for _ in range(MAX_NODES):
            if not waiting:
                break
            value = waiting.pop()
            if isinstance(value, dict):
                body = value.get("articleBody")
                if isinstance(body, str):
                    yield TAG.sub("\n", html.unescape(body))
                waiting += value.values()
            elif isinstance(value, list):
                waiting += value
