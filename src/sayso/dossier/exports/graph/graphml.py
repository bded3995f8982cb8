"""GraphML: a graph of who publishes, quotes, denies, cites and copies whom."""

import re
from collections.abc import Mapping
from typing import BinaryIO

from lxml import etree

from sayso.dossier.exports.export import ExportFormat, ExportReport, LeftOutCounts
from sayso.dossier.exports.graph.parts import Graph, Value
from sayso.dossier.exports.makers import count_untold, software_name
from sayso.model.decisions import Holdings

NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
# The values of nodes and edges, with GraphML's names for what they are.
NODE_KEYS = {
    **dict.fromkeys(("kind", "label", "type", "named", "other_names", "roles"), "string"),
    **dict.fromkeys(("outlet", "url", "published", "text_sha256"), "string"),
    **dict.fromkeys(("by", "decisions", "decided_by", "reliability"), "string"),
}
EDGE_KEYS = {
    "edge_kind": "string",
    "count": "int",
    "count_by_person": "int",
    "stances": "string",
    "points": "string",
    "example": "string",
    "example_report": "string",
    "example_start": "int",
    "example_end": "int",
    "share": "double",
    "order_known": "string",
}
GRAPH_KEYS = {"case": "string", "made_at": "string", "software": "string", "note": "string"}
NOTE = "Who says what on whose say-so; no verdict on what is true."
NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def write_graphml(holdings: Holdings, out: BinaryIO) -> ExportReport:
    """Writes the graph as one XML document, a node or an edge a line."""
    graph, left_out = Graph(holdings), LeftOutCounts()
    root = etree.Element(f"{{{NAMESPACE}}}graphml", nsmap={None: NAMESPACE})
    for place, keys in (("graph", GRAPH_KEYS), ("node", NODE_KEYS), ("edge", EDGE_KEYS)):
        for name, kind in keys.items():
            about = {"id": name, "for": place, "attr.name": name, "attr.type": kind}
            etree.SubElement(root, f"{{{NAMESPACE}}}key", about)
    drawn = etree.SubElement(root, f"{{{NAMESPACE}}}graph", id="sayso", edgedefault="directed")
    about_case = {
        "case": holdings.name,
        "made_at": holdings.made_at,
        "software": software_name(holdings),
        "note": NOTE,
    }
    _add_values(drawn, about_case, left_out)
    nodes = list(graph.nodes())
    for node in nodes:
        element = etree.SubElement(drawn, f"{{{NAMESPACE}}}node", id=node.id)
        _add_values(element, node.values, left_out)
    edges = graph.edges()
    for number, edge in enumerate(edges, 1):
        ends = {"id": f"e{number}", "source": edge.source, "target": edge.target}
        _add_values(etree.SubElement(drawn, f"{{{NAMESPACE}}}edge", ends), edge.values, left_out)
    etree.indent(root, space=" ")
    out.write(etree.tostring(root, encoding="UTF-8", xml_declaration=True) + b"\n")
    _count_others(holdings, graph, left_out)
    return ExportReport(len(nodes) + len(edges), left_out.lines())


def xml_text(words: str) -> str:
    r"""The words, with escapes for the characters that XML cannot hold.

    >>> xml_text("a\x00<b>")
    'a\\x00<b>'
    """
    return NO_XML.sub(lambda found: found.group().encode("unicode_escape").decode(), words)


def _add_values(
    parent: etree._Element, values: Mapping[str, Value], left_out: LeftOutCounts
) -> None:
    for name, value in values.items():
        if value is None or value == "":
            continue
        text = str(value)
        escaped = len(NO_XML.findall(text))
        left_out.add(
            "characters", "XML cannot hold them; escapes such as \\x00 stand there", escaped
        )
        etree.SubElement(parent, f"{{{NAMESPACE}}}data", key=name).text = xml_text(text)


def _count_others(holdings: Holdings, graph: Graph, left_out: LeftOutCounts) -> None:
    found = holdings.comparison
    left_out.add("claims in an outlet's own voice", "no one is quoted", graph.claims_of_outlets)
    left_out.add("denials", "one of the speakers is not known", graph.denials_of_unknown)
    left_out.add("addresses of reports", "they are not safe to follow", graph.unsafe_links)
    why = "a graph of speakers and reports has no place for them"
    for what in ("figures", "events"):
        left_out.add(what, why, sum(len(getattr(facts, what)) for facts in found.facts))
    for what in ("tolls", "origins", "stories"):
        left_out.add(what, why, len(getattr(found, what)))
    left_out.add("points without a denial", why, _points_without_denial(graph, len(found.points)))
    count_untold(holdings, graph.told, left_out)


def _points_without_denial(graph: Graph, points: int) -> int:
    return points - len({point for edge in graph.edges() for point in edge.points})


FORMAT = ExportFormat(
    "graphml",
    ".graphml",
    "a graph (GraphML): who publishes, quotes, denies, cites and copies whom",
    write_graphml,
)
