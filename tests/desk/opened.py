"""A desk whose worker reads without the network."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from httpx2 import Response

from sayso.desk.guard import FORM, JSON
from sayso.desk.worker import Worker
from tests.desk.client import Client
from tests.desk.hand_child import PROGRAM


class OpenedDesk(Client):
    """A page of a desk, with its worker."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, "ben")
        self.desk.worker = Worker(path, "ben", self.desk.listeners.tell, PROGRAM)

    def ask(self, method: str, address: str, **sent: Any) -> Response:
        """The answer; what is sent is a form's, or the script's JSON."""
        kind = FORM if address.startswith("/add/") else JSON
        headers = {"content-type": kind, **sent.pop("headers", {})}
        return super().ask(method, address, headers=headers, **sent)


@contextmanager
def opened(path: Path) -> Iterator[OpenedDesk]:
    """A desk of a case; it is closed at the end."""
    desk = OpenedDesk(path)
    try:
        yield desk
    finally:
        desk.desk.close()
