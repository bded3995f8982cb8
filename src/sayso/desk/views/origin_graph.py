"""Which reports of a story are drawn, and which are folded into "12 more"."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sayso.desk.views.origin_layout import Layout, Node, laid_out
from sayso.desk.views.origin_lines import Edge
from sayso.desk.views.origin_rows import Repeats

MOST_NODES = 40
MOST_VOICES = 10
MOST_OUTLETS = 6  # that are named, but have no report here
UNDATED = "undated"
ELSEWHERE = "not in the case"
OUTLET, MORE = "outlet:", "more:"  # before the name of a node that is no report


@dataclass(frozen=True, slots=True)
class Graph:
    """What is drawn. `more` says how many reports of an origin are folded, by the node's name.

    `columns` are the days; `left_out` are the origins of which nothing is drawn.
    """

    layout: Layout
    columns: tuple[str, ...]
    more: Mapping[str, int]
    left_out: int


def graph_of(repeats: Repeats, only: str | None = None, skip: int = 0) -> Graph:
    """The graph of the reports that share something; `only` of an origin, from number `skip` on."""
    chosen, more, left_out = _chosen(repeats, only, skip)
    outlets = _outlets(repeats, chosen)
    days = sorted({_day(repeats, name) for name in chosen} - {UNDATED})
    columns = [
        *([ELSEWHERE] if outlets else []),
        *days,
        *([UNDATED] if any(_day(repeats, name) == UNDATED for name in chosen) else []),
    ]
    places = {name: place for place, name in enumerate(columns)}
    nodes = [
        Node(name, places[_day(repeats, name)], repeats.reports[name]["origin"]) for name in chosen
    ]
    last = {node.group: node.column for node in sorted(nodes, key=lambda node: node.column)}
    nodes += [Node(f"{MORE}{group}", last[group], group) for group in more]
    nodes += [Node(f"{OUTLET}{name}", 0, f"{OUTLET}{name}") for name in outlets]
    edges = [
        Edge(one.earlier, one.later, one.kind if one.known else f"{one.kind} unknown")
        for one in repeats.links
    ]
    edges += [
        Edge(one.cited or f"{OUTLET}{one.outlet}", one.report, "citation") for one in repeats.named
    ]
    edges += [
        Edge(repeats.origins[group][0], f"{MORE}{group}", kind)
        for group in more
        if (kind := _kind_of_rest(repeats, group, chosen))
    ]
    edges = [one for one in edges if one.source != one.target]
    folded = {f"{MORE}{group}": number for group, number in more.items()}
    return Graph(laid_out(nodes, edges), tuple(columns), folded, left_out)


def _chosen(repeats: Repeats, only: str | None, skip: int) -> tuple[list[str], dict[str, int], int]:
    """The reports to draw, how many more each origin has, and how many origins are left out."""
    linked = Counter(name for one in repeats.links for name in (one.earlier, one.later))
    linked.update(name for one in repeats.named for name in (one.report, one.cited) if name)
    if only is not None:
        every = list(repeats.origins.get(only, ()))
        return every[skip : skip + MOST_NODES], {}, 0
    groups = {
        origin: members
        for origin, members in repeats.origins.items()
        if len(members) > 1 or linked[members[0]]
    }
    kept = sorted(groups, key=lambda one: (-len(groups[one]), -_links(groups[one], linked), one))
    drawn = kept[:MOST_VOICES]
    most = _most_of_each([len(groups[origin]) for origin in drawn])
    chosen: list[str] = []
    more: dict[str, int] = {}
    for origin in drawn:
        members = groups[origin]
        if len(members) <= most:
            chosen += members
            continue
        others = sorted(members[1:], key=lambda name: -linked[name])[: max(0, most - 2)]
        some = {members[0], *others}
        chosen += [name for name in members if name in some]
        more[origin] = len(members) - len(some)
    return chosen, more, len(kept) - len(drawn)


def _kind_of_rest(repeats: Repeats, origin: str, drawn: Iterable[str]) -> str | None:
    """How most of the reports of an origin that are not drawn repeat others of it; None if none does."""
    members = set(repeats.origins[origin])
    folded = members.difference(drawn)
    kinds = Counter(
        one.kind if one.known else f"{one.kind} unknown"
        for one in repeats.links
        if one.later in folded and one.earlier in members
    )
    kinds.update(
        "citation" for one in repeats.named if one.report in folded and one.cited in members
    )
    return kinds.most_common(1)[0][0] if kinds else None


def _links(members: Iterable[str], linked: Counter[str]) -> int:
    return sum(linked[name] for name in members)


def _most_of_each(sizes: Sequence[int]) -> int:
    """The largest number of nodes an origin may have, so that all have at most `MOST_NODES`.

    >>> _most_of_each([30, 20, 2])
    19
    """
    most = 2
    while most < MOST_NODES and sum(min(size, most + 1) for size in sizes) <= MOST_NODES:
        most += 1
    return most


def _outlets(repeats: Repeats, chosen: Iterable[str]) -> list[str]:
    drawn = set(chosen)
    named = Counter(
        one.outlet for one in repeats.named if one.cited is None and one.report in drawn
    )
    return [name for name, _ in sorted(named.items(), key=lambda item: (-item[1], item[0]))][
        :MOST_OUTLETS
    ]


def _day(repeats: Repeats, name: str) -> str:
    return (repeats.reports[name]["published"] or UNDATED)[:10]
