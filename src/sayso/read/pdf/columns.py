"""The order in which a page is read: columns, headings over them, tables.

The page is cut where a white strip runs down between two columns of lines. The longest such strip
is taken first; what stands above it and below it is cut by itself, and so is each side.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import inf

from sayso.read.pdf.lines import lines_of, rows_of, usual_size
from sayso.read.pdf.tables import is_list, is_table, share_written_on, table_of
from sayso.read.pdf.words import Block, Token

STRIP = 0.8  # of the letters' size: the least width of a white strip between columns
LINES = 2  # beside a strip, on each side
# Where the file has the words on both sides of a strip one after the other, it may be no more than
# the spaces of justified lines, which happen to stand below one another.
WRITTEN_ON = 0.5  # of the lines
LINES_WRITTEN_ON = 4
WIDE, SURE = 2.5, 5.0  # of the letters' size: strips as wide need fewer lines beside them
NARROWED = 0.7  # of their width: where strips become so narrow, another thing may begin
ABOVE, BELOW = 0.65, 0.15  # of the letters' size: how far they reach from their base line
MAX_TOKENS = 20_000  # of a page that is cut into columns
MAX_BANDS = 1_000
FEW_BANDS = 200  # each of them may begin a cut
MAX_DEPTH = 30
MANY_LINES = 20  # on both sides of a strip that is known on later pages
MAX_KNOWN = 50
KNOWN_SHARE = 0.7  # of the width of a known strip

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


class ColumnReader:
    """Reads pages one after the other, and remembers where their columns part."""

    def __init__(self) -> None:
        self._known: list[Strip] = []

    def blocks_of(self, tokens: Sequence[Token], page: int) -> list[Block]:
        """The tokens of a page as blocks in reading order."""
        tokens = list(tokens)
        if not tokens:
            return []
        if len(tokens) > MAX_TOKENS:
            return [Block(lines_of(tokens, page, *_edges(tokens)))]
        return list(self._blocks(tokens, page, _edges(tokens), 0))

    def _blocks(self, tokens: list[Token], page: int, edges: Strip, depth: int) -> Iterator[Block]:
        size = usual_size(tokens)
        bands = _bands(tokens, size * STRIP)
        can_cut = depth < MAX_DEPTH and len(bands) <= MAX_BANDS
        cut = self._best_cut(bands, size, _edges(tokens)) if can_cut else None
        if cut is None:
            yield Block(lines_of(tokens, page, *edges))
            return
        above = _gathered(bands[: cut.first])
        inside = _gathered(bands[cut.first : cut.last + 1])
        below = _gathered(bands[cut.last + 1 :])
        if above:
            yield from self._blocks(above, page, edges, depth + 1)
        widest = max(cut.strips, key=lambda one: one[1] - one[0])
        if not self._is_known(widest) and is_table(_sides(inside, cut.strips)):
            yield table_of(inside, [one[1] for one in cut.strips], page, *edges)
        else:
            self._remember(widest, cut.lines)
            for side in _sides(inside, [widest]):
                yield from self._blocks(side, page, _edges(side), depth + 1)
        if below:
            yield from self._blocks(below, page, edges, depth + 1)

    def _remember(self, strip: Strip, lines: int) -> None:
        """Know a strip on later pages, if it parts columns beyond doubt."""
        if lines >= MANY_LINES and len(self._known) < MAX_KNOWN and not self._is_known(strip):
            self._known.append(strip)

    def _is_known(self, strip: Strip) -> bool:
        """Whether columns were parted here on a page before."""
        return any(
            min(strip[1], one[1]) - max(strip[0], one[0]) >= KNOWN_SHARE * (one[1] - one[0])
            for one in self._known
        )

    def _best_cut(self, bands: Sequence[_Band], size: float, edges: Strip) -> _Cut | None:
        """The strips with the most lines beside them."""
        best: _Cut | None = None
        first, tried = 0, -1
        while first < len(bands):
            last = first
            for last, strips in _chains(bands, first, edges, size):
                cut = self._cut(bands, first, last, strips, size) if last > tried else None
                if cut:
                    tried = last  # what begins below the first band and ends here has fewer lines
                    best = cut if best is None or cut.lines > best.lines else best
            first = first + 1 if len(bands) <= FEW_BANDS else max(first + 1, last)
        return best

    def _cut(
        self,
        bands: Sequence[_Band],
        first: int,
        last: int,
        strips: Sequence[Strip],
        size: float,
    ) -> _Cut | None:
        """The strips that have enough lines on both sides."""
        inner = strips[1:-1]
        tokens = _gathered(bands[first : last + 1])
        sides = _sides(tokens, inner)
        rows = [rows_of(side) for side in sides]
        good = [
            strip
            for number, strip in enumerate(inner)
            if not is_list(sides[number])
            and all(rows[number : number + 2])
            and (
                _parts_columns(strip, rows[number], rows[number + 1], size) or self._is_known(strip)
            )
        ]
        while first < last and _is_centred(bands[first].tokens, good, _edges(tokens), size):
            first += 1
        if not good or not all(_sides(_gathered(bands[first : last + 1]), good)):
            return None
        return _Cut(first, last, good, sum(map(len, rows)))


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


def _chains(
    bands: Sequence[_Band], first: int, edges: Strip, size: float
) -> Iterator[tuple[int, list[Strip]]]:
    """How far strips run down from a band: to where they end, and to where they become narrow."""
    strips, last = bands[first].strips, first
    for number in range(first + 1, len(bands)):
        common = _common(strips, bands[number].strips, size * STRIP)
        if len(common) == 2 and (len(strips) > 2 or _fills(common, *edges, size)):
            break
        if len(strips) > 2 and _inner_width(common) < NARROWED * _inner_width(strips):
            yield last, strips
        strips, last = common, number
    if len(strips) > 2:
        yield last, strips


def _inner_width(strips: Sequence[Strip]) -> float:
    return sum(right - left for left, right in strips[1:-1])


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


def _is_centred(
    tokens: Sequence[Token], strips: Sequence[Strip], edges: Strip, size: float
) -> bool:
    """Whether a line stands in the middle of all columns, above the middle one."""
    left, right = _edges(tokens)
    between = len(strips) > 1 and strips[0][1] <= left and right <= strips[-1][0]
    return between and abs((left + right) - sum(edges)) < 2 * size


def _parts_columns(
    strip: Strip, left: Sequence[Sequence[Token]], right: Sequence[Sequence[Token]], size: float
) -> bool:
    """Whether a strip is no chance, by its width and the lines on both sides."""
    width = (strip[1] - strip[0]) / size
    fewer = min(len(left), len(right))
    if share_written_on(left, right) < WRITTEN_ON:
        return fewer >= LINES
    if width >= WIDE:
        return fewer >= LINES + (width < SURE)
    return fewer >= LINES_WRITTEN_ON and width >= 2 * STRIP


def _sides(tokens: Sequence[Token], strips: Sequence[Strip]) -> list[list[Token]]:
    """The tokens before, between and behind the strips."""
    sides: list[list[Token]] = [[] for _ in range(len(strips) + 1)]
    ends = [one[1] for one in strips]
    for token in tokens:
        sides[bisect_right(ends, token.left + 0.01)].append(token)
    return sides


def _edges(tokens: Sequence[Token]) -> Strip:
    return min(one.left for one in tokens), max(one.right for one in tokens)
