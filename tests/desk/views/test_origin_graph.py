"""Which reports are drawn, and which are folded."""

from sayso.desk.views.origin_graph import MOST_NODES, graph_of
from sayso.desk.views.origin_rows import Link, Named, Repeats


def repeats(sizes: list[int], **more: tuple[Named, ...]) -> Repeats:
    """Origins of so many reports each, whose first report the others repeat."""
    reports, origins, links = {}, {}, []
    for origin, size in enumerate(sizes):
        names = [f"r{origin}-{number}" for number in range(size)]
        origins[f"o{origin}"] = names
        for number, name in enumerate(names):
            day = f"2031-03-{1 + number % 9:02}"
            reports[name] = {"id": name, "origin": f"o{origin}", "published": day}
        links += [Link("copy", names[0], name, 0.9, True) for name in names[1:]]
    return Repeats(reports, origins, links, more.get("named", ()))


def test_a_small_story_is_drawn_whole() -> None:
    graph = graph_of(repeats([3, 2]))
    assert set(graph.layout.nodes) == {"r0-0", "r0-1", "r0-2", "r1-0", "r1-1"}
    assert (graph.more, graph.left_out) == ({}, 0)
    assert graph.columns == ("2031-03-01", "2031-03-02", "2031-03-03")


def test_reports_that_share_nothing_are_not_drawn() -> None:
    assert set(graph_of(repeats([2, 1, 1])).layout.nodes) == {"r0-0", "r0-1"}


def test_a_large_origin_keeps_its_first_report_and_folds_the_rest() -> None:
    graph = graph_of(repeats([500, 30, 4]))
    drawn = graph.layout.nodes
    assert len(drawn) <= MOST_NODES
    assert {"r0-0", "r1-0", "r2-0", "r2-3"} <= set(drawn)
    in_first = sum(name.startswith("r0-") for name in drawn)
    assert graph.more["more:o0"] == 500 - in_first
    assert "more:o0" in drawn


def test_many_origins_are_left_to_the_list() -> None:
    graph = graph_of(repeats([5] * 60))
    assert len(graph.layout.nodes) <= MOST_NODES
    assert graph.left_out == 50


def test_one_origin_is_drawn_a_part_after_the_other() -> None:
    every = repeats([70, 5])
    first, second = graph_of(every, "o0"), graph_of(every, "o0", MOST_NODES)
    assert len(first.layout.nodes) == MOST_NODES
    assert len(second.layout.nodes) == 70 - MOST_NODES
    assert not set(first.layout.nodes) & set(second.layout.nodes)
    assert not graph_of(every, "nothing").layout.nodes


def test_an_outlet_that_is_only_named_stands_left_of_all_days() -> None:
    named = (Named("r0-1", "Agency", None, 0, 6), Named("r1-0", "Herald", "r0-0", 0, 6))
    graph = graph_of(repeats([2, 1], named=named))
    assert graph.columns[0] == "not in the case"
    assert graph.layout.nodes["outlet:Agency"].x < graph.layout.nodes["r0-0"].x
    kinds = {(edge.source, edge.target): edge.kind for edge, _ in graph.layout.paths}
    assert kinds["outlet:Agency", "r0-1"] == "citation"
    assert kinds["r0-0", "r1-0"] == "citation"


def test_undated_reports_stand_in_the_last_column() -> None:
    every = repeats([3])
    every.reports["r0-1"]["published"] = None
    graph = graph_of(every)
    assert graph.columns[-1] == "undated"
    assert graph.layout.nodes["r0-1"].x == graph.layout.columns[-1]


def test_what_is_folded_is_drawn_as_what_it_is() -> None:
    whole = repeats([50])
    names = whole.origins["o0"]
    citing = [Named(name, "Agency", names[0], 0, 6) for name in names[1:]]

    def kind(links: list[Link], named: list[Named]) -> list[str]:
        graph = graph_of(Repeats(whole.reports, whole.origins, links, named))
        return [edge.kind for edge, _ in graph.layout.paths if edge.target == "more:o0"]

    assert kind(list(whole.links), []) == ["copy"]
    assert kind([], citing) == ["citation"]
    assert kind([Link("passage", names[0], names[1], 0.2, True)], citing) == ["citation"]
    unknown = [Link("copy", names[0], name, 0.9, False) for name in names[1:]]
    assert kind(unknown, []) == ["copy unknown"]
    assert kind([], []) == []
