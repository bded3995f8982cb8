"""What a reader should know about how a report was read, though nothing stopped the reading."""

import logging
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Note:
    """One remark on the input `name`."""

    name: str
    what: str


OnNote = Callable[[Note], None]


def log_note(note: Note) -> None:
    """Puts a note on the log, where no one else takes it."""
    logging.getLogger("sayso.read").warning("%s: %s.", note.name, note.what)
