"""The lines of a text, and which of them a mail program, an editor or a page broke in mid-paragraph.

A wrapped text shows itself: line after line ends where the next word would not have fitted. The width
is that of the whole text; whether it holds is asked block by block (a block is what stands between
empty lines), so that a list, an address or verse beside wrapped prose keeps its lines.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import NamedTuple

from sayso.text.marks import HYPHENS, SOFT_HYPHENS
from sayso.text.paragraphs import (
    ENDS_A_SENTENCE,
    MIN_WRAPPED_CHARACTERS,
    MIN_WRAPPED_SPACES,
)

MIN_WIDTH, MAX_WIDTH = 20, 200  # characters to a line
MIN_FULL_SHARE = 0.7  # of the long lines that stop in mid-sentence
MIN_SMALL_SHARE = 0.4  # of the full lines: the next one opens with no capital, as it does in verse
LONG = 0.6  # of the width: a shorter line says nothing about it
# How much shorter than the width a full line may be, as a share of it, and how many full lines make a
# width: few where all letters are equally wide, more where they are not.
SLACKS = ((0.0, 3), (0.15, 6))

FIRST_WORD = re.compile(r"\S{1,60}")
ITEM = re.compile(r"(?:[•·▪*‣◦]|[-–—]|\(?(?:\d{1,3}|[a-z])[.)])[ \t]|-(?=[A-Z])")
DASH = re.compile(r"[-–—][ \t]")
LABEL = re.compile(r"[*_]{0,2}[A-ZÀ-Þ][\w.’'()-]{0,30}(?: [A-ZÀ-Þ][\w.’'()-]{0,30}){0,4}:(?=\s)")
COLUMNS = re.compile(r"\t|\|[^|\n]*\||\S {3,40}\S[^\n]{0,99}\S {3,40}\S")
QUOTED = re.compile(r"(?:>[ \t]?){1,9}")  # the marks before a line of an answered mail
PAGE_NUMBER = re.compile(
    r"(?:(?i:page|p\.|pp\.)[ \t]{0,3})?\d{1,4}(?:[ \t]{0,2}(?:/|(?i:of))[ \t]{0,2}\d{1,4})?"
    r"|[-–—|[(~*•·][ \t]{0,4}\d{1,4}[ \t]{0,4}[-–—|\])~*•·]"
)


class Line(NamedTuple):
    """A line with something on it, without white space at its edges and the marks of a quoted mail.

    `begun` is where the line begins with its indent; `gap` says that an empty line is before it, or
    one with other marks.
    """

    start: int
    end: int
    begun: int
    gap: bool

    @property
    def indent(self) -> int:
        """How many characters stand before the words."""
        return self.start - self.begun

    @property
    def width(self) -> int:
        """How many columns it reaches to."""
        return self.end - self.begun


def lines_of(text: str) -> list[Line]:
    """The lines of a text that are not empty."""
    found: list[Line] = []
    begun, gap, marks = 0, True, 0
    while begun < len(text):
        stop = text.find("\n", begun)
        stop = len(text) if stop < 0 else stop
        words = text[begun:stop].strip()
        if words:
            start = text.index(words[0], begun)
            end = start + len(words)
            quoted = QUOTED.match(text, start, end)
            marks_before, marks = marks, quoted[0].count(">") if quoted else 0
            words = text[quoted.end() if quoted else start : end].strip()
            if words:
                found.append(Line(end - len(words), end, begun, gap or marks != marks_before))
        gap = not words
        begun = stop + 1
    return found


def with_next_word(text: str, line: Line, following: Line) -> int:
    """The last column before the first word of the next line would have fitted."""
    word = FIRST_WORD.match(text, following.start, following.end)
    return line.width + (len(word[0]) if word else 0)


class Reach(NamedTuple):
    """From which column on, and up to which one, the full lines of a text end."""

    least: float
    most: int

    def is_full(self, text: str, line: Line, following: Line) -> bool:
        """Whether the first word of the following line would not have fitted on a line."""
        return (
            line.width <= self.most
            and with_next_word(text, line, following) >= self.least
            and not COLUMNS.search(text, line.start, line.end)
        )


@dataclass(frozen=True, slots=True)
class Wrapping:
    """How a text is wrapped: `joined` has the numbers of the lines with which the next one goes on."""

    joined: frozenset[int]
    reach: Reach | None


def wrapping_of(text: str, lines: Sequence[Line]) -> Wrapping:
    """How far the lines of a text reach, and which of them stop in mid-paragraph."""
    shouted = text.isupper()
    reach = _reach_of(text, lines, shouted)
    widest = max((line.width for line in lines), default=0)
    # Of a text of three lines or so, which have no width in common.
    long = max(MIN_WRAPPED_CHARACTERS, LONG * widest)
    joined: set[int] = set()
    for inside in _blocks(lines):
        block = _Block(text, lines, inside, _Habits(reach, long, shouted))
        joined |= {at for at in inside if block.goes_on(at)}
    return Wrapping(frozenset(joined), reach)


def stops_in_mid_sentence(text: str, line: Line) -> bool:
    """Whether a line ends with no mark that may end a sentence."""
    return text[line.end - 1] not in ENDS_A_SENTENCE


def is_page_number(text: str, line: Line) -> bool:
    """Whether a line is nothing but a number, as pages have it: "4", "— 4 —", "Page 4 of 9"."""
    return bool(PAGE_NUMBER.fullmatch(text, line.start, line.end))


def ends_in_a_cut(text: str, line: Line, following: Line) -> bool:
    """Whether a line ends with a hyphen in a word: "hos-" before "pital", "twenty-" before "two"."""
    if line.width < 2 or not text[following.start].isalnum() or not text[line.end - 2].isalnum():
        return False
    return text[line.end - 1] in HYPHENS | SOFT_HYPHENS


def _blocks(lines: Sequence[Line]) -> Iterator[range]:
    """The numbers of all lines but the last of each run without an empty line between."""
    starts = [at for at, line in enumerate(lines) if line.gap]
    for first, behind in pairwise([*starts, len(lines)]):
        if behind - first > 1:
            yield range(first, behind - 1)


def _reach_of(text: str, lines: Sequence[Line], shouted: bool) -> Reach | None:
    """How far the full lines of a text reach; None if it is not wrapped."""
    breaks = [
        (line.width, with_next_word(text, line, following), following.start)
        for line, following in pairwise(lines)
        if not following.gap
        and MIN_WIDTH <= line.width <= MAX_WIDTH
        and stops_in_mid_sentence(text, line)
        and not COLUMNS.search(text, line.start, line.end)
    ]
    if len(breaks) < min(count for _, count in SLACKS):
        return None
    for slack, min_full in SLACKS:
        reach = _commonest_reach(breaks, slack)
        full = [
            start for end, behind, start in breaks if end <= reach.most and behind >= reach.least
        ]
        long = sum(LONG * reach.most <= end <= reach.most for end, _, _ in breaks)
        small = sum(not text[start].isupper() for start in full)
        if (
            len(full) >= min_full
            and len(full) >= MIN_FULL_SHARE * long
            and (small >= MIN_SMALL_SHARE * len(full) or shouted)
        ):
            return reach
    return None


def _commonest_reach(breaks: Sequence[tuple[int, int, int]], slack: float) -> Reach:
    """The widths at which most lines end where the next word would not have fitted."""
    turns = [0] * (2 * MAX_WIDTH + 1)
    for end, behind, _ in breaks:
        turns[end] += 1
        turns[min(int(behind * (1 + slack)) + 1, 2 * MAX_WIDTH)] -= 1
    fitting = list(accumulate(turns))
    least = fitting.index(max(fitting))
    most = next(
        width for width in range(least, len(fitting)) if fitting[width + 1] < fitting[least]
    )
    return Reach(least / (1 + slack), most)


class _Habits(NamedTuple):
    """What the lines of a text have in common: how far they reach, or how long a line must be to be
    taken for a broken one; whether all letters are capitals."""

    reach: Reach | None
    long: float
    shouted: bool


class _Block:
    """Lines without an empty one between."""

    def __init__(self, text: str, lines: Sequence[Line], inside: range, habits: _Habits) -> None:
        self._text, self._lines, self._habits = text, lines, habits
        self._full = self._full_lines(inside, habits.reach) if habits.reach else set()
        items = [bool(ITEM.match(text, lines[at].start)) for at in (*inside, inside.stop)]
        self._is_list = 2 * sum(items) > len(inside) or (items[0] and sum(items) > 1)

    def goes_on(self, at: int) -> bool:
        """Whether the break behind a line is none of the writer's."""
        text, line, following = self._text, self._lines[at], self._lines[at + 1]
        if is_page_number(text, line) or is_page_number(text, following):
            return False
        if ends_in_a_cut(text, line, following):
            return True
        full, opens_item = at in self._full, bool(ITEM.match(text, following.start))
        if stops_in_mid_sentence(text, line):
            if opens_item and (self._is_list or not full):
                return False
            return full or self._goes_on_quietly(line, following)
        if not full or following.indent > line.indent or LABEL.match(text, following.start):
            return False
        return not opens_item or (not self._is_list and bool(DASH.match(text, following.start)))

    def _goes_on_quietly(self, line: Line, following: Line) -> bool:
        first = self._text[following.start]
        spaces = self._text.count(" ", line.start, line.end)
        if self._habits.reach and spaces >= MIN_WRAPPED_SPACES:
            small = first.islower() or (first.isdigit() and self._text[line.end - 1].islower())
            return small or (self._habits.shouted and first.isalpha())
        return line.width >= self._habits.long and first.islower()

    def _full_lines(self, inside: range, reach: Reach) -> set[int]:
        """The full lines, if most of the long ones that stop in mid-sentence are full."""
        text, lines = self._text, self._lines
        full = {at for at in inside if reach.is_full(text, lines[at], lines[at + 1])}
        within = {at for at in inside if stops_in_mid_sentence(text, lines[at])}
        long = sum(LONG * reach.most <= lines[at].width for at in within)
        return full if len(full & within) >= MIN_FULL_SHARE * long else set()
