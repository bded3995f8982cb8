"""`/events`: what happens, as server-sent events, while a tab is open."""

import asyncio
import json
from collections.abc import AsyncGenerator

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from sayso.desk.desk import Desk, desk_of
from sayso.desk.work.listeners import Event

SECONDS_BETWEEN_BEATS = 15.0  # so that a tab that is gone is found
MILLISECONDS_TO_COME_BACK = 1000


def events(request: Request) -> Response:
    """A stream that lasts as long as the tab, or the desk."""
    return StreamingResponse(
        _stream(desk_of(request)),
        media_type="text/event-stream",
        headers={"x-accel-buffering": "no"},
    )


async def _stream(desk: Desk) -> AsyncGenerator[str]:
    """First where the case is now: a tab that comes back knows then whether it missed something."""
    queue = desk.listeners.join()
    try:
        yield f"retry: {MILLISECONDS_TO_COME_BACK}\n\n"
        while True:
            try:
                event = await asyncio.wait_for(queue.get(), SECONDS_BETWEEN_BEATS)
            except TimeoutError:
                yield ":\n\n"
                continue
            if event is None:
                return
            yield as_text(event)
    finally:
        desk.listeners.leave(queue)


def as_text(event: Event) -> str:
    """An event as it is sent. Its JSON stands on one line, so no text can make another event."""
    return f"event: {event.name}\ndata: {json.dumps(event.data)}\n\n"


ROUTES = (Route("/events", events),)
