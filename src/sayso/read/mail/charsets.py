"""From the bytes of a mail's text to characters."""

import re

from sayso.read.decode import GUESSED, byte_order_mark, has_utf8
from sayso.read.pages.markup import BROWSERS, KNOWN

MORE_KNOWN = re.compile(r"iso-2022-jp|utf-(?:16|32)(?:le|be)?|iso-8859-(?:9|11)")


def text_of_bytes(data: bytes, charset: str = "") -> tuple[str, str | None]:
    """The text, and what is wrong with its encoding, if anything is.

    What is valid UTF-8 is read as UTF-8, unless another encoding of several bytes a character is
    named: mailers often name a wrong one. Bytes that fit no encoding become "�".
    """
    mark, marked = byte_order_mark(data)
    charset = charset.strip().lower()
    if mark:
        return data[len(mark) :].decode(marked, "replace"), None
    codec = _codec_of(charset)
    if codec in ("utf-8", "cp1252"):
        try:
            return data.decode("utf-8"), None
        except UnicodeDecodeError:
            pass
    text = data.decode(codec, "replace")
    if "\ufffd" not in text:
        return text, None
    if codec == "utf-8":
        guess = data.decode("cp1252", "replace")
        if guess.count("\ufffd") == 0 and not has_utf8(data):
            return guess, GUESSED
    return text, f"{text.count(chr(0xFFFD))} of its characters are not {codec} and are shown as �"


def _codec_of(charset: str) -> str:
    codec = BROWSERS.get(charset, charset)
    if codec == "utf-8" and charset.startswith("utf-16"):
        codec = charset
    known = codec in BROWSERS.values() or KNOWN.fullmatch(codec) or MORE_KNOWN.fullmatch(codec)
    return codec if known else "utf-8"
