"""Paragraphs: which lines of a column belong together.

A paragraph ends where the next line stands further away than usual, is set in other letters, is
indented, begins with the mark of a list, or where its last line has room for the next word and
ends a sentence.
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from sayso.read.pdf.words import Block, Line, Paragraph

OTHER_SIZE = 0.12  # of a line's size
MORE_SPACE = 1.22  # times the usual distance of lines
INDENT, MAX_INDENT = 0.7, 7.0  # of the letters' size
SPACE = 0.3  # of the letters' size: the width of a space, and a little more
MARKS = 2  # of paragraphs in a column: it has a custom
SHORT = 0.7  # of a column: a line that ends so early with room left ends its paragraph
# What an entry of a list begins with; a bare number may as well stand in a sentence.
MARK = re.compile(r"[•·▪●■◦‣∙*]|\(?\d{1,3}[.)]|\([a-z]\)|\([ivxl]{1,6}\)")
ENDS = ".!?…:"
CLOSERS = "\"'”’»)]*†‡0123456789"
USUAL_LEADING = 1.2  # of the letters' size


def paragraphs_of(block: Block) -> list[Paragraph]:
    """The paragraphs of a block; a table is one."""
    if block.table:
        return [Paragraph(block.lines, table=True)]
    leading = _leading(block.lines)
    marked = _are_marked(block.lines, leading)
    found: list[Paragraph] = []
    for number, line in enumerate(block.lines):
        before = block.lines[number - 1] if number else None
        after = block.lines[number + 1] if number + 1 < len(block.lines) else None
        indented = is_indented(line, before, after)
        if before is None or (
            _is_break(before, line, leading, marked)
            or (indented and _may_end(before, line))
            or _is_outdented(found[-1].lines, line)
        ):
            found.append(Paragraph([line], indented=indented))
        else:
            found[-1].lines.append(line)
    return found


def _leading(lines: Sequence[Line]) -> float:
    """The usual distance from a line to the next, in sizes of the letters."""
    pairs = pairwise(lines)
    steps = [(one.base - other.base) / one.size for one, other in pairs if is_same_size(one, other)]
    close = [step for step in steps if 0.8 <= step <= 2.5]
    return median(close) if len(close) > 2 else min([USUAL_LEADING, *close])


def is_same_size(one: Line, other: Line) -> bool:
    """Whether two lines are set in letters of one size."""
    return abs(one.size - other.size) <= OTHER_SIZE * max(one.size, other.size)


def _are_marked(lines: Sequence[Line], leading: float) -> bool:
    """Whether paragraphs of a column stand apart, or begin with an indented line."""
    pairs = [(one, other) for one, other in pairwise(lines) if is_same_size(one, other)]
    marks = sum(
        _is_far(one, other, leading) or is_indented(other, one, None) for one, other in pairs
    )
    return marks >= MARKS


def _is_far(before: Line, line: Line, leading: float) -> bool:
    return before.base - line.base > max(leading, 1.0) * MORE_SPACE * line.size


def _is_break(before: Line, line: Line, leading: float, marked: bool) -> bool:
    """Whether a paragraph ends between two lines, apart from indents.

    Where paragraphs are marked, a line's room for one more word alone does not end one.
    """
    if not is_same_size(before, line) or before.bold != line.bold:
        return True
    if _is_far(before, line, leading):
        return True
    if len(line.tokens) > 1 and MARK.fullmatch(line.tokens[0].text) and not _is_mid(before):
        return True
    if before.tokens[-1].words[-1].broken or not has_room(before, line):
        return False
    short = before.right - before.start < SHORT * (before.end - before.start)
    return short or (ends_sentence(before.text) and not marked)


def _may_end(before: Line, line: Line) -> bool:
    return ends_sentence(before.text) or has_room(before, line)


def _is_outdented(lines: Sequence[Line], line: Line) -> bool:
    """Whether a line begins further to the left than the lines of an indented quotation or entry."""
    least = INDENT * line.size
    return len(lines) > 1 and _may_end(lines[-1], line) and lines[-1].left - line.left >= least


def _is_mid(before: Line) -> bool:
    """Whether a line fills its column, so that the next one may begin with anything."""
    return not ends_sentence(before.text) and before.right > before.end - 2 * before.size


def is_indented(line: Line, before: Line | None, after: Line | None) -> bool:
    """Whether a line begins further to the right than its column, as the first of a paragraph."""
    least = INDENT * line.size
    if not least <= line.left - line.start <= MAX_INDENT * line.size:
        return False
    steps_back = after is not None and line.left - after.left >= least
    if before is None:
        return steps_back or (after is not None and _may_end(line, after))
    if _hangs(before, line):
        return False
    if line.left - before.left >= least:
        return True
    if abs(line.left - before.left) >= least:
        return False
    if steps_back or after is None:
        return _may_end(before, line)
    return ends_sentence(before.text) and has_room(before, line)


def _hangs(before: Line, line: Line) -> bool:
    """Whether a line goes on with an entry of a list, below its words."""
    if len(before.tokens) < 2 or not MARK.fullmatch(before.tokens[0].text):
        return False
    return abs(before.tokens[1].left - line.left) < INDENT * line.size


def has_room(before: Line, line: Line) -> bool:
    """Whether the first word of a line would have found room at the end of the line before."""
    first = line.tokens[0]
    return before.right + SPACE * before.size + (first.right - first.left) < before.end


def ends_sentence(text: str) -> bool:
    """Whether a text ends as a sentence does.

    >>> [ends_sentence(one) for one in ("It fell.", "“It fell.”", "It fell and", "hurt.3")]
    [True, True, False, True]
    """
    bare = text.rstrip(CLOSERS)
    return bare.endswith(tuple(ENDS))
