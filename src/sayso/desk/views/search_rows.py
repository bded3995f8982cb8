"""What a search finds of each kind of thing: how many, and some of them."""

import json
from collections.abc import Callable, Mapping
from typing import Any

from sayso.case.case import Case
from sayso.desk.views.point_rows import chosen, point_rows
from sayso.desk.views.search_filters import INDEXES, Search
from sayso.desk.views.search_words import BEGIN, END, pieces_of, pieces_with

Row = dict[str, Any]

MOST_COUNTED = 10_000  # things of a kind; where there are more, their order is that of the case
REPORT = "report.outlet, report.title, report.name, report.published"
FROM: Mapping[str, str] = {
    "claims": "claim JOIN report ON report.id = claim.report AND report.removed IS NULL",
    "figures": "figure JOIN report ON report.id = figure.report AND report.removed IS NULL",
    "events": "event JOIN report ON report.id = event.report AND report.removed IS NULL",
    "reports": "report",
    "outlets": "report",
    "speakers": "speaker JOIN report ON report.id = speaker.report AND report.removed IS NULL "
    "LEFT JOIN shared_speaker AS shared ON shared.report = speaker.report AND shared.speaker = speaker.id",
    "notes": "decision",
}
ALWAYS: Mapping[str, str] = {
    "reports": "report.removed IS NULL",
    "outlets": "report.removed IS NULL AND report.outlet IS NOT NULL",
    "notes": "(decision.kind IN ('note', 'side') OR reason != '') "
    "AND number NOT IN (SELECT decision FROM taken_back)",
}
COUNTED: Mapping[str, str] = {
    "outlets": "DISTINCT report.outlet",
    "speakers": "DISTINCT coalesce(shared.id, speaker.report || '/' || speaker.id)",
}
FACT = (
    "{fact}.report, {fact}.id, {fact}.start, {fact}.end, {fact}.words, {fact}.source, {fact}.status, "
    f"{REPORT}"
)
LISTED: Mapping[str, str] = {
    "claims": "SELECT claim.number, claim.stance, claim.speaker, claim.speaker_id, claim.chain, "  # noqa: S608
    f"speaker.type AS speaker_type, speaker.role AS speaker_role, {FACT.format(fact='claim')} "
    "FROM {source} LEFT JOIN speaker ON speaker.report = claim.report AND speaker.id = claim.speaker_id "
    "WHERE {where} ORDER BY {order} LIMIT :limit OFFSET :offset",
    "figures": f"SELECT figure.low, figure.high, figure.kind, figure.harm, figure.who, "  # noqa: S608
    f"{FACT.format(fact='figure')} FROM {{source}} WHERE {{where}} "
    "ORDER BY figure.rowid DESC LIMIT :limit OFFSET :offset",
    "events": f"SELECT event.kind, event.place, event.first, event.negated, {FACT.format(fact='event')} "  # noqa: S608
    "FROM {source} WHERE {where} ORDER BY event.rowid DESC LIMIT :limit OFFSET :offset",
    "speakers": "SELECT coalesce(shared.id, speaker.id) AS id, "
    "CASE WHEN shared.id IS NULL THEN speaker.report END AS report, "
    "min(coalesce(shared.name, speaker.name)) AS label, min(speaker.type) AS type, "
    "min(speaker.role) AS role, min(speaker.status) AS status, min(report.outlet) AS outlet, "
    "count(DISTINCT speaker.report) AS reports, sum(speaker.mentions) AS mentions "
    "FROM {source} WHERE {where} GROUP BY coalesce(shared.id, speaker.report || '/' || speaker.id) "
    "ORDER BY reports DESC, mentions DESC, label LIMIT :limit OFFSET :offset",
    "reports": f"SELECT report.id, report.number, {REPORT}, NULL AS status FROM {{source}} "  # noqa: S608
    "WHERE {where} ORDER BY {order} LIMIT :limit OFFSET :offset",
    "outlets": "SELECT report.outlet AS label, count(*) AS reports, "
    "min(substr(report.published, 1, 10)) AS first, max(substr(report.published, 1, 10)) AS last "
    "FROM {source} WHERE {where} GROUP BY report.outlet ORDER BY reports DESC, label "
    "LIMIT :limit OFFSET :offset",
    "notes": "SELECT number, at, author, decision.kind, value ->> 'text' AS text, reason, (SELECT words "
    "FROM decision_subject WHERE decision = number AND position = 0) AS words "
    "FROM {source} WHERE {where} ORDER BY number DESC LIMIT :limit OFFSET :offset",
}
SNIPPET = (
    "SELECT rowid AS number, snippet({index}, {column}, :begin, :end, '…', :most) AS marked "
    "FROM {index} WHERE {index} MATCH :words AND rowid IN (SELECT value FROM json_each(:numbers))"
)
PLACE = "SELECT instr(text, ?) AS place, substr(text, 1, 160) AS opening FROM report WHERE id = ?"


