"""Bytes to text, character for character."""

import codecs
import re

from sayso.errors import UnreadableInput
from sayso.read.notes import Note, OnNote

# UTF-32's mark for little-endian begins with UTF-16's, so it is tried first.
MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
CONVERT = "Convert it, with the encoding it is in: iconv -f windows-1251 -t utf-8 old.txt > new.txt"
GUESSED = "it is not UTF-8; its characters were read as Windows-1252, which is a guess"

# What Windows-1252 makes of bytes that some other encoding wrote: control characters, and capital
# letters with accents inside small ones ("donÕt" is how Mac OS Roman wrote "don’t").
UNLIKELY = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]|[a-z][À-Þ]")
FEW = 0.1  # of all characters; English has far fewer letters beyond ASCII, Russian far more


def decoded(data: bytes, name: str, on_note: OnNote) -> str:
    """The text that the bytes are; a byte-order mark is not part of it.

    UTF-8, or UTF-16 or UTF-32 with a mark. Other bytes are read as Windows-1252 where they look
    like it, and the guess is noted. Raises UnreadableInput for all else.
    """
    mark, encoding = marked(data)
    if encoding == "utf-8" and b"\0" in data:
        raise _binary(data, name)
    try:
        return data[len(mark) :].decode(encoding)
    except UnicodeDecodeError as error:
        guess = None if mark else _windows(data)
        if guess is None:
            where = f"it is not {encoding.upper()[:6].rstrip('-')} text (byte {error.start + 1})"
            raise UnreadableInput(name, where, _remedy(data)) from error
    on_note(Note(name, GUESSED))
    return guess


def marked(data: bytes) -> tuple[bytes, str]:
    """The byte-order mark that the data opens with and the encoding it stands for."""
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return mark, encoding
    return b"", "utf-8"


def _binary(data: bytes, name: str) -> UnreadableInput:
    head = data[:1000]
    half = len(head) // 2
    for zeros, encoding in ((head[1::2], "utf-16le"), (head[0::2], "utf-16be")):
        if half and zeros.count(0) > 0.7 * half:
            remedy = f"If it is, convert it: iconv -f {encoding} -t utf-8 old.txt > new.txt"
            return UnreadableInput(name, "it looks like UTF-16 without a mark saying so", remedy)
    return UnreadableInput(name, "it is binary, not a text", "Leave it out, or save it as .txt.")


def _windows(data: bytes) -> str | None:
    """The text that the bytes are in Windows-1252, if they look like English written in it."""
    if _has_utf8(data):
        return None
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return None
    beyond = sum(character > "\x7f" for character in text)
    return None if beyond > FEW * len(text) or UNLIKELY.search(text) else text


def _has_utf8(data: bytes) -> bool:
    """Whether some of the bytes that are not ASCII are UTF-8 all the same."""
    return any(character > "\x7f" for character in data.decode("utf-8", "ignore"))


def _remedy(data: bytes) -> str:
    if _has_utf8(data):
        return "It is UTF-8 with broken places; drop them: iconv -c -f utf-8 -t utf-8 old > new"
    return CONVERT
