"""One report: its text with what was read in it, and what is beside it."""

from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sayso.case.case import Case
from sayso.desk.desk import desk_of
from sayso.desk.marks import marks_on
from sayso.desk.views import report_rows
from sayso.desk.views.asked import whole_number
from sayso.desk.views.report_beside import beside_of
from sayso.desk.views.report_text import (
    Bounds,
    TextPart,
    bounds_of,
    read_report,
    span_of,
    text_part,
)
from sayso.desk.views.written import as_percent
from sayso.dossier.wording import LEFT_OUT
from sayso.model.facts import Facts
from sayso.model.text import Document

MOST_SPEAKERS = 60


def report(request: Request) -> Response:
    """`/reports/ID`."""
    desk = desk_of(request)
    with desk.case() as case:
        row = report_rows.report_row(case, request.path_params["report"])
        if row is None:
            raise HTTPException(404)
        id_ = row["id"]
        document = case.document(id_)
        at = span_of(document.text, request.query_params.get("at", ""))
        beside = beside_of(request, case, row, document)
        lit = at or (beside.at if beside else None)
        bounds = bounds_of(document.text, whole_number(request.query_params.get("part", "")), lit)
        facts = _facts(case, document, bounds)
        speakers = case.query(report_rows.SPEAKERS, [id_])
        read = read_report(facts, report_rows.speaker_keys(speakers))
        rows = report_rows.fact_rows(case, id_, bounds.span)
        rejected = [
            one | {"kind": kind}
            for kind in rows
            for one in rows[kind]
            if one["status"] == "rejected"
        ]
        part = text_part(read, bounds, lit, beside.marked if beside else (), rejected)
        here = {kind: {one["id"]: one for one in rows[kind]} for kind in rows}
        return desk.page(
            request,
            case,
            "report.html.j2",
            read.report.heading,
            row=row,
            read=read,
            report=read.report,
            part=part,
            at=at,
            here=here,
            speakers=speakers[:MOST_SPEAKERS],
            speakers_left=max(0, len(speakers) - MOST_SPEAKERS),
            points=report_rows.points_by_claim(case, id_),
            left_out_words=LEFT_OUT,
            beside=beside,
            marks=marks_on(case, [row, *_rows_in(part, here), *speakers[:MOST_SPEAKERS]]),
            claims_read=report_rows.count_claims(case, id_),
            **_head(case, row),
        )


def _facts(case: Case, document: Document, bounds: Bounds) -> Facts:
    """What was read in the part of the report that is shown; in a short report, in all of it."""
    if bounds.parts > 1:
        return case.decided_part(document, bounds.span) or Facts(document)
    return next(iter(case.decided_facts([document.id])), None) or Facts(document)


def _head(case: Case, row: dict[str, Any]) -> dict[str, Any]:
    """What the head of the page says of the report."""
    id_ = row["id"]
    most = report_rows.MOST_OTHERS
    asked = {"report": id_, "origin": row["origin"], "most": most + 1}
    others = case.query(report_rows.SAME_ORIGIN, asked)
    copies = case.query(report_rows.COPIES, asked)
    failures = case.query(report_rows.FAILURE, [id_]) if row["reading"] is None else []
    return {
        "as_percent": as_percent,
        "publications": report_rows.publications(case, id_),
        "others": others[:most],
        "more_others": len(others) > most,
        "copies": copies[:most],
        "more_copies": len(copies) > most,
        "failure": failures[0] if failures else None,
        "readings": case.readings(id_),
        "decisions": case.query(report_rows.DECISIONS, {"report": id_}),
    }


def _rows_in(part: TextPart, here: dict[str, dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows of the facts beside a part of the text."""
    rows: list[dict[str, Any]] = []
    for block in part.blocks:
        claims = [here["claim"].get(one.claim or "") for one in block.claims]
        figures = [here["figure"].get(one.figure.id) for _, one in block.figures]
        events = [here["event"].get(one.id) for _, one, _ in block.events]
        rows += [one for one in (*claims, *figures, *events) if one]
        rows += [dict(one) for one in block.rejected]
    return rows


ROUTES = (Route("/reports/{report}", report),)
