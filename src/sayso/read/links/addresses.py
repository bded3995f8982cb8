"""Addresses of the web, and which machines they may lead to.

An address may come from a page that leads on to it, and so from anybody. None may make this machine
speak to itself, to its own network, or to the service that tells a cloud machine its secrets.
"""

import ipaddress
import re
from dataclasses import dataclass
from urllib.parse import urlsplit

import httpx2

from sayso.errors import UnreadableInput
from sayso.read.limits import MAX_URL_CHARACTERS

PORTS = {"http": 80, "https": 443}
NOT_IN_ADDRESSES = re.compile(r"[\x00-\x20\x7f\\<>\"^`{|}]|\s")
HOST = re.compile(
    r"(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)*[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?"
)
MAX_HOST_CHARACTERS = 253
NUMBER = re.compile(r"0x[0-9a-f]*|[0-9]+")
SAVE_BY_HAND = "Open it in a browser, save the page, and name the saved file."
CHECK = "Check the address."

# Beyond what `ipaddress` holds to be not global, in this or in some version of Python.
NOT_PUBLIC = tuple(
    map(
        ipaddress.ip_network,
        (
            "192.0.0.0/24",  # for protocols
            "192.88.99.0/24",  # relays of 6to4
            "168.63.129.16/32",  # Azure's own, for its machines
            "2001::/23",  # for protocols; Teredo is one
            "2001:db8::/32",  # for documents
            "2002::/16",  # 6to4
            "3fff::/20",  # for documents
        ),
    )
)
UNICAST = ipaddress.ip_network("2000::/3")  # all of IPv6 that leads anywhere today
NAT64 = ipaddress.ip_network("64:ff9b::/96")  # an IPv4 address, for machines that only have IPv6


@dataclass(frozen=True, slots=True)
class Address:
    """An address that may be fetched, in one form: host in ASCII, no fragment."""

    scheme: str
    host: str
    port: int
    target: str

    @property
    def authority(self) -> str:
        """The host, with brackets if it is IPv6, and the port if it is not the usual one."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def site(self) -> str:
        """The address without what stands behind the host."""
        return f"{self.scheme}://{self.authority}"

    def __str__(self) -> str:
        return self.site + self.target


def address_of(given: str, name: str) -> Address:
    """The address that is given. Raises UnreadableInput, for `name`, if it is not to be fetched."""
    if len(given) > MAX_URL_CHARACTERS:
        raise UnreadableInput(name, "the address is too long", CHECK)
    if NOT_IN_ADDRESSES.search(given):
        raise UnreadableInput(name, "there is a character in it that no address has", CHECK)
    try:
        parts = urlsplit(given)
        url = httpx2.URL(given)
        port = url.port
    except (ValueError, httpx2.InvalidURL) as error:
        raise UnreadableInput(name, "it is not an address of the web", CHECK) from error
    scheme = parts.scheme.lower()
    if scheme not in PORTS:
        what = f"it leads to {scheme or 'no'}://, and only http:// and https:// are fetched"
        raise UnreadableInput(name, what, SAVE_BY_HAND)
    if "@" in parts.netloc or url.userinfo:
        what = "there is a user name before the host in it"
        raise UnreadableInput(name, what, "Leave out what stands before the @.")
    port = PORTS[scheme] if port is None else port
    if port not in PORTS.values():
        what = f"it names port {port}, and only 80 and 443 are used"
        raise UnreadableInput(name, what, SAVE_BY_HAND)
    return Address(scheme, _host(url, name), port, url.raw_path.decode("ascii") or "/")


def _host(url: httpx2.URL, name: str) -> str:
    """The host in ASCII, without a dot at its end. Raises UnreadableInput if it is none."""
    host = url.raw_host.decode("ascii", "replace").lower()
    if ":" in host:
        try:
            return str(ipaddress.IPv6Address(host))
        except ValueError as error:
            raise UnreadableInput(name, "its host is no IPv6 address", CHECK) from error
    host = host.removesuffix(".")
    if len(host) > MAX_HOST_CHARACTERS or not HOST.fullmatch(host):
        raise UnreadableInput(name, "it names no host", CHECK)
    if NUMBER.fullmatch(host.rpartition(".")[2]):
        try:
            return str(ipaddress.IPv4Address(host))
        except ValueError as error:
            what = "its host is a number in an unusual form"
            raise UnreadableInput(name, what, CHECK) from error
    return host


def is_literal(host: str) -> bool:
    """Whether a host is an IP address, so that nobody has to be asked for it."""
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def is_public(text: str) -> bool:
    """Whether an IP address is that of one machine on the public internet.

    >>> [is_public(one) for one in ("93.184.216.34", "10.0.0.1", "::ffff:127.0.0.1", "fe80::1%eth0")]
    [True, False, False, False]
    """
    try:
        address = ipaddress.ip_address(text)
    except ValueError:
        return False
    if isinstance(address, ipaddress.IPv6Address):
        if address.scope_id is not None:
            return False
        if address in NAT64:
            return is_public(str(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)))
        if address not in UNICAST:
            return False
    if any(address.version == one.version and address in one for one in NOT_PUBLIC):
        return False
    return address.is_global and not (
        address.is_multicast or address.is_reserved or address.is_unspecified
    )
