"""A browser at a desk, without a port: it opens the desk with a link, keeps the cookie, and asks."""

from pathlib import Path
from typing import Any

from httpx2 import ASGITransport, AsyncClient, Response

from sayso.desk.app import make_app
from sayso.desk.desk import Desk
from sayso.desk.guard import Guard
from sayso.desk.keys import Keys
from sayso.desk.turns import Turns
from tests.desk.apart import run

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
        answer: Response = run(self._ask(method, address, sent))
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


class Client(Visitor):
    """A page of the desk of a case: it has the cookie, and says that it is the desk's own."""

    def __init__(self, path: Path, author: str = "ann", turns: Turns | None = None) -> None:
        self.desk, self.keys = Desk(path, author), Keys(PORT)
        super().__init__(
            make_app(self.desk, self.keys, PORT, turns),
            {"sec-fetch-site": "same-origin", "origin": HOME},
        )
        opened = self.get(f"/-/open?token={self.keys.new_link()}")
        assert self.cookies, opened.text
