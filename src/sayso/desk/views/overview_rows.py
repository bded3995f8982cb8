"""What the first page counts and lists, by SQL."""

from typing import Any

from sayso.case.case import Case
from sayso.dossier.wording import OUTCOMES
from sayso.dossier.written import harm_word
from sayso.model.comparison import Change
from sayso.model.happening import Harm

Row = dict[str, Any]

COUNTS = (
    "SELECT (SELECT count(*) FROM report WHERE removed IS NULL) AS reports, "
    "(SELECT count(DISTINCT origin) FROM origin) AS origins, "
    "(SELECT count(*) FROM claim WHERE status IS NOT 'rejected' "
    "AND report NOT IN (SELECT id FROM report WHERE removed IS NOT NULL)) AS claims, "
    "(SELECT count(*) FROM story) AS stories"
)
COUNTS_OF_STORY = (
    "WITH held AS (SELECT report FROM story_report WHERE story = :story) "
    "SELECT (SELECT count(*) FROM held) AS reports, "
    "(SELECT count(DISTINCT origin) FROM origin JOIN held USING (report)) AS origins, "
    "(SELECT count(*) FROM held JOIN claim USING (report) WHERE status IS NOT 'rejected') AS claims, "
    "1 AS stories"
)
DISPUTES = (
    "SELECT state, count(*) AS number, sum(likelihood IS 'perhaps') AS perhaps FROM point "
    "WHERE state IN ('contested', 'conceded') AND (:story IS NULL OR story = :story) GROUP BY state"
)
# A toll of each group of figures, by the rule that the page of figures shows first: every counting policy
# has one of the same figures.
DIFFERING = (
    "WITH turned AS (SELECT toll.*, "
    "max(change = 'rival') AS rival, max(change = 'correction') AS correction "
    "FROM toll JOIN toll_figure ON toll_figure.toll = toll.id "
    "WHERE toll.policy = (SELECT policy FROM toll ORDER BY policy != 'ucdp', policy LIMIT 1) AND (:story IS NULL OR toll.story = :story) "
    "AND change IN ('rival', 'correction', 'update') GROUP BY toll.id) "
    "SELECT turned.*, shared_event.kind AS event_kind, shared_event.place, shared_event.first, "
    "count(*) OVER () AS total FROM turned LEFT JOIN shared_event ON shared_event.id = turned.event "
    "ORDER BY rival DESC, correction DESC, turned.reports DESC, turned.figures DESC, turned.id LIMIT :most"
)
UNREADABLE = (
    "SELECT (SELECT count(*) FROM failure JOIN report ON report.id = failure.report "
    "AND report.head = failure.head WHERE removed IS NULL AND NOT EXISTS (SELECT 1 FROM reading "
    "WHERE reading.report = report.id AND reading.head = report.head)) AS failed, "
    "(SELECT coalesce(sum(problems), 0) FROM arrival) AS problems, "
    "(SELECT count(*) FROM report WHERE removed IS NULL "
    "AND NOT EXISTS (SELECT 1 FROM shown WHERE shown.report = report.id) "
    "AND NOT EXISTS (SELECT 1 FROM failure WHERE failure.report = report.id)) AS unread"
)


def counts(case: Case, story: str | None) -> Row:
    """How many reports, origins, claims and stories there are, and how many disputes of each state.

    `disputes` has them by their state, as the list of points has; of these, `perhaps` are not sure.
    """
    found = case.query(COUNTS_OF_STORY if story else COUNTS, {"story": story})[0]
    rows = case.query(DISPUTES, {"story": story})
    disputes = {row["state"]: row["number"] for row in rows}
    return found | {"disputes": disputes, "perhaps": sum(row["perhaps"] for row in rows)}


def differing_tolls(case: Case, story: str | None, most: int) -> list[Row]:
    """The tolls whose figures differ, were corrected or grew; each with its `ends` and `outcome`.

    The ends are the low and the high of the toll, by the rule that it has.
    """
    found = case.query(DIFFERING, {"story": story, "most": most})
    return [_with_ends(row) for row in found]


def unreadable(case: Case) -> Row:
    """How many reports failed, how many parts of files could not be read, and what is still to read."""
    return case.query(UNREADABLE)[0]


def _with_ends(row: Row) -> Row:
    change = Change.RIVAL if row["rival"] else Change.CORRECTION if row["correction"] else None
    said = {"harm": harm_word(Harm(row["harm"])), "outcome": OUTCOMES[change or Change.UPDATE]}
    return row | said | {"ends": sorted({row["low"], row["high"]} - {None})}
