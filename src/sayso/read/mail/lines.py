"""The lines of a mail's body, without the marks of quoting (RFC 3676 and older habits)."""

import re
from dataclasses import dataclass
from itertools import zip_longest

LINE = re.compile(r"[^\r\n]*(?:\r\n?|\n|$)")
MARKS = re.compile(r"(?:> ?)*")
SPACES = " \t\u00a0"
SIGNATURE = "-- "


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a body: body[start:end] are its words, behind `depth` marks of quoting.

    With `flows`, the next line goes on where this one ends, which may be behind a space.
    """

    start: int
    end: int
    depth: int = 0
    flows: bool = False


def lines_of(body: str, flowed: bool = False, marked: bool = True) -> list[Line]:
    """The lines of a body. `flowed` is what its type says: format=flowed.

    Without `marked`, ">" at the beginning of a line is no mark of quoting.
    """
    lines: list[Line] = []
    for found in LINE.finditer(body):
        if found.start() == len(body):
            break
        start, end = found.start(), found.start() + len(found.group().rstrip("\r\n"))
        depth = 0
        if marked and body.startswith(">", start) and not body.startswith(">From ", start):
            marks = MARKS.match(body, start, end)
            begin = marks.end() if marks else start
            depth = body.count(">", start, begin)
            start = begin
        elif flowed and body.startswith(" ", start):  # the space that guards "From" and ">"
            start += 1
        flows = flowed and body.endswith(" ", start, end) and body[start:end] != SIGNATURE
        lines.append(Line(start, end, depth, flows))
    return [_checked_line(body, *pair) for pair in zip_longest(lines, lines[1:])]


def _checked_line(body: str, line: Line, after: Line | None) -> Line:
    """The line; it flows only into one of its own depth that has words, and else ends in a word."""
    goes_on = line.flows and after is not None and after.depth == line.depth
    if goes_on and after is not None and body[after.start : after.end].strip(SPACES):
        return line
    end = line.end
    while end > line.start and body[end - 1] in SPACES:
        end -= 1
    return Line(line.start, end, line.depth, False)
