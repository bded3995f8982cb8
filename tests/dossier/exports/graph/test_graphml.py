from collections import Counter
from functools import cache
from itertools import pairwise
from typing import Any

import pytest
from lxml import etree

from sayso.dossier.exports.graph.graphml import xml_text
from sayso.dossier.exports.lookup import Lookup
from sayso.dossier.marks import safe_link
from sayso.model.comparison import CopyKind
from tests.dossier.exports.held import demo, documents, empty, every_claim, hostile
from tests.dossier.exports.other_programs import demo_bytes, hostile_bytes
from tests.dossier.exports.writing import export, written

NAMESPACE = "{http://graphml.graphdrawing.org/xmlns}"
WHICH = ("demo", "hostile")


@cache
def tree(which: str = "demo") -> Any:
    return etree.fromstring(demo_bytes("graphml") if which == "demo" else hostile_bytes("graphml"))


def parts(what: str, which: str = "demo") -> list[dict[str, str]]:
    """The nodes or edges, with their attributes and values together."""
    return [
        dict(one.attrib) | {data.get("key"): data.text for data in one}
        for one in tree(which).iter(f"{NAMESPACE}{what}")
    ]


def edges(kind: str) -> list[dict[str, str]]:
    return [one for one in parts("edge") if one["edge_kind"] == kind]


@pytest.mark.parametrize("which", WHICH)
def test_every_edge_joins_two_nodes_and_every_value_has_a_key(which: str):
    ids = [one["id"] for one in parts("node", which)]
    assert len(ids) == len(set(ids))
    keys = {one.get("id"): one.get("attr.type") for one in tree(which).iter(f"{NAMESPACE}key")}
    for edge in parts("edge", which):
        assert {edge["source"], edge["target"]} <= set(ids)
    for data in tree(which).iter(f"{NAMESPACE}data"):
        assert data.get("key") in keys


def test_quotes_are_the_links_of_all_chains():
    shown = Lookup(demo().comparison).shown_claims.values()
    links = sum(len(claim.chain) - 1 for claim in shown)
    oneself = sum(
        one.speaker is not None and one.speaker == two.speaker
        for claim in shown
        for one, two in pairwise(claim.chain)
    )
    assert sum(int(one["count"]) for one in edges("quotes")) == links - oneself
    stances: Counter[str] = Counter()
    for edge in edges("quotes"):
        for told in filter(None, edge.get("stances", "").split("; ")):
            name, _, count = told.rpartition(" ")
            stances[name] += int(count)
    assert stances == Counter(str(claim.stance) for _, claim in every_claim(demo()) if claim.chain)


@pytest.mark.parametrize("which", WHICH)
def test_examples_are_words_of_their_reports(which: str):
    texts = documents(demo() if which == "demo" else hostile())
    told = [one for one in parts("edge", which) if "example" in one]
    assert told
    for one in told:
        start, end = int(one["example_start"]), int(one["example_end"])
        assert one["example"] == xml_text(texts[one["example_report"]].text[start:end])


def test_who_cites_and_copies_whom():
    assert sum(int(one["count"]) for one in edges("cites")) == len(demo().comparison.citations)
    repeated = [one for one in demo().comparison.copies if one.kind is not CopyKind.CITATION]
    shares = sorted(float(one["share"]) for one in edges("copies"))
    assert shares == sorted(one.share for one in repeated)
    labels = {one["id"]: one["label"] for one in parts("node")}
    cited = {labels[one["target"]] for one in edges("cites")}
    assert "Skerrin" in cited  # an agency, no report of which is here


def test_denials_name_their_points():
    labels = {one["id"]: one["label"] for one in parts("node")}
    pairs = {(labels[one["source"]], labels[one["target"]]) for one in edges("denies")}
    assert ("Ministry of Defence", "Nine Valleys Front") in pairs
    points = {point.id for point in demo().comparison.points}
    for edge in edges("denies"):
        assert set(edge["points"].split("; ")) <= points


def test_nodes_are_told_apart_by_kind():
    kinds = Counter(one["kind"] for one in parts("node"))
    assert set(kinds) == {"outlet", "report", "speaker", "source"}
    assert kinds["report"] == len(demo().comparison.facts)
    (marked,) = [one for one in parts("node") if one.get("reliability") and one["kind"] == "outlet"]
    assert (marked["label"], marked["reliability"]) == ("Daily Plumbline", "B")


def test_an_outlet_publishes_each_of_its_reports():
    heads = [head for facts in hostile().comparison.facts for head in facts.document.heads]
    told = [one for one in parts("edge", "hostile") if one["edge_kind"] == "publishes"]
    assert len(told) == sum(bool(head.outlet) for head in heads)


def test_an_address_that_is_not_safe_is_left_out_and_counted():
    heads = [head for facts in hostile().comparison.facts for head in facts.document.heads]
    unsafe = sum(bool(head.url) and safe_link(head.url) is None for head in heads)
    assert unsafe
    for one in parts("node", "hostile"):
        assert "url" not in one or safe_link(one["url"])
    report = export("graphml", hostile())[1]
    assert f"{unsafe} addresses of reports: they are not safe to follow" in report.left_out


def test_characters_that_xml_cannot_hold_are_escapes_and_counted():
    assert xml_text("a\x00b\uffff<&\r\n\t🚑") == "a\\x00b\\uffff<&\r\n\t🚑"
    report = export("graphml", hostile())[1]
    assert any("characters: XML cannot hold them" in line for line in report.left_out)
    report = export("graphml", demo())[1]
    assert not any("XML cannot hold them" in line for line in report.left_out)


def test_line_ends_come_back_as_they_were():
    labels = [one["label"] for one in parts("node", "hostile") if one["kind"] == "outlet"]
    outlets = {facts.document.outlet for facts in hostile().comparison.facts}
    assert set(labels) == {xml_text(outlet) for outlet in outlets if outlet}


def test_a_case_without_reports_is_an_empty_graph():
    root = etree.fromstring(written("graphml", empty()))
    assert not list(root.iter(f"{NAMESPACE}node"))
    assert root.find(f"{NAMESPACE}graph") is not None


@pytest.mark.parametrize("which", WHICH)
def test_networkx_reads_the_same_graph(which: str):
    networkx = pytest.importorskip("networkx", reason="networkx is not installed")
    written = demo_bytes("graphml") if which == "demo" else hostile_bytes("graphml")
    graph = networkx.parse_graphml(written.decode(), force_multigraph=True)
    assert graph.is_directed()
    assert set(graph.nodes) == {one["id"] for one in parts("node", which)}
    read = Counter(values["edge_kind"] for *_, values in graph.edges(data=True))
    assert read == Counter(one["edge_kind"] for one in parts("edge", which))
    assert all(isinstance(values["count"], int) for *_, values in graph.edges(data=True))
