"""A browser at a desk, without a port: it opens the desk with a link, keeps the cookie, and asks."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from httpx2 import ASGITransport, AsyncClient, Response

from sayso.desk.desk import Desk
from sayso.desk.serving.app import make_app
from sayso.desk.serving.guard import Guard
from sayso.desk.serving.keys import Keys
from sayso.desk.serving.turns import Turns
from sayso.desk.work.worker import Worker
from tests.apart import run_apart
from tests.desk.hand_child import PROGRAM
from tests.desk.shown import Shown

PORT = 8321
HOME = f"http://127.0.0.1:{PORT}"


class Visitor:
    """Whoever asks the desk; `headers` go with every request, and so do the cookies it was given."""

    def __init__(self, app: Guard, headers: dict[str, str] | None = None) -> None:
        self.app = app
        self.headers = headers or {}
        self.cookies: dict[str, str] = {}

    def ask(self, method: str, address: str, **sent: Any) -> Response:
        """The answer; `sent` is what httpx2 takes (`json`, `content`, `params`, `headers` …)."""
        answer: Response = run_apart(self._ask(method, address, sent))
        return answer

    def get(self, address: str, **sent: Any) -> Response:
        return self.ask("GET", address, **sent)

    def post(self, address: str, json: Any = None, **sent: Any) -> Response:
        return self.ask("POST", address, **({"json": json} if json is not None else {}), **sent)

    def put(self, address: str, content: Any = b"", **sent: Any) -> Response:
        return self.ask("PUT", address, content=content, **sent)

    async def _ask(self, method: str, address: str, sent: dict[str, Any]) -> Response:
        headers = {**self.headers, **sent.pop("headers", {})}
        transport = ASGITransport(app=self.app, raise_app_exceptions=False)
        async with AsyncClient(transport=transport, base_url=HOME, cookies=self.cookies) as client:
            answer = await client.request(method, address, headers=headers, **sent)
            self.cookies |= dict(answer.cookies)
            return answer


class Still(Worker):
    """A worker that keeps what it is given, and begins nothing."""

    def _go(self) -> None:
        pass


class Client(Visitor):
    """A page of the desk of a case: it has the cookie, and says that it is the desk's own.

    The desk's worker begins nothing. A fixture closes what is open when a test, or a module, has ended.
    """

    def __init__(self, path: Path, author: str = "ann", turns: Turns | None = None) -> None:
        self.desk, self.keys = Desk(path, author), Keys(PORT)
        self.desk.worker = Still(path, author, self.desk.listeners.tell)
        _open.append(self)
        super().__init__(
            make_app(self.desk, self.keys, PORT, turns),
            {"sec-fetch-site": "same-origin", "origin": HOME},
        )
        opened = self.get(f"/-/open?token={self.keys.new_link()}")
        assert self.cookies, opened.text

    def page(self, address: str, status: int = 200) -> Shown:
        """A page, which must come with that status, and close what it opens."""
        answer = self.get(address)
        assert answer.status_code == status, answer.text
        return Shown(answer.text)

    def told(self, address: str, **asked: str) -> Any:
        """The JSON of an answer that must be 200, as the desk's script asks for it."""
        answer = self.get(address, params=asked)
        assert answer.status_code == 200, answer.text
        return answer.json()

    def tell(self, address: str, status: int = 201, **body: Any) -> Any:
        """Send JSON as the desk's script does; that of the answer, which must have that status."""
        sent = {"content-type": "application/json"}  # half a character is sent as JSON has it
        answer = self.post(address, content=json.dumps(body), headers=sent)
        assert answer.status_code == status, answer.text
        return answer.json()


def working_client(path: Path, author: str = "ben") -> Client:
    """A client of a desk whose worker does its work, in a process that reads without the network."""
    client = Client(path, author)
    client.desk.worker = Worker(path, author, client.desk.listeners.tell, PROGRAM)
    return client


_open: list[Client] = []


@contextmanager
def closing() -> Iterator[None]:
    """Close at the end the desks of all clients that were made meanwhile."""
    before = len(_open)
    try:
        yield
    finally:
        while len(_open) > before:
            _open.pop().desk.close()
