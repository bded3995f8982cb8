"""A desk over a case, asked without a server."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from httpx2 import ASGITransport, AsyncClient

from sayso.desk.app import make_app
from sayso.desk.desk import Desk
from sayso.desk.keys import Keys
from tests.dossier.parsed import Page

PORT = 8321


class Asked:
    """What a desk answers to one person; `page` also checks that the markup closes what it opens."""

    def __init__(self, path: Path, author: str = "ann") -> None:
        self._keys = Keys(PORT)
        self._app = make_app(Desk(path, author), self._keys, PORT)
        self._cookie = self._keys.use_link(self._keys.new_link()) or ""

    def get(self, address: str) -> Any:
        """The answer to an address."""

        async def ask() -> Any:
            transport = ASGITransport(app=self._app)
            cookies = {self._keys.cookie: self._cookie}
            home = f"http://127.0.0.1:{PORT}"
            async with AsyncClient(transport=transport, base_url=home, cookies=cookies) as client:
                return await client.get(address)

        # a browser that another test opened has a loop of its own in this thread
        with ThreadPoolExecutor(1) as apart:
            return apart.submit(asyncio.run, ask()).result()

    def page(self, address: str, status: int = 200) -> "Shown":
        """A page, which must come with that status."""
        answer = self.get(address)
        assert answer.status_code == status, answer.text
        return Shown(answer.text)


class Shown(Page):
    """A page as a parser reads it: `tags` with their attributes, and `words`, all text that is seen."""

    def __init__(self, page: str) -> None:
        self.source = page
        self._words: list[str] = []
        super().__init__(page)

    def handle_data(self, data: str) -> None:
        self._words.append(data)
        super().handle_data(data)

    @property
    def words(self) -> str:
        """All text, with one space where there are several."""
        return " ".join(" ".join(self._words).split())

    def things(self, kind: str) -> list[str]:
        """The names of things of a kind that can be decided on, in the order of the page."""
        return [
            given["data-name"] or "" for _, given in self.tags if given.get("data-thing") == kind
        ]

    def links(self, rel: str | None = None) -> list[str]:
        """The addresses of links; only those with that `rel`, if one is given."""
        return [
            given["href"] or ""
            for tag, given in self.tags
            if tag == "a" and rel in (None, given.get("rel"))
        ]
