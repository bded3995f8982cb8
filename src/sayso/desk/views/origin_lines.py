"""The lines of a graph of reports: how many cross, and the way that each takes around the boxes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations

CURVE = 34  # how far a line within a column bends out
CLEAR = 4  # between a line and a box that it passes


@dataclass(frozen=True, slots=True)
class Edge:
    """A line from where words were first to who repeats them."""

    source: str
    target: str
    kind: str


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle, in the units of the drawing."""

    x: int
    y: int
    width: int
    height: int


def crossings(placed: Mapping[str, Box], edges: Iterable[Edge]) -> int:
    """How many pairs of lines cross, taken as straight from middle to middle."""
    lines = [(placed[one.source], placed[one.target]) for one in edges]
    return sum(_cross(one, other) for one, other in combinations(lines, 2))


def _cross(one: tuple[Box, Box], other: tuple[Box, Box]) -> bool:
    a, b, c, d = (_middle(box) for box in (*one, *other))
    if len({a, b, c, d}) < 4:
        return False
    return _turn(a, b, c) * _turn(a, b, d) < 0 and _turn(c, d, a) * _turn(c, d, b) < 0


def _middle(box: Box) -> tuple[int, int]:
    return box.x + box.width // 2, box.y + box.height // 2


def _turn(a: tuple[int, int], b: tuple[int, int], c: tuple[int, int]) -> int:
    """Positive if the way from a over b to c turns one way, negative if the other."""
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def path_between(edge: Edge, placed: Mapping[str, Box]) -> str:
    """A line from one box to another, as SVG path data; it passes above or below those between."""
    source, target = placed[edge.source], placed[edge.target]
    from_y, to_y = _middle(source)[1], _middle(target)[1]
    if source.x == target.x:
        x = source.x + source.width
        return f"M{x} {from_y}C{x + CURVE} {from_y} {x + CURVE} {to_y} {x} {to_y}"
    forward = source.x < target.x
    x, end = _facing(source, forward), _facing(target, not forward)
    path, y = f"M{x} {from_y}", from_y
    for column in _columns_between(source, target, placed.values()):
        near, far = _facing(column[0], not forward), _facing(column[0], forward)
        wanted = from_y + (to_y - from_y) * (near - x) // (end - x)
        free = _free_height(wanted, column)
        path += f"{_curve(x, y, near, free)}H{far}"
        x, y = far, free
    return path + _curve(x, y, end, to_y)


def _facing(box: Box, right: bool) -> int:
    """Where a line leaves a box, or meets it, on its right or on its left."""
    return box.x + (box.width if right else 0)


def _columns_between(source: Box, target: Box, every: Iterable[Box]) -> list[list[Box]]:
    """The boxes of each column between two, in the order of the way."""
    left, right = sorted((source.x, target.x))
    columns: dict[int, list[Box]] = {}
    for box in every:
        if left < box.x < right:
            columns.setdefault(box.x, []).append(box)
    return [columns[x] for x in sorted(columns, reverse=source.x > target.x)]


def _free_height(wanted: int, column: Iterable[Box]) -> int:
    """The height nearest to the wanted one at which a line passes no box of a column."""
    boxes = list(column)
    tried = [wanted]
    for box in boxes:
        tried += [box.y - CLEAR, box.y + box.height + CLEAR]
    free = [
        y for y in tried if all(not box.y - CLEAR < y < box.y + box.height + CLEAR for box in boxes)
    ]
    return min(free, key=lambda y: (abs(y - wanted), y))


def _curve(x: int, y: int, to_x: int, to_y: int) -> str:
    if y == to_y:
        return f"H{to_x}"
    half = (to_x - x) // 2
    return f"C{x + half} {y} {to_x - half} {to_y} {to_x} {to_y}"
