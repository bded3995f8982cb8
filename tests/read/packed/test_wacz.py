"""WACZ files: the pages of a crawl."""

import json
import zipfile
from pathlib import Path

import pytest

from tests.read.packed.making import (
    Found,
    answer,
    capture,
    packed,
    page,
    places_of,
    record,
    zipped,
)

TOWNS = ("Dunmore", "Ashby", "Calder")
WARC = packed(*map(capture, TOWNS))
HEAD = {"format": "json-pages-1.0", "id": "pages", "title": "All pages"}


def listing(*pages: object) -> bytes:
    return b"".join(json.dumps(one).encode() + b"\n" for one in (HEAD, *pages))


def wacz(warc: bytes = WARC, **lists: bytes) -> bytes:
    pages = {f"pages/{name}.jsonl": data for name, data in lists.items()}
    members = {"datapackage.json": b"{}", "archive/data.warc.gz": warc, "indexes/index.cdx": b"x"}
    return zipped({**members, **pages}, zipfile.ZIP_STORED)


@pytest.mark.parametrize("name", ["a.wacz", "a.zip", "a"])
def test_all_pages_are_read_without_a_list(tmp_path: Path, name: str) -> None:
    found = Found(wacz(), tmp_path / name)
    assert found.names == [f"{name}:https://gazette.example/{one}" for one in TOWNS]
    assert (found.failed, found.said) == ([], [])


def test_pages_of_the_lists_are_read(tmp_path: Path) -> None:
    data = wacz(
        pages=listing({"url": "https://gazette.example/Dunmore#top", "title": "Of the crawl"}),
        extraPages=listing({"url": "https://gazette.example/Calder"}),
    )
    found = Found(data, tmp_path / "a.wacz")
    assert places_of(found.texts) == ["Dunmore", "Calder"]
    assert found.said == ["passed over in it: files that are none of the pages of the crawl (1)"]


def test_a_page_that_leads_on_is_on_the_list(tmp_path: Path) -> None:
    moved = record(
        answer(b"", status="302 Found", Location="/Ashby"), "https://gazette.example/short"
    )
    data = wacz(packed(moved) + WARC, pages=listing({"url": "https://gazette.example/short"}))
    assert places_of(Found(data, tmp_path / "a.wacz").texts) == ["Ashby"]


def test_a_list_that_fits_nothing_does_not_count(tmp_path: Path) -> None:
    data = wacz(pages=listing({"url": "https://other.example/"}))
    assert len(Found(data, tmp_path / "a.wacz").readings) == 3


@pytest.mark.parametrize("line", [b"\xff", b"[" * 5_000, b'"x"', b"[]", b'{"url": 3}', b"{", b""])
def test_a_broken_list_does_not_count(tmp_path: Path, line: bytes) -> None:
    found = Found(wacz(pages=line), tmp_path / "a.wacz")
    assert len(found.readings) == 3
    assert not found.failed


def test_the_title_of_the_list_fills_a_gap(tmp_path: Path) -> None:
    untitled = page("Dunmore").replace(b"<title>Bridge closed in Dunmore</title>", b"")
    warc = record(answer(untitled.replace(b"h1", b"p")), "https://gazette.example/Dunmore")
    data = wacz(
        packed(warc), pages=listing({"url": "https://gazette.example/Dunmore", "title": "A bridge"})
    )
    (reading,) = Found(data, tmp_path / "a.wacz").readings
    assert reading.document.title == "A bridge"


def test_without_archives_it_is_named(tmp_path: Path) -> None:
    data = zipped({"datapackage.json": b"{}", "archive/": b"", "pages/pages.jsonl": listing()})
    assert Found(data, tmp_path / "a.wacz").failed == ["there is no WARC file in it"]


def test_a_cut_archive_costs_only_its_end(tmp_path: Path) -> None:
    found = Found(wacz(WARC[:-60]), tmp_path / "a.wacz")
    assert places_of(found.texts) == ["Dunmore", "Ashby"]
    assert ["ends in the middle" in one for one in found.failed] == [True]
