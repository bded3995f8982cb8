"""The bytes that a report was read from: what is kept of them, and how they can be shown safely."""

import hashlib
import json
import zlib
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import PurePath
from tempfile import TemporaryFile
from typing import IO, Any
from zipfile import BadZipFile, ZipFile

from sayso.case.case import Case
from sayso.desk.page_pictures import count_pages
from sayso.errors import SaysoError
from sayso.read.decode import decoded_text
from sayso.read.pages.markup import page_text

MOST_SHOWN = 20_000_000  # bytes of a page, a text or a part; a larger one is offered as a file
MOST_PICTURED = 200_000_000  # bytes of a PDF
MOST_MEMBERS = 2_000  # of a zip file; the part is not looked for in a larger one
MOST_TEXT = 200_000  # characters printed beside a report
PIECE = 1_000_000
GZIP = 16 + zlib.MAX_WBITS
ARRIVALS = (
    "SELECT publication.number, publication.document, arrival.number AS arrival, arrival.name, arrival.at, "
    "arrival.how, arrival.reports, evidence.sha256, evidence.size, evidence.kept FROM publication "
    "JOIN arrival ON arrival.number = publication.arrival "
    "JOIN evidence ON evidence.sha256 = arrival.evidence WHERE publication.report = ? "
    "ORDER BY evidence.kept DESC, publication.number"
)


@dataclass(frozen=True, slots=True)
class Source:
    """The file of one arrival of a report, and what the report was read as.

    `raw` is the hash of the bytes of the report alone; it is that of the file if it holds nothing else.
    """

    publication: int
    name: str
    format: str
    raw: str | None
    sha256: str
    size: int
    kept: bool
    at: str
    reports: int | None

    @property
    def file_name(self) -> str:
        """The file's name without its folders."""
        return PurePath(self.name).name or self.name


@dataclass(frozen=True, slots=True)
class Original:
    """How the original of a report is shown.

    `kind` is "page" (of the web), "pictures" (of a PDF's pages), "text", "file" (it can only be
    downloaded) or "none". `why` is a sentence for the last two.
    """

    kind: str
    sources: tuple[Source, ...]
    source: Source | None = None
    why: str = ""
    text: str = ""
    is_cut: bool = False
    page: int = 1
    pages: int = 0


def sources_of(case: Case, report: str) -> tuple[Source, ...]:
    """The files in which a report came in, those first whose bytes are kept."""
    found = []
    for row in case.query(ARRIVALS, [report]):
        head: dict[str, Any] = json.loads(row["document"])
        found.append(
            Source(
                row["number"],
                row["name"],
                head.get("format") or "",
                head.get("raw_sha256"),
                row["sha256"],
                row["size"],
                bool(row["kept"]),
                row["at"],
                row["reports"],
            )
        )
    return tuple(found)


def chosen_source(sources: tuple[Source, ...], asked: str) -> Source | None:
    """The source of the publication with this number, else the first."""
    return next(
        (one for one in sources if str(one.publication) == asked), sources[0] if sources else None
    )


def original_of(case: Case, report: str, asked: Mapping[str, str]) -> Original:
    """How the original of a report can be shown; `asked` may have `source` and `page`."""
    sources = sources_of(case, report)
    source = chosen_source(sources, asked.get("source", ""))
    if source is None:
        return Original(
            "none", sources, why="This report came without a file: it was put in as text."
        )
    if not source.kept:
        why = f"The bytes of this file were not kept, only their hash: {source.sha256}."
        return Original("none", sources, source, why)
    if source.format == "PDF":
        return _pictures(case, sources, source, asked.get("page", ""))
    data = part_bytes(case, source)
    if data is None:
        return Original("file", sources, source, _why_no_part(source))
    try:
        if source.format == "web page":
            page_text(data, source.name, lambda _: None)
            return Original("page", sources, source)
        text = decoded_text(data, source.name, lambda _: None)
    except SaysoError:
        why = f"This file ({source.format or 'of a kind that is not known'}) cannot be shown here."
        return Original("file", sources, source, why)
    return Original("text", sources, source, text=text[:MOST_TEXT], is_cut=len(text) > MOST_TEXT)


def part_bytes(case: Case, source: Source) -> bytes | None:
    """The bytes of the report alone, out of its file; None if they cannot be found, or are too many."""
    if source.raw in (None, source.sha256):
        return _bytes(case, source) if source.raw and source.size <= MOST_SHOWN else None
    with whole_file(case, source) as file:
        for part in _parts(file):
            if hashlib.sha256(part).hexdigest() == source.raw:
                return part
    return None


def whole_file(case: Case, source: Source) -> IO[bytes]:
    """The file as it came, in a temporary file that is wound to its beginning."""
    file = TemporaryFile()  # noqa: SIM115 - the caller closes it
    for piece in case.evidence(source.sha256):
        file.write(piece)
    file.seek(0)
    return file


def page_source(case: Case, source: Source) -> str | None:
    """The source of a web page as a browser decodes it; None if it cannot be shown."""
    data = part_bytes(case, source) if source.format == "web page" else None
    return None if data is None else page_text(data, source.name, lambda _: None)


def _pictures(case: Case, sources: tuple[Source, ...], source: Source, page: str) -> Original:
    if source.raw != source.sha256 or source.size > MOST_PICTURED:
        return Original("file", sources, source, _why_no_part(source))
    with whole_file(case, source) as file:
        pages = count_pages(file, source.sha256)
    if not pages:
        why = "No pictures could be made of the pages of this PDF."
        return Original("file", sources, source, why)
    number = int(page) if page.isascii() and page.isdigit() and len(page) < 6 else 1
    return Original("pictures", sources, source, page=min(max(number, 1), pages), pages=pages)


def _bytes(case: Case, source: Source) -> bytes:
    return b"".join(case.evidence(source.sha256))


def _parts(file: IO[bytes]) -> Iterator[bytes]:
    """What may be one report of a file of many: members of a zip file, what gzip packed, or its lines."""
    begin = file.read(4)
    file.seek(0)
    if begin.startswith(b"PK"):
        yield from _members(file)
    elif begin.startswith(b"\x1f\x8b"):
        with suppress(zlib.error):
            yield zlib.decompressobj(GZIP).decompress(file.read(), MOST_SHOWN)
    else:
        for line in iter(lambda: file.readline(MOST_SHOWN), b""):
            yield line.rstrip(b"\r\n")


def _members(file: IO[bytes]) -> Iterator[bytes]:
    left = 10 * MOST_SHOWN  # of all members together
    with (
        suppress(BadZipFile, OSError, RuntimeError, NotImplementedError, ValueError, zlib.error),
        ZipFile(file) as archive,
    ):
        for info in archive.infolist()[:MOST_MEMBERS]:
            with (
                suppress(BadZipFile, RuntimeError, NotImplementedError, zlib.error),
                archive.open(info) as member,
            ):
                data = member.read(min(MOST_SHOWN, left) + 1)
                left -= len(data)
                if left < 0:
                    return
                if len(data) <= MOST_SHOWN:
                    yield data


def _why_no_part(source: Source) -> str:
    if source.raw == source.sha256:
        return (
            f"This file is larger than {MOST_SHOWN // 1_000_000:,} megabytes and is not shown here."
        )
    holds = f"{source.reports:,} reports" if (source.reports or 0) > 1 else "more than this report"
    return (
        f"The file holds {holds}, and the part that this one was read from cannot be shown alone."
    )
