"""JSON Lines: one document a line, its text unchanged."""

import hashlib
import json
import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from sayso.errors import UnreadableInput, fault_of_report
from sayso.model.text import Document
from sayso.read.blanks import is_blank
from sayso.read.dates import published_as
from sayso.read.decode import byte_order_mark, encoding_by_zeros
from sayso.read.notes import Note, OnNote
from sayso.read.places import Piece, Place, SourceMap
from sayso.read.reader import Format, Material, Reading, Setting

LINES_NAMES = frozenset({".jsonl", ".ndjson"})
MAX_BLANK_LINES = 1_000_000  # of a file; more are no list of reports
MAX_BAD_LINES = 100_000  # one after another; nobody mends so many, or reads of each that it is bad
OPTIONAL = ("title", "outlet", "byline", "url", "published")
OPENING = re.compile(rb'(?:\xef\xbb\xbf)?\s*\{\s*"')
FORM = 'Write a document as {"name": "…", "text": "…"} on one line.'
CONVERT = "Convert it: iconv -f {} -t utf-8 old.jsonl > new.jsonl"


def read_jsonl(material: Material, setting: Setting) -> Iterator[Reading]:
    """The documents of a file of JSON Lines, each called by its line ("reports.jsonl:3").

    Each needs `name` and `text`, and may have `title`, `outlet`, `byline`, `url` and `published`;
    other keys are ignored. A line that is not a document is a problem, and the lines after it are
    read. `raw_sha256` is that of the line without its line break. A place is one in the string `text`
    of a line: "3.text".
    """
    name, on_problem = material.name, setting.on_problem
    empty, blank, bad = True, 0, 0
    for number, line in enumerate(_raw_lines(material.stream, setting.limits.report_bytes), 1):
        where = f"{name}:{number}"
        if number == 1:
            mark, encoding = byte_order_mark(line)
            wide = encoding_by_zeros(line) if encoding == "utf-8" else encoding[: len("utf-16")]
            if wide:
                what = f"it is {wide[:6].upper()}, but JSON Lines are UTF-8"
                on_problem(UnreadableInput(name, what, CONVERT.format(wide)))
                return
            line = line.removeprefix(mark)
        if not line.strip():
            blank += 1
            if blank > MAX_BLANK_LINES:
                what = (
                    f"it has more than {MAX_BLANK_LINES:,} blank lines, and the rest was not read"
                )
                on_problem(UnreadableInput(where, what, "Leave them out."))
                return
            continue
        empty = False
        try:
            document = _document_of_line(line, where, setting)
        except UnreadableInput as problem:
            on_problem(problem)
            bad += 1
            if bad > MAX_BAD_LINES:
                what = f"more than {MAX_BAD_LINES:,} lines up to here are no documents"
                on_problem(UnreadableInput(where, f"{what}; the rest was not read", FORM))
                return
        except Exception as error:
            on_problem(fault_of_report(where, error))
        else:
            bad = 0
            whole = Piece(0, len(document), Place(0, part=f"{number}.text"))
            yield Reading(document, SourceMap((whole,)), where)
    if empty:
        on_problem(UnreadableInput(name, "there is no document in it", FORM))


FORMAT = Format(
    "JSON Lines",
    read_jsonl,
    suffixes=LINES_NAMES,
    media=frozenset({"application/x-ndjson", "application/jsonl"}),
    begins=lambda begin: OPENING.match(begin) is not None,
)


def _raw_lines(stream: BinaryIO, limit: int) -> Iterator[bytes]:
    """Lines without their breaks; of one with more bytes than the limit, one byte more."""
    while line := stream.readline(limit + 2):
        more = line
        while len(more) == limit + 2 and not more.endswith(b"\n"):
            more = stream.readline(limit + 2)
        yield line.removesuffix(b"\n").removesuffix(b"\r")[: limit + 1]


def _document_of_line(line: bytes, where: str, setting: Setting) -> Document:
    data = _parsed_object(line, where, setting.limits.report_bytes)
    for key in ("name", "text"):
        if not isinstance(data.get(key), str) or is_blank(data[key]):
            raise UnreadableInput(where, f"the document has no {key}", FORM)
    known = {key: _optional_value(data, key, where, setting.on_note) for key in OPTIONAL}
    try:
        return Document(
            name=data["name"],
            text=data["text"],
            title=known["title"],
            outlet=known["outlet"],
            byline=known["byline"],
            url=known["url"],
            published=known["published"],
            raw_sha256=hashlib.sha256(line).hexdigest(),
        )
    except ValueError as error:
        raise UnreadableInput(where, str(error), "Write whole characters.") from error


def _parsed_object(line: bytes, where: str, limit: int) -> dict[str, Any]:
    if len(line) > limit:
        raise UnreadableInput(where, f"the line is longer than {limit:,} bytes", "Split it.")
    try:
        data = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise UnreadableInput(where, "the line is not UTF-8", FORM) from error
    except json.JSONDecodeError as error:
        raise UnreadableInput(where, f"the line is not JSON ({error})", FORM) from error
    except (ValueError, RecursionError) as error:
        what = "its lists are nested too deeply, or a number in it is too long"
        raise UnreadableInput(where, what, FORM) from error
    if not isinstance(data, dict):
        raise UnreadableInput(where, "the line is not a JSON object", FORM)
    return data


def _optional_value(data: dict[str, Any], key: str, where: str, on_note: OnNote) -> str | None:
    """The line's value for the key; a note if it had to be changed."""
    given = data.get(key)
    if given is None or given == "":
        return None
    kept = given if isinstance(given, str) else None
    if key == "published" and kept is not None:
        kept = published_as(kept)
    if kept != given:
        on_note(Note(where, f"its {key} {given!r:.60} was read as {kept or 'unknown'}"))
    return kept
