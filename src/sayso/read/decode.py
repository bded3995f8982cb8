"""From bytes to text, character for character."""

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

# Which of four bytes are mostly zero where English is written in these.
WIDE: dict[tuple[bool, ...], str] = {
    (False, True, False, True): "utf-16le",
    (True, False, True, False): "utf-16be",
    (False, True, True, True): "utf-32le",
    (True, True, True, False): "utf-32be",
}
MIN_SHARE_OF_ZEROS = 0.7

# What Windows-1252 makes of bytes that some other encoding wrote: control characters, and capital
# letters with accents inside small ones ("donÕt" is how Mac OS Roman wrote "don’t").
UNLIKELY = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]|[a-z][À-Þ]")
MAX_SHARE_BEYOND_ASCII = 0.1  # English has far fewer characters beyond ASCII, Russian far more


def decoded_text(data: bytes, name: str, on_note: OnNote) -> str:
    """The text of the bytes, without a byte-order mark.

    They may be UTF-8, or UTF-16 or UTF-32 with a mark. Bytes that look like Windows-1252 are read as
    that, with a note. Raises UnreadableInput for other bytes.
    """
    mark, encoding = byte_order_mark(data)
    if encoding == "utf-8" and b"\0" in data:
        raise _binary_problem(data, name)
    try:
        return data[len(mark) :].decode(encoding)
    except UnicodeDecodeError as error:
        guess = None if mark else _windows_text(data)
        if guess is None:
            where = f"it is not {_short_name(encoding).upper()} text (byte {len(mark) + error.start + 1})"
            remedy = _encoding_remedy(data) if encoding == "utf-8" else _dropping_remedy(encoding)
            raise UnreadableInput(name, where, remedy) from error
    on_note(Note(name, GUESSED))
    return guess


def byte_order_mark(data: bytes) -> tuple[bytes, str]:
    """The byte-order mark at the beginning of the data, and its encoding; else no mark and UTF-8."""
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return mark, encoding
    return b"", "utf-8"


def _binary_problem(data: bytes, name: str) -> UnreadableInput:
    encoding = encoding_by_zeros(data)
    if encoding:
        what = f"it looks like {_short_name(encoding).upper()} without a mark saying so"
        remedy = f"If it is, convert it: iconv -f {encoding} -t utf-8 old.txt > new.txt"
        return UnreadableInput(name, what, remedy)
    return UnreadableInput(
        name, "it is a binary file, not a text", "Leave it out, or save it as .txt."
    )


def encoding_by_zeros(data: bytes) -> str | None:
    """The encoding with several bytes a character, by where the zeros are; None if it is another."""
    head = data[: 1000 // 4 * 4]
    places = [head[place::4].count(0) for place in range(4)]
    zeros = [count > MIN_SHARE_OF_ZEROS * (len(head) / 4) for count in places]
    return WIDE.get(tuple(zeros))


def _short_name(encoding: str) -> str:
    """UTF-16 and UTF-32 without the order of their bytes."""
    return encoding[: len("utf-16")].rstrip("-")


def _dropping_remedy(encoding: str) -> str:
    short = _short_name(encoding)
    return f"It is {short.upper()} with broken characters; remove them: iconv -c -f {short} -t utf-8 old > new"


def _windows_text(data: bytes) -> str | None:
    """The text in Windows-1252, if the bytes look like English in that encoding."""
    if has_utf8(data):
        return None
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return None
    beyond = sum(character > "\x7f" for character in text)
    return None if beyond > MAX_SHARE_BEYOND_ASCII * len(text) or UNLIKELY.search(text) else text


def has_utf8(data: bytes) -> bool:
    """Whether some of the bytes beyond ASCII are valid UTF-8."""
    return any(character > "\x7f" for character in data.decode("utf-8", "ignore"))


def _encoding_remedy(data: bytes) -> str:
    if has_utf8(data):
        return _dropping_remedy("utf-8")
    return CONVERT
