"""Words from a file, made fit to be shown on one line."""

import re
from urllib.parse import urlsplit

# Control characters, ends of lines, and marks that turn the direction of a line.
UNFIT = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]+")


def on_one_line(value: str) -> str:
    """The value on one line, without control characters."""
    return " ".join(UNFIT.sub(" ", value).split())


def in_message(words: str, most: int) -> str:
    """The first characters of words that a message quotes; one that nobody sees is "?"."""
    return "".join(one if one.isprintable() else "?" for one in words[:most])


def whole_characters(value: str) -> str:
    """The value with "?" in place of half characters, which no text can hold."""
    return value.encode("utf-8", "replace").decode("utf-8")


def web_address(value: str | None) -> str | None:
    """The value if it is the address of a web page, else None."""
    value = (value or "").strip()
    try:
        parts = urlsplit(value)
    except ValueError:
        return None
    return value if parts.scheme in ("http", "https") and parts.netloc else None
