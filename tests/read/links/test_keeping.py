"""What was fetched is kept, byte for byte, and never overwritten."""

import gzip
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from warcio.archiveiterator import ArchiveIterator  # type: ignore[import-untyped]

from sayso.errors import CannotWrite
from sayso.read.links.keeping import Keeper
from tests.read.links.site import InventedNetwork, Site, Visit, answered, leads_to
from tests.read.packed.making import Found, page

AT = "http://gazette.example/bridge"


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    return tmp_path / "evidence.warc.gz"


def visited(kept: Path, answers: dict[str, bytes], *addresses: str) -> tuple[Visit, Site]:
    site = Site(answers)
    visit = Visit(InventedNetwork(site), Keeper(kept))
    for address in addresses:
        visit.read(address)
    site.close()
    return visit, site


def records_of(kept: Path) -> list[tuple[str, str, bytes]]:
    """The records as warcio reads them, byte for byte; their check sums must be right."""
    found = []
    for one in archived(kept, check_digests="raise"):
        one.content_stream().read()
    for one in archived(kept, no_record_parse=True):
        address = one.rec_headers.get_header("WARC-Target-URI") or ""
        found.append((one.rec_type, address, one.raw_stream.read()))
    return found


def archived(kept: Path, **options: Any) -> Iterator[Any]:
    with kept.open("rb") as file:
        yield from ArchiveIterator(file, **options)


def test_every_byte_is_kept(kept: Path) -> None:
    answers = {
        "gazette.example/bridge": leads_to("/new"),
        "gazette.example/new": answered(gzip.compress(page("Dunmore")), Content_Encoding="gzip"),
    }
    _, site = visited(kept, answers, AT)
    info, *others = records_of(kept)
    assert info[0] == "warcinfo"
    assert [(kind, address) for kind, address, _ in others] == [
        (kind, f"http://gazette.example/{target}")
        for target in ("robots.txt", "bridge", "new")
        for kind in ("request", "response")
    ]
    assert [block for kind, _, block in others if kind == "request"] == site.requests
    blocks = [block for kind, _, block in others if kind == "response"]
    assert blocks[1:] == [answers["gazette.example/bridge"], answers["gazette.example/new"]]


def test_what_was_kept_reads_like_what_was_fetched(kept: Path) -> None:
    site = Site({"gazette.example/bridge": answered(page("Dunmore"))})
    (fetched,) = Visit(InventedNetwork(site), Keeper(kept)).read(AT)
    site.close()
    found = Found(kept.read_bytes(), kept.with_name("again.warc.gz"))
    (again,) = found.readings
    assert again.document.text == fetched.document.text
    assert again.document.raw_sha256 == fetched.document.raw_sha256
    assert again.document.url == fetched.document.url
    assert again.document.crawled == "2026-03-02T08:15:30Z" == fetched.document.crawled


def test_an_answer_that_broke_off_is_kept_and_said_to(kept: Path) -> None:
    part = b"HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\nshort"
    visited(kept, {"gazette.example/bridge": part}, AT)
    cut = [one.rec_headers.get_header("WARC-Truncated") for one in archived(kept)]
    assert cut[-1] == "disconnect"
    assert records_of(kept)[-1][2] == part


def test_what_is_there_is_never_overwritten(kept: Path) -> None:
    kept.write_bytes(b"older")
    with pytest.raises(CannotWrite, match="never overwritten"):
        Keeper(kept)
    kept.unlink()
    kept.symlink_to(kept.with_name("elsewhere"))
    with pytest.raises(CannotWrite, match="never overwritten"):
        Keeper(kept)


def test_a_file_that_came_meanwhile_is_not_overwritten(kept: Path) -> None:
    keeper = Keeper(kept)
    kept.write_bytes(b"older")
    site = Site({"gazette.example/bridge": answered(page("Dunmore"))})
    with pytest.raises(CannotWrite):
        Visit(InventedNetwork(site), keeper).read(AT)
    site.close()
    assert kept.read_bytes() == b"older"


def test_the_name_says_what_it_is(tmp_path: Path) -> None:
    with pytest.raises(CannotWrite, match=r"\.warc\.gz"):
        Keeper(tmp_path / "evidence.zip")


def test_nothing_is_written_if_nothing_is_fetched(kept: Path) -> None:
    visited(kept, {}, "http://localhost/")
    assert not kept.exists()
