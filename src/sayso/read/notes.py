"""Remarks on how a report was read. They do not stop the reading."""

import logging
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Note:
    """A remark on the input `name`."""

    name: str
    what: str


OnNote = Callable[[Note], None]


def log_note(note: Note) -> None:
    """Logs a note; used if the caller takes no notes."""
    logging.getLogger("sayso.read").warning("%s: %s.", note.name, note.what)
