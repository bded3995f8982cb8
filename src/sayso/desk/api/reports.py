"""Reports taken out of the case and put back."""

from collections.abc import Callable
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from sayso.case.case import Case
from sayso.desk.desk import desk_of, last_of_log
from sayso.errors import WrongDecision

MOST_REASON = 2_000  # characters


async def remove(request: Request) -> Response:
    """`POST /api/reports/ID/remove` `{"reason"}`: its evidence and the decisions on it stay."""
    reason = await _reason(request)
    return await run_in_threadpool(_remove, request, reason)


def _remove(request: Request, reason: str) -> Response:
    return _changed(request, lambda case, report: case.remove(report, reason))


def put_back(request: Request) -> Response:
    """`POST /api/reports/ID/return`."""
    return _changed(request, Case.put_back)


def _changed(request: Request, change: Callable[[Case, str], str]) -> Response:
    desk = desk_of(request)
    with desk.case() as case:
        change(case, request.path_params["report"])
        log = last_of_log(case)
    worker = getattr(desk, "worker", None)
    if worker is not None:
        worker.compare_soon()
    return JSONResponse({"log": log}, 201)


async def _reason(request: Request) -> str:
    try:
        given: Any = await request.json()
    except ValueError as error:
        raise WrongDecision("This is no JSON.") from error
    reason = given.get("reason", "") if isinstance(given, dict) else None
    if not isinstance(reason, str) or len(reason) > MOST_REASON:
        raise WrongDecision(f"A reason is a text of at most {MOST_REASON:,} characters.")
    return reason.strip()


ROUTES = (
    Route("/api/reports/{report}/remove", remove, methods=["POST"]),
    Route("/api/reports/{report}/return", put_back, methods=["POST"]),
)
