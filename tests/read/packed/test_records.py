"""The records of a WARC file come out as they went in, however they are packed."""

import gzip
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.read.packed.records import Damages, Records
from sayso.read.packed.source import Source
from tests.read.packed.making import packed, record

LIMIT = 100_000
BLOCKS = st.lists(
    st.binary(max_size=200)
    | st.sampled_from(
        [b"a\r\n\r\nWARC/1.0\r\nb", b"\r\n" * 9, b"\x1f\x8b\x08" * 30, b"x" * 70_000]
    ),
    max_size=6,
)


def whole(*records: bytes) -> bytes:
    return b"".join(records)


def as_one_member(*records: bytes) -> bytes:
    return gzip.compress(whole(*records))


def in_pieces(*records: bytes) -> bytes:
    data = whole(*records)
    return b"".join(gzip.compress(data[at : at + 7_777]) for at in range(0, len(data), 7_777))


class OneByteAtATime(io.BytesIO):
    """A stream that gives as little as streams may."""

    def read(self, size: int | None = -1) -> bytes:
        return super().read(min(1, size) if size is not None and size >= 0 else 1)


def read(data: bytes, slow: bool = False) -> tuple[list[bytes], Damages, int]:
    """The blocks of a file's records, what was wrong, and how many bytes were counted."""
    counted: list[int] = []
    stream = OneByteAtATime(data) if slow else io.BytesIO(data)
    records = Records(Source(stream, data[:10], counted.append), LIMIT)
    return [one.block for one in records], records.damages, sum(counted)


@pytest.mark.parametrize("pack", [whole, packed, as_one_member, in_pieces])
@given(blocks=BLOCKS)
def test_records_come_out_as_they_went_in(pack, blocks: list[bytes]) -> None:
    records = [record(one) for one in blocks]
    assert read(pack(*records)) == (blocks, Damages(), len(whole(*records)))


@pytest.mark.parametrize("pack", [whole, packed, as_one_member])
def test_a_slow_stream_makes_no_difference(pack) -> None:
    blocks = [b"one", b"", b"two\r\n\r\n" * 9]
    assert read(pack(*map(record, blocks)), slow=True)[:2] == (blocks, Damages())


@pytest.mark.parametrize("end", [b"", b"\r\n", b"\n\n", b"\r\n\r\n\r\n", b"\n"])
@pytest.mark.parametrize("pack", [whole, packed])
def test_any_empty_lines_may_end_a_record(pack, end: bytes) -> None:
    blocks = [b"one", b"two"]
    assert read(pack(*(record(one, end=end) for one in blocks)))[:2] == (blocks, Damages())


@pytest.mark.parametrize("pack", [whole, packed, as_one_member])
@given(blocks=st.lists(st.binary(max_size=50), min_size=1, max_size=4), cut=st.integers(1, 400))
def test_of_a_cut_file_the_whole_records_come_out(pack, blocks: list[bytes], cut: int) -> None:
    data = pack(*map(record, blocks))
    found, damages, _ = read(data[: max(1, len(data) - cut)])
    assert found == blocks[: len(found)]
    if len(found) < len(blocks):
        assert damages.cut or damages.lost
