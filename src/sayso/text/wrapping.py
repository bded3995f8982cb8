"""Which lines of a text a mail program, an editor or a page broke in mid-paragraph.

The width of the lines is that of the whole text; whether it holds is asked block by block (a block is
what stands between empty lines), so that a list, an address or verse beside wrapped prose keeps its
lines.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from sayso.text.line_widths import LONG, MIN_FULL_SHARE, Reach, reach_of
from sayso.text.lines import Line, ends_in_a_cut, is_page_number, stops_in_mid_sentence
from sayso.text.paragraphs import MIN_WRAPPED_CHARACTERS, MIN_WRAPPED_SPACES

MIN_SHOUTED_SHARE = (
    0.6  # of all lines are in capitals: those of a broadcast's captions, an old wire
)
MIN_RESTS, MIN_REST_SHARE = 3, 0.25  # beside so many full lines, short ones show a second wrapping
ITEM = re.compile(r"(?:[•·▪*‣◦]|[-–—]|\(?(?:\d{1,3}|[a-z])[.)])[ \t]|-(?=[A-Z])")
DASH = re.compile(r"[-–—][ \t]")
LABEL = re.compile(r"[*_]{0,2}[A-ZÀ-Þ][\w.’'()-]{0,30}(?: [A-ZÀ-Þ][\w.’'()-]{0,30}){0,4}:(?=\s)")


@dataclass(frozen=True, slots=True)
class Wrapping:
    """How a text is wrapped: `joined` has the numbers of the lines with which the next one goes on."""

    joined: frozenset[int]
    reach: Reach | None


def wrapping_of(text: str, lines: Sequence[Line]) -> Wrapping:
    """How far the lines of a text reach, and which of them stop in mid-paragraph."""
    capitals = sum(text[line.start : line.end].isupper() for line in lines)
    shouted = capitals > MIN_SHOUTED_SHARE * len(lines)
    reach = reach_of(text, lines, shouted)
    widest = max((line.width for line in lines), default=0)
    # Of a text of three lines or so, which have no width in common.
    long = max(MIN_WRAPPED_CHARACTERS, LONG * widest)
    blocks = [
        _Block(text, lines, inside, _Habits(reach, long, shouted)) for inside in _blocks(lines)
    ]
    twice = _wrapped_twice(blocks)
    joined = {at for block in blocks for at in block.inside if block.goes_on(at, twice)}
    return Wrapping(frozenset(joined), reach)


def _wrapped_twice(blocks: Sequence["_Block"]) -> bool:
    """Whether a text was wrapped again at a smaller width: behind full lines, the rest of the old ones."""
    full = sum(block.count_full for block in blocks)
    rests = sum(block.is_rest(at) for block in blocks for at in block.inside)
    return rests >= max(MIN_RESTS, MIN_REST_SHARE * full)


def _blocks(lines: Sequence[Line]) -> Iterator[range]:
    """The numbers of all lines but the last of each run without an empty line between."""
    starts = [at for at, line in enumerate(lines) if line.gap]
    for first, behind in pairwise([*starts, len(lines)]):
        if behind - first > 1:
            yield range(first, behind - 1)


class _Habits(NamedTuple):
    """What the lines of a text have in common: how far they reach, or how long a line must be to be
    taken for a broken one; whether most are in capitals."""

    reach: Reach | None
    long: float
    shouted: bool


class _Block:
    """Lines without an empty one between; `inside` has the numbers of all but the last."""

    def __init__(self, text: str, lines: Sequence[Line], inside: range, habits: _Habits) -> None:
        self.inside = inside
        self._text, self._lines, self._habits = text, lines, habits
        self._full = self._full_lines(inside, habits.reach) if habits.reach else set()
        items = [bool(ITEM.match(text, lines[at].start)) for at in (*inside, inside.stop)]
        self._is_list = 2 * sum(items) > len(inside) or (items[0] and sum(items) > 1)

    @property
    def count_full(self) -> int:
        """How many of its lines are full."""
        return len(self._full)

    def is_rest(self, at: int) -> bool:
        """Whether a line that is not full stands behind one that is, and stops in mid-sentence."""
        behind_full = at not in self._full and at - 1 in self._full
        return behind_full and stops_in_mid_sentence(self._text, self._lines[at])

    def goes_on(self, at: int, twice: bool = False) -> bool:
        """Whether the break behind a line is none of the writer's.

        In a text that was wrapped `twice`, every other line is short.
        """
        text, line, following = self._text, self._lines[at], self._lines[at + 1]
        if is_page_number(text, line) or is_page_number(text, following):
            return False
        if ends_in_a_cut(text, line, following):
            return True
        full, opens_item = at in self._full, bool(ITEM.match(text, following.start))
        if stops_in_mid_sentence(text, line):
            if opens_item and (self._is_list or not full):
                return False
            return full or (twice and self.is_rest(at)) or self._goes_on_quietly(line, following)
        if not full or following.indent > line.indent or LABEL.match(text, following.start):
            return False
        return not opens_item or (not self._is_list and bool(DASH.match(text, following.start)))

    def _goes_on_quietly(self, line: Line, following: Line) -> bool:
        first = self._text[following.start]
        spaces = self._text.count(" ", line.start, line.end)
        if self._habits.reach and spaces >= MIN_WRAPPED_SPACES:
            before = self._text[line.start : line.end].rpartition(" ")[2]
            small = first.islower() or (first.isdigit() and before.islower())
            return small or (self._habits.shouted and first.isalpha())
        return line.width >= self._habits.long and first.islower()

    def _full_lines(self, inside: range, reach: Reach) -> set[int]:
        """The full lines, if most of the long ones that stop in mid-sentence are full."""
        text, lines = self._text, self._lines
        full = {at for at in inside if reach.is_full(text, lines[at], lines[at + 1])}
        within = {at for at in inside if stops_in_mid_sentence(text, lines[at])}
        long = sum(LONG * reach.most <= lines[at].width for at in within)
        return full if len(full & within) >= MIN_FULL_SHARE * long else set()
