"""Objects come back from packed bytes; what would fill the memory is turned down."""

import zlib

import pytest

from sayso.errors import BrokenWire
from sayso.model import packed
from sayso.model.packed import pack, unpack


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
