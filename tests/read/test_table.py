"""Which reader a file gets, and formats that other packages register."""

from collections.abc import Iterator
from importlib.metadata import EntryPoint
from io import BytesIO
from pathlib import Path

import pytest

from sayso.model.text import Document
from sayso.read import table
from sayso.read.reader import Format, Material, Reading, Setting
from sayso.read.reports import read
from tests import samples

SAID = "The mayor said that the bridge was closed. Nobody was hurt there, she added."


def read_shouted(material: Material, setting: Setting) -> Iterator[Reading]:
    data = material.all_bytes(setting.limits.report_bytes)
    yield Reading(Document(material.name, data.decode().removeprefix("SHOUT ").capitalize()))


FORMAT = Format(
    "shouted text",
    read_shouted,
    suffixes=frozenset({".shout"}),
    begins=lambda begin: begin.startswith(b"SHOUT "),
)


@pytest.fixture
def registered(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A package that registers FORMAT."""
    point = EntryPoint("shouted", f"{__name__}:FORMAT", table.GROUP)
    monkeypatch.setattr(
        table, "entry_points", lambda group: [point] if group == table.GROUP else []
    )
    monkeypatch.setattr(EntryPoint, "load", lambda _: FORMAT)
    table.formats_of_others.cache_clear()
    yield
    table.formats_of_others.cache_clear()


@pytest.mark.usefixtures("registered")
@pytest.mark.parametrize("name", ["a.shout", "a.txt"])
def test_a_format_of_another_package_is_used(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(f"SHOUT {SAID.upper()}", "utf-8")
    (document,) = read(tmp_path)
    assert document.format == "shouted text"
    assert document.text == SAID.capitalize()
    assert ".shout" in set(table.suffixes_read())


@pytest.mark.usefixtures("registered")
def test_the_formats_of_sayso_come_first(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(SAID, "utf-8")
    (document,) = read(tmp_path)
    assert document.format == "plain text"


@pytest.mark.parametrize(
    ("begin", "suffix", "name"),
    [
        (b"PK\x03\x04" + bytes(26) + b"[Content_Types].xml", ".docx", "Word document"),
        (b"PK\x03\x04" + bytes(26) + b"[Content_Types].xml", ".xlsx", "spreadsheet"),
        (b"PK\x03\x04" + bytes(26) + b"_rels/.rels", "", "Word document"),
        (b'{"name": "a", "text": "b"}', ".jsonl", "JSON Lines"),
        (b'{"name": "a", "text": "b"}', ".json", "JSON"),
        (b'[{"text": "b"}]', "", "JSON"),
        (b"title,text\n", ".csv", "table (CSV)"),
        (b"WEBVTT\n\n", "", "subtitles"),
        (b"1\n00:00:01,000 --> 00:00:02,000\n", ".srt", "subtitles"),
        (b"# Bridge closed\n", ".md", "Markdown"),
        (b"<html><body>", ".csv", "web page"),
        (b"The mayor said", ".txt", "plain text"),
    ],
)
def test_a_format_is_known_by_the_file_and_then_by_its_name(
    begin: bytes, suffix: str, name: str
) -> None:
    found = table.format_of(Material("one", BytesIO(begin), begin, suffix))
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize("row", table.BUILT_IN, ids=lambda row: row.module)
def test_the_table_says_what_the_module_says(row: table.Row) -> None:
    found = row.format()
    assert row.suffixes == found.suffixes
    assert row.media == found.media


OPENINGS = [
    *samples.samples().values(),
    b"PK\x05\x06",
    b"PK\x03\x04" + bytes(26) + b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet",
    b"\xef\xbb\xbf <?xml version='1.0'?><rdf:RDF>",
    b"<!-- one --><rss>",
    "<?xml version='1.0'?><feed>".encode("utf-16"),
    "<?xml version='1.0'?><feed>".encode("utf-32"),
    b'\xef\xbb\xbf{"version": "https:\\/\\/jsonfeed.org\\/version\\/1"}',
    b'\xef\xbb\xbf [ {"text": "a"}]',
    b'\xef\xbb\xbf {"text": "a"}',
    b"\xef\xbb\xbf\n[Desktop Entry]",
    b"bplist00",
    b"\xef\xbb\xbfWEBVTT",
    b"Snapshot-Content-Location : https://a.example/\n",
    b"From a@b.example Mon Mar  2 08:15:00 2026\nTo: b@b.example\nMessage-ID: <1>\n",
    b"Received: from a\n by b\nTo: b@b.example\n",
    b"WARC/1.1\r\n",
    b"\xef\xbb\xbf\r\n%PDF-1.7",
    b"\xef\xbb\xbf\n<?xml version='1.0'?> <!-- one --> <HTML>",
]


@pytest.mark.parametrize("row", table.BUILT_IN, ids=lambda row: row.module)
def test_a_file_that_a_module_knows_gets_its_module_loaded(row: table.Row) -> None:
    known = [begin for begin in OPENINGS if row.format().begins(begin)]
    assert known or row.module in ("lines.delimited", "texts.markdown", "plain")
    assert all(row.may_be("", "", begin) for begin in known)


def test_a_page_loads_no_other_format() -> None:
    page = b"<!doctype html><html><head><link rel=alternate type=application/rss+xml>"
    assert [row.module for row in table.BUILT_IN if row.may_be(".html", "text/html", page)] == [
        "pages.html"
    ]
