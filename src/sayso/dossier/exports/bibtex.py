"""BibTeX: the reports as references, for LaTeX and reference managers."""

import re
from collections.abc import Iterator
from typing import BinaryIO
from urllib.parse import quote

from sayso.dossier.exports.export import ExportFormat, ExportReport, LeftOutCounts
from sayso.dossier.exports.references import count_beyond_references, note_of, one_line
from sayso.dossier.exports.tables.table import Source
from sayso.dossier.marks import safe_link
from sayso.dossier.report_words import Report
from sayso.model.decisions import Holdings
from sayso.model.text import day_of

# BibTeX counts braces even behind a backslash, so that a brace must not stand in a value at all.
ESCAPES = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "^": r"\textasciicircum{}",
    "~": r"\textasciitilde{}",
} | {character: f"\\{character}" for character in "#$%&_"}
TO_ESCAPE = re.compile("[" + re.escape("".join(ESCAPES)) + "]")
MONTHS = [
    "jan",
    "feb",
    "mar",
    "apr",
    "may",
    "jun",
    "jul",
    "aug",
    "sep",
    "oct",
    "nov",
    "dec",
]  # names that BibTeX knows
IN_ADDRESSES = "!#$&'()*+,-./:;=?@[]_~%"  # beside letters and digits


def write_bibtex(holdings: Holdings, out: BinaryIO) -> ExportReport:
    """Writes an entry for each report: an article of its outlet, or `misc` where it has none."""
    source, left_out = Source(holdings), LeftOutCounts()
    reports = source.lookup.reports.listed
    for report in reports:
        kind = "article" if report.label_kind == "outlet" else "misc"
        fields = "".join(f"  {name} = {value},\n" for name, value in _fields(report, holdings))
        out.write(f"@{kind}{{report{report.number},\n{fields}}}\n\n".encode())
    count_beyond_references(holdings, left_out)
    return ExportReport(len(reports), left_out.lines())


def escaped(text: str) -> str:
    r"""The text on one line, as LaTeX prints it and BibTeX reads it.

    >>> print(escaped("50 % of {A_B}"))
    50 \% of \textbraceleft{}A\_B\textbraceright{}
    """
    return TO_ESCAPE.sub(lambda match: ESCAPES[match.group()], one_line(text))


def _fields(report: Report, holdings: Holdings) -> Iterator[tuple[str, str]]:
    head, document = report.head, report.document
    yield "title", _whole(report.heading)
    if head.byline and one_line(head.byline):
        yield "author", _whole(head.byline)
    if report.label_kind == "outlet":
        yield "journal", _whole(report.label)
    if head.day is not None:
        yield "year", f"{{{head.day.year:04}}}"
        yield "month", MONTHS[head.day.month - 1]
        yield "date", f"{{{head.day.isoformat()}}}"
    address = safe_link(head.url)
    if address:
        yield "url", f"{{{quote(address, safe=IN_ADDRESSES)}}}"
    collected = day_of(document.crawled)
    if collected is not None:
        yield "urldate", f"{{{collected.isoformat()}}}"
    if document.language:
        yield "language", f"{{{escaped(document.language)}}}"
    yield "note", f"{{{escaped(note_of(report, holdings))}}}"


def _whole(text: str) -> str:
    """A value in braces of its own: it keeps its capitals, and " and " joins no two authors."""
    return f"{{{{{escaped(text)}}}}}"


FORMAT = ExportFormat("bibtex", ".bib", "the reports as references, in BibTeX", write_bibtex)
