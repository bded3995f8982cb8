"""How wide the lines of a wrapped text are.

A wrapped text shows itself: line after line ends where the next word would not have fitted.
"""

from collections.abc import Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from sayso.text.lines import Line, is_row, stops_in_mid_sentence, with_next_word

MIN_WIDTH, MAX_WIDTH = 20, 200  # characters to a line
MIN_FULL_SHARE = 0.7  # of the long lines that stop in mid-sentence
MIN_SMALL_SHARE = 0.4  # of the full lines: the next one opens with no capital, as it does in verse
LONG = 0.6  # of the width: a shorter line says nothing about it
MIN_FULL = 2  # lines that end alike, if all do
# How much shorter than the width a full line may be, as a share of it, and how many full lines make a
# width: few where all letters are equally wide, more where they are not.
SLACKS = ((0.0, 3), (0.15, 6))


class Reach(NamedTuple):
    """From which column on, and up to which one, the full lines of a text end."""

    least: float
    most: int

    def is_full(self, text: str, line: Line, following: Line) -> bool:
        """Whether the first word of the following line would not have fitted on a line."""
        return (
            line.width <= self.most
            and with_next_word(text, line, following) >= self.least
            and not is_row(text, line)
        )


def reach_of(text: str, lines: Sequence[Line], shouted: bool) -> Reach | None:
    """How far the full lines of a text reach; None if it is not wrapped.

    Where the text is `shouted`, capitals behind a line say nothing.
    """
    breaks = [
        _Break(line.width, with_next_word(text, line, following), text[following.start])
        for line, following in pairwise(lines)
        if not following.gap
        and MIN_WIDTH <= line.width <= MAX_WIDTH
        and stops_in_mid_sentence(text, line)
        and not is_row(text, line)
    ]
    if len(breaks) < MIN_FULL:
        return None
    widest = max(line.width for line in lines)
    for slack, min_full in SLACKS:
        reach = _commonest_reach(breaks, slack)
        full = [one for one in breaks if one.end <= reach.most and one.behind >= reach.least]
        small = sum(shouted or not one.first.isupper() for one in full)
        long = sum(LONG * reach.most <= one.end <= reach.most for one in breaks)
        if len(full) >= max(min_full, MIN_FULL_SHARE * long) and small >= MIN_SMALL_SHARE * len(
            full
        ):
            return reach
        if slack == 0 and small == len(breaks) and widest <= reach.most:
            return reach  # of a few lines all agree
    return None


class _Break(NamedTuple):
    """Where a line ends, the last column where the next word does not fit, and that word's letter."""

    end: int
    behind: int
    first: str


def _commonest_reach(breaks: Sequence[_Break], slack: float) -> Reach:
    """The widths at which most lines end where the next word would not have fitted."""
    turns = [0] * (2 * MAX_WIDTH + 1)
    for one in breaks:
        turns[one.end] += 1
        turns[min(int(one.behind * (1 + slack)) + 1, 2 * MAX_WIDTH)] -= 1
    fitting = list(accumulate(turns))
    least = fitting.index(max(fitting))
    most = next(
        width for width in range(least, len(fitting)) if fitting[width + 1] < fitting[least]
    )
    return Reach(least / (1 + slack), most)
