"""Who may ask the desk what: this computer, one browser, pages of the desk itself.

The rules are those of Datasette and of Go 1.25: a name that is no loopback address is refused (DNS
rebinding), and so is a write that another site's page sends (`Sec-Fetch-Site`, `Origin`).
"""

import secrets
from http.cookies import CookieError, SimpleCookie
from typing import Any

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from sayso.desk.keys import Keys

HOSTS = ("127.0.0.1", "localhost", "[::1]")
SAFE = ("GET", "HEAD")
MOST_BYTES = 1_000_000  # of what is sent; uploads have their own limit
UPLOADS = "/api/files"
MOST_UPLOAD = 200_000_000


class Guard:
    """Refuses what may not be asked, and gives every answer the headers that keep it here."""

    def __init__(self, app: ASGIApp, keys: Keys, port: int) -> None:
        self._app, self._keys, self._port = app, keys, port

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, or refuse it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        nonce = secrets.token_urlsafe(16)
        scope.setdefault("state", {})["nonce"] = nonce

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in policy(nonce).items():
                    headers.setdefault(name, value)
            await send(message)

        refusal = self._refusal(scope)
        if refusal is not None:
            await refusal(scope, receive, send_guarded)
            return
        await self._app(scope, receive, send_guarded)

    def _refusal(self, scope: Scope) -> Response | None:
        headers = Headers(scope=scope)
        if not self._is_own_name(headers.get("host", "")):
            return PlainTextResponse("This is not the address of the desk.", 400)
        if scope["method"] not in SAFE and not self._is_own_page(headers):
            return PlainTextResponse("This was not sent by a page of the desk.", 403)
        most = MOST_UPLOAD if scope["path"] == UPLOADS else MOST_BYTES
        length = headers.get("content-length", "0")
        if not length.isdigit() or int(length) > most:
            return PlainTextResponse(f"This is more than {most:,} bytes.", 413)
        if scope["path"].startswith("/-/"):  # the doors have locks of their own
            return None
        if not self._keys.opens(_cookie(headers, self._keys.cookie)):
            return PlainTextResponse(
                "This desk is open for another browser. Type `sayso open CASE` for a link.", 403
            )
        return None

    def _is_own_name(self, host: str) -> bool:
        return host in {f"{name}:{self._port}" for name in HOSTS}

    def _is_own_page(self, headers: Headers) -> bool:
        site = headers.get("sec-fetch-site")
        if site is not None:
            return site == "same-origin"
        origin = headers.get("origin")
        return origin in {f"http://{name}:{self._port}" for name in HOSTS}


def policy(nonce: str) -> dict[str, str]:
    """The headers of every answer: nothing runs or loads but the desk's own files."""
    return {
        "content-security-policy": (
            f"default-src 'none'; script-src 'nonce-{nonce}'; style-src 'self'; img-src 'self'; "
            "connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; "
            "frame-ancestors 'none'"
        ),
        "x-content-type-options": "nosniff",
        "referrer-policy": "no-referrer",
        "cross-origin-opener-policy": "same-origin",
        "cross-origin-resource-policy": "same-origin",
        "cache-control": "no-store",
    }


def _cookie(headers: Headers, name: str) -> str:
    try:
        found: Any = SimpleCookie(headers.get("cookie", "")).get(name)
    except CookieError:
        return ""
    return found.value if found else ""
