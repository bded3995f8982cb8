"""What the case's tables say of one report."""

import json
from collections.abc import Sequence
from typing import Any

from sayso.case.case import Case
from sayso.dossier.claims import KeysByActor
from sayso.model.comparison import ActorMention
from sayso.model.text import Span

Row = dict[str, Any]
MOST_OTHERS = 20
REPORT = (
    "SELECT report.id, NULL AS status, name, title, outlet, byline, url, published, words, removed, log.at AS removed_at, "
    "log.author AS removed_by, log.body AS removal, story, origin.origin, shown.reading, story.reports AS "
    "story_reports FROM report "
    "LEFT JOIN log ON log.number = removed LEFT JOIN story_report ON story_report.report = report.id "
    "LEFT JOIN story ON story.id = story_report.story "
    "LEFT JOIN origin ON origin.report = report.id LEFT JOIN shown ON shown.report = report.id "
    "WHERE report.id = ?"
)
PUBLICATIONS = (
    "SELECT publication.number, publication.document, publication.arrival, arrival.name AS file, "
    "arrival.how, arrival.at, arrival.reports, evidence.sha256, evidence.size, evidence.kept "
    "FROM publication LEFT JOIN arrival ON arrival.number = publication.arrival "
    "LEFT JOIN evidence ON evidence.sha256 = arrival.evidence "
    "WHERE publication.report = ? ORDER BY publication.number"
)
SAME_ORIGIN = (
    "SELECT report.id, title, outlet, name, published FROM origin JOIN report ON report.id = origin.report "
    "WHERE origin.origin = :origin AND report.id != :report AND removed IS NULL "
    "ORDER BY published IS NULL, published, report.number LIMIT :most"
)
COPIES = (
    "SELECT report.id, title, outlet, name, published, copy.kind, share, copy.origin FROM copy "
    "JOIN report ON report.id = CASE copy.left WHEN :report THEN copy.right ELSE copy.left END "
    "WHERE (copy.left = :report OR copy.right = :report) AND copy.kind != 'citation' AND removed IS NULL "
    "ORDER BY share DESC LIMIT :most"
)
FACTS = (
    "SELECT id, report, start, end, words, source, decision, status FROM {table} "
    "WHERE report = :report AND start < :end AND end > :start"
)
TABLES = ("claim", "figure", "event")
CLAIMS = "SELECT count(*) AS claims FROM claim WHERE report = ? AND status IS NOT 'rejected'"
SPEAKERS = (
    "SELECT speaker.id, speaker.report, speaker.name, type, named, role, mentions, speaker.start, "
    "speaker.end, speaker.source, speaker.status, coalesce(shared_speaker.id, speaker.report || '/' || "
    "speaker.id) AS page, "
    "(SELECT count(*) FROM claim WHERE claim.report = speaker.report AND speaker_id = speaker.id) AS claims "
    "FROM speaker LEFT JOIN shared_speaker ON shared_speaker.report = speaker.report "
    "AND shared_speaker.speaker = speaker.id WHERE speaker.report = ? ORDER BY claims DESC, mentions DESC, "
    "speaker.start"
)
POINTS = (
    "SELECT stand.claim, stand.side, stand.concedes, point.id, point.title, point.state FROM stand "
    "JOIN point ON point.id = stand.point WHERE stand.report = ? ORDER BY probability DESC, point.id"
)
FAILURE = "SELECT what, remedy, at FROM failure WHERE report = ? ORDER BY at DESC LIMIT 1"
DECISIONS = (
    "SELECT decision.number, decision.at, author, decision.kind, reason, subject.kind AS subject, "
    "subject.words, EXISTS (SELECT 1 FROM taken_back WHERE taken_back.decision = decision.number) AS "
    "taken_back FROM decision_subject AS subject JOIN decision ON decision.number = subject.decision "
    "WHERE subject.report = :report OR subject.id = :report GROUP BY decision.number "
    "ORDER BY decision.number DESC LIMIT 30"
)


def report_row(case: Case, report: str) -> Row | None:
    """What is known of a report beside its text; None if the case has none with this id."""
    found = case.query(REPORT, [report])
    if not found:
        return None
    row = found[0]
    row["reason"] = json.loads(row.pop("removal") or "{}").get("reason", "")
    return row


def publications(case: Case, report: str) -> list[Row]:
    """Where a report stood: each publication with the file that it came in, and its `head`."""
    rows = case.query(PUBLICATIONS, [report])
    return [row | {"head": json.loads(row.pop("document"))} for row in rows]


def fact_rows(case: Case, report: str, part: Span) -> dict[str, list[Row]]:
    """The rows of the claims, figures and events in a part of a report, rejected ones too."""
    values = {"report": report, "start": part.start, "end": part.end}
    return {table: case.query(FACTS.format(table=table), values) for table in TABLES}


def count_claims(case: Case, report: str) -> int:
    """How many claims a report has, without those that a person rejected."""
    found: int = case.query(CLAIMS, [report])[0]["claims"]
    return found


def points_by_claim(case: Case, report: str) -> dict[str, list[Row]]:
    """The points in which the claims of a report stand, by the claims' ids."""
    found: dict[str, list[Row]] = {}
    for row in case.query(POINTS, [report]):
        found.setdefault(row["claim"], []).append(row)
    return found


def speaker_keys(speakers: Sequence[Row]) -> KeysByActor:
    """The name of the page of each speaker of a report."""
    return {ActorMention(row["report"], row["id"]): row["page"] for row in speakers}
