"""To which machines a connection may be made: no trick leads to any other."""

import ipaddress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import UnreadableInput
from sayso.read.links.addresses import address_of, is_public
from tests.read.links.site import PUBLIC, InventedNetwork, Site, Visit, leads_to

PRIVATE = (
    "127.0.0.1",
    "127.255.255.254",
    "0.0.0.0",  # noqa: S104
    "10.1.2.3",
    "172.16.0.1",
    "192.168.1.1",
    "169.254.169.254",  # what a cloud machine may ask about itself
    "168.63.129.16",
    "100.64.0.1",
    "100.100.100.200",
    "192.0.0.192",
    "192.0.2.1",
    "198.18.0.1",
    "198.51.100.7",
    "203.0.113.7",
    "192.88.99.1",
    "224.0.0.1",
    "239.255.255.250",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::127.0.0.1",
    "::ffff:127.0.0.1",
    "::ffff:93.184.216.34",
    "::ffff:a9fe:a9fe",
    "64:ff9b::7f00:1",
    "64:ff9b::a9fe:a9fe",
    "64:ff9b:1::1",
    "100::1",
    "2001::1",
    "2001:0:5ef5:79fd:0:59d:a0e5:ba1",
    "2001:db8::1",
    "2002:7f00:1::",
    "2002:a9fe:a9fe::1",
    "3fff::1",
    "4000::1",
    "5f00::1",
    "fc00::1",
    "fd00:ec2::254",
    "fe80::1",
    "fe80::1%eth0",
    "2606:2800:220:1::1%eth0",
    "fec0::1",
    "ff02::1",
    "no address",
    "",
)


@pytest.mark.parametrize("address", PRIVATE)
def test_an_address_that_is_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize(
    "address", [PUBLIC, "1.1.1.1", "2606:2800:220:1:248:1893:25c8:1946", "64:ff9b::5db8:d822"]
)
def test_an_address_that_is_public(address: str) -> None:
    assert is_public(address)


@given(st.ip_addresses())
def test_python_agrees_on_what_is_not_public(address) -> None:
    if is_public(str(address)) and address not in ipaddress.ip_network("64:ff9b::/96"):
        assert address.is_global
        assert not address.is_private
        assert not address.is_multicast


TRICKS = (
    *(f"http://{one}/" for one in PRIVATE[:20]),
    *(f"http://[{one}]/" for one in PRIVATE[20:-2] if "%" not in one),
    "http://[fe80::1%25eth0]/",
    "http://[fe80::1%eth0]/",
    "http://2130706433/",
    "http://0x7f000001/",
    "http://0x7f.1/",
    "http://0x7f.0x0.0x0.0x1/",
    "http://017700000001/",
    "http://0177.0.0.1/",
    "http://127.1/",
    "http://127.0.1/",
    "http://127.0.0.1./",
    "http://1.2.3.4.5/",
    "http://256.1.1.1/",
    "http://127.0.0.1.0x/",
    "http://localhost/",
    "http://LOCALHOST/",
    "http://localhost./",
    "http://inside.gazette.example/",
    "http://mixed.gazette.example/",
    "http://good.example@127.0.0.1/",
    "http://good.example:80@127.0.0.1/",
    "http://good.example%40127.0.0.1/",
    "http://127.0.0.1\\@good.example/",
    "http://good.example\\@127.0.0.1/",
    "http:\\\\127.0.0.1/",
    "http://good.example#@127.0.0.1:22/ ",
    "http://127。0。0。1/",
    "http://127．0．0．1/",
    "http://１２７.0.0.1/",
    "http://①②⑦.0.0.1/",
    "http://ⓛocalhost/",
    "http://%31%32%37.0.0.1/",
    "http://127.0.0.1%00.good.example/",
    "http://good.example\t@127.0.0.1/",
    "http://good.example:22/",
    "http://good.example:0/",
    "http://good.example:6379/",
    "http://good.example:99999/",
    "http://good.example:x/",
    "http://user@good.example/",
    "http://user:word@good.example/",
    "http:///x",
    "http://",
    "http://.",
    "http://../",
    "http://-/",
    "http://[]/",
    "http://[::1/",
    "http://[v1.x]/",
    "http://a..example/",
    "http://" + "a" * 64 + ".example/",
    "http://" + "a." * 130 + "example/",
    "http://good.example/" + "x" * 3_000,
    "http://good.example/\x00",
    "http://good.example/a b",
    "file:///etc/passwd",
    "ftp://good.example/",
    "gopher://127.0.0.1:6379/_x",
    "dict://127.0.0.1/",
    "data://text/html,x",
    "https+unix://x/",
)
HOSTS = {
    "localhost": ["127.0.0.1"],
    "inside.gazette.example": ["10.0.0.5"],
    "mixed.gazette.example": [PUBLIC, "127.0.0.1"],
}


