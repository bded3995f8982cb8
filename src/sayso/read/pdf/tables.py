"""Tables: what tells them from columns of text, and their rows."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from sayso.read.pdf.lines import line_of, rows_of
from sayso.read.pdf.words import Block, Line, Token, Word

PROSE_CHARACTERS = 16  # of a line of running text
PROSE_WIDTH = 0.7  # of its column
SAME_BASE = 0.25  # of the letters' size
WRITTEN_ON = 0.5  # of the lines
GAPS = (1, 2, 3)  # a space, a line's end, both
ALIGNED = 0.8  # of the lines of the shorter side
MARK = re.compile(r"[•·▪●■◦‣∙*–—-]|\(?\d{1,3}[.):]?|\(?[a-zA-Z][.)]|\(?[ivxl]{1,6}[.)]")


def is_list(side: Sequence[Token]) -> bool:
    """Whether a column holds the marks or numbers of a list, and nothing else."""
    return all(MARK.fullmatch(token.text) for token in side)


def is_table(sides: Sequence[Sequence[Token]]) -> bool:
    """Whether columns side by side are those of a table.

    A column of running text is one of a table only if the file has its lines row by row.
    """
    rows = [rows_of(side) for side in sides]
    prose = sum(map(_is_prose, rows))
    if 2 * prose > len(rows):
        return False
    if prose and any(share_written_on(one, other) < WRITTEN_ON for one, other in pairwise(rows)):
        return False
    return all(_are_aligned(one, other) for one, other in pairwise(rows))


def share_written_on(left: Sequence[Sequence[Token]], right: Sequence[Sequence[Token]]) -> float:
    """The share of lines that the file has right behind one of the left column, after a space."""
    ends = {_behind(row[-1].words[-1]) for row in left}
    starts = [row[0].words[0] for row in right]
    on = sum(any((one.page, one.start - gap) in ends for gap in GAPS) for one in starts)
    return on / min(len(left), len(right))


def _behind(word: Word) -> tuple[int, int]:
    return word.page, word.start + len(word.text)


def _is_prose(rows: Sequence[Sequence[Token]]) -> bool:
    """Whether most lines of a column are as long as those of running text."""
    start = min(token.left for row in rows for token in row)
    width = max(token.right for row in rows for token in row) - start
    long = sum(
        sum(len(token.text) + 1 for token in row) > PROSE_CHARACTERS
        and max(token.right for token in row) - start >= PROSE_WIDTH * width
        for row in rows
    )
    return 2 * long > len(rows)


def _are_aligned(one: Sequence[Sequence[Token]], other: Sequence[Sequence[Token]]) -> bool:
    """Whether the lines of two columns stand on the same base lines."""
    fewer, more = sorted((one, other), key=len)
    bases = sorted(row[0].base for row in more)
    found = 0
    for row in fewer:
        at = bisect_right(bases, row[0].base)
        nearest = min(abs(base - row[0].base) for base in bases[max(0, at - 1) : at + 1])
        found += nearest <= SAME_BASE * row[0].size
    return found >= ALIGNED * len(fewer)


def table_of(
    tokens: Sequence[Token], cuts: Sequence[float], page: int, start: float, end: float
) -> Block:
    """The rows of a table whose columns begin at `start` and at the cuts.

    A row without a first cell goes on with the cells of the row above it.
    """
    rows: list[list[list[Token]]] = []
    for row in rows_of(tokens):
        cells: list[list[Token]] = [[] for _ in range(len(cuts) + 1)]
        for token in row:
            cells[bisect_right(cuts, token.left + 0.01)].append(token)
        if rows and not cells[0]:
            for cell, more in zip(rows[-1], cells, strict=True):
                cell += more
        else:
            rows.append(cells)
    return Block([_row_line(row, page, start, end) for row in rows], table=True)


def _row_line(cells: Sequence[list[Token]], page: int, start: float, end: float) -> Line:
    tokens: list[Token] = []
    begins: list[int] = []
    for cell in cells:
        if cell and tokens:
            begins.append(len(tokens))
        tokens += cell
    return line_of(tokens, page, start, end, frozenset(begins))
