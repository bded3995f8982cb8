"""The page where reports come in, and where one sees what becomes of them."""

from collections import defaultdict
from typing import Any
from urllib.parse import parse_qsl

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from sayso.casework.telling import in_words
from sayso.desk.desk import desk_of
from sayso.desk.work.given import address_given, text_given
from sayso.desk.work.jobs import ENDED

MOST_JOBS = 200  # on the page
MOST_PROBLEMS_OF_JOB = 5


def add(request: Request) -> Response:
    """`/add`."""
    return _page(request)


async def add_text(request: Request) -> Response:
    """A text was sent by the form."""
    return await _taken(request, "text")


async def add_link(request: Request) -> Response:
    """An address was sent by the form."""
    return await _taken(request, "link")


async def retry(request: Request) -> Response:
    """What failed is tried again."""
    await run_in_threadpool(desk_of(request).worker.retry)
    return RedirectResponse("/add#work", 303)


async def _taken(request: Request, kind: str) -> Response:
    sent = dict(parse_qsl((await request.body()).decode("utf-8", "replace")))
    try:
        await run_in_threadpool(_begin, request, kind, sent)
    except HTTPException as error:
        return await run_in_threadpool(_page, request, kind, sent, str(error.detail))
    return RedirectResponse("/add#work", 303)


def _begin(request: Request, kind: str, sent: dict[str, str]) -> None:
    worker = desk_of(request).worker
    if kind == "link":
        worker.add_link(address_given(sent))
        return
    text, head = text_given(sent)
    try:
        worker.add_text(text.replace("\r\n", "\n"), head)  # as forms send the ends of lines
    except OSError as error:
        raise HTTPException(503, f"It cannot be written ({error.strerror}).") from error


def _page(
    request: Request, kind: str = "", sent: dict[str, str] | None = None, wrong: str = ""
) -> Response:
    desk = desk_of(request)
    work = desk.worker.jobs()
    problems: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for one in work["problems"]:
        problems[one["job"]].append(one)
    open_jobs = [one for one in work["jobs"] if one["state"] not in ENDED]
    with desk.case() as case:
        return desk.page(
            request,
            case,
            "add.html.j2",
            "Add reports",
            422 if wrong else 200,
            wrong=wrong,
            wrong_kind=kind,
            sent=sent or {},
            run=work["run"],
            step=work["step"],
            left=work["step"]["left"] and in_words(work["step"]["left"]),
            counts=work["counts"],
            open_jobs=len(open_jobs),
            jobs=_in_order(work["jobs"]),
            more=len(work["jobs"]) - MOST_JOBS,
            problems=problems,
            most_problems=MOST_PROBLEMS_OF_JOB,
        )


def _in_order(jobs: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """What failed first, then what is under way, then the rest; the newest first."""
    ranks = {"failed": 0, "taken in": 1, "unread": 2, "waiting": 3, "done": 4}
    return sorted(jobs, key=lambda one: (ranks[one["state"]], -one["job"]))[:MOST_JOBS]


ROUTES = (
    Route("/add", add),
    Route("/add/text", add_text, methods=["POST"]),
    Route("/add/link", add_link, methods=["POST"]),
    Route("/add/retry", retry, methods=["POST"]),
)