@pytest.mark.parametrize("address", TRICKS)
def test_no_trick_makes_a_connection(address: str) -> None:
    network = InventedNetwork(None, HOSTS)
    visit = Visit(network)
    assert not visit.read(address)
    assert network.attempts == []
    (problem,) = visit.problems
    assert problem.what
    assert problem.remedy.endswith(".")


INNER = (
    "http://169.254.169.254/latest/meta-data/",
    "http://localhost/",
    "http://2130706433/",
    "http://[::ffff:127.0.0.1]/",
    "//127.0.0.1/x",
    "//inside.gazette.example",
    "http://mixed.gazette.example/",
    "file:///etc/passwd",
    "http://good.example:22/",
    "http://u@good.example/",
    "gopher://good.example/",
    "javascript:x",
    "http://[",
    "\\\\127.0.0.1\\x",
)


@pytest.mark.parametrize("location", INNER)
@pytest.mark.parametrize("target", ["/page", "/robots.txt"])
def test_no_address_that_is_led_on_to_makes_one(location: str, target: str) -> None:
    site = Site({f"good.example{target}": leads_to(location)})
    network = InventedNetwork(site, HOSTS)
    visit = Visit(network)
    assert not visit.read("http://good.example/page")
    site.close()
    assert set(network.attempts) == {(PUBLIC, 80)}
    assert len(visit.problems) == 1


def test_a_host_that_changes_its_address_leads_nowhere_else() -> None:
    site = Site({})
    network = InventedNetwork(site, {"turns.example": [[PUBLIC], ["127.0.0.1"], ["127.0.0.1"]]})
    visit = Visit(network)
    assert not visit.read("http://turns.example/page")
    site.close()
    assert network.attempts == [(PUBLIC, 80)]  # for robots.txt
    assert visit.failed == ["the host turns.example is not on the public internet"]


def test_only_addresses_that_were_looked_at_are_tried() -> None:
    network = InventedNetwork(None, {"many.example": [f"93.184.216.{one}" for one in range(1, 40)]})
    visit = Visit(network)
    assert not visit.read("https://many.example/")
    assert network.attempts == [(f"93.184.216.{one}", 443) for one in range(1, 5)]
    assert visit.failed == ["the connection fails"]


def test_a_host_that_is_unknown_is_named() -> None:
    visit = Visit(InventedNetwork(None, {"lost.example": []}))
    assert not visit.read("https://lost.example/")
    assert visit.failed == ["the host lost.example cannot be found"]


@pytest.mark.parametrize(
    ("given_address", "same"),
    [
        ("HTTP://Gazette.Example", "http://gazette.example/"),
        ("https://gazette.example:443/a?b=c#d", "https://gazette.example/a?b=c"),
        ("http://gazette.example.:80/a", "http://gazette.example/a"),
        ("https://gazette.example:80/", "https://gazette.example:80/"),
        (
            "http://zeitung-käfer.example/ä?q=ü",
            "http://xn--zeitung-kfer-ocb.example/%C3%A4?q=%C3%BC",
        ),
        ("http://93.184.216.34/", "http://93.184.216.34/"),
        ("http://[2606:2800:0::1]/x", "http://[2606:2800::1]/x"),
    ],
)
def test_an_address_has_one_form(given_address: str, same: str) -> None:
    assert str(address_of(given_address, "it")) == same


@given(st.text(max_size=60))
def test_any_text_is_an_address_or_a_problem(text: str) -> None:
    for given_address in (text, f"http://{text}", f"https://a.example/{text}"):
        try:
            address = address_of(given_address, "it")
        except UnreadableInput:
            continue
        assert str(address).isascii()
        assert address.port in (80, 443)
        assert str(address_of(str(address), "it")) == str(address)
