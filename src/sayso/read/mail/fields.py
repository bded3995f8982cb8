"""The header of a mail, or of a part of one.

The parser of the standard library fails on some headers that are really sent, so the header is cut
into fields here, and each field is read by itself; one that cannot be read is unknown.
"""

import re
from dataclasses import dataclass
from email.message import Message

from sayso.read.mail.charsets import text_of_bytes
from sayso.read.mail.transfer import decoded_base64, decoded_quoted_word
from sayso.read.tidy import on_one_line

FIELD = re.compile(rb"([!-9;-~]{1,100})[ \t]*:")
ENCODED_WORD = re.compile(r"=\?([^?*\s]{1,40})(?:\*[^?\s]*)?\?([bBqQ])\?(.*?)\?=")
BETWEEN_WORDS = re.compile(r"(?<=\?=)\s+(?==\?)")
MAX_FIELDS = 1_000
MAX_VALUE_BYTES = 4_000  # of a field; what is behind them is not looked at
MAX_TYPE_CHARACTERS = 1_000  # of a content type: reading its parameters takes time


@dataclass(frozen=True, slots=True)
class Fields:
    """The fields of a header: names in small letters, values unfolded, in their order."""

    fields: tuple[tuple[str, str], ...] = ()

    def raw(self, name: str) -> str | None:
        """The first value of a field as it is written."""
        return next((value for one, value in self.fields if one == name), None)

    def words(self, name: str) -> str | None:
        """The first value of a field as a person reads it, on one line; None if it shows nothing."""
        return tidy_words(self.raw(name) or "")

    @property
    def content_type(self) -> str:
        """The media type, "" if none is given."""
        value = (self.raw("content-type") or "").partition(";")[0].strip().lower()
        return value if re.fullmatch(r"[\w.+-]+/[\w.+-]+", value) else ""

    def parameter(self, name: str, of: str = "content-type") -> str | None:
        """A parameter of a field, as in `charset=utf-8`."""
        message = Message()
        message[of] = (self.raw(of) or "")[:MAX_TYPE_CHARACTERS]
        try:
            value = message.get_param(name, header=of)
            if isinstance(value, tuple):  # RFC 2231: charset, language, value
                given = value[2].encode("latin-1", "replace")
                value = text_of_bytes(given, value[0] or "utf-8")[0]
        except Exception:  # the parser of the standard library raises many kinds
            return None
        return tidy_words(value) if value else None

    @property
    def file_name(self) -> str | None:
        """The name that the part should have as a file. It is never used as a path."""
        return self.parameter("filename", "content-disposition") or self.parameter("name")


def split_header(data: bytes) -> tuple[Fields, int]:
    """The fields at the beginning of a mail, and where its body begins.

    The header ends at an empty line, or before the first line that belongs to no field.
    """
    found: list[tuple[str, bytearray]] = []
    at = 0
    while at < len(data):
        end = data.find(b"\n", at) + 1 or len(data)
        line = data[at : min(end, at + MAX_VALUE_BYTES)].rstrip(b"\r\n")
        if not line:
            at = end
            break
        if line[:1] in b" \t" and found:
            _add_to(found[-1][1], line)
        elif field := FIELD.match(line):
            if len(found) < MAX_FIELDS:
                found.append((field[1].decode("ascii").lower(), bytearray(line[field.end() :])))
        elif at or not line.startswith(b"From "):  # the line by which a mailbox begins a mail
            break
        at = end
    return Fields(
        tuple((name, text_of_bytes(bytes(value))[0].strip()) for name, value in found)
    ), at


def _add_to(value: bytearray, line: bytes) -> None:
    if len(value) < MAX_VALUE_BYTES:
        value += b" " + line.lstrip(b" \t")


def tidy_words(value: str) -> str | None:
    """A value with its encoded words decoded, without control characters, on one line."""
    return on_one_line(_without_encoding(value[:MAX_VALUE_BYTES])) or None


def _without_encoding(value: str) -> str:
    """The value with its encoded words ("=?utf-8?q?caf=C3=A9?=") decoded.

    A character may be cut between two encoded words, so their bytes are put together first.
    """
    value = BETWEEN_WORDS.sub("", value)
    parts: list[str] = []
    waiting, charset, end = b"", "", 0
    for word in ENCODED_WORD.finditer(value):
        if word.start() > end or word[1].lower() != charset:
            parts += [_decoded(waiting, charset), value[end : word.start()]]
            waiting, charset = b"", word[1].lower()
        coded = word[3].encode("utf-8", "replace")
        waiting += decoded_base64(coded)[0] if word[2] in "bB" else decoded_quoted_word(coded)
        end = word.end()
    return "".join([*parts, _decoded(waiting, charset), value[end:]])


def _decoded(data: bytes, charset: str) -> str:
    return text_of_bytes(data, charset)[0] if data else ""
