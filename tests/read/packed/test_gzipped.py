"""One file packed with gzip."""

import gzip
import json
import zlib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.read.limits import Limits
from tests.read.packed.making import Found, page, places_of, sentences

LINES = b"".join(
    json.dumps({"name": one, "text": sentences(one)}).encode() + b"\n"
    for one in ("Dunmore", "Ashby")
)


@pytest.mark.parametrize(
    ("name", "data", "format_name"),
    [
        ("a.html.gz", page("Dunmore"), "web page"),
        ("a.txt.gz", sentences("Dunmore").encode(), "plain text"),
        ("a.gz", sentences("Dunmore").encode(), "plain text"),
        ("a.HTM.GZ", page("Dunmore"), "web page"),
        ("a", page("Dunmore"), "web page"),
    ],
)
def test_the_packed_file_is_read(tmp_path: Path, name: str, data: bytes, format_name: str) -> None:
    found = Found(gzip.compress(data), tmp_path / name)
    assert found.names == [name]
    assert found.readings[0].document.format == format_name
    assert places_of(found.texts) == ["Dunmore"]
    assert (found.failed, found.said) == ([], [])


def test_a_name_that_says_too_much_is_named(tmp_path: Path) -> None:
    found = Found(sentences("Dunmore").encode(), tmp_path / "a.txt.gz")
    assert found.failed == ["it is not packed with gzip, as its name says that it is"]
    assert len(Found(page("Dunmore"), tmp_path / "a.html.gz").readings) == 1


@pytest.mark.parametrize("name", ["a.jsonl.gz", "a.ndjson.gz"])
def test_lines_are_read_one_by_one(tmp_path: Path, name: str) -> None:
    found = Found(gzip.compress(LINES), tmp_path / name)
    assert found.names == ["Dunmore", "Ashby"]


def test_members_follow_one_another(tmp_path: Path) -> None:
    halves = (LINES[:300], LINES[300:], b"")
    found = Found(b"".join(map(gzip.compress, halves)) + bytes(500), tmp_path / "a.jsonl.gz")
    assert found.names == ["Dunmore", "Ashby"]
    assert (found.failed, found.said) == ([], [])


def test_what_stands_behind_is_noted(tmp_path: Path) -> None:
    found = Found(gzip.compress(page("Dunmore"), mtime=0) + b"rubbish", tmp_path / "a.html.gz")
    assert len(found.readings) == 1
    assert found.said == ["what stands behind its packed data was left out"]


@pytest.mark.parametrize(
    ("damaged", "what"),
    [
        (gzip.compress(page("Dunmore"), mtime=0)[:-40], "ends too early"),
        (gzip.compress(page("Dunmore"), mtime=0)[:-5] + b"00000", "damaged"),
        (b"\x1f\x8b\x08" + bytes(30), "damaged"),
        (gzip.compress(b"", mtime=0), "empty"),
    ],
)
def test_damage_is_named(tmp_path: Path, damaged: bytes, what: str) -> None:
    found = Found(damaged, tmp_path / "a.html.gz")
    assert not found.readings
    assert [what in one for one in found.failed] == [True]


def test_lines_before_a_damage_are_read(tmp_path: Path) -> None:
    lines = LINES + b"".join(LINES.replace(b"Dunmore", b"%d" % one) for one in range(500))
    data = gzip.compress(lines)
    found = Found(data[: len(data) // 2], tmp_path / "a.jsonl.gz")
    assert found.names[:2] == ["Dunmore", "Ashby"]
    assert ["ends too early" in one for one in found.failed] == [True]


def test_gzip_in_gzip_ends(tmp_path: Path) -> None:
    data = page("Dunmore")
    for _ in range(4):
        data = gzip.compress(data)
    assert len(Found(data, tmp_path / "a.html.gz.gz.gz.gz").readings) == 1
    for _ in range(40):
        data = gzip.compress(data)
    assert Found(data, tmp_path / "a.gz").failed == ["it is a file within more than 5 files"]


def test_a_bomb_is_given_up(tmp_path: Path) -> None:
    zeros = zlib.compressobj(9, wbits=31)
    data = b"".join(zeros.compress(b" " * 1_000_000) for _ in range(50)) + zeros.flush()
    found = Found(data, tmp_path / "a.jsonl.gz", Limits(unpacked_bytes=10_000_000))
    assert ["far more than" in one for one in found.failed] == [True]
    found = Found(data, tmp_path / "a.html.gz")
    assert found.failed == ["it is larger than 20,000,000 bytes"]


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(at=st.integers(0, 400), size=st.integers(0, 40), put=st.binary(max_size=40))
def test_damage_never_breaks_reading(tmp_path: Path, at: int, size: int, put: bytes) -> None:
    data = gzip.compress(LINES)
    found = Found(data[:at] + put + data[at + size :], tmp_path / "a.jsonl.gz")
    assert found.readings or found.failed
    assert not any("sayso failed" in one for one in found.failed)
