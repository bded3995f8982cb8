"""JSON for the web: names that are addresses or stand for a hash, and lines that are safe in a page."""

import uuid
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

from sayso.dossier.exports.export import LeftOutCounts
from sayso.dossier.exports.lookup import Lookup
from sayso.dossier.exports.marks import Marks
from sayso.dossier.exports.voices import Voice
from sayso.dossier.marks import safe_link
from sayso.dossier.report_words import Report
from sayso.model.wire import to_line

TERMS = "urn:sayso:terms:"  # sayso's own properties; a name, nothing is fetched there
FACTS = uuid.uuid5(uuid.NAMESPACE_URL, "urn:sayso:facts")
NO_IRI_CHARACTERS = frozenset("{}|^")  # an address with one of these is no IRI as it stands
SAFE_IN_PAGE = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"}

Node = dict[str, Any]


def count_unsafe_links(lookup: Lookup, left_out: LeftOutCounts) -> None:
    """Counts the addresses that are written nowhere."""
    unsafe = sum(
        bool(report.head.url) and report_iri(report) != report.head.url
        for report in lookup.reports.listed
    )
    left_out.add("addresses of reports", "they are not safe to follow", unsafe)


def text_iri(document_id: str) -> str:
    """The name of a report's text: its SHA-256."""
    return f"urn:sha256:{document_id}"


def report_iri(report: Report) -> str:
    """The report's address if it is one that can be followed safely, else the name of its text."""
    link = safe_link(report.head.url)
    if link is None or not NO_IRI_CHARACTERS.isdisjoint(link):
        return text_iri(report.document.id)
    return link


def fact_iri(*parts: str) -> str:
    """A name that the same parts always give: the kind of a thing, its report, its id."""
    return uuid.uuid5(FACTS, "\n".join(parts)).urn


def json_line(data: Any) -> str:
    """JSON on one line that can stand in a web page: no character in it opens or closes a tag."""
    line = to_line(data)
    for character, escape in SAFE_IN_PAGE.items():
        line = line.replace(character, escape)
    return line


def write_listed(out: BinaryIO, items: Iterable[Node]) -> int:
    """Writes the items of a JSON list, one a line, and says how many there were."""
    count = 0
    for count, item in enumerate(items, 1):
        out.write(f"{'' if count == 1 else ','}\n{json_line(item)}".encode())
    return count


def with_values(node: Node) -> Node:
    """The node without the properties that have no value."""
    return {key: value for key, value in node.items() if value not in (None, "", [], {})}


def mark_values(marks: Marks) -> Node:
    """Who made a thing, machine or person, with people's marks and the numbers of decisions on it."""
    return with_values(
        {
            "sayso:by": marks.by,
            "sayso:decisions": [one.number for one in marks.decisions],
            "sayso:reliability": marks.reliability,
            "sayso:credibility": marks.credibility,
        }
    )


def voice_iri(voice: Voice) -> str:
    """The name of a speaker."""
    return f"urn:sayso:speaker:{voice.id}"


def same_text_iris(lookup: Lookup, document_id: str) -> Iterator[str]:
    """The addresses of the other reports that have exactly a report's text."""
    first, *others = lookup.reports.heads[document_id]
    known = {report_iri(first)}
    for other in others:
        iri = report_iri(other)
        if iri not in known:
            known.add(iri)
            yield iri
