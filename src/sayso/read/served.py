"""The answer of a web server, as it came over the wire or stands in a WARC file.

Crawlers often undo the packing of an answer and leave the head that speaks of it, or the other way
round. So packing is undone where that works, whatever the head says.
"""

import re
import zlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from importlib import import_module
from io import BytesIO
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import urlsplit

from sayso.errors import UnreadableInput
from sayso.model.particulars import DateKind, StatedDate
from sayso.read.gunzip import MAGIC as GZIP
from sayso.read.gunzip import DamagedGzip, Members
from sayso.read.stated_dates import stated_date

MAX_HEAD_BYTES = 1 << 18
MAX_FIELDS = 1_000
MAX_CODINGS = 3  # one inside another
HEAD_END = re.compile(rb"\r?\n\r?\n")
STATUS = re.compile(r"HTTP/[0-9.]{1,3} +([0-9]{3})(?: +(.*))?", re.IGNORECASE)
CHUNK = re.compile(rb"([0-9A-Fa-f]{1,8})[ \t]*(?:;[^\r\n]{0,1000})?\r\n")
GZIP_MEDIA = ("application/gzip", "application/x-gzip")
ZLIB, BARE_DEFLATE = 15, -15  # zlib's numbers
NEEDS_BROTLI = "Install what unpacks it: pip install brotli"


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer of a web server. Names of fields are in small letters."""

    status: int
    reason: str
    fields: dict[str, str]
    body: bytes
    cut: bool = False  # whether the body ends before its coding does

    @property
    def media(self) -> str | None:
        """The media type with its parameters, as the server gives it."""
        return self.fields.get("content-type") or None

    @property
    def media_type(self) -> str:
        """The media type alone, in small letters; "" if there is none."""
        return (self.media or "").partition(";")[0].strip().lower()

    def dates(self) -> tuple[StatedDate, ...]:
        """When the server says that the file was changed last. It says nothing of publication."""
        words = self.fields.get("last-modified", "")
        return (stated_date(DateKind.MODIFIED, words, "Last-Modified")[1],) if words else ()


def file_at(address: str) -> PurePosixPath:
    """The path in an address, whose name may say what is there. It is never a path of this machine."""
    try:
        return PurePosixPath(urlsplit(address).path)
    except ValueError:
        return PurePosixPath()


def answer_of(block: bytes) -> Answer | None:
    """The answer in a block of bytes, its body as it stands there; None if it is none."""
    end = HEAD_END.search(block, 0, MAX_HEAD_BYTES)
    head = block[: end.start() if end else MAX_HEAD_BYTES].decode("utf-8", "replace")
    first, *lines = head.split("\n")
    status = STATUS.match(first.strip())
    if not status:
        return None
    fields: dict[str, str] = {}
    for line in lines[:MAX_FIELDS]:
        name, colon, value = line.partition(":")
        if colon and name[:1] not in " \t":
            fields.setdefault(name.strip().lower(), value.strip())
    body = block[end.end() :] if end else b""
    return Answer(int(status[1]), (status[2] or "").strip(), fields, body)


def unpacked_answer(
    answer: Answer, name: str, limit: int, count: Callable[[int], None] = lambda _: None
) -> Answer:
    """The answer with its body as the author wrote it. `count` is told what unpacking gave.

    Raises UnreadableInput if the body becomes larger than the limit, or is packed in a way that
    cannot be undone.
    """
    said = "chunked" in answer.fields.get("transfer-encoding", "").lower()
    body, cut = _joined_chunks(answer.body, said)
    named = answer.fields.get("content-encoding", "").lower()
    codings = [one.strip() for one in named.split(",") if one.strip() not in ("", "identity")]
    codings = codings[-MAX_CODINGS:]
    if "gzip" not in codings and answer.media_type not in GZIP_MEDIA:
        codings.insert(0, "gzip" if body.startswith(GZIP) else "identity")
    for coding in reversed(codings):
        body, cut_here = _decoded(body, coding, name, limit)
        cut = cut or cut_here
        count(len(body))
    return replace(answer, body=body, cut=cut)


def _joined_chunks(body: bytes, said: bool) -> tuple[bytes, bool]:
    """The body without the lengths between its chunks, if it is in chunks; whether it was cut.

    If the head does not say so, all chunks must be there, up to the empty one at the end.
    """
    parts: list[bytes] = []
    at = 0
    while chunk := CHUNK.match(body, at):
        length = int(chunk[1], 16)
        if length == 0:
            return b"".join(parts), False
        at = chunk.end() + length + 2
        parts.append(body[chunk.end() : chunk.end() + length])
        if body[at - 2 : at] != b"\r\n":
            break
    is_cut = said and bool(parts) and at >= len(body)
    return (b"".join(parts), True) if is_cut else (body, False)


def _decoded(body: bytes, coding: str, name: str, limit: int) -> tuple[bytes, bool]:
    """The body without one coding, and whether it was cut; unchanged if it is not in that coding."""
    if coding in ("gzip", "x-gzip", "deflate") or body.startswith(GZIP):
        return _inflated(body, name, limit)
    if coding == "br":
        return _without_brotli(body, name, limit)
    if coding == "identity" or looks_like_text(body):
        return body, False
    what = f"the page is packed with {coding:.20}, which sayso cannot unpack"
    raise UnreadableInput(name, what, "Save it again with a browser.")


def _inflated(body: bytes, name: str, limit: int) -> tuple[bytes, bool]:
    found = _gunzipped(body, limit) if body.startswith(GZIP) else _deflated(body, limit)
    if found is None:
        return body, False
    data, ended = found
    _check_size(data, name, limit)
    return data, not ended


def _gunzipped(body: bytes, limit: int) -> tuple[bytes, bool] | None:
    """What gzip packed, and whether it is there to its end; None if it packed nothing here."""
    members = Members(BytesIO(body))
    data = bytearray()
    try:
        while len(data) <= limit and members.begin_next():
            while len(data) <= limit and (more := members.read(limit + 1 - len(data))):
                data += more
    except DamagedGzip:
        return (bytes(data), False) if data else None
    return bytes(data), True


def _deflated(body: bytes, limit: int) -> tuple[bytes, bool] | None:
    """The same for deflate.

    The standard wants zlib's head and check sum around it, and many servers leave them out.
    """
    for window in (ZLIB, BARE_DEFLATE):
        inflater = zlib.decompressobj(window)
        try:
            data = inflater.decompress(body, limit + 1)
        except zlib.error:
            continue
        if inflater.eof or window == ZLIB:  # any bytes may look like the beginning of bare deflate
            return data, inflater.eof or len(data) > limit
    return None


def _without_brotli(body: bytes, name: str, limit: int) -> tuple[bytes, bool]:
    """The body unpacked, and whether it was cut; unchanged if it is not packed."""
    brotli = _brotli()
    if brotli is None:
        if looks_like_text(body):
            return body, False
        raise UnreadableInput(name, "the page is packed with brotli", NEEDS_BROTLI)
    unpacker = brotli.Decompressor()
    data = bytearray()
    given = body
    try:
        while len(data) <= limit:
            more = unpacker.process(given, output_buffer_limit=limit + 1 - len(data))
            given = b""
            data += more
            if unpacker.is_finished() or (not more and unpacker.can_accept_more_data()):
                break
    except brotli.error:
        return body, False
    _check_size(data, name, limit)
    return bytes(data), not unpacker.is_finished()


def _brotli() -> Any:
    """The package that unpacks brotli within a limit, if somebody installed it."""
    try:
        brotli = import_module("brotli")
    except ImportError:
        return None
    return brotli if hasattr(brotli.Decompressor, "can_accept_more_data") else None


def looks_like_text(body: bytes) -> bool:
    """Whether the body begins like text in UTF-8: what is packed does not."""
    begin = body[:1000]
    return b"\0" not in begin and "\ufffd" not in begin.decode("utf-8", "replace")[:-1]


def _check_size(data: bytes | bytearray, name: str, limit: int) -> None:
    if len(data) > limit:
        raise UnreadableInput(name, f"it unpacks to more than {limit:,} bytes", "Leave it out.")
