"""What comes in: files, texts and links; and how far the work on them is."""

from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from sayso.desk.api.asked import Data, fields, told
from sayso.desk.desk import desk_of
from sayso.desk.serving.bodies import TooMuch
from sayso.desk.work.given import address_given, text_given, wrong
from sayso.read.files import SIDECAR

WRITTEN_AT_ONCE = 1 << 20  # bytes
MOST_IN_SIDECAR = 64_000  # bytes
MOST_IN_NAME = 2_000  # characters


async def put_file(request: Request) -> Response:
    """`PUT /api/files?name=NAME`: one file, its bytes as the body. The name is only shown.

    What a user wrote down of a report (NAME.meta.toml) is sent before the report.
    """
    desk, name = desk_of(request), request.query_params.get("name", "")
    if not name.strip() or len(name) > MOST_IN_NAME:
        raise wrong("Say how the file is called: /api/files?name=NAME")
    desk.worker.check_room()
    if name.endswith(SIDECAR):
        written = await _sidecar(request)
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


def post_text(request: Request, given: Data) -> Data:
    """`POST /api/texts`: a text with what is known of it."""
    try:
        return {"job": desk_of(request).worker.add_text(*text_given(given))}
    except OSError as error:
        raise _no_space(error) from error


def post_link(request: Request, given: Data) -> Data:
    """`POST /api/links`: an address to be fetched."""
    return {"job": desk_of(request).worker.add_link(address_given(given))}


def retry(request: Request, given: Data) -> Data:
    """`POST /api/retry`: try again what failed."""
    fields(given, {})
    return {"job": desk_of(request).worker.retry()}


def work(request: Request) -> Response:
    """`GET /api/work`: what was given, and what became of it."""
    return JSONResponse(desk_of(request).worker.jobs())


async def _copy(request: Request, path: Path) -> None:
    waiting = bytearray()
    with path.open("xb") as file:
        async for piece in request.stream():
            waiting += piece
            if len(waiting) >= WRITTEN_AT_ONCE:
                await run_in_threadpool(file.write, bytes(waiting))
                waiting.clear()
        await run_in_threadpool(file.write, bytes(waiting))


async def _sidecar(request: Request) -> bytes:
    body = bytearray()
    async for piece in request.stream():
        body += piece
        if len(body) > MOST_IN_SIDECAR:
            raise TooMuch(MOST_IN_SIDECAR)
    return bytes(body)


def _no_space(error: OSError) -> HTTPException:
    why = error.strerror or type(error).__name__
    return HTTPException(
        503, f"It cannot be written beside the case ({why}). Free some space there."
    )


ROUTES = (
    Route("/api/files", put_file, methods=["PUT"]),
    Route("/api/texts", told(post_text, 202), methods=["POST"]),
    Route("/api/links", told(post_link, 202), methods=["POST"]),
    Route("/api/retry", told(retry, 202), methods=["POST"]),
    Route("/api/work", work),
)
