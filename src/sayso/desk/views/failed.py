"""What could not be used: files, reports, parts of reports and decisions, with reasons and what to do."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sayso.desk.desk import desk_of
from sayso.desk.views import failed_rows
from sayso.desk.views.failed_rows import SHOWN_AT_MOST, rows
from sayso.desk.views.written import as_percent


def failed(request: Request) -> Response:
    """`/failed`."""
    desk = desk_of(request)
    with desk.case() as case:
        return desk.page(
            request,
            case,
            "failed.html.j2",
            "What could not be used",
            failed=rows(case, failed_rows.FAILED),
            files=rows(case, failed_rows.FILES),
            unread=rows(case, failed_rows.NEVER_READ),
            withheld=[
                {**one, "share": as_percent(one["remaining"])}
                for one in rows(case, failed_rows.WITHHELD)
                if one["remaining"]
            ],
            in_part=failed_rows.read_in_part(case),
            orphans=failed_rows.orphans(case),
            problems=desk.worker.jobs()["problems"],
            most=SHOWN_AT_MOST,
        )


ROUTES = (Route("/failed", failed),)
