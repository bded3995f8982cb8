"""The guard stands before the whole desk: it refuses, limits, slows down, and seals every answer."""

import logging
import secrets
from urllib.parse import quote

from starlette.applications import Starlette
from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.types import Message, Receive, Scope, Send

from sayso.desk.serving.bodies import (
    UPLOADS,
    TooMuch,
    Unfinished,
    again,
    limited,
    most_of,
    promised,
    throw_away,
    whole_body,
)
from sayso.desk.serving.keys import Keys
from sayso.desk.serving.rules import SAFE, Refusal, refusal
from sayso.desk.serving.said import CLOSED, said
from sayso.desk.serving.turns import SECONDS_TO_COME_AGAIN, TooMany, Turns
from sayso.errors import kind_and_place

MOST_IN_LINE = 200  # characters of an address in a line about a fault
TOO_MANY = f"Very much is being written. Send this again in {SECONDS_TO_COME_AGAIN} seconds."
JSON, FORM = "application/json", "application/x-www-form-urlencoded"
NOT_JSON = "Send JSON, with the header `content-type: application/json`."
LOG = logging.getLogger("sayso.desk")


class Guard:
    """The desk, guarded. `app` must answer errors itself; what it raises is told in one line."""

    def __init__(self, app: Starlette, keys: Keys, port: int, turns: Turns | None = None) -> None:
        self.app = app
        self._keys, self._port = keys, port
        self._turns = turns or Turns()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, or refuse it."""
        if scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008})
        elif scope["type"] == "http":
            nonce = secrets.token_urlsafe(16)
            scope.setdefault("state", {})["nonce"] = nonce
            await self._answer(scope, receive, _sealed(send, nonce))
        else:
            await self.app(scope, receive, send)

    async def _answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers, most = Headers(scope=scope), most_of(scope["path"])
        found = refusal(scope["method"], scope["path"], headers, self._keys, self._port)
        if found is None and promised(headers) > most:
            found = Refusal(413, TooMuch(most).detail)
        if found is not None:
            if promised(headers):
                await throw_away(receive, headers)
            await _refused(scope, found)(scope, receive, send)
            return
        receive = limited(receive, most, headers)
        if scope["method"] in SAFE or scope["path"] == UPLOADS:
            await self._through(scope, receive, send)
        else:
            await self._write(scope, receive, send)

    async def _write(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Take a write whole before its turn, so that no slow sender keeps the others waiting."""
        path = scope["path"]
        try:
            body = await whole_body(receive)
            if body and _kind(Headers(scope=scope)) not in wanted_kinds(path):
                await said(path, NOT_JSON, 415)(scope, receive, send)
                return
            async with self._turns.one_more():
                await self._through(scope, again(body, receive), send)
        except Unfinished:
            return
        except TooMuch as error:
            await said(path, error.detail, 413, headers=CLOSED)(scope, receive, send)
        except TooMany:
            later = {"retry-after": str(SECONDS_TO_COME_AGAIN)}
            await said(path, TOO_MANY, 429, headers=later)(scope, receive, send)

    async def _through(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            await self.app(scope, receive, send)
        except Exception as error:
            LOG.error(
                "the desk failed (%s) at %s %.*s. This is a fault in sayso: please report this line.",
                kind_and_place(error),
                scope["method"],
                MOST_IN_LINE,
                ascii(scope["path"]),
            )


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


def _sealed(send: Send, nonce: str) -> Send:
    """Send, with the headers that an answer lacks."""

    async def send_sealed(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in policy(nonce).items():
                headers.setdefault(name, value)
        await send(message)

    return send_sealed


def _refused(scope: Scope, found: Refusal) -> Response:
    link = None
    if found.may_go_on:
        asked = scope["query_string"].decode("latin-1")
        address = "/" + quote(scope["path"].lstrip("/\\")) + (f"?{asked}" if asked else "")
        link = (address, "Go on")
    return said(scope["path"], found.text, found.status, link, CLOSED)


def wanted_kinds(path: str) -> tuple[str, ...]:
    """What kinds of body an address takes: JSON, and from the forms of `/add` what a form sends."""
    return (JSON, FORM) if path.startswith("/add/") else (JSON,)


def _kind(headers: Headers) -> str:
    """The kind of a body, without its parameters."""
    return headers.get("content-type", "").partition(";")[0].strip().lower()
