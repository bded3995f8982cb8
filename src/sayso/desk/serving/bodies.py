"""What is sent to the desk, and how much: counted while it comes, whatever its head promises."""

import asyncio
from time import monotonic

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.types import Message, Receive

MOST_BYTES = 1_000_000  # of what is sent; uploads have their own limit
MOST_UPLOAD = 200_000_000
UPLOADS = "/api/files"
# A browser that is answered while it still sends shows no answer. So what is too much is taken and
# thrown away, within these limits.
MOST_THROWN_AWAY = 2_000_000_000
SECONDS_TO_THROW_AWAY = 10.0


class TooMuch(HTTPException):
    """More was sent than may be."""

    def __init__(self, most: int) -> None:
        super().__init__(413, f"This is more than {most:,} bytes.", {"connection": "close"})


class Unfinished(Exception):
    """Whoever sends has gone before the end."""


def most_of(path: str) -> int:
    """How many bytes may be sent there."""
    return MOST_UPLOAD if path == UPLOADS else MOST_BYTES


def promised(headers: Headers) -> int:
    """How many bytes will come, by the head of a request; 0 if it does not say."""
    length = headers.get("content-length", "0")
    return int(length) if length.isascii() and length.isdigit() and len(length) < 20 else 0


def limited(receive: Receive, most: int, headers: Headers) -> Receive:
    """What comes, until it is too much. Then it throws the rest away, and raises TooMuch."""
    came = 0

    async def count() -> Message:
        nonlocal came
        message = await receive()
        came += len(message.get("body", b""))
        if came > most:
            if message.get("more_body", False):
                await throw_away(receive, headers)
            raise TooMuch(most)
        return message

    return count


async def whole_body(receive: Receive) -> bytes:
    """All that comes. Raises Unfinished."""
    body, more = bytearray(), True
    while more:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise Unfinished
        body += message.get("body", b"")
        more = message.get("more_body", False)
    return bytes(body)


def again(body: bytes, receive: Receive) -> Receive:
    """A body that was taken already, to be taken once more."""
    is_taken = False

    async def take() -> Message:
        nonlocal is_taken
        if is_taken:
            return await receive()
        is_taken = True
        return {"type": "http.request", "body": body, "more_body": False}

    return take


async def throw_away(receive: Receive, headers: Headers) -> None:
    """Take what still comes, so that an answer is read; not from somebody who waits for a go-ahead."""
    if headers.get("expect", "").lower() == "100-continue":
        return
    came, until = 0, monotonic() + SECONDS_TO_THROW_AWAY
    while came < MOST_THROWN_AWAY and (left := until - monotonic()) > 0:
        try:
            message = await asyncio.wait_for(receive(), left)
        except TimeoutError:
            return
        came += len(message.get("body", b""))
        if not message.get("more_body", False):
            return
