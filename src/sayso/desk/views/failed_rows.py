"""What could not be used, by queries of the case."""

from typing import Any

from sayso.case.case import Case

SHOWN_AT_MOST = 200  # rows of each kind

FAILED = (
    "SELECT report.id, name, title, outlet, published, what, remedy, at, "
    "EXISTS (SELECT 1 FROM shown WHERE shown.report = report.id) AS read_before "
    "FROM failure JOIN report ON report.id = failure.report WHERE removed IS NULL "
    "ORDER BY at DESC, report.number LIMIT :most"
)
FILES = (
    "SELECT number, name, how, at, reports, problems FROM arrival "
    "WHERE problems > 0 OR reports IS NULL ORDER BY number DESC LIMIT :most"
)
NEVER_READ = (
    "SELECT report.id, name, title, outlet, published FROM report "
    "LEFT JOIN shown ON shown.report = report.id LEFT JOIN failure ON failure.report = report.id "
    "WHERE shown.report IS NULL AND failure.report IS NULL AND removed IS NULL "
    "ORDER BY report.number LIMIT :most"
)
# A head tells the share of its page that is withheld.
WITHHELD = (
    "SELECT DISTINCT report.id, name, title, outlet, published, url, "
    "json_extract(document, '$.remaining') AS remaining, json_extract(document, '$.format') AS format "
    "FROM publication JOIN report ON report.id = publication.report "
    "WHERE document LIKE '%\"remaining\":%' AND removed IS NULL ORDER BY report.number LIMIT :most"
)
LONG = (
    "SELECT report.id, name, title, outlet, published, length(text) AS length, shown.reading "
    "FROM report JOIN shown ON shown.report = report.id WHERE words > :words AND removed IS NULL "
    "ORDER BY report.number"
)
FEWEST_WORDS = 20_000  # shorter reports are read to their end
ORPHANS = (
    "SELECT decision.number, decision.at, author, decision.kind, reason, subject.kind AS subject, subject.words, "
    "orphan.report, report.id AS known FROM orphan JOIN decision ON decision.number = orphan.decision "
    "LEFT JOIN decision_subject AS subject ON subject.decision = decision.number AND position = 0 "
    "LEFT JOIN report ON report.id = orphan.report ORDER BY decision.number DESC LIMIT :most"
)

_read_to: dict[tuple[str, int], int | None] = {}  # by report and reading, which never change


def rows(case: Case, query: str) -> list[dict[str, Any]]:
    """The rows of one kind, one more than is shown if there are more."""
    return case.query(query, {"most": SHOWN_AT_MOST + 1})


def read_in_part(case: Case) -> list[dict[str, Any]]:
    """The reports that were not read to their end, each with `read_to` and `length` in characters."""
    found = []
    for row in case.query(LONG, {"words": FEWEST_WORDS}):
        key = (row["id"], row["reading"])
        if key not in _read_to:
            facts = case.facts(row["id"], row["reading"])
            _read_to[key] = facts.document.read_to if facts else None
        if _read_to[key] is not None:
            found.append({**row, "read_to": _read_to[key]})
    return found


def orphans(case: Case) -> list[dict[str, Any]]:
    """The decisions whose subject is gone."""
    return rows(case, ORPHANS)
