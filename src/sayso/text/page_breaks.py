"""Running heads and page numbers that stand between two halves of a sentence, as OCR leaves them."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sayso.text.lines import Line, ends_in_a_cut, is_page_number, stops_in_mid_sentence
from sayso.text.wrapping import Wrapping

MAX_LINES = 6  # between the end of one page and the text of the next
MAX_HEAD_CHARACTERS = 90
DIGITS = re.compile(r"\d+")
SENTENCE = re.compile(r"[.!?][\"'”’»)\]]*$|[,;:]$")


class PageBreak(NamedTuple):
    """The numbers of the last line of one page and of the first line on the next."""

    before: int
    behind: int


def page_breaks(text: str, lines: Sequence[Line], wrapping: Wrapping) -> Iterator[PageBreak]:
    """The page breaks inside sentences, in order."""
    heads = _Heads(text, lines)
    at = 0
    while at < len(lines) - 1:
        behind = None
        if _may_be_last(text, lines, at, wrapping):
            behind = _next_page(text, lines, at, heads, wrapping)
        if behind is not None:
            yield PageBreak(at, behind)
        at = behind or at + 1


def _may_be_last(text: str, lines: Sequence[Line], at: int, wrapping: Wrapping) -> bool:
    """Whether a sentence goes on behind a line, and not on the next line of its paragraph."""
    line = lines[at]
    ends = stops_in_mid_sentence(text, line) and not is_page_number(text, line)
    return ends and at not in wrapping.joined


def _next_page(
    text: str, lines: Sequence[Line], at: int, heads: "_Heads", wrapping: Wrapping
) -> int | None:
    """The line on another page with which a line goes on, if running heads stand between the two."""
    found = paged = False
    for behind in range(at + 1, min(at + 2 + MAX_LINES, len(lines))):
        following = lines[behind]
        paged |= "\f" in text[lines[behind - 1].end : following.start]
        number, again = is_page_number(text, following), heads.comes_again(following)
        if (found or paged) and not (number or again):
            if _goes_on_small(text, lines[at], following):
                return behind
            if paged and _goes_on_large(text, lines, at, behind, wrapping):
                return behind
        if behind in wrapping.joined or not (number or again or heads.may_be(following)):
            return None
        found, paged = found or again, paged or number
    return None


def _goes_on_small(text: str, line: Line, following: Line) -> bool:
    """Whether a line opens with small letters, or with the rest of a word."""
    first = text[following.start]
    return first.islower() or (first.isalpha() and ends_in_a_cut(text, line, following))


def _goes_on_large(
    text: str, lines: Sequence[Line], at: int, behind: int, wrapping: Wrapping
) -> bool:
    """Whether a line may go on with a sentence though it opens with a capital, or a number."""
    reach = wrapping.reach
    is_full = reach is not None and reach.is_full(text, lines[at], lines[behind])
    return is_full and text[lines[behind].start].isalnum() and behind in wrapping.joined


class _Heads:
    """Which lines are page numbers, or stand on several pages."""

    def __init__(self, text: str, lines: Sequence[Line]) -> None:
        self._text = text
        self._times = Counter(map(self._pattern, lines))

    def comes_again(self, line: Line) -> bool:
        """Whether a line stands on other pages too, with another number perhaps."""
        return self.may_be(line) and self._times[self._pattern(line)] > 1

    def may_be(self, line: Line) -> bool:
        """Whether a line is short and no part of a sentence."""
        text = self._text[line.start : line.end]
        short = len(text) <= MAX_HEAD_CHARACTERS
        return short and not text[0].islower() and not SENTENCE.search(text)

    def _pattern(self, line: Line) -> str:
        """A line as it looks on another page."""
        text = self._text[line.start : min(line.end, line.start + MAX_HEAD_CHARACTERS + 1)]
        return DIGITS.sub("0", text.casefold())
