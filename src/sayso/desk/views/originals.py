"""The file of a report: its page, pictures of its pages, or the file itself. Nothing in it can act.

A saved page is shown only in a frame, under a policy that lets nothing run or load. What a browser
connects to without asking any policy (hints such as preconnect) is taken out of its source.
"""

import re
from collections.abc import Iterator
from typing import IO
from urllib.parse import quote

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response, StreamingResponse
from starlette.routing import Route

from sayso.case.case import Case
from sayso.desk.desk import desk_of
from sayso.desk.originals import (
    MOST_PICTURED,
    PIECE,
    Source,
    chosen_source,
    page_source,
    sources_of,
    whole_file,
)
from sayso.desk.page_pictures import page_picture

POLICY = (
    "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; "
    "form-action 'none'; base-uri 'none'; frame-ancestors 'self'"
)
NO_HINTS = {"content-security-policy": POLICY, "x-dns-prefetch-control": "off"}
# Elements that reach outside by themselves, or lead there; their names are spoilt.
REACHING = re.compile(
    r"<(/?)(?=(?:link|base|meta|iframe|frame|frameset|object|embed|portal|fencedframe|applet)\b)",
    re.IGNORECASE,
)
UNSAFE_IN_NAME = re.compile(r"[^\w.() -]", re.ASCII)
MOST_NAME = 120


def original(request: Request) -> Response:
    """`/reports/ID/original`: the saved page, for a frame; with `?as=file` the file itself."""
    with desk_of(request).case() as case:
        source = _source(request, case)
        if request.query_params.get("as") == "file":
            return _download(whole_file(case, source), source)
        found = page_source(case, source)
        if found is None:
            raise HTTPException(404)
        return HTMLResponse(harmless(found), headers=NO_HINTS)


def page(request: Request) -> Response:
    """`/reports/ID/page/N.png`: a picture of a page of a PDF."""
    with desk_of(request).case() as case:
        source = _source(request, case)
        if source.format != "PDF" or source.raw != source.sha256 or source.size > MOST_PICTURED:
            raise HTTPException(404)
        with whole_file(case, source) as file:
            picture = page_picture(file, request.path_params["page"])
    if picture is None:
        raise HTTPException(404)
    return Response(picture, media_type="image/png")


def harmless(source: str) -> str:
    """The source of a page whose elements that reach outside by themselves are none any more.

    >>> harmless('<link rel="preconnect" href="//other.example">')
    '<x-link rel="preconnect" href="//other.example">'
    """
    return REACHING.sub(r"<\1x-", source)


def safe_name(name: str) -> str:
    r"""A file's name for a header and any system: letters, digits and a few signs.

    >>> safe_name("../a\r\nb.html")
    '.._a__b.html'
    """
    return UNSAFE_IN_NAME.sub("_", name)[-MOST_NAME:].lstrip(" ") or "file"


def _source(request: Request, case: Case) -> Source:
    sources = sources_of(case, request.path_params["report"])
    source = chosen_source(sources, request.query_params.get("source", ""))
    if source is None or not source.kept:
        raise HTTPException(404)
    return source


def _download(file: IO[bytes], source: Source) -> Response:
    name = source.file_name
    disposition = f"attachment; filename=\"{safe_name(name)}\"; filename*=UTF-8''{quote(name[-MOST_NAME:], safe='')}"
    return StreamingResponse(
        _pieces(file),
        media_type="application/octet-stream",
        headers={"content-disposition": disposition, "content-security-policy": "sandbox"},
    )


def _pieces(file: IO[bytes]) -> Iterator[bytes]:
    with file:
        while piece := file.read(PIECE):
            yield piece


ROUTES = (
    Route("/reports/{report}/original", original),
    Route("/reports/{report}/page/{page:int}.png", page),
)
