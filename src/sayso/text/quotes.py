"""Quotation marks, and what they enclose.

Marks are paired paragraph by paragraph, so that one stray mark spoils one paragraph at most. A
double mark that is never closed runs to the end of its paragraph where it opens the paragraph or
the next paragraph opens with a mark too (how newspapers print speech of several paragraphs);
otherwise it encloses nothing. An apostrophe is a mark only where it pairs up with another; behind
an s it closes where nothing better does ("the ‘rebels’ fled", "‘the rebels’ fault,’ he said").
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from sayso.lexicon.sentences import sentence_words
from sayso.text.marks import APOSTROPHES, OPENING_DOUBLE_QUOTES
from sayso.text.paragraphs import paragraphs
from sayso.text.prepared import read_once

OPENING = {"“": "”", "„": "”", "«": "»", "‘": "’", "‹": "›"}
CLOSING = frozenset("”»’›")
STRAIGHT = frozenset("\"'")
QUOTATION_MARKS = frozenset(OPENING) | CLOSING | STRAIGHT
MARK = re.compile(f"[{''.join(sorted(QUOTATION_MARKS))}]")
SINGLE = frozenset("'‘‹")
ELIDING = APOSTROPHES | {"‘"}
# What may follow an apostrophe for missing letters: a decade, or a word of the lexicon.
DECADE = re.compile(r"\d0s\b")
FIRST_WORD = re.compile(r"[^\W\d_]{1,12}")


@read_once
def quotations(text: str) -> Sequence[tuple[int, int]]:
    """What stands in quotation marks, marks included, as (start, end), outer before inner.

    >>> text = 'He said: “It was ‘chaos’, no more.” Then he left.'
    >>> [text[start:end] for start, end in quotations(text)]
    ['“It was ‘chaos’, no more.”', '‘chaos’']
    """
    marked: list[tuple[int, int]] = []
    spans = paragraphs(text)
    for (start, end), following in zip_longest(spans, spans[1:]):
        goes_on = following is not None and _is_opening_double_quote(text, following[0])
        marked += _quotations_in_paragraph(text, start, end, goes_on)
    return sorted(marked, key=lambda span: (span[0], -span[1]))


def quoted_characters(text: str, spans: Sequence[tuple[int, int]]) -> bytearray:
    """For every character of the text, 1 if one of the quotations holds it, else 0."""
    inside = bytearray(len(text))
    filled = 0
    for start, end in sorted(spans):
        start = max(start, filled)
        if start < end:
            inside[start:end] = b"\x01" * (end - start)
            filled = end
    return inside


@dataclass(slots=True)
class _OpenMark:
    """A mark that waits for its partner; `plural` is an apostrophe behind an s that may be it."""

    wanted: str
    place: int
    plural: int | None = None


@dataclass(slots=True)
class _Pairing:
    """The marks of one paragraph: those still open, and what was found between the others."""

    opened: list[_OpenMark] = field(default_factory=list)
    waiting: dict[str, int] = field(default_factory=dict)  # by the mark that would close it
    closed: list[tuple[int, int]] = field(default_factory=list)

    def open(self, wanted: str, place: int) -> None:
        self.opened.append(_OpenMark(wanted, place))
        self.waiting[wanted] = self.waiting.get(wanted, 0) + 1

    def close(self, wanted: str, place: int) -> None:
        """Pair the mark at the place with the last one that waits for it; those between are stray."""
        while (last := self.drop()).wanted != wanted:
            self.settle(last)
        self.closed.append((last.place, place + 1))

    def drop(self) -> _OpenMark:
        last = self.opened.pop()
        self.waiting[last.wanted] -= 1
        return last

    def settle(self, mark: _OpenMark) -> None:
        """Close an open mark with an apostrophe behind an s, if there was one."""
        if mark.plural is not None:
            self.closed.append((mark.place, mark.plural + 1))


def _quotations_in_paragraph(
    text: str, start: int, end: int, goes_on: bool
) -> list[tuple[int, int]]:
    marks = _Pairing()
    for mark in MARK.finditer(text, start, end):
        if not _stands_for_letters(text, mark.start()):
            _pair_mark(text, mark.start(), start, marks)
    for unclosed in marks.opened:
        marks.settle(unclosed)
    for unclosed in marks.opened:
        if text[unclosed.place] not in SINGLE and (unclosed.place == start or goes_on):
            if unclosed.place + 1 < end:
                marks.closed.append((unclosed.place, end))
            break
    return marks.closed


def _pair_mark(text: str, place: int, start: int, marks: _Pairing) -> None:
    """Let the mark at the place close what is open, or open something, or neither."""
    mark = text[place]
    last = marks.opened[-1] if marks.opened else None
    closes = _mark_closed_here(text, place, marks)
    if closes is not None and last and last.wanted == closes and _is_plural_possessive(text, place):
        last.plural = place if last.plural is None else last.plural
    elif closes is not None:
        marks.close(closes, place)
    elif _opens_quotation(text, place, start):
        if mark in SINGLE and last and last.plural is not None:
            marks.settle(marks.drop())
        marks.open(OPENING.get(mark, mark), place)


def _mark_closed_here(text: str, place: int, marks: _Pairing) -> str | None:
    """The mark that was waited for and stands here, if any."""
    mark = text[place]
    if mark == "“" and marks.opened and text[marks.opened[-1].place] == "„":
        return "”"
    if not marks.waiting.get(mark):
        return "”" if _ends_curly_quotation(text, place, marks) else None
    if mark in APOSTROPHES or (mark in STRAIGHT and text[place - 1].isspace()):
        return None if text[place + 1 : place + 2].isalnum() else mark
    return mark


def _ends_curly_quotation(text: str, place: int, marks: _Pairing) -> bool:
    """Whether a straight mark ends what a curly one opened: “It is so," she said."""
    opened = bool(marks.opened) and text[marks.opened[-1].place] == "“"
    before, behind = text[place - 1], text[place + 1 : place + 2]
    return opened and text[place] == '"' and not before.isspace() and not behind.isalnum()


def _is_plural_possessive(text: str, place: int) -> bool:
    """Whether it may be a plural's apostrophe: an s before it, a word in small letters behind."""
    behind = text[place + 1 : place + 3]
    return (
        text[place] in APOSTROPHES
        and text[place - 1] in "sS"
        and behind[:1] == " "
        and behind[1:].islower()
    )


def _stands_for_letters(text: str, place: int) -> bool:
    """Whether the mark stands for letters left out at the head of a word: ’em, ’90s."""
    if text[place] not in ELIDING or text[place - 1 : place].isalnum():
        return False
    word = FIRST_WORD.match(text, place + 1)
    elided = word is not None and word.group().lower() in sentence_words().elided
    return elided or DECADE.match(text, place + 1) is not None


def _opens_quotation(text: str, place: int, start: int) -> bool:
    mark = text[place]
    if mark in CLOSING:
        return False
    before = text[place - 1] if place > start else " "
    after = text[place + 1 : place + 2]
    if mark in OPENING and mark != "‘":
        return True
    return not before.isalnum() and before not in ".,!?" and bool(after) and not after.isspace()


def _is_opening_double_quote(text: str, place: int) -> bool:
    return text[place] in OPENING_DOUBLE_QUOTES
