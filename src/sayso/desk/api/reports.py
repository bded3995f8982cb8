"""Reports taken out of the case and put back."""

from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from sayso.desk.desk import desk_of, last_of_log
from sayso.errors import WrongDecision

MOST_REASON = 2_000  # characters


async def remove(request: Request) -> Response:
    """`POST /api/reports/ID/remove` `{"reason"}`: its evidence and the decisions on it stay."""
    reason = await _reason(request)
    return await run_in_threadpool(_remove, request, reason)


def _remove(request: Request, reason: str) -> Response:
    with desk_of(request).case() as case:
        case.remove(request.path_params["report"], reason)
        return JSONResponse({"log": last_of_log(case)}, 201)


def put_back(request: Request) -> Response:
    """`POST /api/reports/ID/return`."""
    with desk_of(request).case() as case:
        case.put_back(request.path_params["report"])
        return JSONResponse({"log": last_of_log(case)}, 201)


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
