"""What the desk answers when something goes wrong: each kind of error has its sentence and status."""

from collections.abc import Awaitable, Callable, Mapping

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from sayso.desk.serving.said import said
from sayso.errors import NoCase, SaysoError, WrongDecision

SENTENCES = {  # for what Starlette says itself
    "Not Found": "There is no such page.",
    "Method Not Allowed": "This cannot be done at this address.",
}
FAILED = (
    "This failed, through a fault in sayso. Nothing was changed by halves. Go back and try again; if it "
    "fails again, please report the line that was printed where you typed `sayso open`."
)
GONE = "Put it back where it was, and load this page again."


async def refused(request: Request, error: Exception) -> Response:
    """An answer that a view raised, or that Starlette has."""
    detail, status = getattr(error, "detail", ""), getattr(error, "status_code", 500)
    text = SENTENCES.get(detail, detail)
    return said(request.url.path, text, status, headers=getattr(error, "headers", None))


async def wrong(request: Request, error: Exception) -> Response:
    """A decision that cannot be made, or a page about a thing that is not there."""
    status = 422 if request.url.path.startswith("/api/") else 404
    return said(request.url.path, str(error), status)


async def gone(request: Request, error: Exception) -> Response:
    """The case was moved or removed while its desk is open."""
    return said(request.url.path, f"{error} {GONE}", 503, None)


async def cannot(request: Request, error: Exception) -> Response:
    """The case cannot be read or written now."""
    return said(request.url.path, str(error), 503)


async def failed(request: Request, _: Exception) -> Response:
    """A fault in sayso. The guard tells of it in the terminal; no page shows what is inside."""
    return said(request.url.path, FAILED, 500)


HANDLERS: Mapping[type[Exception], Callable[[Request, Exception], Awaitable[Response]]] = {
    HTTPException: refused,
    WrongDecision: wrong,
    NoCase: gone,
    SaysoError: cannot,
    Exception: failed,
}
