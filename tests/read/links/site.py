"""A small web on this machine: invented hosts, each with answers that are given byte for byte."""

import socket
import ssl
import threading
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import Any

import httpcore2

from sayso.errors import UnreadableInput
from sayso.read.links.fetching import Fetcher
from sayso.read.links.keeping import Keeper
from sayso.read.links.network import Network
from sayso.read.notes import Note
from sayso.read.reader import Reading
from sayso.read.reports import read_readings, setting_for

CERTIFICATE = Path(__file__).with_name("certificate.pem")
PUBLIC = "93.184.216.34"
NOW = datetime(2026, 3, 2, 8, 15, 30, tzinfo=UTC)
NO_ROBOTS = b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"


def answered(body: bytes, status: str = "200 OK", media: str = "text/html", **fields: str) -> bytes:
    head = {"Content-Type": media, "Content-Length": str(len(body)), "Connection": "close"}
    head |= {name.replace("_", "-"): value for name, value in fields.items()}
    lines = "".join(f"{name}: {value}\r\n" for name, value in head.items() if value)
    return f"HTTP/1.1 {status}\r\n{lines}\r\n".encode() + body


def leads_to(address: str, status: str = "302 Found") -> bytes:
    return answered(b"", status, Location=address)


class Site:
    """A server on this machine. Its answers are by host and target, like "gazette.example/a"."""

    def __init__(self, answers: Mapping[str, bytes], secure: bool = False) -> None:
        self.answers = dict(answers)
        self.asked: list[str] = []
        self.requests: list[bytes] = []
        self.named: list[str | None] = []  # the hosts for which a certificate was wanted
        self._context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER) if secure else None
        if self._context:
            self._context.load_cert_chain(CERTIFICATE)
            self._context.sni_callback = lambda _, name, __: self.named.append(name)
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.port = self._socket.getsockname()[1]
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        while True:
            try:
                connection, _ = self._socket.accept()
            except OSError:
                return
            threading.Thread(target=self._answer, args=(connection,), daemon=True).start()

    def _answer(self, connection: socket.socket) -> None:
        try:
            if self._context:
                connection = self._context.wrap_socket(connection, server_side=True)
            request = b""
            while b"\r\n\r\n" not in request and (data := connection.recv(65_536)):
                request += data
                if request.startswith(b"\x16"):  # TLS
                    connection.sendall(answered(b"", "400 Bad Request"))
                    return
            target = request.split(b" ")[1].decode()
            host = request.partition(b"Host: ")[2].partition(b"\r\n")[0].decode()
            self.asked.append(host + target)
            self.requests.append(request)
            missing = NO_ROBOTS if target == "/robots.txt" else answered(b"", "404 Not Found")
            connection.sendall(self.answers.get(host + target, missing))
        except (OSError, IndexError):
            pass
        finally:
            connection.close()

    def close(self) -> None:
        self._socket.close()


class InventedNetwork(Network):
    """Hosts with invented addresses. A connection to any public one leads to the site.

    `attempts` has every machine to which a connection was wanted.
    """

    def __init__(self, site: Site | None, hosts: Mapping[str, Sequence[Any]] | None = None) -> None:
        self._site = site
        self._hosts: dict[str, Sequence[Any]] = {"localhost": ["127.0.0.1"], **(hosts or {})}
        self.attempts: list[tuple[str, int]] = []
        self.trusts = False

    def resolve(self, host: str, port: int) -> Sequence[str]:  # noqa: ARG002
        if host not in self._hosts:
            return [PUBLIC]
        answers = self._hosts[host]
        if not answers:
            raise OSError("no such host")
        if isinstance(answers[0], str):
            return answers
        self._hosts[host] = answers[1:]  # other addresses each time
        return list(answers[0])

    def connect(self, machine: str, port: int, timeout: float) -> httpcore2.NetworkStream:
        self.attempts.append((machine, port))
        if self._site is None:
            raise httpcore2.ConnectError("refused")
        return httpcore2.SyncBackend().connect_tcp(
            "127.0.0.1", self._site.port, timeout, socket_options=[]
        )

    @cached_property
    def certificates(self) -> ssl.SSLContext:
        return ssl.create_default_context(cafile=CERTIFICATE if self.trusts else None)


class Visit:
    """What comes of an address on an invented network. Time passes only where sayso waits."""

    def __init__(
        self,
        network: Network,
        keeper: Keeper | None = None,
        clock: Callable[[], float] | None = None,
    ) -> None:
        self.time = 1_000.0
        self.waits: list[float] = []
        self.fetcher = Fetcher(
            network, keeper, clock=clock or (lambda: self.time), sleep=self._sleep, now=lambda: NOW
        )
        self.problems: list[UnreadableInput] = []
        self.notes: list[Note] = []

    def _sleep(self, seconds: float) -> None:
        self.waits.append(seconds)
        self.time += seconds

    def read(self, address: str) -> list[Reading]:
        setting = setting_for(self.problems.append, self.notes.append)
        return list(read_readings(address, setting, fetcher=self.fetcher))

    @property
    def failed(self) -> list[str]:
        return [one.what for one in self.problems]
