"""Plain text: the text is the bytes, decoded."""

import hashlib
from collections.abc import Iterator

from sayso.model.text import Document
from sayso.read.decode import decoded_text
from sayso.read.notes import OnNote, log_note
from sayso.read.places import Piece, Place, SourceMap
from sayso.read.reader import Format, Material, Reading, Setting


def read_plain(data: bytes, name: str, on_note: OnNote = log_note) -> Document:
    """The text unchanged: nothing is trimmed, no line end is changed; only a byte-order mark is left out.

    Raises UnreadableInput if the bytes are not text.
    """
    text = decoded_text(data, name, on_note)
    return Document(name=name, text=text, raw_sha256=hashlib.sha256(data).hexdigest())


def read_text_file(material: Material, setting: Setting) -> Iterator[Reading]:
    """The one report of a text file."""
    data = material.all_bytes(setting.limits.report_bytes)
    document = read_plain(data, material.name, setting.on_note)
    whole = Piece(0, len(document), Place(0, source=0))
    yield Reading(document, SourceMap((whole,) if document.text else ()))


FORMAT = Format(
    "plain text",
    read_text_file,
    suffixes=frozenset({".txt", ".text"}),
    media=frozenset({"text/plain"}),
)
