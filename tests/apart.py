"""Coroutines, run apart from the tests: a browser keeps a loop running in the tests' own thread."""

import asyncio
from collections.abc import Coroutine
from functools import cache
from threading import Thread
from typing import Any

MOST_SECONDS = 120.0  # after which something hangs


def run_apart(work: Coroutine[Any, Any, Any]) -> Any:
    """What a coroutine gives. All run in one thread, which lasts; one that hangs is a failure."""
    running = asyncio.run_coroutine_threadsafe(work, _loop())
    try:
        return running.result(MOST_SECONDS)
    except TimeoutError:
        if running.done():  # it is the coroutine's own
            raise
        running.cancel()
        _loop.cache_clear()  # what hangs may keep its thread
        raise AssertionError(f"{work} did not end in {MOST_SECONDS:g} seconds") from None


@cache
def _loop() -> asyncio.AbstractEventLoop:
    loop = asyncio.new_event_loop()
    Thread(target=loop.run_forever, name="apart", daemon=True).start()
    return loop
