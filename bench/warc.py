"""Reading web archives: `python -m bench.warc`.

A WARC file of invented pages is made, with the pictures and scripts that lie between them, and read.
Beside it stands what trafilatura alone needs for the same pages, and the largest memory that the
reading process held. With --hostile, archives that were made to cost much are read instead: each
must end, by name, within the limits.

    python -m bench.warc --megabytes 200
    python -m bench.warc --hostile
"""

import argparse
import gzip
import io
import json
import random
import subprocess
import sys
import tempfile
import time
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

PAGES = Path(__file__).parents[1] / "tests/cases/pages"
SOURCES = ("courier.html", "herald.html")
PAGE_BYTES = 60_000  # of a news page, most of it menus and scripts
SCRIPT = "function f{0}(a){{return a.map(function(b){{return b*{0}+{1}}})}}\n"
WHEN = "2026-03-02T07:15:00Z"
SECONDS = 900  # that a hostile archive may take
ONE_READING = """
import json, sys, time
from pathlib import Path
from sayso.read.reports import read
problems, notes, count, words = [], [], 0, 0
begun = time.process_time()
for document in read(sys.argv[1], problems.append, notes.append):
    count += 1
    words += len(document.text)
print(json.dumps({
    "pages": count,
    "characters": words,
    "seconds": round(time.process_time() - begun, 1),
    "peak_mb": int(Path("/proc/self/status").read_text().split("VmHWM:")[1].split()[0]) // 1024,
    "problems": len(problems),
    "first": problems[0].what if problems else None,
}))
"""


