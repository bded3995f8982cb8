"""Objects come back from packed bytes; what would fill the memory is turned down."""

import tracemalloc
import zlib

import pytest

from sayso.errors import BrokenWire
from sayso.model import packed
from sayso.model.packed import inflated, pack, unpack


def test_an_object_comes_back() -> None:
    known = {"words": ["Dağlı", 'a "b"'], "count": 3, "none": None}
    assert unpack(pack(known), "it") == known


def test_more_bytes_than_may_be_are_turned_down(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packed, "MAX_BYTES", 1000)
    small, large = (zlib.compress(b'{"a":"%s"}' % (b" " * size)) for size in (900, 1100))
    assert unpack(small, "it")
    with pytest.raises(BrokenWire, match="1000 bytes"):
        unpack(large, "it")


@pytest.mark.parametrize("data", [b"", b"{}", pack({})[:-1], pack({}) + b"x", zlib.compress(b"[]")])
def test_what_is_no_packed_object_is_turned_down(data: bytes) -> None:
    with pytest.raises(BrokenWire, match=r"^it: "):
        unpack(data, "it")


def test_no_more_is_unpacked_than_may_be() -> None:
    whole = zlib.compress(bytes(1000))
    assert inflated(whole, 1000) == bytes(1000)
    with pytest.raises(ValueError, match="more than 999 bytes"):
        inflated(whole, 999)
    bomb = zlib.compress(bytes(50_000_000))
    tracemalloc.start()
    with pytest.raises(ValueError, match="more than 1000 bytes"):
        inflated(bomb, 1000)
    assert tracemalloc.get_traced_memory()[1] < 1_000_000
    tracemalloc.stop()


@pytest.mark.parametrize(
    "data", [b"", b"x", zlib.compress(b"ab")[:-1], zlib.compress(b"ab") + b"c"]
)
def test_what_is_not_whole_is_turned_down(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        inflated(data, 10)
