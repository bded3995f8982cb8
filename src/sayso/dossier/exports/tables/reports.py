"""The tables of reports, and of words that two of them share."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from sayso.dossier.exports.marks import Marks
from sayso.dossier.exports.tables.table import (
    Placed,
    Source,
    Table,
    mark_columns,
    number,
    report_columns,
    text,
    whole,
    words_columns,
)
from sayso.dossier.report_words import Report
from sayso.model.comparison import Copy, Passage
from sayso.model.text import Document


@dataclass(frozen=True)
class ReportRow:
    """A report: one head, with the document that it may share with others."""

    source: Source
    report: Report

    @property
    def document(self) -> Document:
        """Its text, and what is known of the text."""
        return self.report.document

    @cached_property
    def marks(self) -> Marks:
        """The marks of the report, and the reliability of its outlet if it has none of its own."""
        own = self.source.decided.on_report(self.document.id)
        outlet = self.source.decided.on_outlet(self.report.head.outlet)
        return replace(own, reliability=own.reliability or outlet.reliability)


@dataclass(frozen=True)
class PassageRow:
    """Words that two reports share; a dependence without such words has one row too."""

    source: Source
    copy: Copy
    passage: Passage | None

    def place(self, left: bool) -> Placed | None:
        """Where the words stand in one of the two reports."""
        if self.passage is None:
            return None
        return self.source.lookup.placed(self.passage.left if left else self.passage.right)


def _reports(source: Source) -> Iterator[ReportRow]:
    return (ReportRow(source, report) for report in source.lookup.reports.listed)


def _passages(source: Source) -> Iterator[PassageRow]:
    for copy in source.holdings.comparison.copies:
        for passage in copy.passages or (None,):
            yield PassageRow(source, copy, passage)


REPORTS: Table[ReportRow] = Table(
    "reports",
    "A row is a report. Reports with exactly the same text have the same id.",
    (
        *report_columns(lambda row: row.report),
        whole(
            "same_as",
            "The number of the report whose text is exactly the same, if this is not the first.",
            lambda row: row.report.same_as,
        ),
        text("file", "The name of its file, without folders.", lambda row: row.report.file_name),
        text("title", "Its title.", lambda row: row.report.head.title),
        text("subtitle", "Its subtitle.", lambda row: row.document.subtitle),
        text("section", "The section that it stood in.", lambda row: row.document.section),
        text("byline", "Who wrote it, in the report's words.", lambda row: row.report.head.byline),
        text("agency", "The news agency that it credits.", lambda row: row.document.agency),
        text("url", "Its address.", lambda row: row.report.head.url),
        text(
            "modified",
            "When it was changed, as the source says.",
            lambda row: row.document.modified,
        ),
        text("crawled", "When it was collected.", lambda row: row.document.crawled),
        text("language", "The language of its text.", lambda row: row.document.language),
        text("format", "What its file was read as.", lambda row: row.document.format),
        whole("length", "The number of code points of its text.", lambda row: len(row.document)),
        number(
            "remaining",
            "The share of the article that its page withholds, 0 to 1, if the page says so.",
            lambda row: row.document.remaining,
        ),
        whole(
            "read_to",
            "The code point up to which it was read; empty where it was read whole.",
            lambda row: row.document.read_to,
        ),
        whole(
            "words_left_out",
            "How many words of the file are not in the text.",
            lambda row: row.document.words_left_out,
        ),
        text(
            "raw_sha256",
            "The SHA-256 of the bytes of the file.",
            lambda row: row.report.head.raw_sha256,
        ),
        text(
            "story",
            "The id of its story; the same for reports of one event.",
            lambda row: row.source.lookup.story_of.get(row.document.id),
        ),
        text(
            "origin",
            "The id of its origin; the same for reports that are one voice.",
            lambda row: row.source.lookup.origin_of.get(row.document.id),
        ),
        *mark_columns(lambda row: row.marks),
    ),
    _reports,
)

COPIES: Table[PassageRow] = Table(
    "copies",
    "A row is a passage that two reports share, or a dependence without one.",
    (
        text("left", "The id of one report.", lambda row: row.copy.left),
        text("right", "The id of the other.", lambda row: row.copy.right),
        text("kind", "`copy`, `passage` or `citation`.", lambda row: row.copy.kind),
        text(
            "origin", "The id of the earlier or cited one, if known.", lambda row: row.copy.origin
        ),
        number(
            "share", "The share of the shorter text that is repeated.", lambda row: row.copy.share
        ),
        *words_columns("left_words", "The words in the left report.", lambda row: row.place(True)),
        *words_columns(
            "right_words", "The same words in the right report.", lambda row: row.place(False)
        ),
    ),
    _passages,
)
