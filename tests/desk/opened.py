"""A desk that is asked without a server."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx2

from sayso.desk.app import make_app
from sayso.desk.desk import Desk
from sayso.desk.keys import Keys
from sayso.desk.worker import Worker
from tests.desk.hand_child import PROGRAM

PORT = 8123
HERE = f"http://127.0.0.1:{PORT}"


class OpenedDesk:
    """A desk with its application, and a browser that it is open for."""

    def __init__(self, path: Path) -> None:
        self.desk = Desk(path, "ben")
        self.desk.worker = Worker(path, "ben", self.desk.listeners.tell, PROGRAM)
        self.keys = Keys(PORT)
        self.app = make_app(self.desk, self.keys, PORT)
        self.cookie = self.keys.use_link(self.keys.new_link())

    def ask(self, method: str, path: str, **how: Any) -> httpx2.Response:
        """What the desk answers."""
        headers = {"cookie": f"{self.keys.cookie}={self.cookie}", "sec-fetch-site": "same-origin"}
        headers |= how.pop("headers", {})

        async def asked() -> httpx2.Response:
            transport = httpx2.ASGITransport(app=self.app)
            async with httpx2.AsyncClient(transport=transport, base_url=HERE) as client:
                return await client.request(method, path, headers=headers, **how)

        return asyncio.run(asked())


@contextmanager
def opened(path: Path) -> Iterator[OpenedDesk]:
    """A desk of a case; it is closed at the end."""
    desk = OpenedDesk(path)
    try:
        yield desk
    finally:
        desk.desk.close()
