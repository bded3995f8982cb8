"""Where the boxes and lines of a graph of reports stand: a column for each day, an origin in one box.

Earlier days are further left. Boxes are put down one after the other, each as high as its columns are
free, so that none overlaps another; the order is the one of a few with the fewest lines that cross.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sayso.desk.views.origin_lines import Box, Edge, crossings, path_between

NODE_WIDTH, NODE_HEIGHT = 132, 38
COLUMN_WIDTH, ROW_HEIGHT = 204, 46
LEFT, TOP = 16, 40  # the space for the edge, and for the days above
PAD, HEAD, GAP = 8, 28, 14  # within a box, above its nodes if it has a title, and between boxes
SWEEPS = 6


@dataclass(frozen=True, slots=True)
class Node:
    """A report, an outlet that is only named, or the rest of an origin; nodes of a `group` share a box."""

    id: str
    column: int
    group: str


@dataclass(frozen=True, slots=True)
class Layout:
    """Where everything stands; `columns` are the left edges, `paths` the lines as SVG path data."""

    width: int
    height: int
    columns: tuple[int, ...]
    nodes: Mapping[str, Box]
    groups: Mapping[str, Box]
    paths: tuple[tuple[Edge, str], ...]


def laid_out(nodes: Sequence[Node], edges: Iterable[Edge]) -> Layout:
    """The layout of a graph; lines to nodes that it has not are left out."""
    known = {node.id for node in nodes}
    drawn = [one for one in edges if {one.source, one.target} <= known]
    groups: dict[str, list[Node]] = defaultdict(list)
    for node in nodes:
        groups[node.group].append(node)
    order = sorted(groups, key=lambda name: (min(one.column for one in groups[name]), name))
    best = _put_down(order, groups)
    fewest = crossings(best[0], drawn)
    placed = best[0]
    for sweep in range(SWEEPS):
        if not fewest:
            break
        order = _by_neighbours(order, groups, placed, drawn, from_left=sweep % 2 == 0)
        stacked = {name: _stacked(groups[name], placed, drawn) for name in order}
        tried = _put_down(order, stacked)
        placed = tried[0]
        found = crossings(placed, drawn)
        if found < fewest:
            best, fewest = tried, found
    columns = max((node.column for node in nodes), default=-1) + 1
    bottom = max((box.y + box.height for box in best[1].values()), default=TOP)
    return Layout(
        LEFT * 2 + columns * COLUMN_WIDTH - (COLUMN_WIDTH - NODE_WIDTH),
        bottom + GAP,
        tuple(LEFT + column * COLUMN_WIDTH for column in range(columns)),
        best[0],
        {name: box for name, box in best[1].items() if len(groups[name]) > 1},
        tuple((one, path_between(one, best[0])) for one in drawn),
    )


def _put_down(
    order: Sequence[str], groups: Mapping[str, Sequence[Node]]
) -> tuple[dict[str, Box], dict[str, Box]]:
    """Boxes of nodes and of groups, the groups in that order from above."""
    free: dict[int, int] = defaultdict(lambda: TOP)
    placed: dict[str, Box] = {}
    boxes: dict[str, Box] = {}
    for name in order:
        members = groups[name]
        several = len(members) > 1
        columns = [node.column for node in members]
        first, last = min(columns), max(columns)
        tallest = max(columns.count(column) for column in set(columns))
        top = max(free[column] for column in range(first, last + 1))
        inner = top + (HEAD if several else 0)
        at: dict[int, int] = defaultdict(int)
        for node in members:
            y = inner + at[node.column] * ROW_HEIGHT
            placed[node.id] = Box(LEFT + node.column * COLUMN_WIDTH, y, NODE_WIDTH, NODE_HEIGHT)
            at[node.column] += 1
        height = inner - top + tallest * ROW_HEIGHT - (ROW_HEIGHT - NODE_HEIGHT)
        pad = PAD if several else 0
        boxes[name] = Box(
            LEFT + first * COLUMN_WIDTH - pad,
            top,
            (last - first) * COLUMN_WIDTH + NODE_WIDTH + 2 * pad,
            height + pad,
        )
        for column in range(first, last + 1):
            free[column] = top + height + pad + GAP
    return placed, boxes


def _by_neighbours(
    order: Sequence[str],
    groups: Mapping[str, Sequence[Node]],
    placed: Mapping[str, Box],
    edges: Iterable[Edge],
    *,
    from_left: bool,
) -> list[str]:
    """The groups by the mean height of what they are linked to in others, on one side of them."""
    group_of = {node.id: name for name in groups for node in groups[name]}
    heights: dict[str, list[int]] = defaultdict(list)
    for one in edges:
        here, there = group_of[one.source], group_of[one.target]
        if here == there:
            continue
        source, target = placed[one.source], placed[one.target]
        if source.x == target.x or (target.x < source.x) == from_left:
            heights[here].append(target.y)
        if source.x == target.x or (source.x < target.x) == from_left:
            heights[there].append(source.y)
    own = {name: min(placed[node.id].y for node in groups[name]) for name in order}
    return sorted(order, key=lambda name: _mean(heights.get(name) or [own[name]]))


def _stacked(
    members: Sequence[Node], placed: Mapping[str, Box], edges: Iterable[Edge]
) -> list[Node]:
    """The nodes of a group, those of a column by the mean height of what they are linked to."""
    heights: dict[str, list[int]] = defaultdict(list)
    for one in edges:
        heights[one.source].append(placed[one.target].y)
        heights[one.target].append(placed[one.source].y)
    return sorted(members, key=lambda node: _mean(heights.get(node.id) or [placed[node.id].y]))


def _mean(values: Sequence[int]) -> float:
    return sum(values) / len(values)
