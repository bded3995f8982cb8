"""The ways in: a link that opens the desk once, and a new link for who may read the case's files."""

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from sayso.desk.keys import Keys

KEEP_OPEN = (
    30 * 24 * 3600
)  # seconds that a browser keeps the cookie; the desk forgets it when it ends


def use_link(request: Request) -> Response:
    """`/-/open?token=…`: change the token for the cookie."""
    keys: Keys = request.app.state.keys
    value = keys.use_link(request.query_params.get("token", ""))
    if value is None:
        return PlainTextResponse(
            "This link has been used. Type `sayso open CASE` for a new one.", 403
        )
    answer = RedirectResponse("/", 303)
    answer.set_cookie(
        keys.cookie, value, max_age=KEEP_OPEN, path="/", httponly=True, samesite="strict"
    )
    return answer


async def new_link(request: Request) -> Response:
    """`/-/link`: a new link, for another `sayso open` of the same case."""
    keys: Keys = request.app.state.keys
    if not keys.is_secret(request.headers.get("x-sayso-secret", "")):
        return PlainTextResponse("no", 403)
    return JSONResponse({"token": keys.new_link()})


ROUTES = (Route("/-/open", use_link), Route("/-/link", new_link))
