"""WARC files: what of them is read, what is passed over, what is wrong with them."""

import gzip
import io
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from warcio.statusandheaders import StatusAndHeaders  # type: ignore[import-untyped]
from warcio.warcwriter import WARCWriter  # type: ignore[import-untyped]

from sayso.model.particulars import DateKind
from sayso.read.limits import Limits
from tests.read.packed.making import (
    WHEN,
    Found,
    answer,
    capture,
    packed,
    page,
    places_of,
    record,
    sentences,
)

TOWNS = ("Dunmore", "Ashby", "Calder")
INFO = record(b"software: hand\r\n", "", "warcinfo")


@pytest.mark.parametrize("join", [packed, lambda *all_of_it: b"".join(all_of_it)])
@pytest.mark.parametrize("name", ["crawl.warc.gz", "crawl.warc", "crawl.bin"])
def test_pages_are_read_in_their_order(tmp_path: Path, join, name: str) -> None:
    found = Found(join(INFO, *map(capture, TOWNS)), tmp_path / name)
    assert found.names == [f"{name}:https://gazette.example/{one}" for one in TOWNS]
    assert places_of(found.texts) == list(TOWNS)
    assert (found.failed, found.said) == ([], [])


def test_a_file_packed_as_one_member_is_read(tmp_path: Path) -> None:
    found = Found(gzip.compress(b"".join(map(capture, TOWNS))), tmp_path / "crawl.warc.gz")
    assert places_of(found.texts) == list(TOWNS)
    assert not found.failed


def test_a_file_packed_in_blocks_of_any_size_is_read(tmp_path: Path) -> None:
    whole = b"".join(map(capture, TOWNS))
    blocks = [whole[at : at + 100] for at in range(0, len(whole), 100)]
    found = Found(packed(*blocks), tmp_path / "crawl.warc.gz")
    assert places_of(found.texts) == list(TOWNS)
    assert not found.failed


def test_the_head_has_what_the_archive_knows(tmp_path: Path) -> None:
    data = capture("Dunmore", Last_Modified="Sun, 01 Mar 2026 08:00:00 GMT")
    (reading,) = Found(packed(data), tmp_path / "a.warc.gz").readings
    document = reading.document
    assert document.url == "https://gazette.example/Dunmore"
    assert document.crawled == WHEN
    assert (document.published, document.modified) == (None, None)
    assert [(one.kind, one.field, one.value) for one in document.dates] == [
        (DateKind.MODIFIED, "Last-Modified", "2026-03-01T08:00:00+00:00"),
        (DateKind.CRAWLED, "WARC-Date", WHEN),
    ]


def test_what_is_no_report_is_counted_in_one_note(tmp_path: Path) -> None:
    address = "https://gazette.example/"
    others = [
        record(answer(b"\x89PNG", "image/png"), address + "a.png"),
        record(answer(b"x()", "application/javascript"), address + "a.js"),
        record(answer(b"p{}", "text/css"), address + "a.css"),
        record(answer(b"User-agent: *", "text/plain"), address + "robots.txt"),
        record(answer(page("Nowhere"), status="404 Not Found"), address + "lost"),
        record(answer(b"", status="301 Moved", Location="/x"), address + "old"),
        record(b"20260302071500\ngazette.example. 60 IN A 192.0.2.7", "dns:gazette.example"),
        record(b"GET / HTTP/1.1\r\n\r\n", kind="request"),
        record(answer(b""), kind="revisit"),
        record(b"via: https://gazette.example/\r\n", kind="metadata"),
    ]
    found = Found(packed(INFO, *others, capture("Dunmore")), tmp_path / "a.warc.gz")
    assert places_of(found.texts) == ["Dunmore"]
    (said,) = found.said
    assert said == (
        "passed over in it: scripts and data (3), pictures (1), pages that the server did not "
        "give (1), redirections (1), records that are no web pages (1), pages that were the same "
        "at an earlier visit (1)"
    )


