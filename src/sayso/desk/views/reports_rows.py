"""The list of reports: which are asked for, and what is said of each."""

from collections.abc import Mapping
from typing import Any

from sayso.case.case import Case
from sayso.case.searching import REPORTS_WITH_WORDS, all_words
from sayso.extract.speech.sections import MAX_REPORT_CHARACTERS

Row = dict[str, Any]
MOST_OUTLETS = 300
MOST_OPENING = 100  # characters of a report without a title
IS_WITHHELD = (
    "EXISTS (SELECT 1 FROM publication WHERE publication.report = report.id "
    "AND json_extract(document, '$.remaining') > 0)"
)
IS_UNREAD = "NOT EXISTS (SELECT 1 FROM shown WHERE shown.report = report.id)"
IS_CUT = f"(words > 100000 AND length(text) > {MAX_REPORT_CHARACTERS})"
# What `?show=` asks for; without it, all that is in the case.
SHOWN = {
    "": "removed IS NULL",
    "unread": f"removed IS NULL AND {IS_UNREAD}",
    "incomplete": f"removed IS NULL AND ({IS_WITHHELD} OR {IS_UNREAD} OR {IS_CUT})",
    "removed": "removed IS NOT NULL",
}
ORDERS = {
    "": "published IS NULL, published DESC, number DESC",
    "oldest": "published IS NULL, published, number",
    "added": "number DESC",
}
ASKED = {
    "outlet": "outlet = :outlet",
    "story": "report.id IN (SELECT report FROM story_report WHERE story = :story)",
    "words": f"number IN ({REPORTS_WITH_WORDS})",
}
LISTED = (
    "SELECT report.id, NULL AS status, report.number, title, outlet, byline, published, words, name, "
    "removed IS NOT NULL AS removed, story_report.story, origin.origin, "
    "{unread} AS unread, {cut} AS cut, "
    "(SELECT max(json_extract(document, '$.remaining')) FROM publication WHERE report = report.id) AS "
    "remaining, (SELECT count(*) FROM publication WHERE report = report.id) AS publications, "
    "(SELECT count(*) FROM claim WHERE report = report.id AND status IS NOT 'rejected') "
    "AS claims, CASE WHEN title IS NULL THEN substr(text, 1, 400) END AS opening, "
    "(SELECT what FROM failure WHERE report = report.id ORDER BY at DESC LIMIT 1) AS failure "
    "FROM report LEFT JOIN story_report ON story_report.report = report.id "
    "LEFT JOIN origin ON origin.report = report.id "
    "WHERE report.number IN (SELECT value FROM json_each(:numbers)) ORDER BY {order}"
)
OUTLETS = (
    "SELECT outlet, count(*) AS reports FROM report WHERE removed IS NULL AND outlet IS NOT NULL "
    "GROUP BY outlet ORDER BY reports DESC, outlet LIMIT :most"
)
OF_ORIGINS = (
    "SELECT origin, count(*) AS reports FROM origin WHERE origin IN (SELECT value FROM json_each(?)) "
    "GROUP BY origin"
)


def condition(asked: Mapping[str, str]) -> tuple[str, dict[str, str]]:
    """The condition that filters ask for, and its values; what is asked for wrongly is left out."""
    given = {name: asked[name] for name in ASKED if asked.get(name)}
    if "words" in given:
        given["words"] = all_words(given["words"])
        if not given["words"]:
            del given["words"]
    parts = [SHOWN.get(asked.get("show", ""), SHOWN[""]), *(ASKED[name] for name in given)]
    return " AND ".join(f"({part})" for part in parts), given


def report_numbers(case: Case, asked: Mapping[str, str], part: Mapping[str, int]) -> list[int]:
    """The numbers of the reports of one page of the list, in order."""
    where, values = condition(asked)
    query = (
        f"SELECT number FROM report WHERE {where} ORDER BY {order_of(asked)} "  # noqa: S608
        "LIMIT :limit OFFSET :offset"
    )
    return [row["number"] for row in case.query(query, {**values, **part})]


def count_reports(case: Case, asked: Mapping[str, str]) -> int:
    """How many reports are asked for."""
    where, values = condition(asked)
    query = f"SELECT count(*) AS reports FROM report WHERE {where}"  # noqa: S608
    found: int = case.query(query, values)[0]["reports"]
    return found


def outlets(case: Case) -> list[Row]:
    """The outlets with most `reports`, to choose from."""
    return case.query(OUTLETS, {"most": MOST_OUTLETS})


def listed(case: Case, numbers: str, order: str) -> list[Row]:
    """What is said of reports, given by a JSON list of their numbers."""
    rows = case.query(
        LISTED.format(unread=IS_UNREAD, cut=IS_CUT, order=order), {"numbers": numbers}
    )
    for row in rows:
        line = (row["opening"] or "").strip().partition("\n")[0]
        row["opening"] = line if len(line) <= MOST_OPENING else line[:MOST_OPENING] + " …"
    return rows


def order_of(asked: Mapping[str, str]) -> str:
    """The order that `?sort=` asks for."""
    return ORDERS.get(asked.get("sort", ""), ORDERS[""])
