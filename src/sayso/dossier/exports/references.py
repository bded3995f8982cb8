"""What the formats of reference managers share: a report's fields on one line, and what they lack."""

import re

from sayso.dossier.exports.export import LeftOutCounts
from sayso.dossier.marks import safe_link
from sayso.dossier.report_words import Report
from sayso.model.decisions import Holdings

# Line ends of any kind, and control characters: a field is one line.
BREAKS = re.compile("[\x00-\x20\x7f-\x9f\u2028\u2029]+")


def one_line(text: str) -> str:
    """The text on one line, without control characters."""
    return BREAKS.sub(" ", text).strip()


def note_of(report: Report, holdings: Holdings) -> str:
    """What sayso knows of a report that no field of a reference is made for."""
    parts = [f"Report {report.number} of the sayso case {one_line(holdings.name)}"]
    if report.same_as is not None:
        parts.append(f"with exactly the text of report {report.same_as}")
    parts.append(f"text SHA-256 {report.document.id}")
    if report.head.raw_sha256:
        parts.append(f"file SHA-256 {report.head.raw_sha256}")
    if report.head.url and not safe_link(report.head.url):
        parts.append(f"address {one_line(report.head.url)}")
    return ", ".join(parts)


def count_beyond_references(holdings: Holdings, left_out: LeftOutCounts) -> None:
    """Counts what a list of references cannot hold."""
    why = "a list of references has reports alone; the export `csv` has them"
    comparison = holdings.comparison
    for name in ("claims", "figures", "events", "actors"):
        found = sum(len(getattr(facts, name)) for facts in comparison.facts)
        left_out.add("speakers" if name == "actors" else name, why, found)
    left_out.add("points", why, len(comparison.points))
    left_out.add("tolls", why, len(comparison.tolls))
    left_out.add("dependences between reports", why, len(comparison.copies))
    left_out.add("decisions", why, len(holdings.decisions))
