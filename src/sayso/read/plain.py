"""Plain text: the bytes are the text."""

import hashlib

from sayso.model.text import Document
from sayso.read.decode import decoded
from sayso.read.notes import OnNote, log_note


def read_plain(data: bytes, name: str, on_note: OnNote = log_note) -> Document:
    """The text as it stands: nothing trimmed, no newline changed, a byte-order mark left out.

    Raises UnreadableInput where the bytes are no text.
    """
    text = decoded(data, name, on_note)
    return Document(name=name, text=text, raw_sha256=hashlib.sha256(data).hexdigest())
