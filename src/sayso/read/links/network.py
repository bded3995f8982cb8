"""One question and its answer over the network, to a machine that was looked at before.

The host is looked up once. If any of its machines is not on the public internet, none is spoken to;
else the connection is made to exactly the address that was looked at, so no second look-up can lead
elsewhere. The certificate must be that of the host. No proxy of the environment is used.
"""

import socket
import ssl
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import httpcore2
import httpx2

from sayso.errors import UnreadableInput
from sayso.read.links.addresses import CHECK, SAVE_BY_HAND, Address, is_literal, is_public

CONNECT_SECONDS = 10
TOTAL_SECONDS = 30  # of one question and its answer
MAX_MACHINES = 4  # of one host, that are tried one after another
TRY_LATER = "Try again later, or save the page by hand and name the saved file."


class Network:
    """The real network."""

    def resolve(self, host: str, port: int) -> Sequence[str]:
        """The addresses of a host. Raises OSError if there is none."""
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        return list(dict.fromkeys(str(one[4][0]) for one in found))

    def connect(self, machine: str, port: int, timeout: float) -> httpcore2.NetworkStream:
        """A connection to an address. Raises what httpcore2 raises."""
        return httpcore2.SyncBackend().connect_tcp(machine, port, timeout, socket_options=[])

    @cached_property
    def certificates(self) -> ssl.SSLContext:
        """What certificates are held against."""
        return httpx2.create_ssl_context()


@dataclass
class Exchange:
    """What was sent to a machine and what came back, byte for byte."""

    address: Address
    machine: str = ""
    sent: bytearray = field(default_factory=bytearray)
    received: bytearray = field(default_factory=bytearray)
    cut: str | None = None  # why it broke off: "time", "length", "disconnect"


class _TooLong(Exception):
    """More came back than is taken."""


class _OutOfTime(Exception):
    """It took longer than is waited for."""


@dataclass
class _Watch:
    """Counts the bytes and the time of an exchange."""

    exchange: Exchange
    most_bytes: int
    clock: Callable[[], float]
    end: float

    def time_left(self, timeout: float | None) -> float:
        left = self.end - self.clock()
        if left <= 0:
            raise _OutOfTime
        return left if timeout is None else min(left, timeout)

    def take(self, data: bytes) -> bytes:
        self.exchange.received += data
        if len(self.exchange.received) > self.most_bytes:
            raise _TooLong
        return data


class _WatchedStream(httpcore2.NetworkStream):
    def __init__(self, stream: httpcore2.NetworkStream, watch: _Watch) -> None:
        self._stream = stream
        self._watch = watch

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._watch.take(self._stream.read(max_bytes, self._watch.time_left(timeout)))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._watch.exchange.sent += buffer
        self._stream.write(buffer, self._watch.time_left(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore2.NetworkStream:
        left = self._watch.time_left(timeout)
        return _WatchedStream(
            self._stream.start_tls(ssl_context, server_hostname, left), self._watch
        )

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


class _Pinned(httpcore2.NetworkBackend):
    """Connects to one machine, whatever host is named."""

    def __init__(self, network: Network, machine: str, watch: _Watch) -> None:
        self._network, self._machine, self._watch = network, machine, watch

    def connect_tcp(
        self,
        host: str,  # noqa: ARG002
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,  # noqa: ARG002
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,  # noqa: ARG002
    ) -> httpcore2.NetworkStream:
        left = self._watch.time_left(timeout)
        return _WatchedStream(self._network.connect(self._machine, port, left), self._watch)


def machines_of(address: Address, network: Network, name: str) -> Sequence[str]:
    """The machines of a host, all of them public. Raises UnreadableInput if they are not."""
    try:
        literal = is_literal(address.host)
        machines = [address.host] if literal else network.resolve(address.host, address.port)
    except (OSError, UnicodeError) as error:
        what = f"the host {address.host} cannot be found"
        raise UnreadableInput(name, what, "Check the address and your connection.") from error
    if not machines or not all(map(is_public, machines)):
        what = f"the host {address.host} is not on the public internet"
        raise UnreadableInput(name, what, SAVE_BY_HAND)
    return machines[:MAX_MACHINES]


def exchange(
    address: Address,
    fields: Sequence[tuple[str, str]],
    network: Network,
    most_bytes: int,
    name: str,
    clock: Callable[[], float] = time.monotonic,
) -> tuple[Exchange, UnreadableInput | None]:
    """Asks a host for what stands at an address.

    Gives what went to and fro, and what went wrong if it broke off. Raises UnreadableInput if no
    connection was made.
    """
    watch = _Watch(Exchange(address), most_bytes, clock, clock() + TOTAL_SECONDS)
    failed: UnreadableInput | None = None
    for machine in machines_of(address, network, name):
        watch.exchange = Exchange(address, machine)
        failed = _asked(watch, machine, fields, network, name)
        if failed is None or watch.exchange.sent:
            return watch.exchange, failed
    raise failed or UnreadableInput(name, "no machine answers there", CHECK)


def _asked(
    watch: _Watch,
    machine: str,
    fields: Sequence[tuple[str, str]],
    network: Network,
    name: str,
) -> UnreadableInput | None:
    """Asks one machine; what went wrong, if anything did."""
    address = watch.exchange.address
    scheme, host = address.scheme.encode(), address.host.encode()
    asked = httpcore2.Request(
        "GET",
        httpcore2.URL(scheme=scheme, host=host, port=address.port, target=address.target),
        headers=[("Host", address.authority), *fields],
        extensions={"timeout": {"connect": CONNECT_SECONDS}},
    )
    try:
        with httpcore2.HTTPConnection(
            httpcore2.Origin(scheme, host, address.port),
            ssl_context=network.certificates if address.scheme == "https" else None,
            network_backend=_Pinned(network, machine, watch),
        ) as connection:
            for _ in connection.handle_request(asked).iter_stream():
                pass  # the watch keeps it, byte for byte
    except _TooLong:
        watch.exchange.cut = "length"
        what = f"the server sends more than {watch.most_bytes:,} bytes"
        return UnreadableInput(name, what, SAVE_BY_HAND)
    except (_OutOfTime, httpcore2.TimeoutException):
        watch.exchange.cut = "time"
        what = f"the server takes longer than {TOTAL_SECONDS} seconds"
        if not watch.exchange.sent:
            what = "the server does not answer"
        return UnreadableInput(name, what, TRY_LATER)
    except (httpcore2.NetworkError, httpcore2.ProtocolError, OSError) as error:
        watch.exchange.cut = "disconnect"
        return _network_problem(error, name)
    return None


def _network_problem(error: BaseException, name: str) -> UnreadableInput:
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ssl.SSLCertVerificationError):
            what = f"its certificate is not valid ({cause.verify_message})"
            remedy = "Somebody may stand between: look at the page by another way."
            return UnreadableInput(name, what, remedy)
        if isinstance(cause, ssl.SSLError):
            return UnreadableInput(name, "no secure connection can be made", TRY_LATER)
        cause = cause.__cause__ or (cause.args[0] if _holds_error(cause) else None)
    if isinstance(error, httpcore2.ProtocolError):
        return UnreadableInput(name, "the server's answer breaks off or cannot be read", TRY_LATER)
    return UnreadableInput(name, "the connection fails", TRY_LATER)


def _holds_error(error: BaseException) -> bool:
    return bool(error.args) and isinstance(error.args[0], BaseException)