def test_an_archive_without_pages_says_what_it_holds(tmp_path: Path) -> None:
    found = Found(record(answer(b"\x89PNG", "image/png")), tmp_path / "a.warc")
    assert found.failed == ["there is no report in it, only pictures (1)"]


def test_plain_text_and_resources_are_read(tmp_path: Path) -> None:
    text = record(answer(sentences("Dunmore").encode(), "text/plain"), "https://a.example/a.txt")
    saved = record(page("Ashby"), kind="resource", fields={"Content-Type": "text/html"})
    its_text = record(b"x", "urn:text:https://a.example/", "resource")
    found = Found(packed(text, saved, its_text), tmp_path / "a.warc.gz")
    assert places_of(found.texts) == ["Dunmore", "Ashby"]


def test_the_same_bytes_at_an_address_are_read_once(tmp_path: Path) -> None:
    again = record(answer(page("Dunmore").replace(b"two", b"three")), "https://gazette.example/D")
    data = packed(capture("Dunmore"), capture("Dunmore"), again)
    found = Found(data, tmp_path / "a.warc.gz")
    assert len(found.readings) == 2
    assert "repetitions (1)" in found.said[0]


def chunked(body: bytes, size: int = 50) -> bytes:
    parts = [body[at : at + size] for at in range(0, len(body), size)]
    return b"".join(b"%x;a=b\r\n%b\r\n" % (len(one), one) for one in parts) + b"0\r\n\r\n"


@pytest.mark.parametrize(
    ("body", "fields"),
    [
        (chunked(page("Dunmore")), {"Transfer_Encoding": "chunked"}),
        (chunked(page("Dunmore")), {}),
        (page("Dunmore"), {"Transfer_Encoding": "chunked"}),
        (gzip.compress(page("Dunmore"), mtime=0), {"Content_Encoding": "gzip"}),
        (gzip.compress(page("Dunmore"), mtime=0), {}),
        (page("Dunmore"), {"Content_Encoding": "gzip"}),
        (page("Dunmore"), {"Content_Encoding": "br"}),
        (page("Dunmore"), {"Content_Encoding": "zstd"}),
        (chunked(gzip.compress(page("Dunmore"), mtime=0)), {"Content_Encoding": "gzip"}),
        (
            gzip.compress(gzip.compress(page("Dunmore"), mtime=0), mtime=0),
            {"Content_Encoding": "gzip, gzip"},
        ),
        (page("Dunmore"), {"Content_Length": "12"}),
    ],
)
def test_packing_is_undone_where_that_works(tmp_path: Path, body: bytes, fields) -> None:
    found = Found(packed(record(answer(body, **fields))), tmp_path / "a.warc.gz")
    assert places_of(found.texts) == ["Dunmore"]
    assert (found.failed, found.said) == ([], [])


def test_a_page_that_breaks_off_is_said_to(tmp_path: Path) -> None:
    body = gzip.compress(page("Dunmore"), mtime=0)[:-9]
    found = Found(packed(record(answer(body, Content_Encoding="gzip"))), tmp_path / "a.warc.gz")
    assert len(found.readings) == 1
    assert any("breaks off" in one for one in found.said)
    crawler = record(answer(page("Ashby")), fields={"WARC-Truncated": "length"})
    assert any("breaks off" in one for one in Found(crawler, tmp_path / "b.warc").said)


def test_a_page_that_cannot_be_unpacked_is_named(tmp_path: Path) -> None:
    lost = record(answer(b"\x28\xb5\x2f\xfd\0\0\x9c", Content_Encoding="zstd"))
    found = Found(packed(lost, capture("Ashby")), tmp_path / "a.warc.gz")
    assert places_of(found.texts) == ["Ashby"]
    assert found.failed == ["the page is packed with zstd, which sayso cannot unpack"]


