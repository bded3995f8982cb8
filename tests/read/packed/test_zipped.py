"""Zip files: what of them is read, in which order, and what a hostile one may cost."""

import gzip
import io
import stat
import struct
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.read.limits import Limits
from tests.read.packed.making import (
    Found,
    answer,
    capture,
    packed,
    page,
    places_of,
    record,
    sentences,
    zipped,
)

REPORTS = {
    "b/two.html": page("Ashby"),
    "a.txt": sentences("Dunmore").encode(),
    "c.warc.gz": packed(capture("Calder")),
}


def test_members_are_read_in_the_order_of_their_names(tmp_path: Path) -> None:
    found = Found(zipped(REPORTS), tmp_path / "all.zip")
    assert found.names == [
        "all.zip:a.txt",
        "all.zip:b/two.html",
        "all.zip:c.warc.gz:https://gazette.example/Calder",
    ]
    assert places_of(found.texts) == ["Dunmore", "Ashby", "Calder"]
    assert (found.failed, found.said) == ([], [])


def test_hidden_files_and_what_belongs_to_a_page_are_passed_over(tmp_path: Path) -> None:
    names = (".DS_Store", "__MACOSX/._page.html", "a/.git/x.txt", "page_files/ad.html")
    others = dict.fromkeys(names, page("Nowhere"))
    found = Found(zipped({**others, "page.html": page("Dunmore")}), tmp_path / "a.zip")
    assert places_of(found.texts) == ["Dunmore"]
    assert (found.failed, found.said) == ([], [])


@pytest.mark.parametrize(
    "name", ["../../etc/passwd.txt", "/etc/x.txt", "C:\\x.txt", "a\x1b[2J\n.txt"]
)
def test_a_name_is_no_path_and_breaks_no_line(tmp_path: Path, name: str) -> None:
    found = Found(zipped({name: sentences("Dunmore").encode()}), tmp_path / "a.zip")
    assert len(found.readings) == 1
    assert found.names[0].isprintable()
    assert list(tmp_path.iterdir()) == [tmp_path / "a.zip"]


def test_one_bad_member_never_stops_the_others(tmp_path: Path) -> None:
    members = {"a.html": page("Dunmore"), "b.png": b"\x89PNG\r\n\x1a\n", "c.html": page("Ashby")}
    found = Found(zipped(members), tmp_path / "a.zip")
    assert places_of(found.texts) == ["Dunmore", "Ashby"]
    assert ["PNG" in one for one in found.failed] == [True]
    stored = zipped(members, zipfile.ZIP_STORED)
    found = Found(stored.replace(b"papers of Dunmore", b"papers of Nowhere"), tmp_path / "a.zip")
    assert places_of(found.texts) == ["Ashby"]
    assert "it is damaged inside its zip file" in found.failed


def test_a_member_that_lies_before_its_archive_never_stops_the_others(tmp_path: Path) -> None:
    members = {
        name: sentences(place).encode() for name, place in (("a.txt", "Orn"), ("b.txt", "Lenn"))
    }
    data = bytearray(zipped(members))
    # The archive and its second member are said to stand further behind, so the first one does before.
    for mark, field in ((b"PK\x05\x06", 16), (b"PK\x01\x02", 42)):
        at = data.rindex(mark) + field
        struct.pack_into("<L", data, at, struct.unpack_from("<L", data, at)[0] + 10)
    found = Found(bytes(data), tmp_path / "a.zip")
    assert places_of(found.texts) == ["Lenn"]
    assert found.failed == ["it is damaged inside its zip file"]


def test_a_link_is_left_out(tmp_path: Path) -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        link = zipfile.ZipInfo("link.txt")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/passwd")
        archive.writestr("a.html", page("Dunmore"))
    found = Found(file.getvalue(), tmp_path / "a.zip")
    assert found.names == ["a.zip:a.html"]
    assert found.said == ["links to other files were left out: link.txt"]


def with_flag(data: bytes, flag: int) -> bytes:
    """The first member with a bit of its flags, in both of its heads."""
    changed = bytearray(data)
    changed[6] |= flag
    changed[data.index(b"PK\x01\x02") + 8] |= flag
    return bytes(changed)


def test_a_locked_member_is_named(tmp_path: Path) -> None:
    data = with_flag(zipped({"a.html": page("Dunmore"), "b.html": page("Ashby")}), 1)
    found = Found(data, tmp_path / "a.zip")
    assert places_of(found.texts) == ["Ashby"]
    assert found.failed == ["it needs a password for a.html"]


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_method_without_bounds_is_named(tmp_path: Path, method: int) -> None:
    found = Found(zipped({"a.html": page("Dunmore")}, method), tmp_path / "a.zip")
    assert "in a way that sayso does not read" in found.failed[0]