def found_points(case: Case, search: Search, limit: int, offset: int = 0) -> tuple[int, list[Row]]:
    """How many points a search finds by the words of their claims, and some of them."""
    points = chosen(case, {**search.filters, "words": search.words})
    query = f"SELECT count(*) AS number FROM point WHERE {points.where}"  # noqa: S608
    number: int = case.query(query, points.values)[0]["number"]
    return number, point_rows(case, points, limit, offset) if limit else []


def count_of(case: Case, search: Search, kind: str) -> int:
    """How many things of a kind a search finds; `MOST_COUNTED` + 1 stands for more than that."""
    source, where, values = _parts(search, kind)
    if kind in COUNTED:
        found = case.query(
            f"SELECT count({COUNTED[kind]}) AS number FROM {source} WHERE {where}",  # noqa: S608
            values,
        )
    else:
        found = case.query(
            f"SELECT count(*) AS number FROM (SELECT 1 FROM {source} WHERE {where} LIMIT :most)",  # noqa: S608
            {**values, "most": MOST_COUNTED + 1},
        )
    number: int = found[0]["number"]
    return number


def found_of(
    case: Case, search: Search, kind: str, count: int, limit: int, offset: int = 0
) -> list[Row]:
    """Some of the things that a search finds, each with `pieces`: its words, those found marked."""
    source, where, values = _parts(search, kind)
    query = LISTED[kind].format(source=source, where=where, order=_order(search, kind, count))
    rows = case.query(query, {**values, "limit": limit, "offset": offset})
    return _with_pieces(case, search, kind, rows, values)


def _order(search: Search, kind: str, count: int) -> str:
    """The best first; where there are very many, those that came in last."""
    if kind not in INDEXES:
        return ""
    if not search.words:
        return "claim.number DESC" if kind == "claims" else "report.number DESC"
    return f"{INDEXES[kind]}.{'rank' if count <= MOST_COUNTED else 'rowid DESC'}"


def _parts(search: Search, kind: str) -> tuple[str, str, dict[str, Any]]:
    """Where a kind is looked for, the condition, and its values."""
    where, values = search.where(kind)
    source = FROM[kind]
    if kind in INDEXES and search.words:
        table = "claim" if kind == "claims" else "report"
        source = f"{INDEXES[kind]} CROSS JOIN {source}"
        where = f"{table}.number = {INDEXES[kind]}.rowid AND {where}"
    if kind in ALWAYS:
        where = f"{ALWAYS[kind]} AND {where}"
    return source, where, values


def _with_pieces(
    case: Case, search: Search, kind: str, rows: list[Row], values: Mapping[str, Any]
) -> list[Row]:
    if kind in INDEXES:
        return _with_snippets(case, search, kind, rows, values)
    text: Callable[[Row], str] = {
        "speakers": lambda row: row["label"],
        "outlets": lambda row: row["label"],
        "notes": lambda row: row["text"] or row["reason"],
    }.get(kind, lambda row: row["words"])
    return [row | {"pieces": pieces_with(text(row), search.words)} for row in rows]


def _with_snippets(
    case: Case, search: Search, kind: str, rows: list[Row], values: Mapping[str, Any]
) -> list[Row]:
    numbers = json.dumps([row["number"] for row in rows])
    asked = {"begin": BEGIN, "end": END, "numbers": numbers, "words": values.get("words")}

    def snippets(column: int, most: int) -> dict[int, str]:
        if not search.words:
            return {}
        query = SNIPPET.format(index=INDEXES[kind], column=column)
        found = case.query(query, {**asked, "most": most})
        return {row["number"]: row["marked"] for row in found}

    if kind == "claims":
        marked = snippets(0, 60)
        return [
            row | {"pieces": pieces_of(marked.get(row["number"], row["words"]))} for row in rows
        ]
    titles, texts = snippets(0, 40), snippets(1, 30)
    return [
        row
        | _report_words(case, row, texts.get(row["number"]))
        | {"heading": pieces_of(titles.get(row["number"]) or row["title"])}
        for row in rows
    ]


def _report_words(case: Case, row: Row, marked: str | None) -> Row:
    """What a report has of the words, and where: `start` is None where its text has none of them."""
    pieces = pieces_of(marked)
    plain = "".join(one.text for one in pieces).strip("…")
    known = case.query(PLACE, (plain, row["id"]))[0]
    first = next((place for place, one in enumerate(pieces) if one.found), None)
    if first is None or not known["place"]:
        return {"pieces": pieces or pieces_of(known["opening"]), "start": None, "end": None}
    before = len("".join(one.text for one in pieces[:first]).lstrip("…"))
    start = known["place"] - 1 + before
    return {"pieces": pieces, "start": start, "end": start + len(pieces[first].text)}
