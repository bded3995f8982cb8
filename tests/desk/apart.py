"""Coroutines run to their end in a thread: a browser that another test opened has a loop in a test's own."""

import asyncio
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any


def run(work: Coroutine[Any, Any, Any]) -> Any:
    """What a coroutine gives."""
    with ThreadPoolExecutor(1) as apart:
        return apart.submit(asyncio.run, work).result()
