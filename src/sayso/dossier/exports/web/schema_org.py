"""schema.org in JSON-LD: reports, speakers, quotations, claims, and denials as reviews without a rating.

A `ClaimReview` here says that somebody denies a claim. It has no `reviewRating`: sayso gives no verdict.
"""

from collections.abc import Iterator
from typing import BinaryIO

from sayso.dossier.exports.export import ExportFormat, ExportReport, LeftOutCounts
from sayso.dossier.exports.lookup import Lookup
from sayso.dossier.exports.makers import count_untold, software_name
from sayso.dossier.exports.marks import Decided
from sayso.dossier.exports.voices import Voices
from sayso.dossier.exports.web.jsonld import (
    TERMS,
    Node,
    count_unsafe_links,
    fact_iri,
    json_line,
    write_listed,
)
from sayso.dossier.exports.web.schema_claims import ClaimNodes
from sayso.dossier.exports.web.schema_nodes import SourceNodes
from sayso.model.decisions import Holdings

CONTEXT = [
    "https://schema.org",
    {"sayso": TERMS, "sayso:chain": {"@id": f"{TERMS}chain", "@container": "@list"}},
]


def write_schema_org(holdings: Holdings, out: BinaryIO) -> ExportReport:
    """Writes one JSON-LD document with a graph; a node a line."""
    left_out = LeftOutCounts()
    head = {"@context": CONTEXT}
    out.write(f'{json_line(head)[:-1]},"@graph":['.encode())
    told: set[int] = set()
    rows = write_listed(out, _noting_decisions(_nodes(holdings, left_out), told))
    out.write(b"\n]}\n")
    count_untold(holdings, told, left_out)
    _count_others(holdings, left_out)
    return ExportReport(rows, left_out.lines())


def _nodes(holdings: Holdings, left_out: LeftOutCounts) -> Iterator[Node]:
    lookup = Lookup(holdings.comparison)
    decided = Decided(holdings, lookup)
    voices = Voices(lookup)
    sources = SourceNodes(lookup, decided, voices)
    yield _case_node(holdings)
    yield from sources.outlets()
    yield from sources.reports()
    yield from sources.speakers()
    yield from ClaimNodes(lookup, decided, voices, left_out).all()
    count_unsafe_links(lookup, left_out)


def _noting_decisions(nodes: Iterator[Node], told: set[int]) -> Iterator[Node]:
    for node in nodes:
        told.update(node.get("sayso:decisions", ()))
        yield node


def _case_node(holdings: Holdings) -> Node:
    return {
        "@id": fact_iri("case", holdings.name),
        "@type": "Dataset",
        "name": holdings.name,
        "dateModified": holdings.made_at,
        "description": "Who says what in news reports, on whose say-so. No verdict on what is true.",
        "sayso:software": software_name(holdings),
    }


def _count_others(holdings: Holdings, left_out: LeftOutCounts) -> None:
    found = holdings.comparison
    why = "schema.org has no type for them"
    left_out.add("figures", why, sum(len(facts.figures) for facts in found.facts))
    left_out.add("events", why, len(found.events))
    for what in ("tolls", "copies", "citations", "origins", "stories"):
        left_out.add(what, why, len(getattr(found, what)))
    left_out.add("texts of reports", "they are the outlets' to publish", len(found.facts))


FORMAT = ExportFormat(
    "schema-org",
    ".jsonld",
    "schema.org (JSON-LD): reports, speakers, quotations, claims; denials as reviews without rating",
    write_schema_org,
)
