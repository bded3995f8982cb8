"""The addresses of the desk, and what it says when something goes wrong."""

import os
from collections.abc import Iterator
from importlib import import_module
from typing import Any

from starlette.applications import Starlette
from starlette.responses import Response
from starlette.routing import BaseRoute, Mount
from starlette.staticfiles import StaticFiles

from sayso.desk.desk import Desk
from sayso.desk.serving import doors
from sayso.desk.serving.faults import HANDLERS
from sayso.desk.serving.guard import Guard
from sayso.desk.serving.keys import Keys
from sayso.desk.serving.turns import Turns
from sayso.errors import PACKAGE_FOLDER

DOSSIER_STYLE = PACKAGE_FOLDER / "dossier" / "dossier.css"
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


class Static(StaticFiles):
    """The desk's own files, and the style of the dossier, from which it takes its colours and voices.

    A browser keeps them, and asks each time whether they are still the same.
    """

    def lookup_path(self, path: str) -> tuple[str, os.stat_result | None]:
        """Where a file is."""
        if path == "dossier.css":
            return str(DOSSIER_STYLE), DOSSIER_STYLE.stat()
        return super().lookup_path(path)

    def file_response(self, *given: Any, **more: Any) -> Response:
        """A file, or that it is the same."""
        answer = super().file_response(*given, **more)
        answer.headers["cache-control"] = "no-cache"
        return answer


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
    yield Mount("/static", Static(packages=[("sayso.desk", "static")]))
    for room, names in (("views", PAGES), ("api", ANSWERS)):
        for name in names:
            yield from import_module(f"sayso.desk.{room}.{name}").ROUTES
