"""What can be handed on: the dossier, whole or in excerpts, every export, and the log."""

from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, RedirectResponse, Response
from starlette.routing import Route

from sayso.desk.desk import desk_of
from sayso.desk.work.handing import Made
from sayso.dossier.exports.export import FORMATS, UnknownFormat, export_format
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
GONE = "This file is not kept any more: another one was made since. Make it anew."
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
    return _handed(request, wanted, ".excerpts.html" if wanted["excerpts"] else ".html")


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
    return _handed(request, wanted, chosen.suffix)


def log(request: Request) -> Response:
    """`/hand-on/log`: every row of the log, a line of JSON each."""
    return _handed(request, {"what": "log"}, ".log.jsonl")


def made(request: Request) -> Response:
    """`/hand-on/made/NUMBER`: what is not in the file that was made last; it goes on to the file."""
    desk, found = desk_of(request), _found(request)
    with desk.case() as case:
        return desk.page(request, case, "handed.html.j2", "Made", made=found)


def made_file(request: Request) -> Response:
    """`/hand-on/made/NUMBER/file`: the file that was made last."""
    return _file(_found(request))


def _formats() -> list[dict[str, Any]]:
    """The formats of exports, each with what it is."""
    known = map(export_format, FORMATS)
    return [{"name": o.name, "suffix": o.suffix, "description": o.description} for o in known]


def _handed(request: Request, wanted: dict[str, Any], suffix: str) -> Response:
    """What was wanted; if something had to be left out, a page that says so and goes on to the file."""
    desk = desk_of(request)
    found = desk.handing.make(desk.worker.incoming, f"{desk.path.stem}{suffix}", wanted)
    if found.left_out:
        return RedirectResponse(f"/hand-on/made/{found.number}", 303)
    return _file(found)


def _found(request: Request) -> Made:
    found = desk_of(request).handing.made(request.path_params["number"])
    if found is None:
        raise HTTPException(404, GONE)
    return found


def _file(found: Made) -> Response:
    return FileResponse(found.path, media_type="application/octet-stream", filename=found.name)


ROUTES = (
    Route("/hand-on", hand_on),
    Route("/hand-on/dossier", dossier),
    Route("/hand-on/export/{format}", export),
    Route("/hand-on/log", log),
    Route("/hand-on/made/{number:int}", made),
    Route("/hand-on/made/{number:int}/file", made_file),
)
