"""One outlet: its reports, how reliable people hold it, and which outlets it shares words with."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sayso.desk.desk import PER_PAGE, desk_of, page_number, part_of_page
from sayso.desk.marks import marks_on
from sayso.errors import WrongDecision

MOST_OTHERS = 12
COUNTS = (
    "SELECT count(*) AS reports, min(published) AS first, max(published) AS last FROM report "
    "WHERE outlet = ? AND removed IS NULL"
)
REPORTS = (
    "SELECT report.id, title, name, published, words, origin.origin, "
    "(SELECT count(*) FROM claim WHERE claim.report = report.id) AS claims, "
    "(SELECT count(*) FROM origin AS same WHERE same.origin = origin.origin) AS voices, "
    "(SELECT story FROM story_report WHERE story_report.report = report.id) AS story, NULL AS status "
    "FROM report LEFT JOIN origin ON origin.report = report.id "
    "WHERE outlet = :outlet AND removed IS NULL "
    "ORDER BY coalesce(published, '9999'), number LIMIT :limit OFFSET :offset"
)
# Outlets that stand in one origin with this one, and how many of its origins they share.
SHARED = (
    "WITH own AS (SELECT DISTINCT origin.origin FROM report "
    "JOIN origin ON origin.report = report.id WHERE outlet = :outlet AND removed IS NULL) "
    "SELECT coalesce(report.outlet, '') AS outlet, count(DISTINCT own.origin) AS origins FROM own "
    "CROSS JOIN origin ON origin.origin = own.origin JOIN report ON report.id = origin.report "
    "WHERE removed IS NULL AND report.outlet IS NOT :outlet AND report.outlet IS NOT NULL "
    "GROUP BY report.outlet ORDER BY origins DESC, outlet LIMIT :most"
)


def outlet(request: Request) -> Response:
    """`/outlets/NAME`."""
    desk, name = desk_of(request), request.path_params["name"]
    with desk.case() as case:
        counts = case.query(COUNTS, (name,))[0]
        if not counts["reports"]:
            raise WrongDecision(f"No report in the case is of the outlet {name:.80}.")
        listed = case.query(REPORTS, {"outlet": name, **part_of_page(request)})
        row = {"id": name, "status": None}
        return desk.page(
            request,
            case,
            "outlet.html.j2",
            name,
            row=row,
            counts=counts,
            reports=listed[:PER_PAGE],
            more=len(listed) > PER_PAGE,
            number=page_number(request),
            others=case.query(SHARED, {"outlet": name, "most": MOST_OTHERS}),
            marks=marks_on(case, [row, *listed]),
        )


ROUTES = (Route("/outlets/{name:path}", outlet),)
