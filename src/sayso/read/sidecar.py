"""What a user writes down of a report beside its file: `report.pdf.meta.toml` beside `report.pdf`.

    title = "Bridge closed after blast"
    outlet = "Sellan Gazette"
    published = 2026-03-02

It counts more than what the file says.
"""

import errno
import tomllib
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

from sayso.errors import UnreadableInput
from sayso.model.particulars import DateKind, StatedDate
from sayso.read.dates import published_as
from sayso.read.files import SIDECAR, printable_path
from sayso.read.heads import HeadData
from sayso.read.notes import Note, OnNote, log_note
from sayso.read.tidy import in_message, on_one_line

TEXTS = ("title", "subtitle", "outlet", "byline", "section", "agency", "url")
DATES = tuple(kind.value for kind in DateKind)
MAX_BYTES = 8_192  # what tomllib holds of a key grows with the square of the dots in it
FORM = 'Write a key on each line: published = "2026-03-02"'
MAX_SHOWN = 60  # characters of a key or a value in a note


def sidecar_head(path: str | Path, on_note: OnNote = log_note) -> HeadData | None:
    """What the sidecar of a file says; None if it has none.

    A key that is not known, and a value that cannot be read, are notes. Raises UnreadableInput for a
    sidecar that is no TOML, and OSError where it cannot be opened.
    """
    sidecar = Path(f"{path}{SIDECAR}")
    try:
        if not sidecar.is_file():
            return None
    except OSError as error:
        if error.errno == errno.ENAMETOOLONG:  # no file can stand beside one with such a name
            return None
        raise
    name = printable_path(sidecar)
    with sidecar.open("rb") as stream:
        data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise UnreadableInput(name, f"it is larger than {MAX_BYTES:,} bytes", "Shorten it.")
    try:
        given = tomllib.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        what = f"it is not TOML ({in_message(str(error), MAX_SHOWN)})"
        raise UnreadableInput(name, what, FORM) from error
    return _head_of(given, name, on_note)


def _head_of(given: Mapping[str, Any], name: str, on_note: OnNote) -> HeadData:
    unknown = [key for key in given if key not in (*TEXTS, *DATES)]
    if unknown:
        shown = ", ".join(in_message(key, MAX_SHOWN) for key in unknown[:5])
        known = ", ".join((*TEXTS, *DATES))
        on_note(
            Note(name, f"it has keys that say nothing of a report ({shown}); known are {known}")
        )
    known_texts = {key: _text(given[key], key, name, on_note) for key in TEXTS if key in given}
    stated: list[StatedDate] = []
    for key in DATES:
        if isinstance(given.get(key), dict | list):
            on_note(Note(name, f"its {key} is no date, so it was passed over"))
        elif key in given:
            words, value = _date(given[key], key, name, on_note)
            stated.append(StatedDate(DateKind(key), value, words, f"{SIDECAR[1:]} {key}"))
    moments = {one.kind.value: published_as(one.value or "") for one in stated}
    return HeadData(**known_texts, **moments, dates=tuple(stated))


def _text(value: Any, key: str, name: str, on_note: OnNote) -> str | None:
    if isinstance(value, list) and value and all(isinstance(one, str) for one in value):
        value = ", ".join(value)
    if isinstance(value, str) and value.strip():
        return on_one_line(value)
    on_note(Note(name, f"its {key} is no text, so it was passed over"))
    return None


def _date(value: Any, key: str, name: str, on_note: OnNote) -> tuple[str, str | None]:
    """The words for a date, and the date in ISO 8601, without an offset if they give none."""
    words = value.isoformat() if isinstance(value, date) else in_message(str(value), MAX_SHOWN)
    read = published_as(words)
    if read is None:
        example = 'write the day so that it can be read in one way: "2026-03-02"'
        on_note(Note(name, f"its {key} {words!r} was read as unknown; {example}"))
    elif isinstance(value, datetime) and value.tzinfo is None:
        return words, words
    return words, read
