"""Where one paragraph ends and the next begins."""

import re
from collections.abc import Sequence
from itertools import pairwise

from sayso.text.prepared import read_once

BREAK = re.compile(r"(?<![ \t\r\f\v])[ \t\r\f\v]*+\n\s*")
ENDS_A_SENTENCE = frozenset(".!?:;…\"'”’»)]")

# A line this long that stops in mid-sentence was wrapped by a mail program or an editor; a
# shorter one is a heading.
MIN_WRAPPED_CHARACTERS = 45


@read_once
def paragraphs(text: str) -> Sequence[tuple[int, int]]:
    """The paragraphs of a text as (start, end), white space at their edges left out.

    A line break parts paragraphs, unless the line before it is long and stops in mid-sentence.

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
    return (
        end - line >= MIN_WRAPPED_CHARACTERS
        and line_break.group().count("\n") == 1
        and text[end - 1] not in ENDS_A_SENTENCE
    )


def _without_outer_space(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end
