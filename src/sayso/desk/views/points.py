"""The list of points, and what leads to each."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sayso.case.case import Case
from sayso.desk.desk import PER_PAGE, desk_of, page_number, part_of_page
from sayso.desk.marks import marks_on
from sayso.desk.views.point_rows import (
    CHOICES,
    Chosen,
    as_decided,
    chosen,
    point_rows,
)

STATES = "SELECT state, count(*) AS number FROM point WHERE {where} GROUP BY state"


def points(request: Request) -> Response:
    """`/points`: the points that the filters in the address leave, the surest disputes first."""
    desk = desk_of(request)
    with desk.case() as case:
        asked = chosen(case, request.query_params)
        listed = point_rows(case, asked, **part_of_page(request))
        states = _states(case, asked.without("state"))
        only = asked.asked.get("state")
        rows, marks = listed[:PER_PAGE], marks_on(case, listed)
        return desk.page(
            request,
            case,
            "points.html.j2",
            "Points",
            points=[as_decided(row, marks) for row in rows],
            more=len(listed) > PER_PAGE,
            number=page_number(request),
            found=states.get(only, 0) if only else sum(states.values()),
            states=states,
            filters=asked.asked,
            choices=CHOICES,
            marks=marks,
        )


def _states(case: Case, others: Chosen) -> dict[str, int]:
    """How many points each state has, under the other filters; the state itself is not one of them."""
    query = STATES.format(where=others.where)
    return {row["state"]: row["number"] for row in case.query(query, others.values)}


ROUTES = (Route("/points", points),)
