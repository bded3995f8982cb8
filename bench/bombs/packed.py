"""Bombs of gzip, zip and WARC."""

import gzip
import io
import zipfile
from pathlib import Path

from bench.bombs.craft import MEGABYTE, Bombs, Packed, deflated, gzipped, packed, write_zip
from bench.warc import answer, record

BOMBS = Bombs()
PAGE = b"<html><body><p>The governor of Ornsk denied on Monday that 12 people had been killed.</p>"
ADDRESS = "http://a.example/"


@BOMBS.add("zeros.html.gz", "zeros.txt.gz")
def gzip_of_zeros(path: Path) -> None:
    """Ten gigabytes of zeros."""
    path.write_bytes(gzipped(bytes(MEGABYTE), 10_000))


@BOMBS.add("breaks.jsonl.gz", "breaks.txt.gz", "breaks.csv.gz")
def gzip_of_breaks(path: Path) -> None:
    """Ten gigabytes of line breaks."""
    path.write_bytes(gzipped(b"\n" * MEGABYTE, 10_000))


@BOMBS.add("objects.jsonl.gz")
def gzip_of_objects(path: Path) -> None:
    """Ten gigabytes of empty objects, each on its line."""
    path.write_bytes(gzipped(b"{}\n" * (MEGABYTE // 3), 10_000))


@BOMBS.add("zeros.warc.gz")
def gzip_of_a_record(path: Path) -> None:
    """A record of ten gigabytes of zeros."""
    path.write_bytes(gzipped(bytes(MEGABYTE), 10_000, record(b"", ADDRESS, length=10**10)[:-4]))


@BOMBS.add("five_deep.gz")
def gzip_in_gzip(path: Path) -> None:
    """Ten gigabytes of zeros, packed five times."""
    data = gzipped(bytes(MEGABYTE), 10_000)
    for _ in range(4):
        data = gzip.compress(data, 9)
    path.write_bytes(data)


@BOMBS.add("nested.zip")
def zip_in_zip(path: Path) -> None:
    """Sixteen zip files in each of sixteen, five deep, with four gigabytes in each of the innermost."""
    write_zip(path, [Packed("0.txt", deflated(b" " * MEGABYTE, 4_000), 4_000 * MEGABYTE)])
    for _ in range(4):
        data = path.read_bytes()
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for number in range(16):
                archive.writestr(f"{number}.zip", data)


@BOMBS.add("overlapping.zip")
def zip_of_one_for_many(path: Path) -> None:
    """Thirty thousand members with the same ten megabytes."""
    write_zip(path, [packed("0.txt", b" " * 10 * MEGABYTE)], entries_each=30_000)


@BOMBS.add("lying.zip")
def zip_with_wrong_sizes(path: Path) -> None:
    """A thousand members that state a hundred bytes and unpack to a hundred megabytes."""
    data = deflated(b" " * MEGABYTE, 100)
    write_zip(path, (Packed(f"{number}.txt", data, 100) for number in range(1_000)))


def _write_empty(path: Path, count: int) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        for number in range(count):
            archive.writestr(zipfile.ZipInfo(f"{number}.txt"), b"")


@BOMBS.add("empty_100000.zip")
def zip_of_empty_members(path: Path) -> None:
    """As many empty members as may be."""
    _write_empty(path, 100_000)


@BOMBS.add("empty_300000.zip")
def zip_of_too_many_members(path: Path) -> None:
    """More empty members than may be."""
    _write_empty(path, 300_000)


@BOMBS.add("names.zip")
def zip_of_evil_names(path: Path) -> None:
    """Members whose names are paths, controls and very long."""
    names = ("../../etc/passwd", "/etc/passwd", "C:\\a.txt", "a\x1b[31m\r\n.txt", "x" * 60_000)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in names:
            archive.writestr(name, PAGE)


@BOMBS.add("nested.warc.gz")
def warc_in_warc(path: Path) -> None:
    """A WARC in a WARC, thirty deep, each packed."""
    data = gzip.compress(record(answer(PAGE), ADDRESS))
    for _ in range(30):
        data = gzip.compress(record(answer(data, "application/warc"), ADDRESS))
    path.write_bytes(data)


@BOMBS.add("nested_resource.warc.gz")
def warc_of_archives(path: Path) -> None:
    """A WARC whose records are gzip files of a gigabyte, without a media type."""
    inner = gzipped(b" " * MEGABYTE, 1_000)
    with path.open("wb") as file:
        for number in range(50):
            one = record(answer(inner, ""), f"{ADDRESS}{number}.warc.gz")
            file.write(gzip.compress(one, 1))


@BOMBS.add("tiny_pages.warc")
def warc_of_tiny_pages(path: Path) -> None:
    """A hundred thousand records with a page of a line."""
    with path.open("wb") as file:
        for number in range(100_000):
            file.write(record(answer(b"It was denied.", "text/plain"), f"{ADDRESS}{number}"))


@BOMBS.add("tiny.warc.gz")
def warc_of_tiny_records(path: Path) -> None:
    """A hundred thousand records with nothing of use."""
    with path.open("wb") as file:
        for number in range(100_000):
            file.write(gzip.compress(record(b"x", f"dns:{number}"), 1))


@BOMBS.add("long_head.warc")
def warc_with_a_long_head(path: Path) -> None:
    """A head of a hundred megabytes in one line."""
    with path.open("wb") as file:
        file.write(b"WARC/1.0\r\nX: ")
        for _ in range(100):
            file.write(b"y" * MEGABYTE)


@BOMBS.add("many_lines.warc")
def warc_with_many_lines(path: Path) -> None:
    """A head of a hundred megabytes in short lines."""
    with path.open("wb") as file:
        file.write(b"WARC/1.0\r\n")
        for _ in range(100):
            file.write(b"X: y\r\n" * (MEGABYTE // 6))


@BOMBS.add("long_head.warc.gz")
def packed_warc_with_a_long_head(path: Path) -> None:
    """A head of a gigabyte, packed."""
    path.write_bytes(gzipped(b"y" * MEGABYTE, 1_000, b"WARC/1.0\r\nX: "))


@BOMBS.add("coded.warc")
def warc_of_coded_answers(path: Path) -> None:
    """Answers that a server packed: ninety megabytes of spaces in each of three hundred."""
    coded = gzipped(b" " * MEGABYTE, 90)
    with path.open("wb") as file:
        for number in range(300):
            file.write(record(answer(coded, coding="gzip"), f"{ADDRESS}{number}"))


@BOMBS.add("wacz_of_zeros.wacz")
def wacz(path: Path) -> None:
    """A web archive whose WARC unpacks to ten gigabytes."""
    inner = io.BytesIO()
    inner.write(gzipped(bytes(MEGABYTE), 10_000, record(b"", ADDRESS, length=10**10)[:-4]))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("datapackage.json", '{"profile": "data-package"}')
        archive.writestr("archive/data.warc.gz", inner.getvalue())
