"""All that is new since a row of the log."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sayso.desk.desk import desk_of
from sayso.desk.marks import marks_on
from sayso.desk.views.asked import whole_number
from sayso.desk.views.news import last_look, news

MOST = 200  # rows of each kind; more than that nobody reads as news


def changes(request: Request) -> Response:
    """`/changes?since=LOG`; without a number, since the author last looked."""
    desk, given = desk_of(request), request.query_params.get("since", "")
    with desk.case() as case:
        looked = last_look(case)
        asked = whole_number(given)
        since = asked if asked is not None else looked["log"] if looked else 0
        found = news(case, since, request.query_params.get("story") or None, MOST)
        moment = case.query("SELECT at FROM log WHERE number = ?", (since,))
        return desk.page(
            request,
            case,
            "changes.html.j2",
            "What is new",
            news=found,
            at=moment[0]["at"] if moment else None,
            marks=marks_on(case, [*found.disputes.rows, *found.grown.rows]),
        )


ROUTES = (Route("/changes", changes),)
