"""Writes take turns, so that a script that sends a thousand at once keeps nobody from reading.

They wait rather than fail: a script that only sends one after another loses none, and has nothing to
do about it. Only where very many wait already is one sent away, and told when to come again.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

WRITES_A_SECOND = 50.0
WRITES_AT_ONCE = 100  # after a quiet time
MOST_WAITING = 2_000
SECONDS_TO_COME_AGAIN = 10


class TooMany(Exception):
    """Very many writes wait already."""


class Turns:
    """One write after another: `at_once` as fast as they come, then so many `a_second`."""

    def __init__(
        self,
        a_second: float = WRITES_A_SECOND,
        at_once: int = WRITES_AT_ONCE,
        most_waiting: int = MOST_WAITING,
    ) -> None:
        self._seconds = 1 / a_second
        self._ahead = at_once * self._seconds
        self._most_waiting = most_waiting
        self._paid_until = 0.0  # every write pays for so much time; nobody may be far ahead
        self._waiting = 0
        self._one = asyncio.Lock()

    @asynccontextmanager
    async def one_more(self) -> AsyncIterator[None]:
        """Wait for a turn; other writes wait while it lasts. Raises TooMany."""
        if self._waiting >= self._most_waiting:
            raise TooMany
        self._waiting += 1
        try:
            async with self._one:
                await self._wait()
                yield
        finally:
            self._waiting -= 1

    async def _wait(self) -> None:
        now = asyncio.get_running_loop().time()
        self._paid_until = max(self._paid_until, now) + self._seconds
        too_early = self._paid_until - self._ahead - now
        if too_early > 0:
            await asyncio.sleep(too_early)
