"""The reports of a case with the heads of all their publications, as people corrected them."""

import json
import sqlite3
from collections.abc import Iterable

from sayso.case.custody import canonical, sha256
from sayso.case.decided import DecisionIndex
from sayso.case.following import corrected_document
from sayso.case.searching import forget_report, index_report
from sayso.errors import CaseNotUsable
from sayso.model.codec import encode
from sayso.model.heads import one_document_a_text
from sayso.model.text import Document
from sayso.model.wire import document_from_wire

HEAD_COLUMNS = ("name", "title", "outlet", "byline", "url", "published")
# What a reader is told of a report besides its text.
HEAD_THAT_COUNTS = ("published", "language", "remaining", "furniture", "entries", "corrections")


def document_of(connection: sqlite3.Connection, report: str, decided: DecisionIndex) -> Document:
    """A report with the heads of all its publications, its own head as people corrected it."""
    text = connection.execute("SELECT text FROM report WHERE id = ?", (report,)).fetchone()[0]
    rows = connection.execute(
        "SELECT document FROM publication WHERE report = ? ORDER BY number", (report,)
    )
    merged = merged_document(text, (row[0] for row in rows))
    return corrected_document(merged, decided.on_report(report))


def merged_document(text: str, publications: Iterable[str]) -> Document:
    """The document of a text with the heads of its publications, which are given as JSON."""
    try:
        described = [{**json.loads(one), "text": text} for one in publications]
    except (ValueError, TypeError, RecursionError) as error:
        raise CaseNotUsable(
            "what is known of a report cannot be read. `sayso verify` says which."
        ) from error
    documents = [document_from_wire(one) for one in described]
    if not documents:
        raise CaseNotUsable("a report has lost its publications. `sayso verify` says which.")
    return one_document_a_text(documents)[0]


def show_head(connection: sqlite3.Connection, report: str, decided: DecisionIndex) -> None:
    """Write a report's head into the columns of its row, within a transaction that writes."""
    document = document_of(connection, report, decided)
    forget_report(connection, report)
    values = [getattr(document, name) for name in HEAD_COLUMNS]
    connection.execute(
        "UPDATE report SET name = ?, title = ?, outlet = ?, byline = ?, url = ?, published = ?, "
        "head = ? WHERE id = ?",
        (*values, head_that_counts(document), report),
    )
    index_report(connection, report)


def head_that_counts(document: Document) -> str:
    """A hash of what a reader is told of a report that can change its reading."""
    known = {document.id: document}
    told = [encode(getattr(document, name), known, document.id) for name in HEAD_THAT_COUNTS]
    return sha256(canonical(told))[:16]