@pytest.mark.parametrize("wrong", [-30, -1, 1, 2, 4, 9, 300, 50_000])
@pytest.mark.parametrize("join", [packed, lambda *all_of_it: b"".join(all_of_it)])
def test_a_wrong_length_costs_nothing(tmp_path: Path, join, wrong: int) -> None:
    block = answer(page("Ashby"))
    bad = record(block, "https://gazette.example/Ashby", length=len(block) + wrong)
    found = Found(join(capture("Dunmore"), bad, capture("Calder")), tmp_path / "a.warc")
    assert places_of(found.texts) == ["Dunmore", "Ashby", "Calder"]
    assert "papers of Ashby." in found.texts[1]
    assert not found.failed


@pytest.mark.parametrize("join", [packed, lambda *all_of_it: b"".join(all_of_it)])
def test_of_a_cut_archive_what_stands_before_is_read(tmp_path: Path, join) -> None:
    data = join(*map(capture, TOWNS))
    found = Found(data[:-150], tmp_path / "a.warc")
    assert places_of(found.texts) == ["Dunmore", "Ashby"]
    assert found.failed == ["it ends in the middle of a record; what stands before that was read"]


def test_a_damaged_member_costs_only_itself(tmp_path: Path) -> None:
    members = [packed(capture(one)) for one in TOWNS]
    members[1] = members[1][:60] + b"\xff" * 40 + members[1][100:]
    found = Found(b"".join(members), tmp_path / "a.warc.gz")
    assert places_of(found.texts) == ["Dunmore", "Calder"]
    assert found.failed == ["it is damaged in 1 place; what stands between was read"]


@pytest.mark.parametrize(
    "bad",
    [
        b"no record at all\r\n\r\n",
        b"WARC/1.0\r\nWARC-Type: response\r\n\r\nno length\r\n\r\n",
        b"WARC/1.0\r\nContent-Length: -5\r\n\r\n\r\n\r\n",
        b"WARC/1.0\r\nContent-Length: \xd9\xa3\r\n\r\n\r\n\r\n",
        b"WARC/1.0\r\nX: " + b"y" * 70_000 + b"\r\n\r\n",
        b"WARC/1.0\r\n" + b"X: y\r\n" * 1_001 + b"\r\n",
    ],
)
@pytest.mark.parametrize("join", [packed, lambda *all_of_it: b"".join(all_of_it)])
def test_a_bad_record_costs_only_itself(tmp_path: Path, join, bad: bytes) -> None:
    found = Found(join(capture("Dunmore"), bad, capture("Calder")), tmp_path / "a.warc")
    assert places_of(found.texts) == ["Dunmore", "Calder"]
    assert found.failed == ["it is damaged in 1 place; what stands between was read"]


def test_what_stands_between_packed_records_is_passed_over(tmp_path: Path) -> None:
    data = packed(capture("Dunmore")) + b"\0" * 20 + packed(capture("Ashby"))
    data += b"some rubbish" + packed(capture("Calder"))
    found = Found(data, tmp_path / "a.warc.gz")
    assert places_of(found.texts) == list(TOWNS)
    assert found.failed == ["it is damaged in 1 place; what stands between was read"]


def test_wget_writes_addresses_in_brackets(tmp_path: Path) -> None:
    data = record(answer(page("Dunmore")), "<https://gazette.example/a b>")
    (reading,) = Found(data, tmp_path / "a.warc").readings
    assert reading.document.url == "https://gazette.example/a b"


def test_an_address_is_no_path_and_breaks_no_line(tmp_path: Path) -> None:
    data = record(answer(page("Dunmore")), "https://a.example/../../x\x1b[2J\u202e")
    assert Found(data, tmp_path / "a.warc").names == ["a.warc:https://a.example/../../x�[2J�"]


def test_a_record_too_large_is_named(tmp_path: Path) -> None:
    limits = Limits(answer_bytes=2_000)
    large = record(answer(page("Ashby") + b" " * 2_000))
    found = Found(packed(large, capture("Calder")), tmp_path / "a.warc.gz", limits)
    assert places_of(found.texts) == ["Calder"]
    assert found.failed == ["it is larger than 2,000 bytes"]


