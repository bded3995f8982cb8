"""The addresses of the desk, and what it says when something goes wrong."""

from collections.abc import Iterator
from importlib import import_module
from importlib.resources import files

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from sayso.desk import doors
from sayso.desk.desk import Desk
from sayso.desk.guard import Guard
from sayso.desk.keys import Keys
from sayso.desk.said import said
from sayso.desk.turns import Turns
from sayso.errors import SaysoError, WrongDecision

PAGES = ("overview",)
ANSWERS: tuple[str, ...] = ()
FAILED = (
    "This page failed. Nothing in the case was changed by halves. Go back and try again; if it fails "
    "again, please report the line that sayso printed where you typed `sayso open`."
)
SENTENCES = {  # for what Starlette says itself
    "Not Found": "There is no such page.",
    "Method Not Allowed": "This cannot be done at this address.",
}


def make_app(desk: Desk, keys: Keys, port: int, turns: Turns | None = None) -> Guard:
    """The desk as an ASGI application, which answers at that port. Its routes are `.app.routes`."""
    app = Starlette(
        routes=list(_routes()),
        exception_handlers={
            HTTPException: _not_there,
            WrongDecision: _wrong,
            SaysoError: _cannot,
            Exception: _failed,
        },
    )
    app.state.desk, app.state.keys = desk, keys
    return Guard(app, keys, port, turns)


def _routes() -> Iterator[BaseRoute]:
    yield from doors.ROUTES
    yield Route("/static/dossier.css", _dossier_style)
    yield Mount("/static", StaticFiles(packages=[("sayso.desk", "static")]))
    for room, names in (("views", PAGES), ("api", ANSWERS)):
        for name in names:
            yield from import_module(f"sayso.desk.{room}.{name}").ROUTES


def _dossier_style(_: Request) -> Response:
    """The style of the dossier, from which the desk takes its colours, stances and voices."""
    return Response(
        files("sayso.dossier").joinpath("dossier.css").read_bytes(), media_type="text/css"
    )


def _not_there(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)  # noqa: S101 - by the table of handlers
    text = SENTENCES.get(error.detail, error.detail)
    return said(request.url.path, text, error.status_code, headers=error.headers)


def _wrong(request: Request, error: Exception) -> Response:
    status = 422 if request.url.path.startswith("/api/") else 404
    return said(request.url.path, str(error), status)


def _cannot(request: Request, error: Exception) -> Response:
    return said(request.url.path, str(error), 503)


def _failed(request: Request, _: Exception) -> Response:
    """A fault in sayso. The guard tells of it in the terminal; no page shows what is inside."""
    return said(request.url.path, FAILED, 500)
