"""Reports taken out of the case and put back."""

from collections.abc import Callable
from typing import Any

from starlette.requests import Request
from starlette.routing import Route

from sayso.case.case import Case
from sayso.desk.api.asked import Data, fields, text, told
from sayso.desk.desk import desk_of, last_of_log

MOST_REASON = 2_000  # characters


def remove(request: Request, body: Data) -> Data:
    """`POST /api/reports/ID/remove` `{"reason"}`: its evidence and the decisions on it stay."""
    reason = fields(body, {"reason": _reason}).get("reason", "")
    return _changed(request, lambda case, report: case.remove(report, reason))


def put_back(request: Request, _: Data) -> Data:
    """`POST /api/reports/ID/return`."""
    return _changed(request, Case.put_back)


def _changed(request: Request, change: Callable[[Case, str], str]) -> Data:
    desk = desk_of(request)
    with desk.case() as case:
        change(case, request.path_params["report"])
        log = last_of_log(case)
    desk.worker.compare_soon()
    return {"log": log}


def _reason(name: str, given: Any) -> str:
    return text(name, given, MOST_REASON).strip()


ROUTES = (
    Route("/api/reports/{report}/remove", told(remove), methods=["POST"]),
    Route("/api/reports/{report}/return", told(put_back), methods=["POST"]),
)
