"""The layout of a graph: nothing overlaps, earlier is left, and few lines cross."""

import random
from itertools import combinations

import pytest

from sayso.desk.views.origin_layout import Node, laid_out
from sayso.desk.views.origin_lines import Box, Edge, crossings, path_between


def overlap(one: Box, other: Box) -> bool:
    return (
        one.x < other.x + other.width
        and other.x < one.x + one.width
        and one.y < other.y + other.height
        and other.y < one.y + one.height
    )


def inside(inner: Box, outer: Box) -> bool:
    return (
        outer.x < inner.x
        and outer.y < inner.y
        and inner.x + inner.width < outer.x + outer.width
        and inner.y + inner.height < outer.y + outer.height
    )


def random_graph(seed: int) -> tuple[list[Node], list[Edge]]:
    chance = random.Random(seed)  # noqa: S311
    nodes = [
        Node(f"n{number}", chance.randrange(6), f"g{chance.randrange(12)}") for number in range(40)
    ]
    pairs = [chance.sample(nodes, 2) for _ in range(50)]
    return nodes, [Edge(one.id, other.id, "copy") for one, other in pairs]


@pytest.mark.parametrize("seed", range(8))
def test_boxes_never_overlap_and_hold_their_own(seed: int) -> None:
    nodes, edges = random_graph(seed)
    layout = laid_out(nodes, edges)
    assert set(layout.nodes) == {node.id for node in nodes}
    for one, other in combinations(layout.nodes.values(), 2):
        assert not overlap(one, other)
    for one, other in combinations(layout.groups.values(), 2):
        assert not overlap(one, other)
    for node in nodes:
        for name, box in layout.groups.items():
            held = inside(layout.nodes[node.id], box)
            assert held if name == node.group else not overlap(layout.nodes[node.id], box)


@pytest.mark.parametrize("seed", range(8))
def test_all_is_within_the_drawing_and_in_its_column(seed: int) -> None:
    nodes, edges = random_graph(seed)
    layout = laid_out(nodes, edges)
    for node in nodes:
        assert layout.nodes[node.id].x == layout.columns[node.column]
    assert list(layout.columns) == sorted(layout.columns)
    for box in [*layout.nodes.values(), *layout.groups.values()]:
        assert box.x >= 0
        assert box.y >= 0
        assert box.x + box.width <= layout.width
        assert box.y + box.height <= layout.height


def test_the_same_graph_is_always_laid_out_alike() -> None:
    assert laid_out(*random_graph(3)) == laid_out(*random_graph(3))


def test_lines_that_need_not_cross_do_not() -> None:
    names = "abcd"
    nodes = [Node(name, 0, name) for name in names]
    nodes += [Node(name.upper(), 1, name.upper()) for name in names]
    edges = [Edge("a", "D", "copy"), Edge("b", "C", "copy"), Edge("c", "B", "copy")]
    edges += [Edge("d", "A", "copy")]
    layout = laid_out(nodes, edges)
    assert crossings(layout.nodes, edges) == 0


def test_an_edge_to_what_is_not_drawn_is_left_out() -> None:
    layout = laid_out([Node("a", 0, "g")], [Edge("a", "elsewhere", "copy")])
    assert layout.paths == ()
    assert not layout.groups


def test_nothing_is_laid_out_as_nothing() -> None:
    assert not laid_out([], []).nodes


def test_a_long_line_goes_around_a_box_in_its_way() -> None:
    placed = {"a": Box(0, 0, 10, 10), "b": Box(30, 0, 10, 10), "c": Box(60, 0, 10, 10)}
    path = path_between(Edge("a", "c", "copy"), placed)
    assert path.startswith("M10 5")
    assert path.endswith("60 5")
    assert "30 -4H40" in path


def test_crossings_are_counted() -> None:
    placed = {
        name: Box(x, y, 10, 10)
        for name, x, y in (("a", 0, 0), ("b", 0, 50), ("c", 90, 0), ("d", 90, 50))
    }
    assert crossings(placed, [Edge("a", "d", "x"), Edge("b", "c", "x")]) == 1
    assert crossings(placed, [Edge("a", "c", "x"), Edge("b", "d", "x")]) == 0
    assert crossings(placed, [Edge("a", "d", "x"), Edge("a", "c", "x")]) == 0