@pytest.mark.parametrize(
    ("members", "what"),
    [
        ({"mimetype": b"x", "META-INF/container.xml": b"x"}, "an e-book"),
        ({"mimetype": b"x", "ppt/presentation.xml": b"x"}, "a presentation"),
    ],
)
def test_an_office_file_is_not_taken_for_an_archive(tmp_path: Path, members, what: str) -> None:
    for name in ("a.zip", "a", "a.epub", "a.pptx"):
        assert Found(zipped(members), tmp_path / name).failed == [f"it is {what}, not a text"]


@pytest.mark.parametrize("data", [zipped({}), zipped({".hidden": b"x"}), zipped({"folder/": b""})])
def test_an_empty_archive_is_named(tmp_path: Path, data: bytes) -> None:
    assert Found(data, tmp_path / "a.zip").failed == ["there is no file in it that can be read"]


def test_zips_in_zips_end(tmp_path: Path) -> None:
    data = zipped({"a.html": page("Dunmore")})
    for _ in range(4):
        data = zipped({"a.zip": data})
    assert len(Found(data, tmp_path / "a.zip").readings) == 1
    for _ in range(4):
        data = zipped({"a.zip": data})
    assert Found(data, tmp_path / "a.zip").failed == ["it is a file within more than 5 files"]


def test_a_tree_of_zips_costs_no_more_than_one(tmp_path: Path) -> None:
    data = zipped({"a.txt": b" " * 1_000_000})
    for _ in range(4):
        data = zipped({f"{one}.zip": data for one in range(16)})
    found = Found(data, tmp_path / "a.zip", Limits(unpacked_bytes=5_000_000, packed_times=1))
    assert ["far more than" in one for one in found.failed][-1:] == [True]
    assert len(found.failed) < 300


def test_members_that_lie_on_one_another_are_refused(tmp_path: Path) -> None:
    data = zipped({"a.html": page("Dunmore")})
    listed = data.index(b"PK\x01\x02")
    ends = data.index(b"PK\x05\x06")
    entries = data[listed:ends] * 50
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 50, 50, len(entries), listed, 0)
    found = Found(data[:listed] + entries + end, tmp_path / "a.zip")
    assert ["on top of one another" in one for one in found.failed] == [True]


@pytest.mark.parametrize("number", [11, 5_000])
def test_more_members_than_allowed_are_not_read(tmp_path: Path, number: int) -> None:
    data = zipped({f"{one}{'x' * 50}.txt": b"x" for one in range(number)})
    found = Found(data, tmp_path / "a.zip", Limits(members=10))
    assert found.failed == ["it holds more than 10 files"]


def test_members_of_all_levels_count(tmp_path: Path) -> None:
    inner = zipped({f"{one}.html": page(f"Town{one}") for one in range(5)})
    data = zipped({f"{one}.zip": inner for one in range(4)})
    found = Found(data, tmp_path / "a.zip", Limits(members=12))
    assert len(found.readings) == 10
    assert found.failed == ["it holds more than 12 files, so the rest is not read"]


def test_a_member_is_measured_by_what_comes_out(tmp_path: Path) -> None:
    data = bytearray(zipped({"a.txt": b"x" * 30_000_000}))
    at = data.index(b"PK\x01\x02") + 24
    data[at : at + 4] = struct.pack("<L", 100)
    found = Found(bytes(data), tmp_path / "a.zip")
    assert len(found.failed) == 1


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(words=st.lists(st.text(st.characters(categories=["L", "Zs", "P"]), max_size=40), max_size=6))
def test_a_member_has_the_text_and_the_places_that_it_has_alone(
    tmp_path: Path, words: list[str]
) -> None:
    told = "".join(f"<p>{one.replace('<', ' ')}</p>" for one in words)
    data = page("Dunmore").replace(b"</article>", told.encode() + b"</article>")
    (alone,) = Found(data, tmp_path / "a.html", places=True).readings
    for name, archive in (
        ("a.zip", zipped({"x/a.html": data})),
        ("a.html.gz", gzip.compress(data)),
        ("a.warc.gz", packed(record(answer(data)))),
    ):
        (inside,) = Found(archive, tmp_path / name, places=True).readings
        assert inside.document.text == alone.document.text
        assert inside.document.raw_sha256 == alone.document.raw_sha256
        assert [
            replace(one, place=replace(one.place, part="")) for one in inside.source.pieces
        ] == [*alone.source.pieces]


def test_places_name_the_member(tmp_path: Path) -> None:
    found = Found(zipped(REPORTS), tmp_path / "a.zip", places=True)
    assert [one.source.pieces[0].place.part for one in found.readings] == [
        "a.txt",
        "b/two.html",
        "c.warc.gz:https://gazette.example/Calder",
    ]


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(at=st.floats(0, 1), size=st.integers(0, 60), put=st.binary(max_size=60))
def test_damage_never_breaks_reading(tmp_path: Path, at: float, size: int, put: bytes) -> None:
    data = zipped(REPORTS)
    place = int(at * len(data))
    found = Found(data[:place] + put + data[place + size :], tmp_path / "a.zip")
    assert found.readings or found.failed
    assert not any("sayso failed" in one for one in found.failed)
