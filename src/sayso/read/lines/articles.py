"""Reports in JSON: a list of objects, an object that holds one, or a single object.

The objects are found wherever they stand, and each that has a text is a report, called
FILE:articles[3]. An object inside gives its values too: {"source": {"name": "…"}}. HTML is read as
the text that it shows. A place in the source map counts the characters of the value, as JSON reads it.
"""

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from sayso.errors import UnreadableInput
from sayso.lexicon.columns import TEXT, column_ranks, wrapper_names
from sayso.read.decode import decoded_text
from sayso.read.lines.columns import plain_name, shown_names
from sayso.read.lines.records import Record, reading_of
from sayso.read.places import Place
from sayso.read.reader import Format, Material, Reading, Setting

OPENING = re.compile(rb'(?:\xef\xbb\xbf)?\s*(?:\{\s*"|\[\s*\{)')
FEED = re.compile(rb'"https?:\\?/\\?/(?:www\.)?jsonfeed\.org')
MAX_DEPTH = 8  # of the reports in the file
# The memory that values take is many times that of their bytes: these take half a gigabyte at most.
MAX_BYTES = 60_000_000
MAX_VALUES = 3_000_000
MAX_KEY_CHARACTERS = (
    100  # of a key in the name of a report; of millions, each name repeats those above
)
MAX_NAMES = 50  # of a list that is one value: several authors
FORM = 'Write a list of objects like {"title": "…", "text": "…"}.'
SPLIT = "Write each report on a line of its own, in a file whose name ends in .jsonl."
LINES = "If each line is an object of its own, give it a name that ends in .jsonl."
DEEP = "its lists are nested too deeply, or a number in it is too long"


def read_articles(material: Material, setting: Setting) -> Iterator[Reading]:
    """The reports of a file of JSON."""
    parsed, raw_sha256 = _parsed(material, setting)
    found = _Search()
    number = 0
    for path, text_key, values in found.reports(parsed, "", MAX_DEPTH):
        number += 1
        where = f"{material.name}:{path}" if path else material.name
        try:
            place = Place(0, part=f"{path}.{text_key}" if path else text_key)
            yield reading_of(Record(where, values, place, raw_sha256), setting)
        except UnreadableInput as problem:
            setting.on_problem(problem)
    if not number:
        raise UnreadableInput(material.name, found.what_is_wrong(), FORM)
    if found.textless:
        what = f"objects that have no text, and were passed over: {found.textless:,}"
        setting.note(material, what)


def _parsed(material: Material, setting: Setting) -> tuple[Any, str]:
    """What the file holds, and the hash of its bytes. Raises UnreadableInput."""
    data = material.stream.read(MAX_BYTES + 1)
    values = sum(map(data.count, (b",", b"[", b"{")))
    if len(data) > MAX_BYTES or values > MAX_VALUES:
        what = f"it is larger than {MAX_BYTES:,} bytes, or has more than {MAX_VALUES:,} values"
        raise UnreadableInput(material.name, what, SPLIT)
    raw_sha256 = hashlib.sha256(data).hexdigest()
    text = decoded_text(data, material.name, setting.on_note)
    del data  # what it holds takes memory enough
    try:
        return json.loads(text), raw_sha256
    except json.JSONDecodeError as error:
        what = f"it is not JSON ({error})"
        remedy = LINES if error.msg == "Extra data" else "Save it again, or check that place."
        raise UnreadableInput(material.name, what, remedy) from error
    except (ValueError, RecursionError) as error:
        raise UnreadableInput(material.name, DEEP, FORM) from error


@dataclass(slots=True)
class _Search:
    """The objects with a text; `textless` counts those that have a title or an address alone."""

    textless: int = 0
    keys: list[str] = field(default_factory=list)  # of the first object without a text

    def reports(
        self, value: Any, path: str, depth: int
    ) -> Iterator[tuple[str, str, dict[str, str]]]:
        """For each object with a text its place, the key of the text and its values."""
        if isinstance(value, dict):
            text_key, values = _values_of(value)
            if TEXT in values:
                yield path, text_key, values
            elif depth:
                self._note(value, values)
                for key, inner in value.items():
                    called = key[:MAX_KEY_CHARACTERS]
                    yield from self.reports(
                        inner, f"{path}.{called}" if path else called, depth - 1
                    )
        elif isinstance(value, list) and depth:
            for number, inner in enumerate(value):
                yield from self.reports(inner, f"{path}[{number}]", depth - 1)

    def what_is_wrong(self) -> str:
        """Why no report was found."""
        if self.textless or self.keys:
            return f"none of its objects has a text; {shown_names('the first', self.keys)}"
        return "there is no object with a text in it"

    def _note(self, value: dict[str, Any], values: dict[str, str]) -> None:
        if "title" in values or "url" in values:
            if not self.textless:
                self.keys = list(value)
            self.textless += 1
        self.keys = self.keys or list(value)


def _values_of(given: dict[str, Any]) -> tuple[str, dict[str, str]]:
    """The key of an object's text, "" if it has none, and its values by kind of column."""
    best: dict[str, tuple[int, str, str]] = {}  # by kind: how early the name is listed, key, value
    for name, key, value in _with_inner(given):
        kind, rank = column_ranks().get(plain_name(name), ("", 0))
        said = _said(value) if kind else None
        if said and said.strip() and (kind not in best or rank < best[kind][0]):
            best[kind] = (rank, key, said)
    text_key = best[TEXT][1] if TEXT in best else ""
    return text_key, {kind: said for kind, (_, _, said) in best.items()}


def _with_inner(given: dict[str, Any]) -> Iterator[tuple[str, str, Any]]:
    """Names, keys and values of an object, with those of the objects in it."""
    for whole_key, value in given.items():
        key = whole_key[:MAX_KEY_CHARACTERS]
        if not isinstance(value, dict):
            yield key, key, value
            continue
        for whole_inner, one in value.items():
            inner = whole_inner[:MAX_KEY_CHARACTERS]
            name = inner if key in wrapper_names() else f"{key} {inner}"
            yield name, f"{key}.{inner}", one


def _said(value: Any) -> str | None:
    """A value as text; of several people, the names."""
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        names = [one.get("name") if isinstance(one, dict) else one for one in value[:MAX_NAMES]]
        return ", ".join(one for one in names if isinstance(one, str)) or None
    return None


def begins_articles(begin: bytes) -> bool:
    """Whether a file begins like JSON that is no feed."""
    return OPENING.match(begin) is not None and FEED.search(begin) is None


FORMAT = Format(
    "JSON",
    read_articles,
    suffixes=frozenset({".json"}),
    media=frozenset({"application/json"}),
    begins=begins_articles,
)
