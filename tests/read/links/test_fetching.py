"""Reports at addresses: what is asked for, what is obeyed, what is said when it fails."""

import gzip
import zlib
from pathlib import Path

import pytest

from sayso.model.particulars import DateKind
from sayso.read.limits import Limits
from tests.read.links.site import (
    PUBLIC,
    InventedNetwork,
    Site,
    Visit,
    answered,
    leads_to,
)
from tests.read.packed.making import page, sentences

PAGE = page("Dunmore")
AT = "http://gazette.example/bridge"
KEY = "gazette.example/bridge"
ROBOTS = "gazette.example/robots.txt"


@pytest.fixture
def site():
    one = Site({KEY: answered(PAGE)})
    yield one
    one.close()


@pytest.fixture
def visit(site: Site) -> Visit:
    return Visit(InventedNetwork(site))


def test_a_page_is_fetched_and_nothing_else(site: Site, visit: Visit) -> None:
    (reading,) = visit.read(AT)
    document = reading.document
    assert "mayor of Dunmore" in document.text
    assert (document.name, document.url, document.format) == (AT, AT, "web page")
    assert document.crawled == "2026-03-02T08:15:30Z"
    assert (document.published, document.modified) == (None, None)
    assert site.asked == [ROBOTS, KEY]
    assert visit.failed == []


def test_who_asks_is_said_and_nothing_more(site: Site, visit: Visit) -> None:
    visit.read(AT)
    lines = site.requests[1].decode().split("\r\n")
    assert lines[0] == "GET /bridge HTTP/1.1"
    names = [one.partition(":")[0] for one in lines[1:-2]]
    assert names == ["Host", "User-Agent", "Accept", "Accept-Encoding", "Connection"]
    assert "sayso/" in lines[2]
    assert "(+reads reports that a person asked for)" in lines[2]