def test_what_unpacks_to_too_much_is_given_up(tmp_path: Path) -> None:
    limits = Limits(unpacked_bytes=300_000, packed_times=2)
    bomb = record(answer(b" " * 10_000_000), "https://a.example/bomb")
    found = Found(
        packed(capture("Dunmore"), bomb, capture("Ashby")), tmp_path / "a.warc.gz", limits
    )
    assert places_of(found.texts) == ["Dunmore"]
    assert "far more than" in found.failed[0]


def test_answers_that_unpack_to_much_count_together(tmp_path: Path) -> None:
    limits = Limits(unpacked_bytes=300_000, packed_times=2)
    body = gzip.compress(b"<html>" + b" " * 100_000 + page("Dunmore"))
    data = packed(*(record(answer(body), f"https://a.example/{one}") for one in range(20)))
    found = Found(data, tmp_path / "a.warc.gz", limits)
    assert len(found.readings) == 2
    assert len(found.failed) == 1


def test_lengths_that_all_reach_far_are_not_read_again_and_again(tmp_path: Path) -> None:
    data = b"".join(
        record(b"x" * 20, f"https://a.example/{one}", length=50_000) for one in range(3_000)
    )
    found = Found(data, tmp_path / "a.warc", Limits(answer_bytes=60_000))
    assert found.failed


def test_warcs_in_warcs_end(tmp_path: Path) -> None:
    data = capture("Dunmore")
    for _ in range(9):
        data = packed(record(answer(data)))
    found = Found(data, tmp_path / "a.warc.gz")
    assert found.failed == ["it is a file within more than 5 files"]


def test_places_name_the_page(tmp_path: Path) -> None:
    (reading,) = Found(capture("Dunmore"), tmp_path / "a.warc", places=True).readings
    assert {one.place.part for one in reading.source.pieces} == {"https://gazette.example/Dunmore"}


def test_what_warcio_writes_is_read(tmp_path: Path) -> None:
    file = io.BytesIO()
    writer = WARCWriter(file, gzip=True)
    for one in TOWNS:
        head = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.0")
        address = f"https://gazette.example/{one}"
        body = io.BytesIO(page(one))
        writer.write_record(writer.create_warc_record(address, "response", body, http_headers=head))
    found = Found(file.getvalue(), tmp_path / "a.warc.gz")
    assert places_of(found.texts) == list(TOWNS)
    assert (found.failed, found.said) == ([], [])


def test_an_arc_file_is_named(tmp_path: Path) -> None:
    found = Found(b"filedesc://a.arc 0.0.0.0 20260302 text/plain 69\n", tmp_path / "a.arc")
    assert "ARC" in found.failed[0]


WHOLE = b"".join([INFO, *map(capture, TOWNS)])
PACKED = packed(INFO, *map(capture, TOWNS))


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    data=st.sampled_from([WHOLE, PACKED]),
    at=st.integers(0, len(PACKED)),
    size=st.integers(0, 400),
    put=st.binary(max_size=60),
)
def test_damage_never_breaks_reading(
    tmp_path: Path, data: bytes, at: int, size: int, put: bytes
) -> None:
    found = Found(data[:at] + put + data[at + size :], tmp_path / "a.warc.gz")
    assert found.readings or found.failed
    assert not any("sayso failed" in one for one in found.failed)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    data=st.binary(max_size=300),
    begin=st.sampled_from([b"WARC/1.0\r\n", b"\x1f\x8b\x08", WHOLE[:90]]),
)
def test_noise_is_named(tmp_path: Path, data: bytes, begin: bytes) -> None:
    found = Found(begin + data, tmp_path / "a.warc.gz")
    assert found.failed
    assert not any("sayso failed" in one for one in found.failed)
