"""The ways in: a link that opens the desk once, and a new link for who may read the case's files."""

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from sayso.desk.serving.keys import Keys
from sayso.desk.serving.rules import HERE, cookie
from sayso.desk.serving.said import said
from sayso.desk.templates import render

# Seconds that a browser keeps the cookie; the desk forgets it when it ends.
KEEP_OPEN = 30 * 24 * 3600
USED = (
    "This link has been used; each opens the desk once. Type `sayso open CASE` for a new one. If this "
    "browser opened the desk before, go on to it."
)
ONLY_LOOKS = "This link opens the desk when a person follows it."
NOT_ALLOWED = "Only a program that may read the case's files gets a link."


async def use_link(request: Request) -> Response:
    """`/-/open?token=…`: change the token for the cookie, and go on to the overview.

    A browser that comes from another site (a chat, a mail) sends no strict cookie along with a redirect.
    So it gets a page that goes on by itself, and takes the link's place in the history of the tab.
    """
    keys: Keys = request.app.state.keys
    if request.method == "HEAD" or _only_looks(request):
        return said(request.url.path, ONLY_LOOKS, 403, None)
    value = keys.use_link(request.query_params.get("token", ""))
    if value is None:
        if keys.opens(cookie(request.headers, keys.cookie)):
            return RedirectResponse("/", 303)
        return said(request.url.path, USED, 403, ("/", "Go on"))
    is_here = request.headers.get("sec-fetch-site") in HERE
    answer = RedirectResponse("/", 303) if is_here else HTMLResponse(render("enter.html.j2", {}))
    answer.set_cookie(
        keys.cookie, value, max_age=KEEP_OPEN, path="/", httponly=True, samesite="strict"
    )
    return answer


async def new_link(request: Request) -> Response:
    """`/-/link`: a new link, for another `sayso open` of the same case."""
    keys: Keys = request.app.state.keys
    if not keys.is_secret(request.headers.get("x-sayso-secret", "")):
        return said(request.url.path, NOT_ALLOWED, 403, None)
    return JSONResponse({"token": keys.new_link()})


def _only_looks(request: Request) -> bool:
    """Whether a browser fetches a page that nobody has opened yet; the token must outlast that."""
    purpose = request.headers.get("sec-purpose", request.headers.get("purpose", ""))
    return "prefetch" in purpose.lower()


ROUTES = (Route("/-/open", use_link), Route("/-/link", new_link))
