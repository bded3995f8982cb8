"""The first page: what is disputed, what changed since you last looked, what to look at next."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sayso.desk.desk import desk_of
from sayso.desk.marks import marks_on
from sayso.desk.views.news import last_look, news
from sayso.desk.views.overview_rows import counts, differing_tolls, unreadable
from sayso.desk.views.point_rows import DISPUTED, Chosen, as_decided, point_rows
from sayso.dossier.written import POLICIES

MOST_DISPUTES = 10
MOST_TOLLS = 6
MOST_NEWS = 5


def overview(request: Request) -> Response:
    """`/`."""
    desk, story = desk_of(request), request.query_params.get("story") or None
    sure = f"{DISPUTED} AND likelihood IS NOT 'perhaps' AND status IS NOT 'rejected'"
    chosen = Chosen({"": sure, "story": "(:story IS NULL OR story = :story)"}, {"story": story})
    with desk.case() as case:
        disputes = point_rows(case, chosen, MOST_DISPUTES)
        looked = last_look(case)
        new = news(case, looked["log"], story, MOST_NEWS) if looked else None
        listed = [*disputes, *(new.disputes.rows if new else ()), *(new.grown.rows if new else ())]
        marks = marks_on(case, listed)
        return desk.page(
            request,
            case,
            "overview.html.j2",
            "Overview",
            counts=counts(case, story),
            disputes=[as_decided(row, marks) for row in disputes],
            tolls=differing_tolls(case, story, MOST_TOLLS),
            POLICIES=POLICIES,
            looked=looked,
            news=new,
            unreadable=unreadable(case),
            marks=marks,
        )


ROUTES = (Route("/", overview),)
