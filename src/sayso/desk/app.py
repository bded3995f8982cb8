"""The addresses of the desk, and what it says when something goes wrong."""

from collections.abc import Iterator
from importlib import import_module
from importlib.resources import files

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from sayso.desk import doors
from sayso.desk.desk import Desk
from sayso.desk.guard import Guard
from sayso.desk.keys import Keys
from sayso.desk.templates import render
from sayso.errors import SaysoError, WrongDecision

PAGES = ("overview", "figures")
ANSWERS: tuple[str, ...] = ()


def make_app(desk: Desk, keys: Keys, port: int) -> Starlette:
    """The desk as an ASGI application, which answers at that port."""
    app = Starlette(
        routes=list(_routes()),
        middleware=[Middleware(Guard, keys=keys, port=port)],
        exception_handlers={
            HTTPException: _not_there,
            WrongDecision: _wrong,
            SaysoError: _cannot,
        },
    )
    app.state.desk, app.state.keys = desk, keys
    return app


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


def _said(request: Request, text: str, status: int) -> Response:
    if request.url.path.startswith("/api/"):
        return JSONResponse({"error": text}, status)
    values = {"text": text, "status": status, "nonce": request.state.nonce}
    return HTMLResponse(render("said.html.j2", values), status)


def _not_there(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    text = "There is no such page." if status == 404 else str(getattr(error, "detail", error))
    return _said(request, text, status)


def _wrong(request: Request, error: Exception) -> Response:
    status = 422 if request.url.path.startswith("/api/") else 404
    return _said(request, str(error), status)


def _cannot(request: Request, error: Exception) -> Response:
    return _said(request, str(error), 503)
