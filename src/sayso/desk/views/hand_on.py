"""What can be handed on: the dossier, whole or in excerpts, every export, and the log."""

from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from starlette.background import BackgroundTask
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import Route

from sayso.desk.desk import Desk, desk_of
from sayso.desk.handed import make
from sayso.dossier.exports.export import FORMATS, MissingLibrary, UnknownFormat, export_format
from sayso.errors import WrongDecision

COUNTS = (
    "SELECT count(*) AS reports, sum(words) AS words FROM report "
    "LEFT JOIN story_report ON story_report.report = report.id "
    "WHERE removed IS NULL AND (:story IS NULL OR story = :story)"
)
NOTES = (
    "SELECT count(*) AS number FROM decision WHERE kind = 'note' "
    "AND number NOT IN (SELECT decision FROM taken_back)"
)
MANY = 300  # reports, from which a dossier takes minutes


def hand_on(request: Request) -> Response:
    """`/hand-on`, with `story`."""
    desk = desk_of(request)
    story = request.query_params.get("story") or None
    with desk.case() as case:
        return desk.page(
            request,
            case,
            "hand_on.html.j2",
            "Hand on",
            counts=case.query(COUNTS, {"story": story})[0],
            notes=case.query(NOTES)[0]["number"],
            formats=_formats(),
            many=MANY,
        )


def dossier(request: Request) -> Response:
    """`/hand-on/dossier`, with `story`, `notes` and `excerpts`: the page, as a file."""
    asked = request.query_params
    wanted = {
        "what": "dossier",
        "story": asked.get("story") or None,
        "notes": asked.get("notes") == "1",
        "excerpts": asked.get("excerpts") == "1",
    }
    return _file(desk_of(request), wanted, ".excerpts.html" if wanted["excerpts"] else ".html")


def export(request: Request) -> Response:
    """`/hand-on/export/FORMAT`, with `notes`."""
    try:
        chosen = export_format(request.path_params["format"])
    except UnknownFormat as error:
        raise WrongDecision(str(error)) from error
    wanted = {
        "what": "export",
        "format": chosen.name,
        "notes": request.query_params.get("notes") == "1",
    }
    return _file(desk_of(request), wanted, chosen.suffix)


def log(request: Request) -> Response:
    """`/hand-on/log`: every row of the log, a line of JSON each."""
    return _file(desk_of(request), {"what": "log"}, ".log.jsonl")


def _formats() -> list[dict[str, Any]]:
    """The formats of exports, each with what it is, and whether its library is installed."""
    found = []
    for name in FORMATS:
        try:
            one = export_format(name)
        except MissingLibrary:
            continue
        found.append({"name": name, "suffix": one.suffix, "description": one.description})
    return found


def _file(desk: Desk, wanted: dict[str, Any], suffix: str) -> Response:
    folder = Path(mkdtemp(prefix="sayso-hand-on-"))
    out = folder / "out"

    def remove() -> None:
        out.unlink(missing_ok=True)
        folder.rmdir()

    try:
        make(desk.path, out, wanted)
    except BaseException:
        remove()
        raise
    return FileResponse(
        out,
        media_type="application/octet-stream",
        filename=f"{desk.path.stem}{suffix}",
        background=BackgroundTask(remove),
    )


ROUTES = (
    Route("/hand-on", hand_on),
    Route("/hand-on/dossier", dossier),
    Route("/hand-on/export/{format}", export),
    Route("/hand-on/log", log),
)
