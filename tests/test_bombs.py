"""The makers of hostile files write what they say, and what is read of such a file is judged."""

import zipfile
import zlib
from pathlib import Path

from bench.bombs.__main__ import bombs, faults, told
from bench.bombs.craft import GZIP_HEAD, gzipped, packed, repeated, write_repeated, write_zip
from bench.bombs.measure import Cost, Result

SAID = {"reports": 1, "characters": 9, "problems": 0, "notes": 0, "faults": 0, "first": ""}


def test_no_two_bombs_have_one_name() -> None:
    names = [(family, one.name) for family, one in bombs([])]
    assert len(names) == len(set(names)) > 100


def test_repetition_is_packed_as_what_it_is(tmp_path: Path) -> None:
    write_repeated(tmp_path / "a", b"ab", 5, b"<", b">")
    assert (tmp_path / "a").read_bytes() == b"<ababababab>"
    unpacked = zlib.decompressobj(-15).decompress(gzipped(b"ab", 5, b"<")[len(GZIP_HEAD) :])
    assert unpacked == b"<ababababab"


def test_a_zip_file_is_one(tmp_path: Path) -> None:
    members = [packed("a.txt", b"so"), repeated("b.txt", b"ab", 5, b"<", b">")]
    write_zip(tmp_path / "a.zip", members)
    with zipfile.ZipFile(tmp_path / "a.zip") as archive:
        assert archive.testzip() is None
        assert archive.read("b.txt") == b"<ababababab>"


def test_what_is_wrong_is_said() -> None:
    assert not faults(Result(Cost(1.0, 50, 50, 90), SAID))
    assert faults(Result(Cost(1.0, 50, 600, 700), SAID)) == ["memory"]
    assert faults(Result(Cost(181.0, 50, 0, 50), SAID)) == ["time"]
    assert faults(Result(said=SAID | {"reports": 0})) == ["said nothing"]
    assert faults(Result(said=SAID | {"faults": 1})) == ["raised"]
    assert faults(Result(ended="stopped")) == ["raised"]
    assert told(Result(said=SAID)) == "1 reports, 9 characters"
