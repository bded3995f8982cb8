"""The parts of a mail (MIME), as bytes. Its structure may lie, repeat and nest without end."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from sayso.read.mail.fields import Fields, split_header
from sayso.read.mail.transfer import decoded_body

MAX_DEPTH = 20  # parts within parts
MAX_PARTS = 2_000  # of a mail
LONGEST_BOUNDARY = 200
GUESSED = re.compile(rb"\s*--([^\r\n]{1,200}?)[ \t]*\r?\n")


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a mail: its number as mail programs count ("2.1"), its header, its body as it came.

    `parts` are those of a multipart. `media` is the media type in small letters.
    """

    number: str
    fields: Fields
    body: bytes
    media: str
    parts: tuple["Part", ...] = ()

    def data(self) -> tuple[bytes, str | None]:
        """The bytes of the body, decoded, and what is wrong with them, if anything is."""
        return decoded_body(self.body, self.fields.raw("content-transfer-encoding") or "")

    def leaves(self) -> Iterator["Part"]:
        """The part itself if it holds no others, else what they hold, in their order."""
        if not self.parts:
            yield self
        for part in self.parts:
            yield from part.leaves()


@dataclass(slots=True)
class Whole:
    """A mail: its outermost part, and how many parts were not read because there are too many."""

    part: Part
    unread: int = 0
    count: int = 0


def parts_of(data: bytes) -> Whole:
    """The parts of a mail."""
    fields, begin = split_header(data)
    whole = Whole(Part("", fields, data[begin:], "text/plain"))
    whole.part = _filled_part(whole.part, "text/plain", 0, whole)
    if not whole.part.parts:
        whole.part = replace(whole.part, number="1")
    return whole


def _filled_part(part: Part, usual: str, depth: int, whole: Whole) -> Part:
    """The part with its media type and the parts that it holds."""
    media = part.fields.content_type or usual
    if not media.startswith("multipart/"):
        return replace(part, media=media)
    bodies = _bodies(part.body, part.fields.parameter("boundary"))
    if not bodies:
        return replace(part, media="text/plain")
    room = MAX_PARTS - whole.count if depth < MAX_DEPTH else 0
    whole.unread += max(0, len(bodies) - room)
    whole.count += min(len(bodies), room)
    inner = "message/rfc822" if media == "multipart/digest" else "text/plain"
    parts = []
    for number, body in enumerate(bodies[:room], 1):
        fields, begin = split_header(body)
        called = f"{part.number}.{number}".removeprefix(".")
        one = Part(called, fields, body[begin:], inner)
        parts.append(_filled_part(one, inner, depth + 1, whole))
    return replace(part, media=media, body=b"", parts=tuple(parts))


def _bodies(body: bytes, boundary: str | None) -> list[bytes]:
    """What stands between the lines with the boundary. The last one may be missing."""
    mark = (boundary or "").encode("utf-8", "replace")
    if not mark or len(mark) > LONGEST_BOUNDARY:
        guessed = GUESSED.match(body)
        mark = guessed[1] if guessed else b""
    if not mark:
        return []
    line = re.compile(rb"^--" + re.escape(mark) + rb"(--)?[ \t]*\r?$", re.MULTILINE)
    found: list[bytes] = []
    begin = None
    for one in line.finditer(body):
        if begin is not None:
            found.append(_without_last_break(body[begin : one.start()]))
        begin = None if one[1] else one.end() + 1
        if begin is None:
            break
    if begin is not None and begin < len(body):
        found.append(body[begin:])
    return found


def _without_last_break(body: bytes) -> bytes:
    return body.removesuffix(b"\n").removesuffix(b"\r")
