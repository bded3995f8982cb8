"""Short lines that stand among paragraphs made like them: subheads and items of pages of `<div>` alone."""

import re
from collections.abc import Sequence

from sayso.read.pages.blocks import Page, is_prose

MIN_PARAGRAPHS = 3  # of running text, in the element around the lines
STEPS = 4  # up the tree, from a block to the largest element that holds nothing else
ASKS = re.compile(r"\b(?:our|us|your)\b", re.IGNORECASE)  # what an outlet asks of its readers
ITEM = re.compile(r"[•‣◦▪■●·–—*-]\s+\S")


def lines_among_paragraphs(page: Page, text: Sequence[bool]) -> list[bool]:
    """For each block, whether it is a `<div>` that stands between paragraphs of the text in `<div>`s of
    the same element, or is one of the items that end them."""
    blocks = page.blocks
    around: dict[int, list[int]] = {}
    for number, block in enumerate(blocks):
        if block.tag == "div":
            around.setdefault(_around(page, number), []).append(number)
    found = [False] * len(blocks)
    for numbers in around.values():
        paragraphs = [one for one in numbers if text[one] and is_prose(blocks[one])]
        if len(paragraphs) < MIN_PARAGRAPHS:
            continue
        last = paragraphs[-1]
        for number in numbers:
            is_item = number == last + 1 and ITEM.match(blocks[number].text) is not None
            if paragraphs[0] < number < last or is_item:
                found[number] = not blocks[number].linked and not ASKS.search(blocks[number].text)
                last = max(last, number)
    return found


def _around(page: Page, number: int) -> int:
    """The element around the largest one that holds the block and nothing else."""
    blocks = page.blocks
    element = blocks[number].element
    before = blocks[number - 1].element if number else -1
    behind = blocks[number + 1].element if number + 1 < len(blocks) else -1
    for _ in range(STEPS):
        outer = page.parents[element]
        if outer < 0 or outer <= before <= page.ends[outer] or outer <= behind <= page.ends[outer]:
            return outer
        element = outer
    return element
