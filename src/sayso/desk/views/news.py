"""What is new in a case since a row of its log: reports, disputes, disputes that grew, decisions."""

from dataclasses import dataclass
from typing import Any

from sayso.case.case import Case
from sayso.desk.views.point_rows import with_leads

Row = dict[str, Any]

LOOK = (
    "SELECT look.log, look.at, (SELECT count(*) FROM log WHERE number > look.log) AS rows "
    "FROM look WHERE author = ?"
)
REPORTS = (
    "SELECT report.id, report.title, report.outlet, report.name, report.published, "
    "count(*) OVER () AS total FROM report LEFT JOIN story_report ON story_report.report = report.id "
    "WHERE removed IS NULL AND (:story IS NULL OR story = :story) AND report.id IN ("
    "SELECT report FROM publication WHERE log > :since) AND NOT EXISTS (SELECT 1 FROM publication "
    "WHERE publication.report = report.id AND log <= :since) "
    "ORDER BY report.number DESC LIMIT :most"
)
# `fresh` claims of a dispute were in none before; where all are, the dispute is new.
DISPUTES = (
    "WITH fresh AS (SELECT stand.point, count(*) AS fresh FROM disputed_since AS since "
    "CROSS JOIN stand ON stand.report = since.report AND stand.claim = since.claim "
    "WHERE since.log > :since GROUP BY stand.point), "
    "found AS (SELECT id, fresh, fresh = (SELECT count(*) FROM stand WHERE stand.point = id) AS is_new, "
    "probability, origins_for + origins_against AS origins FROM fresh JOIN point ON point.id = fresh.point "
    "WHERE state IN ('contested', 'conceded') AND status IS NOT 'rejected' "
    "AND (:story IS NULL OR story = :story)), "
    "ranked AS (SELECT *, count(*) OVER kinds AS total, row_number() OVER (kinds ORDER BY "
    "coalesce(probability, 0.5) DESC, origins DESC, id) AS place FROM found "
    "WINDOW kinds AS (PARTITION BY is_new)) "
    "SELECT v_points.*, ranked.fresh, ranked.is_new, ranked.total FROM ranked "
    "JOIN v_points ON v_points.id = ranked.id WHERE ranked.place <= :most "
    "ORDER BY ranked.is_new DESC, ranked.place"
)
DECISIONS = (
    "SELECT decision.number, at, author, decision.kind, reason, undoes, "
    "(SELECT count(*) FROM decision_subject AS one WHERE one.decision = decision.number) AS things, "
    "subject.kind AS subject, subject.words, count(*) OVER () AS total FROM decision "
    "LEFT JOIN decision_subject AS subject ON subject.decision = coalesce(undoes, decision.number) "
    "AND position = 0 WHERE decision.number > :since AND author != :author "
    "ORDER BY decision.number DESC LIMIT :most"
)


@dataclass(frozen=True, slots=True)
class Some:
    """The first rows of what is new, and how many there are."""

    rows: list[Row]
    total: int


@dataclass(frozen=True, slots=True)
class News:
    """What is new since a row of the log; `decisions` are those of other people."""

    since: int
    reports: Some
    disputes: Some
    grown: Some
    decisions: Some

    @property
    def is_empty(self) -> bool:
        """Whether nothing is new."""
        return not any(
            one.total for one in (self.reports, self.disputes, self.grown, self.decisions)
        )


def last_look(case: Case) -> Row | None:
    """Up to which row of the log the author said to have seen the case (`log`), and when (`at`)."""
    found = case.query(LOOK, (case.author,))
    return found[0] if found else None


def news(case: Case, since: int, story: str | None, most: int) -> News:
    """What is new since a row of the log, with `most` rows of each kind."""
    values = {"since": since, "story": story, "most": most}
    disputes = case.query(DISPUTES, values)
    return News(
        since,
        _some(case.query(REPORTS, values)),
        _some(with_leads(case, [row for row in disputes if row["is_new"]])),
        _some(with_leads(case, [row for row in disputes if not row["is_new"]])),
        _some(case.query(DECISIONS, {"since": since, "author": case.author, "most": most})),
    )


def _some(rows: list[Row]) -> Some:
    return Some(rows, rows[0]["total"] if rows else 0)
