"""What comes in: files, texts and links; and how far the work on them is."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from sayso.desk.bodies import MOST_BYTES, MOST_UPLOAD
from sayso.desk.desk import Desk, desk_of
from sayso.desk.given import address_given, text_given, wrong
from sayso.read.files import SIDECAR

WRITTEN_AT_ONCE = 1 << 20  # bytes
MOST_WAITING = 300  # jobs
MOST_IN_SIDECAR = 64_000  # bytes
MOST_IN_NAME = 2_000  # characters


async def put_file(request: Request) -> Response:
    """`PUT /api/files?name=NAME`: one file, its bytes as the body. The name is only shown.

    What a user wrote down of a report (NAME.meta.toml) is sent before the report.
    """
    desk, name = desk_of(request), request.query_params.get("name", "")
    if not name.strip() or len(name) > MOST_IN_NAME:
        raise wrong("Say how the file is called: /api/files?name=NAME")
    _check_room(desk)
    if name.endswith(SIDECAR):
        written = await _body(request, MOST_IN_SIDECAR)
        desk.worker.incoming.keep_beside(name.removesuffix(SIDECAR), written)
        return JSONResponse({"job": None}, 202)
    try:
        copy = await run_in_threadpool(desk.worker.incoming.place)
        try:
            await _copy(request, copy)
        except BaseException:
            desk.worker.incoming.remove(copy)
            raise
        number = await run_in_threadpool(desk.worker.add_file, copy, name)
    except OSError as error:
        raise _no_space(error) from error
    except ClientDisconnect:  # nobody is there to be told
        return Response(status_code=400)
    return JSONResponse({"job": number}, 202)


async def post_text(request: Request) -> Response:
    """`POST /api/texts`: a text with what is known of it."""
    text, head = text_given(await _object(request))
    return await _job(request, lambda desk: desk.worker.add_text(text, head))


async def post_link(request: Request) -> Response:
    """`POST /api/links`: an address to be fetched."""
    address = address_given(await _object(request))
    return await _job(request, lambda desk: desk.worker.add_link(address))


async def retry(request: Request) -> Response:
    """`POST /api/retry`: try again what failed."""
    return await _job(request, lambda desk: desk.worker.retry())


def work(request: Request) -> Response:
    """`GET /api/work`: what was given, and what became of it."""
    return JSONResponse(desk_of(request).worker.jobs())


async def _job(request: Request, begin: Callable[[Desk], int]) -> Response:
    desk = desk_of(request)
    _check_room(desk)
    try:
        return JSONResponse({"job": await run_in_threadpool(begin, desk)}, 202)
    except OSError as error:
        raise _no_space(error) from error


def _check_room(desk: Desk) -> None:
    """Raises HTTPException if so much waits that more would only fill the disk."""
    if desk.worker.waiting() >= MOST_WAITING:
        sentence = f"{MOST_WAITING} files wait to be taken in. Send more in a moment."
        raise HTTPException(429, sentence, {"retry-after": "1"})


async def _copy(request: Request, path: Path) -> None:
    left, waiting = MOST_UPLOAD, bytearray()
    with path.open("xb") as file:
        async for piece in request.stream():
            left -= len(piece)
            if left < 0:
                raise HTTPException(413, f"This is more than {MOST_UPLOAD:,} bytes.")
            waiting += piece
            if len(waiting) >= WRITTEN_AT_ONCE:
                await run_in_threadpool(file.write, bytes(waiting))
                waiting.clear()
        await run_in_threadpool(file.write, bytes(waiting))


async def _body(request: Request, most: int) -> bytes:
    body = bytearray()
    async for piece in request.stream():
        body += piece
        if len(body) > most:
            raise HTTPException(413, f"This is more than {most:,} bytes.")
    return bytes(body)


async def _object(request: Request) -> dict[str, Any]:
    try:
        found = json.loads(await _body(request, MOST_BYTES))
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict):
        raise wrong("Send an object with names and values, as JSON.")
    return found


def _no_space(error: OSError) -> HTTPException:
    why = error.strerror or type(error).__name__
    return HTTPException(
        503, f"It cannot be written beside the case ({why}). Free some space there."
    )


ROUTES = (
    Route("/api/files", put_file, methods=["PUT"]),
    Route("/api/texts", post_text, methods=["POST"]),
    Route("/api/links", post_link, methods=["POST"]),
    Route("/api/retry", retry, methods=["POST"]),
    Route("/api/work", work),
)
