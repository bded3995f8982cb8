"""Plain text: the text is the bytes, decoded."""

import hashlib

from sayso.model.text import Document
from sayso.read.decode import decoded_text
from sayso.read.notes import OnNote, log_note


def read_plain(data: bytes, name: str, on_note: OnNote = log_note) -> Document:
    """The text unchanged: nothing is trimmed, no line end is changed; only a byte-order mark is left out.

    Raises UnreadableInput if the bytes are not text.
    """
    text = decoded_text(data, name, on_note)
    return Document(name=name, text=text, raw_sha256=hashlib.sha256(data).hexdigest())
