"""Files that only hold an address, as a browser makes them: .webloc, .url, .desktop.

Nothing is fetched: the address is named, with what to type to read its page.
"""

import plistlib
import re
import shlex
from collections.abc import Iterator
from html import unescape

from sayso.errors import UnreadableInput
from sayso.read.limits import MAX_URL_CHARACTERS
from sayso.read.reader import Format, Material, Reading, Setting

MAX_BYTES = 65_536
SUFFIXES = frozenset({".webloc", ".url", ".desktop", ".website"})
BINARY = b"bplist"
OPENING = re.compile(rb"(?:\xef\xbb\xbf)?\s*\[(?:InternetShortcut|Desktop Entry)\]", re.IGNORECASE)
IN_LINE = re.compile(
    r"^[ \t]*URL(?:\[[\w$]*\])?[ \t]*=[ \t]*(\S+)[ \t]*\r?$", re.MULTILINE | re.IGNORECASE
)
IN_LIST = re.compile(r"<key>URL</key>\s*<string>([^<]*)</string>")
ADDRESS = re.compile(r"https?://[^\s\"<>]+", re.IGNORECASE)
OTHER = "Open it and save the page that it leads to, or leave it out."


def read_pointer(material: Material, setting: Setting) -> Iterator[Reading]:  # noqa: ARG001
    """No report: raises UnreadableInput with the address that the file holds."""
    data = material.stream.read(MAX_BYTES)
    address = _address_in(data)
    if address is None and data.startswith(BINARY) and material.suffix not in SUFFIXES:
        raise UnreadableInput(
            material.name, "it is a Safari web archive, not a text", "Save the page again as HTML."
        )
    if address is None:
        raise UnreadableInput(material.name, "it is a link, but to no web page", OTHER)
    remedy = f"Read the page: sayso report {shlex.quote(address)}"
    raise UnreadableInput(material.name, f"it is a link to {address}", remedy)
    yield  # makes it a generator, as every reader is


def _address_in(data: bytes) -> str | None:
    """The web address in a link file, if it can be printed and typed."""
    if data.startswith(BINARY):
        given = _binary_address(data)
    else:
        text = data.decode("utf-8", "replace")
        found = IN_LINE.search(text) or IN_LIST.search(text)
        given = unescape(found[1]) if found else ""
    given = given.strip()
    fits = ADDRESS.fullmatch(given) and given.isprintable() and len(given) <= MAX_URL_CHARACTERS
    return given if fits else None


def _binary_address(data: bytes) -> str:
    """What a binary property list has as its URL."""
    try:
        content = plistlib.loads(data, fmt=plistlib.FMT_BINARY)
    except Exception:  # plistlib raises many kinds on broken files
        return ""
    url = content.get("URL") if isinstance(content, dict) else None
    return url if isinstance(url, str) else ""


FORMAT = Format(
    "link",
    read_pointer,
    suffixes=SUFFIXES,
    begins=lambda begin: begin.startswith(BINARY) or OPENING.match(begin) is not None,
)
