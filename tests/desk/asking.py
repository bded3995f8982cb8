"""A desk that is asked without a browser or a port: its application, with the cookie of its browser."""

import asyncio
import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import httpx2

from sayso.desk.app import make_app
from sayso.desk.desk import Desk
from sayso.desk.keys import Keys

PORT = 4711
BASE = f"http://127.0.0.1:{PORT}"


class Asker:
    """Somebody at a desk; several of them may be at desks of one case."""

    def __init__(self, path: Path, author: str) -> None:
        self.desk, keys = Desk(path, author), Keys(PORT)
        self._app = make_app(self.desk, keys, PORT)
        cookie = keys.use_link(keys.new_link())
        self._headers = {"cookie": f"{keys.cookie}={cookie}", "origin": BASE}

    def ask(self, method: str, address: str, **sent: Any) -> httpx2.Response:
        """What the desk answers."""
        with ThreadPoolExecutor(1) as thread:  # a test with a browser has a loop in its own
            return thread.submit(asyncio.run, self._ask(method, address, sent)).result()

    def get(self, address: str, **asked: str) -> Any:
        """The JSON of an answer that must be 200."""
        answer = self.ask("GET", address, params=asked)
        assert answer.status_code == 200, answer.text
        return answer.json()

    def post(self, address: str, status: int = 201, **body: Any) -> Any:
        """The JSON of an answer that must have a status."""
        sent = {"content-type": "application/json"}
        answer = self.ask("POST", address, content=json.dumps(body), headers=sent)
        assert answer.status_code == status, answer.text
        return answer.json()

    async def _ask(self, method: str, address: str, sent: Any) -> httpx2.Response:
        transport = httpx2.ASGITransport(app=self._app)
        headers = {**self._headers, **sent.pop("headers", {})}
        async with httpx2.AsyncClient(
            transport=transport, base_url=BASE, headers=headers
        ) as client:
            return await client.request(method, address, **sent)
