"""The list of reports."""

import json

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sayso.desk.desk import PER_PAGE, desk_of, page_number, part_of_page
from sayso.desk.marks import marks_on
from sayso.desk.views import reports_rows
from sayso.desk.views.written import as_percent

SHOWN = (
    ("", "in the case"),
    ("incomplete", "incomplete"),
    ("unread", "not read"),
    ("removed", "removed"),
)
SORTED = (("", "newest first"), ("oldest", "oldest first"), ("added", "last added first"))


def reports(request: Request) -> Response:
    """`/reports`, with `outlet`, `story`, `words`, `show` and `sort`."""
    desk, asked = desk_of(request), request.query_params
    with desk.case() as case:
        numbers = reports_rows.report_numbers(case, asked, part_of_page(request))
        shown = json.dumps(numbers[:PER_PAGE])
        rows = reports_rows.listed(case, shown, reports_rows.order_of(asked))
        origins = json.dumps([row["origin"] for row in rows if row["origin"]])
        sizes = case.query(reports_rows.OF_ORIGINS, [origins])
        return desk.page(
            request,
            case,
            "reports.html.j2",
            "Reports",
            rows=rows,
            count=reports_rows.count_reports(case, asked),
            number=page_number(request),
            more=len(numbers) > PER_PAGE,
            outlets=reports_rows.outlets(case),
            in_origin={row["origin"]: row["reports"] for row in sizes},
            as_percent=as_percent,
            shown_choices=SHOWN,
            sort_choices=SORTED,
            marks=marks_on(case, rows),
        )


ROUTES = (Route("/reports", reports),)
