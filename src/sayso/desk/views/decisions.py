"""The history of what people decided, and the way to take each decision back."""

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from sayso.desk.desk import PER_PAGE, desk_of, page_number, part_of_page
from sayso.desk.templates import asking
from sayso.desk.views.asked import whole_number
from sayso.desk.views.decision_changes import Corrections
from sayso.desk.views.decision_rows import (
    AUTHORS,
    STATES,
    asked_for,
    count_decisions,
    decision_rows,
    place_of,
)
from sayso.dossier.decision_words import MEANINGS
from sayso.model.decisions import DecisionKind, Target

THINGS = {one.value: one.value for one in Target} | {
    "speaker": "speaker of one report",
    "event": "event of one report",
    "shared speaker": "speaker of several reports",
    "shared event": "event of several reports",
}


def decisions(request: Request) -> Response:
    """`/decisions`, with `author`, `kind`, `thing` and `state`; `number` leads to the page of one."""
    desk, asked = desk_of(request), asked_for(request.query_params)
    with desk.case() as case:
        wanted = whole_number(request.query_params.get("number", ""))
        if wanted is not None:
            page = place_of(case, wanted) // PER_PAGE + 1
            address = asking("/decisions", {}, page=page if page > 1 else None)
            return RedirectResponse(f"{address}#d{wanted}", 303)
        rows = decision_rows(case, asked, **part_of_page(request))
        corrections = Corrections(case)
        return desk.page(
            request,
            case,
            "decisions.html.j2",
            "Decisions",
            rows=[row | {"changes": corrections.changes(row)} for row in rows[:PER_PAGE]],
            more=len(rows) > PER_PAGE,
            number=page_number(request),
            found=count_decisions(case, asked),
            filters=asked.filters,
            authors=case.query(AUTHORS),
            kinds=tuple(DecisionKind),
            things=THINGS,
            states=STATES,
            meanings=MEANINGS,
        )


ROUTES = (Route("/decisions", decisions),)
