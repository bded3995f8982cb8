"""The answers of web servers, and how their packing is undone."""

import gzip
import zlib
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import UnreadableInput
from sayso.read import served
from sayso.read.served import Answer, answer_of, unpacked_answer

PAGE = b"<html><p>It was denied."


def body_of(body: bytes, coding: str = "", media: str = "text/html", limit: int = 10_000) -> bytes:
    fields = {"content-encoding": coding, "content-type": media}
    return unpacked_answer(Answer(200, "OK", fields, body), "it", limit).body


@pytest.mark.parametrize(
    ("block", "status", "reason", "fields", "body"),
    [
        (b"HTTP/1.1 200 OK\r\nA: b\r\n\r\nc", 200, "OK", {"a": "b"}, b"c"),
        (b"HTTP/1.0 200\nA:b\nA: c\n\nd\n\ne", 200, "", {"a": "b"}, b"d\n\ne"),
        (b"HTTP/2 404 Not found here \r\n\r\n", 404, "Not found here", {}, b""),
        (b"HTTP/1.1 200 OK\r\nA: b\r\n  c: d\r\nno field\r\n\r\n", 200, "OK", {"a": "b"}, b""),
        (b"HTTP/1.1 200 OK\r\nA: \xff\r\n\r\n", 200, "OK", {"a": "�"}, b""),
        (b"HTTP/1.1 200 OK", 200, "OK", {}, b""),
    ],
)
def test_a_head_is_read(block: bytes, status: int, reason: str, fields, body: bytes) -> None:
    assert answer_of(block) == Answer(status, reason, fields, body)


@pytest.mark.parametrize(
    "block", [b"", b"<html>", b"GET / HTTP/1.1\r\n\r\n", b"HTTP/1.1 x\r\n\r\n"]
)
def test_what_is_no_answer(block: bytes) -> None:
    assert answer_of(block) is None


@pytest.mark.parametrize(
    ("body", "coding"),
    [
        (gzip.compress(PAGE, mtime=0), "gzip"),
        (gzip.compress(PAGE, mtime=0), "x-gzip"),
        (gzip.compress(PAGE, mtime=0), "GZIP"),
        (gzip.compress(PAGE, mtime=0), "none"),
        (gzip.compress(PAGE[:9], mtime=0) + gzip.compress(PAGE[9:], mtime=0), "gzip"),
        (zlib.compress(PAGE), "deflate"),
        (zlib.compress(PAGE)[2:-4], "deflate"),
        (gzip.compress(zlib.compress(PAGE), mtime=0), "deflate, gzip"),
        (PAGE, "deflate"),
        (PAGE, "br"),
        (PAGE, "zstd, br, gzip, utf-8"),
    ],
)
def test_a_coding_is_undone_where_that_works(body: bytes, coding: str) -> None:
    assert body_of(body, coding) == PAGE


def test_a_packed_file_stays_packed() -> None:
    data = gzip.compress(PAGE, mtime=0)
    assert body_of(data, media="application/gzip") == data


@pytest.mark.parametrize("coding", ["gzip", "deflate"])
def test_a_bomb_is_named(coding: str) -> None:
    pack = gzip.compress if coding == "gzip" else zlib.compress
    with pytest.raises(UnreadableInput, match="more than 10,000 bytes"):
        body_of(pack(bytes(10_001)), coding)
    assert body_of(pack(bytes(10_000)), coding) == bytes(10_000)


def test_without_its_package_brotli_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(served, "_brotli", lambda: None)
    with pytest.raises(UnreadableInput, match="pip install brotli"):
        body_of(b"\x1b\x16\0\xf8\xa5\xd4\x43", "br")


class Doubling:
    """Stands for the unpacker of brotli: each byte becomes two, a few at a time."""

    def __init__(self) -> None:
        self.waiting = b""

    def process(self, data: bytes, output_buffer_limit: int) -> bytes:
        if data.startswith(b"?"):
            raise ValueError
        self.waiting += data
        taken = self.waiting[: max(1, min(7, output_buffer_limit) // 2)]
        self.waiting = self.waiting[len(taken) :]
        return taken * 2

    def is_finished(self) -> bool:
        return not self.waiting

    def can_accept_more_data(self) -> bool:
        return not self.waiting


def test_with_its_package_brotli_is_undone_within_the_limit(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    brotli = SimpleNamespace(Decompressor=Doubling, error=ValueError)
    monkeypatch.setattr(served, "_brotli", lambda: brotli)
    assert len(body_of(b"x" * 40, "br")) == 80
    assert body_of(b"?no brotli", "br") == b"?no brotli"
    with pytest.raises(UnreadableInput, match="more than 30 bytes"):
        body_of(b"x" * 40, "br", limit=30)


@given(
    st.binary(max_size=300), st.sampled_from(["", "gzip", "deflate", "br", "gzip, deflate", "x"])
)
def test_any_body_is_unpacked_or_named(body: bytes, coding: str) -> None:
    for block in (body, gzip.compress(body), b"5\r\nabcde\r\n" + body):
        head = (
            f"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Encoding: {coding}\r\n\r\n"
        )
        answer = answer_of(head.encode() + block)
        assert answer is not None
        try:
            unpacked_answer(answer, "it", 1_000)
        except UnreadableInput:
            continue
