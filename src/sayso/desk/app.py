"""The addresses of the desk, and what it says when something goes wrong."""

from collections.abc import Iterator
from importlib import import_module
from importlib.resources import files

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from sayso.desk import doors
from sayso.desk.desk import Desk
from sayso.desk.faults import HANDLERS
from sayso.desk.guard import Guard
from sayso.desk.keys import Keys
from sayso.desk.turns import Turns

PAGES = (
    "overview",
    "changes",
    "points",
    "point",
    "figures",
    "timeline",
    "speakers",
    "speaker",
    "outlets",
    "origins",
    "reports",
    "originals",
    "report",
    "queue",
    "add",
    "failed",
    "decisions",
    "search",
    "method",
    "hand_on",
)
ANSWERS = (
    "decisions",
    "undoing",
    "bulk",
    "things",
    "looks",
    "queue",
    "adding",
    "events",
    "reports",
    "description",
)


def make_app(desk: Desk, keys: Keys, port: int, turns: Turns | None = None) -> Guard:
    """The desk as an ASGI application, which answers at that port. Its routes are `.app.routes`."""
    app = Starlette(
        routes=list(_routes()),
        exception_handlers=HANDLERS,
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
