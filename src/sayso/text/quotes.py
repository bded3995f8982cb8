"""Quotation marks, and what they enclose.

Marks are paired paragraph by paragraph, so that one stray mark spoils one paragraph at most. A
double mark that is never closed runs to the end of its paragraph where it opens the paragraph or
the next paragraph opens with a mark too (how newspapers print speech of several paragraphs);
otherwise it encloses nothing. An apostrophe is a mark only where it pairs up with another.
"""

from itertools import zip_longest

from sayso.text.paragraphs import paragraphs

OPENING = {"“": "”", "„": "”", "«": "»", "‘": "’", "‹": "›"}
CLOSING = frozenset("”»’›")
STRAIGHT = frozenset("\"'")
MARKS = frozenset(OPENING) | CLOSING | STRAIGHT
SINGLE = frozenset("'‘‹")


def quotations(text: str) -> list[tuple[int, int]]:
    """What stands in quotation marks, marks included, as (start, end), outer before inner.

    >>> text = 'He said: “It was ‘chaos’, no more.” Then he left.'
    >>> [text[start:end] for start, end in quotations(text)]
    ['“It was ‘chaos’, no more.”', '‘chaos’']
    """
    found: list[tuple[int, int]] = []
    spans = paragraphs(text)
    for (start, end), following in zip_longest(spans, spans[1:]):
        goes_on = following is not None and _opens_double(text, following[0])
        found += _in_paragraph(text, start, end, goes_on)
    return sorted(found, key=lambda span: (span[0], -span[1]))


def quoted(text: str, spans: list[tuple[int, int]]) -> bytearray:
    """For every character of the text, 1 if one of the quotations holds it, else 0."""
    inside = bytearray(len(text))
    for start, end in spans:
        inside[start:end] = b"\x01" * (end - start)
    return inside


def _in_paragraph(text: str, start: int, end: int, goes_on: bool) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    opened: list[tuple[str, int]] = []  # closing mark, place
    waiting: dict[str, int] = {}  # how many of each closing mark are on the stack
    for place in range(start, end):
        mark = text[place]
        if mark not in MARKS:
            continue
        closes = _closes(text, place, waiting)
        if closes is not None:
            while True:
                wanted, place_opened = opened.pop()
                waiting[wanted] -= 1
                if wanted == closes:
                    break
            found.append((place_opened, place + 1))
        elif _opens(text, place, start):
            wanted = OPENING.get(mark, mark)
            opened.append((wanted, place))
            waiting[wanted] = waiting.get(wanted, 0) + 1
    for _, place in opened:
        if text[place] not in SINGLE and (place == start or goes_on):
            found.append((place, end))
            break
    return found


def _closes(text: str, place: int, waiting: dict[str, int]) -> str | None:
    """The closing mark that stands here and that an open one waits for, if any."""
    mark = text[place]
    if not waiting.get(mark):
        return None
    if mark in "'’":
        return None if text[place + 1 : place + 2].isalnum() else mark
    if mark in STRAIGHT and text[place - 1].isspace():
        after = text[place + 1 : place + 2]
        return None if after.isalnum() else mark
    return mark


def _opens(text: str, place: int, start: int) -> bool:
    mark = text[place]
    if mark in CLOSING:
        return False
    before = text[place - 1] if place > start else " "
    after = text[place + 1 : place + 2]
    if mark in OPENING and mark != "‘":
        return True
    return not before.isalnum() and before not in ".,!?" and bool(after) and not after.isspace()


def _opens_double(text: str, place: int) -> bool:
    return text[place] in '“„«"'
