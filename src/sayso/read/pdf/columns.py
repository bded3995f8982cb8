"""The order in which a page is read: columns, headings over them, tables.

The page is cut where a white strip runs down between two columns of lines. The longest such strip
is taken first; what stands above it and below it is cut by itself, and so is each side.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import inf

from sayso.read.pdf.lines import lines_of, rows_of, usual_size
from sayso.read.pdf.tables import is_list, is_table, table_of
from sayso.read.pdf.words import Block, Token, Word

STRIP = 0.8  # of the letters' size: the least width of a white strip between columns
LINES = 3  # beside a strip, on each side
# Where the file has the words on both sides of a strip one after the other, it may be no more than
# the spaces of justified lines, which happen to stand below one another.
WRITTEN_ON = 0.5  # of the lines
LINES_WRITTEN_ON = 4
WIDE, SURE = 2.5, 5.0  # of the letters' size: strips as wide need fewer lines beside them
ABOVE, BELOW = 0.65, 0.15  # of the letters' size: how far they reach from their base line
MAX_TOKENS = 20_000  # of a page that is cut into columns
MAX_BANDS = 1_000
FEW_BANDS = 200  # each of them may begin a cut
MAX_DEPTH = 30

Strip = tuple[float, float]


@dataclass(slots=True)
class _Band:
    """Tokens that share a height, and the white strips between them."""

    tokens: list[Token]
    strips: list[Strip]


@dataclass(slots=True)
class _Cut:
    """White strips that run down through the bands [first, last]."""

    first: int
    last: int
    strips: list[Strip]
    lines: int


def blocks_of(tokens: Sequence[Token], page: int) -> list[Block]:
    """The tokens of a page as blocks in reading order."""
    tokens = list(tokens)
    if not tokens:
        return []
    start, end = _edges(tokens)
    if len(tokens) > MAX_TOKENS:
        return [Block(lines_of(tokens, page, start, end))]
    return list(_blocks(tokens, page, start, end, 0))


def _edges(tokens: Sequence[Token]) -> tuple[float, float]:
    return min(one.left for one in tokens), max(one.right for one in tokens)


def _blocks(
    tokens: list[Token], page: int, start: float, end: float, depth: int
) -> Iterator[Block]:
    size = usual_size(tokens)
    bands = _bands(tokens, size * STRIP)
    can_cut = depth < MAX_DEPTH and len(bands) <= MAX_BANDS
    cut = _best_cut(bands, size, *_edges(tokens)) if can_cut else None
    if cut is None:
        yield Block(lines_of(tokens, page, start, end))
        return
    above = _gathered(bands[: cut.first])
    inside = _gathered(bands[cut.first : cut.last + 1])
    below = _gathered(bands[cut.last + 1 :])
    if above:
        yield from _blocks(above, page, start, end, depth + 1)
    sides = _sides(inside, cut.strips)
    if is_table(sides):
        yield table_of(inside, [one[1] for one in cut.strips], page, start, end)
    else:
        left, right = _halves(inside, _widest(cut.strips))
        yield from _blocks(left, page, *_edges(left), depth + 1)
        yield from _blocks(right, page, *_edges(right), depth + 1)
    if below:
        yield from _blocks(below, page, start, end, depth + 1)


def _gathered(bands: Sequence[_Band]) -> list[Token]:
    return [token for band in bands for token in band.tokens]


def _bands(tokens: Sequence[Token], least: float) -> list[_Band]:
    """The tokens cut wherever a white band runs across, from top to bottom."""
    bands: list[list[Token]] = []
    bottom = inf
    for token in sorted(tokens, key=lambda one: -(one.base + ABOVE * one.size)):
        if token.base + ABOVE * token.size < bottom:
            bands.append([])
            bottom = inf
        bands[-1].append(token)
        bottom = min(bottom, token.base - BELOW * token.size)
    return [_Band(band, _strips(band, least)) for band in bands]


def _strips(tokens: Sequence[Token], least: float) -> list[Strip]:
    """The white strips beside and between tokens, from left to right."""
    strips: list[Strip] = []
    reached = -inf
    for token in sorted(tokens, key=lambda one: one.left):
        if token.left - reached >= least:
            strips.append((reached, token.left))
        reached = max(reached, token.right)
    return [*strips, (reached, inf)]


def _best_cut(bands: Sequence[_Band], size: float, start: float, end: float) -> _Cut | None:
    """The strips with the most lines beside them."""
    best: _Cut | None = None
    first = 0
    while first < len(bands):
        strips, last = bands[first].strips, first
        for number in range(first + 1, len(bands)):
            common = _common(strips, bands[number].strips, size * STRIP)
            if len(common) == 2 and (len(strips) > 2 or _fills(common, start, end, size)):
                break
            strips, last = common, number
        if len(strips) > 2:
            cut = _cut(bands, first, last, strips, size)
            if cut and (best is None or cut.lines > best.lines):
                best = cut
        first = first + 1 if len(bands) <= FEW_BANDS else max(first + 1, last)
    return best


def _fills(strips: Sequence[Strip], start: float, end: float, size: float) -> bool:
    """Whether what stands between two outer strips leaves no room for a column beside it."""
    least = size * STRIP
    return strips[0][1] - start < least and end - strips[1][0] < least


def _common(one: Sequence[Strip], other: Sequence[Strip], least: float) -> list[Strip]:
    """The strips that two bands share."""
    shared: list[Strip] = []
    i = j = 0
    while i < len(one) and j < len(other):
        left, right = max(one[i][0], other[j][0]), min(one[i][1], other[j][1])
        if right - left >= least:
            shared.append((left, right))
        if one[i][1] < other[j][1]:
            i += 1
        else:
            j += 1
    return shared


def _cut(
    bands: Sequence[_Band], first: int, last: int, strips: Sequence[Strip], size: float
) -> _Cut | None:
    """The strips that have enough lines on both sides."""
    inner = strips[1:-1]
    tokens = _gathered(bands[first : last + 1])
    sides = _sides(tokens, inner)
    good: list[Strip] = []
    sides_rows = [rows_of(side) for side in sides]
    for number, strip in enumerate(inner):
        left, right = sides_rows[number : number + 2]
        if not is_list(sides[number]) and _parts_columns(strip, left, right, size):
            good.append(strip)
    return _Cut(first, last, good, sum(map(len, sides_rows))) if good else None


def _parts_columns(
    strip: Strip, left: Sequence[Sequence[Token]], right: Sequence[Sequence[Token]], size: float
) -> bool:
    """Whether a strip is no chance, by its width and the lines on both sides."""
    width = (strip[1] - strip[0]) / size
    fewer = min(len(left), len(right))
    ends = {(row[-1].words[-1].page, _end(row[-1].words[-1])) for row in left}
    on = sum((row[0].words[0].page, row[0].words[0].start - 1) in ends for row in right)
    if on < WRITTEN_ON * fewer:
        return fewer >= LINES - (width >= WIDE)
    if width >= WIDE:
        return fewer >= LINES - (width >= SURE)
    return fewer >= LINES_WRITTEN_ON and width >= 2 * STRIP


def _end(word: Word) -> int:
    return word.start + len(word.text)


def _sides(tokens: Sequence[Token], strips: Sequence[Strip]) -> list[list[Token]]:
    """The tokens before, between and behind the strips."""
    sides: list[list[Token]] = [[] for _ in range(len(strips) + 1)]
    ends = [one[1] for one in strips]
    for token in tokens:
        sides[bisect_right(ends, token.left + 0.01)].append(token)
    return sides


def _halves(tokens: Sequence[Token], strip: Strip) -> tuple[list[Token], list[Token]]:
    left, right = _sides(tokens, [strip])
    return left, right


def _widest(strips: Sequence[Strip]) -> Strip:
    return max(strips, key=lambda one: one[1] - one[0])
