"""Pages that a browser saved as one file."""

import quopri

import pytest

from sayso.read.mail.mhtml import begins_like_saved_page
from tests.read.mail.reading import read_bytes

CHROME = b"""From: <Saved by Blink>
Snapshot-Content-Location: https://courier.example/world/bridge
Subject: =?utf-8?Q?Bridge=20at=20Selm=20Ferry=20destroyed?=
Date: Mon, 2 Mar 2026 21:30:00 -0000
MIME-Version: 1.0
Content-Type: multipart/related;
\ttype="text/html";
\tboundary="----MultipartBoundary--abc----"


"""
PARAGRAPHS = (
    "The army’s spokesman said on Monday that the bridge had been hit by rebel shells.",
    "The rebels denied it, and said that the army had destroyed the bridge on Sunday.",
    "Nine people were dead, the governor of the province said by telephone.",
)
PAGE = (
    '<html><head><meta charset="utf-8"><title>Bridge at Selm Ferry destroyed</title></head><body>'
    f"<nav>Home</nav><article><h1>Bridge at Selm Ferry destroyed</h1>"
    f"{''.join(f'<p>{one}</p>' for one in PARAGRAPHS)}</article></body></html>"
)
EMPTY = "<html><head><title>x</title></head><body><script>go()</script></body></html>"


def part(page: str, location: str, more: str = "") -> bytes:
    head = (
        f"------MultipartBoundary--abc----\nContent-Type: text/html\n{more}"
        f"Content-Transfer-Encoding: quoted-printable\nContent-Location: {location}\n\n"
    )
    return head.encode() + quopri.encodestring(page.encode()) + b"\n"


PICTURE = (
    b"------MultipartBoundary--abc----\nContent-Type: image/png\nContent-Transfer-Encoding: binary\n"
    b"Content-Location: https://courier.example/a.png\n\n\x89PNG\xff\xfe\x00\x01\n"
)
END = b"------MultipartBoundary--abc------\n"
WHERE = "https://courier.example/world/bridge"


@pytest.mark.parametrize("ends", [b"\n", b"\r\n"])
def test_the_page_and_when_it_was_saved(ends: bytes) -> None:
    data = CHROME + part(PAGE, WHERE) + part(PAGE, "cid:frame-2@mhtml.blink") + PICTURE + END
    read = read_bytes(data.replace(b"\n", ends), "page.mhtml")
    assert read.names == ["page.mhtml"]
    assert (read.problems, read.notes) == ([], [])
    (reading,) = read.readings
    assert reading.document.text == "\n\n".join(PARAGRAPHS)
    assert reading.document.url == WHERE
    assert reading.document.crawled == "2026-03-02T21:30:00+00:00"
    assert reading.document.published is None
    assert reading.document.title == "Bridge at Selm Ferry destroyed"
    assert {piece.place.part for piece in reading.source.pieces} == {"1"}


def test_the_root_need_not_be_first() -> None:
    data = CHROME + part(EMPTY, "cid:frame-1@mhtml.blink") + part(PAGE, WHERE) + END
    read = read_bytes(data, "page.mht")
    assert {piece.place.part for piece in read["page.mht"].source.pieces} == {"2"}
    start = CHROME.replace(b"type=", b'start="<r@x>";\n\ttype=').replace(
        WHERE.encode(), b"file:///a"
    )
    data = start + part(EMPTY, "a") + part(PAGE, "b", "Content-ID: <r@x>\n") + END
    assert read_bytes(data, "page.mht").text("page.mht") == "\n\n".join(PARAGRAPHS)


def test_frames_are_read_if_the_page_is_empty() -> None:
    data = CHROME + part(EMPTY, WHERE) + part(PAGE, "cid:frame-2@mhtml.blink") + END
    assert read_bytes(data, "page.mht").names == ["page.mht:frame-1"]


def test_a_page_alone_without_parts() -> None:
    data = (
        b"From: <Saved by Windows Internet Explorer 7>\nSubject: Bridge\nMIME-Version: 1.0\n"
        b"Content-Type: text/html; charset=utf-8\n\n" + PAGE.encode()
    )
    read = read_bytes(data, "page.mht")
    assert read.text("page.mht") == "\n\n".join(PARAGRAPHS)
    assert read["page.mht"].document.format == "web page"


def test_a_file_without_a_page_is_named() -> None:
    (problem,) = read_bytes(CHROME + PICTURE + END, "page.mht").problems
    assert "no web page in it" in problem.what


@pytest.mark.parametrize(
    ("begin", "expected"),
    [
        (CHROME, True),
        (b'From: "Saved by Mozilla"\nContent-Type: multipart/related; boundary=x\n\n', True),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n", True),
        (b"From: Ana Teller <a@x>\nMIME-Version: 1.0\nContent-Type: multipart/related\n\n", False),
        (b"To: a@x\nContent-Type: multipart/related; boundary=x\n\n", False),
        (b"Content-Type: text/html\n\n<p>", False),
        (b"Snapshot-Content-Location is a field.\n", False),
        (b"", False),
    ],
)
def test_a_saved_page_is_no_mail(begin: bytes, expected: bool) -> None:
    assert begins_like_saved_page(begin) is expected
