"""The first page: what is disputed, what changed since you last looked, what to look at next."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sayso.desk.desk import desk_of
from sayso.desk.marks import marks_on

MOST_DISPUTES = 12
DISPUTES = (
    "SELECT * FROM v_points WHERE state IN ('contested', 'conceded') AND (:story IS NULL OR story = :story) "
    "AND status IS NOT 'rejected' ORDER BY probability IS NULL, probability DESC, claims DESC, id "
    "LIMIT :most"
)


def overview(request: Request) -> Response:
    """`/`."""
    desk = desk_of(request)
    with desk.case() as case:
        story = request.query_params.get("story") or None
        disputes = case.query(DISPUTES, {"story": story, "most": MOST_DISPUTES})
        return desk.page(
            request,
            case,
            "overview.html.j2",
            "Overview",
            status=case.status(),
            disputes=disputes,
            marks=marks_on(case, disputes),
        )


ROUTES = (Route("/", overview),)
