"""Small archives of invented pages, made by hand."""

import gzip
import io
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from sayso.errors import UnreadableInput
from sayso.read.limits import USUAL_LIMITS, Limits
from sayso.read.notes import Note
from sayso.read.reader import Reading
from sayso.read.reports import read_readings, setting_for

WHEN = "2026-03-02T07:15:00Z"


def sentences(of: str) -> str:
    return (
        f"The mayor of {of} said on Monday that the bridge was closed. Nobody was hurt there, she "
        f"added, and the river police of {of} denied that a barge had struck it. Two workers told "
        "the Gazette that they had warned the county in January, and that nobody had answered them."
    )


def page(of: str) -> bytes:
    return (
        f"<!doctype html><html><head><title>Bridge closed in {of}</title></head><body><article>"
        f"<h1>Bridge closed in {of}</h1><p>{sentences(of)}</p><p>The county said that it would "
        f"answer in court, not in the papers of {of}.</p></article></body></html>"
    ).encode()


def answer(
    body: bytes, media: str = "text/html; charset=utf-8", status: str = "200 OK", **fields: str
) -> bytes:
    lines = [f"HTTP/1.1 {status}", f"Content-Type: {media}"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in fields.items()]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def record(
    block: bytes,
    address: str = "https://gazette.example/bridge",
    kind: str = "response",
    length: int | None = None,
    fields: Mapping[str, str] | None = None,
    end: bytes = b"\r\n\r\n",
) -> bytes:
    head = {
        "WARC-Type": kind,
        "WARC-Target-URI": address,
        "WARC-Date": WHEN,
        "Content-Type": "application/http; msgtype=response",
        "Content-Length": str(len(block) if length is None else length),
        **(fields or {}),
    }
    lines = "".join(f"{name}: {value}\r\n" for name, value in head.items())
    return b"WARC/1.0\r\n" + lines.encode() + b"\r\n" + block + end


def capture(of: str, **given: str) -> bytes:
    return record(answer(page(of), **given), f"https://gazette.example/{of}")


def packed(*records: bytes) -> bytes:
    return b"".join(gzip.compress(one, 1) for one in records)


def zipped(members: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return file.getvalue()


class Found:
    """What came out of a file."""

    def __init__(
        self, data: bytes, path: Path, limits: Limits = USUAL_LIMITS, places: bool = False
    ) -> None:
        path.write_bytes(data)
        self.problems: list[UnreadableInput] = []
        self.notes: list[Note] = []
        setting = setting_for(self.problems.append, self.notes.append, limits, places)
        self.readings: list[Reading] = list(read_readings(path, setting))
        self._folder = f"{path.parent}/"

    @property
    def names(self) -> list[str]:
        return [one.document.name.removeprefix(self._folder) for one in self.readings]

    @property
    def texts(self) -> list[str]:
        return [one.document.text for one in self.readings]

    @property
    def said(self) -> list[str]:
        return [one.what for one in self.notes]

    @property
    def failed(self) -> list[str]:
        return [one.what for one in self.problems]


def places_of(texts: Sequence[str]) -> list[str]:
    """The places that the pages are of."""
    return [one.partition("mayor of ")[2].partition(" ")[0] for one in texts]
