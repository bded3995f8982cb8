"""What the desk says where it has no page to show: a page of one sentence, or JSON for a script."""

from collections.abc import Mapping

from starlette.responses import HTMLResponse, JSONResponse, Response

from sayso.desk.templates import render

FOR_SCRIPTS = ("/api/", "/events")
TO_OVERVIEW = ("/", "To the overview")
CLOSED = {"connection": "close"}


def said(
    path: str,
    text: str,
    status: int,
    link: tuple[str, str] | None = TO_OVERVIEW,
    headers: Mapping[str, str] | None = None,
) -> Response:
    """A sentence as an answer to `path`, with a link (its address and words) below it."""
    if path.startswith(FOR_SCRIPTS):
        return JSONResponse({"error": text}, status, headers)
    page = render("said.html.j2", {"text": text, "status": status, "link": link})
    return HTMLResponse(page, status, headers)