def test_no_proxy_of_the_environment_is_used(visit: Visit, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "https_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    assert len(visit.read(AT)) == 1


def test_the_date_of_the_file_is_a_date_of_change(site: Site, visit: Visit) -> None:
    site.answers[KEY] = answered(PAGE, Last_Modified="Sun, 01 Mar 2026 08:00:00 GMT")
    (reading,) = visit.read(AT)
    assert [(one.kind, one.field) for one in reading.document.dates] == [
        (DateKind.MODIFIED, "Last-Modified"),
        (DateKind.CRAWLED, "time of fetching"),
    ]
    assert reading.document.published is None


def test_a_page_that_leads_on_is_followed(site: Site, visit: Visit) -> None:
    site.answers["gazette.example/old"] = leads_to("/older#x", "301 Moved Permanently")
    site.answers["gazette.example/older"] = leads_to("http://www.gazette.example/new")
    site.answers["www.gazette.example/new"] = answered(PAGE)
    (reading,) = visit.read("http://gazette.example/old")
    assert reading.document.url == "http://www.gazette.example/new"
    assert reading.document.name == "http://gazette.example/old"
    assert site.asked == [
        ROBOTS,
        "gazette.example/old",
        "gazette.example/older",
        "www.gazette.example/robots.txt",
        "www.gazette.example/new",
    ]


def test_a_page_that_leads_round_is_left(site: Site, visit: Visit) -> None:
    site.answers[KEY] = leads_to(AT)
    assert not visit.read(AT)
    assert len(site.asked) == 7
    assert visit.failed == ["it leads on to other addresses more than 5 times"]


@pytest.mark.parametrize(
    ("robots", "allowed"),
    [
        (answered(b"User-agent: *\nDisallow: /", media="text/plain"), False),
        (answered(b"User-agent: sayso\nDisallow: /b"), False),
        (
            answered(
                gzip.compress(b"User-agent: *\nDisallow: /b", mtime=0), Content_Encoding="gzip"
            ),
            False,
        ),
        (answered(b"User-agent: gptbot\nDisallow: /"), True),
        (answered(b"User-agent: *\nDisallow: /drafts"), True),
        (answered(b"", "403 Forbidden"), True),
        (answered(b"", "404 Not Found"), True),
        (answered(b"", "410 Gone"), True),
        (answered(b"", "429 Too Many Requests"), False),
        (answered(b"", "500 Internal Server Error"), False),
        (answered(b"", "503 Service Unavailable"), False),
        (leads_to("/robots.txt"), False),
        (b"", False),
        (b"rubbish\r\n\r\n", False),
    ],
)
def test_robots_are_obeyed(site: Site, visit: Visit, robots: bytes, allowed: bool) -> None:
    site.answers[ROBOTS] = robots
    assert len(visit.read(AT)) == allowed
    assert (KEY in site.asked) is allowed
    assert len(visit.failed) == (not allowed)


def test_a_page_that_robots_may_not_have_is_to_be_saved_by_hand(site: Site, visit: Visit) -> None:
    site.answers[ROBOTS] = answered(b"User-agent: *\nDisallow: /")
    visit.read(AT)
    (problem,) = visit.problems
    assert problem.what == ("gazette.example asks programs not to fetch this page (robots.txt)")
    assert problem.remedy == "Open it in a browser, save the page, and name the saved file."


def test_robots_are_asked_for_once_and_hosts_are_left_in_peace(site: Site, visit: Visit) -> None:
    site.answers["other.example/x"] = answered(page("Ashby"))
    for address in (AT, AT, "http://other.example/x"):
        assert len(visit.read(address)) == 1
    assert site.asked == [ROBOTS, KEY, KEY, "other.example/robots.txt", "other.example/x"]
    assert visit.waits == [1.0, 1.0, 1.0]


@pytest.mark.parametrize(
    ("status", "remedy"),
    [
        ("401 Unauthorized", "in a browser"),
        ("403 Forbidden", "in a browser"),
        ("404 Not Found", "web archive"),
        ("410 Gone", "web archive"),
        ("429 Too Many Requests", "later"),
        ("451 Unavailable For Legal Reasons", "web archive"),
        ("500 Internal Server Error", "later"),
        ("503 Service Unavailable", "later"),
        ("206 Partial Content", "later"),
        ("204 No Content", "later"),
        ("304 Not Modified", "later"),
    ],
)
def test_a_refusal_is_named_with_what_to_do(
    site: Site, visit: Visit, status: str, remedy: str
) -> None:
    site.answers[KEY] = answered(b"", status)
    assert not visit.read(AT)
    (problem,) = visit.problems
    assert status[:3] in problem.what
    assert remedy in problem.remedy


def test_a_status_without_a_name_is_shown_with_the_servers_words(site: Site, visit: Visit) -> None:
    site.answers[KEY] = answered(b"", "999 Go away")
    visit.read(AT)
    assert visit.failed == ["the server does not give the page (999 Go away)"]


@pytest.mark.parametrize(
    ("answer", "what"),
    [
        (b"", "breaks off or cannot be read"),
        (b"SSH-2.0-OpenSSH_9.6\r\n", "breaks off or cannot be read"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\nshort", "breaks off or cannot be read"),
        (b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 60_000 + b"\r\n", "breaks off or cannot be read"),
        (b"HTTP/1.1 200 OK\r\nX: " + b"y" * 200_000, "breaks off or cannot be read"),
        (answered(b""), "empty"),
        (answered(b"\x89PNG", media="image/png"), "image/png, which is no report"),
        (answered(b"x()", media="application/javascript"), "application/javascript"),
    ],
)
def test_what_is_no_page_is_named(site: Site, visit: Visit, answer: bytes, what: str) -> None:
    site.answers[KEY] = answer
    found = visit.read(AT)
    assert not found
    assert [what in one for one in visit.failed] == [True]


def test_the_media_type_decides(site: Site, visit: Visit) -> None:
    site.answers["gazette.example/a.html"] = answered(
        sentences("Dunmore").encode(), media="text/plain; charset=utf-8"
    )
    site.answers["gazette.example/b"] = answered(PAGE, media="")
    site.answers["gazette.example/c.txt"] = answered(
        sentences("Dunmore").encode(), media="application/octet-stream"
    )
    formats = [
        reading.document.format
        for target in ("a.html", "b", "c.txt")
        for reading in visit.read(f"http://gazette.example/{target}")
    ]
    assert formats[1:] == ["web page", "plain text"]
    assert visit.failed == []


@pytest.mark.parametrize(
    "answer",
    [
        answered(gzip.compress(PAGE, mtime=0), Content_Encoding="gzip"),
        answered(gzip.compress(PAGE, mtime=0)),
        answered(PAGE, Content_Encoding="gzip"),
        answered(zlib.compress(PAGE), Content_Encoding="deflate"),
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"
        + b"%x\r\n%b\r\n0\r\n\r\n" % (len(PAGE), PAGE),
        b"HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n" + PAGE,
        b"HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\n" + answered(PAGE),
        answered(PAGE) + b"and more",
    ],
)
def test_packing_is_undone(site: Site, visit: Visit, answer: bytes) -> None:
    site.answers[KEY] = answer
    (reading,) = visit.read(AT)
    assert reading.document.text.endswith("not in the papers of Dunmore.")


def test_a_bomb_is_named(site: Site, visit: Visit) -> None:
    site.answers[KEY] = answered(gzip.compress(b" " * 30_000_000), Content_Encoding="gzip")
    assert not visit.read(AT)
    assert visit.failed == ["it unpacks to more than 20,000,000 bytes"]


def test_an_answer_too_long_is_left(site: Site, visit: Visit) -> None:
    visit.fetcher.limits = Limits(answer_bytes=10_000)
    site.answers[KEY] = answered(b"x" * 200_000)
    assert not visit.read(AT)
    assert visit.failed == ["the server sends more than 10,000 bytes"]


def test_an_answer_that_takes_too_long_is_left(site: Site) -> None:
    site.answers[KEY] = answered(PAGE)[:-500]
    times = iter(range(0, 10_000, 8))
    visit = Visit(InventedNetwork(site), clock=lambda: float(next(times)))
    assert not visit.read(AT)
    assert visit.failed == ["the server takes longer than 30 seconds"]


def test_a_site_that_does_not_answer_is_named() -> None:
    visit = Visit(InventedNetwork(None))
    assert not visit.read(AT)
    assert visit.failed == ["the connection fails"]


def test_one_bad_address_never_stops_the_others(visit: Visit) -> None:
    found = [len(visit.read(one)) for one in ("http://localhost/", AT, "http://[", AT)]
    assert found == [0, 1, 0, 1]
    assert len(visit.failed) == 2


def secure_visit(trusts: bool, host: str) -> tuple[Visit, Site, InventedNetwork]:
    site = Site({f"{host}/bridge": answered(PAGE)}, secure=True)
    network = InventedNetwork(site)
    network.trusts = trusts
    return Visit(network), site, network


def test_a_certificate_of_the_host_is_taken() -> None:
    visit, site, network = secure_visit(True, "gazette.example")
    assert len(visit.read("https://gazette.example/bridge")) == 1
    assert site.named == ["gazette.example", "gazette.example"]
    assert network.attempts == [(PUBLIC, 443)] * 2


@pytest.mark.parametrize(("trusts", "host"), [(False, "gazette.example"), (True, "herald.example")])
def test_a_certificate_that_is_not_valid_ends_it(trusts: bool, host: str) -> None:
    visit, site, _ = secure_visit(trusts, host)
    assert not visit.read(f"https://{host}/bridge")
    assert site.asked == []
    assert ["certificate is not valid" in one for one in visit.failed] == [True]


def test_a_server_that_speaks_no_tls_is_named(visit: Visit) -> None:
    assert not visit.read("https://gazette.example/bridge")
    assert visit.failed == ["no secure connection can be made"]


def test_a_folder_is_never_an_address(tmp_path: Path, visit: Visit, site: Site) -> None:
    (tmp_path / "http:").mkdir()
    (tmp_path / "http:" / "gazette.example").write_text(sentences("Dunmore"), "utf-8")
    assert len(visit.read(str(tmp_path))) == 1
    assert site.asked == []
