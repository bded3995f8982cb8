"""Where one paragraph ends and the next begins."""

import re
from collections.abc import Sequence
from itertools import pairwise

from sayso.text.prepared import read_once

BREAK = re.compile(r"(?<![ \t\r\f\v])[ \t\r\f\v]*+\n\s*")
ENDS_A_SENTENCE = frozenset(".!?:;…\"'”’»)]")

# A line this long that stops in mid-sentence was wrapped by a mail program or an editor; a
# shorter one is a heading, unless the next line goes on in small letters, or with a number.
MIN_WRAPPED_CHARACTERS = 45
MIN_WRAPPED_SPACES = 2  # in a short line before a number


@read_once
def paragraphs(text: str) -> Sequence[tuple[int, int]]:
    """The paragraphs of a text as (start, end), white space at their edges left out.

    A line break parts paragraphs, unless the line before it stops in mid-sentence and is long, or the
    next one goes on with it.

    >>> paragraphs("One.\\nTwo.\\n\\n  Three.")
    [(0, 4), (5, 9), (13, 19)]
    """
    cuts = [0]
    line = 0
    for line_break in BREAK.finditer(text):
        if not _is_wrapped(text, line, line_break):
            cuts.append(line_break.end())
        line = line_break.end()
    cuts.append(len(text))
    spans = (_without_outer_space(text, start, end) for start, end in pairwise(cuts))
    return [(start, end) for start, end in spans if start < end]


def _is_wrapped(text: str, line: int, line_break: re.Match[str]) -> bool:
    end = line_break.start()
    if line_break.group().count("\n") > 1 or end == line or text[end - 1] in ENDS_A_SENTENCE:
        return False
    return end - line >= MIN_WRAPPED_CHARACTERS or _goes_on(text, line, end, line_break.end())


def _goes_on(text: str, line: int, end: int, behind: int) -> bool:
    """Whether the line behind a break goes on with the short one before it: "killed twenty-", "two"."""
    following = text[behind : behind + 1]
    if following.islower():
        return text[end - 1].isalnum() or text[end - 1] in ",-"
    small = text[end - 1].islower() and text.count(" ", line, end) >= MIN_WRAPPED_SPACES
    return small and following.isdigit()


def _without_outer_space(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end
