"""What a desk answers to the script of its pages, as JSON."""

import json
from pathlib import Path
from typing import Any

from httpx2 import Response

from tests.desk.client import Client


class Asker:
    """Somebody at a desk; several of them may be at desks of one case."""

    def __init__(self, path: Path, author: str) -> None:
        self._client = Client(path, author)
        self.desk = self._client.desk

    def ask(self, method: str, address: str, **sent: Any) -> Response:
        """What the desk answers."""
        return self._client.ask(method, address, **sent)

    def get(self, address: str, **asked: str) -> Any:
        """The JSON of an answer that must be 200."""
        answer = self.ask("GET", address, params=asked)
        assert answer.status_code == 200, answer.text
        return answer.json()

    def post(self, address: str, status: int = 201, **body: Any) -> Any:
        """The JSON of an answer that must have a status."""
        sent = {"content-type": "application/json"}  # half a character is sent as JSON has it
        answer = self.ask("POST", address, content=json.dumps(body), headers=sent)
        assert answer.status_code == status, answer.text
        return answer.json()