def made_page(number: int, chance: random.Random) -> bytes:
    """A page like one of the cases, with other figures, more paragraphs, menus and scripts."""
    page = (PAGES / chance.choice(SOURCES)).read_text("utf-8")
    script = "".join(SCRIPT.format(one, chance.random()) for one in range(PAGE_BYTES // 100))
    links = "".join(
        f'<li><a href="/n/{chance.random()}">Section {one}</a></li>' for one in range(99)
    )
    told = "".join(
        f"<p>Witness {one} of {number} said on Monday that {chance.randint(2, 90)} people had been "
        f"hurt near the mill, and that the police of ward {chance.randint(1, 40)} denied it.</p>"
        for one in range(20)
    )
    page = page.replace("</p>", f" ({number})</p>{told}", 1)
    return page.replace("</body>", f"<ul>{links}</ul><script>{script}</script></body>").encode()


def record(block: bytes, address: str, kind: str = "response", length: int | None = None) -> bytes:
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {address}\r\nWARC-Date: {WHEN}\r\n"
        f"Content-Type: application/http\r\nContent-Length: {length or len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def answer(body: bytes, media: str = "text/html", coding: str = "") -> bytes:
    coding = f"Content-Encoding: {coding}\r\n" if coding else ""
    return f"HTTP/1.1 200 OK\r\nContent-Type: {media}\r\n{coding}\r\n".encode() + body


def write_archive(path: Path, megabytes: int) -> int:
    """Writes an archive of a length; the number of its pages."""
    chance = random.Random(7)  # noqa: S311
    pages = 0
    with path.open("wb") as file:
        while file.tell() < megabytes * 1_000_000:
            pages += 1
            site = f"https://gazette.example/{pages}"
            parts = [
                record(answer(made_page(pages, chance)), site),
                record(b"GET / HTTP/1.1\r\n\r\n", site, "request"),
                record(answer(chance.randbytes(40_000), "image/jpeg"), f"{site}.jpg"),
                record(answer(b"a()" * 9_000, "application/javascript"), f"{site}.js"),
            ]
            file.writelines(gzip.compress(one, 6) for one in parts)
    return pages


def pages_in(path: Path) -> Iterator[bytes]:
    """The pages of an archive that `write_archive` wrote."""
    from sayso.read.packed.records import Records
    from sayso.read.packed.source import Source
    from sayso.read.served import answer_of

    with path.open("rb") as file:
        for one in Records(Source(file, b"\x1f\x8b\x08", lambda _: None), 100_000_000):
            found = answer_of(one.block)
            if found and found.media_type == "text/html":
                yield found.body


def trafilatura_seconds(path: Path) -> float:
    """The processor seconds that trafilatura alone takes for the pages."""
    import trafilatura

    seconds = 0.0
    for page in pages_in(path):
        begun = time.process_time()
        trafilatura.extract(page)
        seconds += time.process_time() - begun
    return seconds


def read_seconds(path: Path) -> dict[str, object]:
    """What reading a file in a process of its own came to."""
    done = subprocess.run(
        [sys.executable, "-c", ONE_READING, str(path)],
        capture_output=True,
        timeout=SECONDS,
        check=False,
    )
    return dict(json.loads(done.stdout)) if done.stdout else {"died": done.returncode}


def zeros(number: int, fill: bytes = b"\0") -> bytes:
    """A gzip member of one byte over and over; its check sum, at the end, is none."""
    packer = zlib.compressobj(9, wbits=-15)
    block = packer.compress(fill * 1_000_000) + packer.flush(zlib.Z_FULL_FLUSH)
    head = b"\x1f\x8b\x08\0\0\0\0\0\0\x03"
    return head + block * (number // 1_000_000) + b"\x03\0" + bytes(8)


def zip_of(members: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return file.getvalue()


def tree_of_zips() -> bytes:
    """Sixteen zips in each of sixteen zips, five deep, with a large file at the bottom."""
    data = zip_of({"0.txt": b" " * 300_000_000})
    for _ in range(4):
        data = zip_of({f"{one}.zip": data for one in range(16)})
    return data


def nested(data: bytes, wrap: Callable[[bytes], bytes], times: int) -> bytes:
    for _ in range(times):
        data = wrap(data)
    return data


def hostile() -> Iterator[tuple[str, bytes]]:
    """Archives that were made to cost much: the end of the name, and the bytes."""
    page = answer(b"<html><p>It was denied.")
    large = 10_000_000_000
    yield "zeros.html.gz", zeros(large)
    yield "spaces.txt.gz", zeros(large, b" ")
    yield "spaces.jsonl.gz", zeros(large, b" ")
    yield "zeros.warc.gz", gzip.compress(b"WARC/1.0\r\n") + zeros(large)
    yield "head.warc.gz", gzip.compress(b"WARC/1.0\r\nX: " + b"y" * 100_000_000)
    yield "head.warc", b"WARC/1.0\r\nX: " + b"y" * 100_000_000
    yield "lines.warc", b"WARC/1.0\r\n" + b"X: y\r\n" * 17_000_000
    yield "folded.warc", b"WARC/1.0\r\nX: y\r\n" + b" y\r\n" * 25_000_000
    text = answer(b"It was denied.", "text/plain")
    yield "tiny.warc", b"".join(record(text, f"http://a.example/{n}") for n in range(100_000))
    yield (
        "tiny.warc.gz",
        b"".join(gzip.compress(record(b"x", f"dns:{n}"), 1) for n in range(100_000)),
    )
    yield (
        "lengths.warc",
        b"".join(record(page, "http://a.example/", length=10**8 - n) for n in range(300_000)),
    )
    yield (
        "magic.warc.gz",
        gzip.compress(record(page, "http://a.example/")) + b"\x1f\x8b\x08" * 30_000_000,
    )
    coded = gzip.compress(b" " * 90_000_000, 9)
    yield (
        "coded.warc",
        b"".join(record(answer(coded, coding="gzip"), f"http://a.example/{n}") for n in range(300)),
    )
    twice = gzip.compress(gzip.compress(b" " * 900_000_000, 9), 9)
    yield "twice.warc", record(answer(twice, coding="gzip, gzip"), "http://a.example/")
    yield (
        "in.warc.gz",
        nested(b"x", lambda data: gzip.compress(record(answer(data), "http://a.example/")), 30),
    )
    yield "in.gz", nested(b"x", gzip.compress, 300)
    yield (
        "pdf.warc",
        record(answer(b"%PDF-1.7\n" + bytes(99_000_000), "application/pdf"), "http://a.example/a"),
    )
    yield "tree.zip", tree_of_zips()
    yield "many.zip", zip_of({f"{n}.txt": b"" for n in range(150_000)})


def report_hostile(folder: Path, only: str) -> None:
    """Reads each hostile archive, or those with some words in their names, and prints its cost."""
    for name, data in hostile():
        if only and only not in name:
            continue
        path = folder / name
        path.write_bytes(data)
        size = len(data)
        del data
        try:
            told = read_seconds(path)
        except subprocess.TimeoutExpired:
            told = {"seconds": f"more than {SECONDS}"}
        print(f"{name:18} {size:>13,} bytes  {json.dumps(told)}", flush=True)
        path.unlink()


def report_speed(folder: Path, megabytes: int) -> None:
    path = folder / "made.warc.gz"
    pages = write_archive(path, megabytes)
    told = read_seconds(path)
    begun = time.process_time()
    for _ in pages_in(path):
        pass
    unpacking = time.process_time() - begun
    alone = trafilatura_seconds(path)
    print(f"{pages:,} pages in {path.stat().st_size:,} bytes")
    print(f"unpacking alone: {unpacking:.1f} seconds")
    print(f"sayso: {json.dumps(told)}")
    print(f"trafilatura alone: {alone:.1f} seconds, {pages / alone:.1f} pages a second")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--megabytes", type=int, default=20)
    parser.add_argument("--hostile", nargs="?", const="", metavar="NAME")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        if given.hostile is not None:
            report_hostile(Path(folder), given.hostile)
        else:
            report_speed(Path(folder), given.megabytes)


if __name__ == "__main__":
    main()
