"""RIS: the reports as references of type NEWS, for reference managers."""

from collections.abc import Iterator
from typing import BinaryIO

from sayso.dossier.exports.export import ExportFormat, ExportReport, LeftOutCounts
from sayso.dossier.exports.references import count_beyond_references, note_of, one_line
from sayso.dossier.exports.tables.table import Source
from sayso.dossier.marks import safe_link
from sayso.dossier.report_words import Report
from sayso.model.decisions import Holdings
from sayso.model.text import day_of


def write_ris(holdings: Holdings, out: BinaryIO) -> ExportReport:
    """Writes a reference for each report."""
    source, left_out = Source(holdings), LeftOutCounts()
    reports = source.lookup.reports.listed
    for report in reports:
        out.writelines(
            f"{tag}  - {one_line(value)}\r\n".encode() for tag, value in _fields(report, holdings)
        )
        out.write(b"ER  - \r\n\r\n")
    count_beyond_references(holdings, left_out)
    return ExportReport(len(reports), left_out.lines())


def _fields(report: Report, holdings: Holdings) -> Iterator[tuple[str, str]]:
    head, document = report.head, report.document
    yield "TY", "NEWS"
    yield "ID", f"report{report.number}"
    yield "TI", report.heading
    # A comma would be read as standing between a family name and a first name.
    several = bool(head.byline and "," in head.byline)
    known = (
        ("N1" if several else "AU", f"Byline: {head.byline}" if several else head.byline),
        ("T2", head.outlet),
        ("PB", document.agency),
        ("SE", document.section),
        ("UR", safe_link(head.url)),
        ("LA", document.language),
        ("N1", note_of(report, holdings)),
    )
    yield from ((tag, value) for tag, value in known if value and one_line(value))
    if head.day is not None:
        yield "PY", f"{head.day.year:04}"
        yield "DA", head.day.strftime("%Y/%m/%d")
    collected = day_of(document.crawled)
    if collected is not None:
        yield "Y2", collected.strftime("%Y/%m/%d")


FORMAT = ExportFormat("ris", ".ris", "the reports as references, in RIS", write_ris)
