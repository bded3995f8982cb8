"""A desk whose worker reads without the network."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sayso.desk.worker import Worker
from tests.desk.client import Client
from tests.desk.hand_child import PROGRAM


class OpenedDesk(Client):
    """A page of a desk, with its worker."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, "ben")
        self.desk.worker = Worker(path, "ben", self.desk.listeners.tell, PROGRAM)


@contextmanager
def opened(path: Path) -> Iterator[OpenedDesk]:
    """A desk of a case; it is closed at the end."""
    desk = OpenedDesk(path)
    try:
        yield desk
    finally:
        desk.desk.close()
