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
    "SELECT state, likelihood IS 'perhaps' AS perhaps, count(*) AS number FROM point "
    "WHERE state IN ('contested', 'conceded') AND status IS NOT 'rejected' "
    "AND (:story IS NULL OR story = :story) GROUP BY 1, 2"
)
# A toll of each group of figures: every counting policy has one of the same figures.
DIFFERING = (
    "WITH turned AS (SELECT toll.id, toll.harm, toll.who, toll.event, toll.story, toll.figures, toll.reports, "
    "max(change = 'rival') AS rival, max(change = 'correction') AS correction "
    "FROM toll JOIN toll_figure ON toll_figure.toll = toll.id "
    "WHERE toll.policy = (SELECT min(policy) FROM toll) AND (:story IS NULL OR toll.story = :story) "
    "AND change IN ('rival', 'correction', 'update') GROUP BY toll.id) "
    "SELECT turned.*, shared_event.kind AS event_kind, shared_event.place, shared_event.first, "
    "count(*) OVER () AS total FROM turned LEFT JOIN shared_event ON shared_event.id = turned.event "
    "ORDER BY rival DESC, correction DESC, turned.reports DESC, turned.figures DESC, turned.id LIMIT :most"
)
# The lowest and the highest figure that stands for itself, in the words of its report.
ENDS = (
    "SELECT figure.words, figure.report, figure.start, figure.end FROM toll_figure JOIN figure "
    "ON figure.report = toll_figure.report AND figure.id = toll_figure.figure "
    "WHERE toll = :toll AND coalesce(low, high) IS NOT NULL AND status IS NOT 'rejected' "
    "AND reasons NOT LIKE '%[\"hypothetical\"%' AND reasons NOT LIKE '%[\"part of\"%' ORDER BY "
)
LOWEST = ENDS + "coalesce(low, high), coalesce(high, low), position LIMIT 1"
HIGHEST = ENDS + "coalesce(low, high) DESC, coalesce(high, low) DESC, position LIMIT 1"
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

    `disputes` has those that are clear or likely by their state; `perhaps` is how many are less sure.
    """
    found = case.query(COUNTS_OF_STORY if story else COUNTS, {"story": story})[0]
    rows = case.query(DISPUTES, {"story": story})
    sure = {row["state"]: row["number"] for row in rows if not row["perhaps"]}
    unsure = sum(row["number"] for row in rows if row["perhaps"])
    return found | {"disputes": sure, "perhaps": unsure}


def differing_tolls(case: Case, story: str | None, most: int) -> list[Row]:
    """The tolls whose figures differ, were corrected or grew; each with its `ends` and `outcome`."""
    found = case.query(DIFFERING, {"story": story, "most": most})
    return [_with_ends(case, row) for row in found]


def unreadable(case: Case) -> Row:
    """How many reports failed, how many parts of files could not be read, and what is still to read."""
    return case.query(UNREADABLE)[0]


def _with_ends(case: Case, row: Row) -> Row:
    ends = [*case.query(LOWEST, {"toll": row["id"]}), *case.query(HIGHEST, {"toll": row["id"]})]
    change = Change.RIVAL if row["rival"] else Change.CORRECTION if row["correction"] else None
    said = {"harm": harm_word(Harm(row["harm"])), "outcome": OUTCOMES[change or Change.UPDATE]}
    return row | said | {"ends": ends[:1] if ends[:1] == ends[1:] else ends}
