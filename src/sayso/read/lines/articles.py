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
from sayso.lexicon.columns import KINDS, TEXT, column_names, wrapper_names
from sayso.read.decode import decoded_text
from sayso.read.lines.columns import plain_name, shown_names
from sayso.read.lines.records import Record, reading_of
from sayso.read.places import Place
from sayso.read.reader import Format, Material, Reading, Setting

OPENING = re.compile(rb'(?:\xef\xbb\xbf)?\s*(?:\{\s*"|\[\s*\{)')
FEED = re.compile(rb'"https?:\\?/\\?/(?:www\.)?jsonfeed\.org')
MAX_DEPTH = 8  # of the reports in the file
MAX_VALUES = 50  # of a list that is one value: several authors
FORM = 'Write a list of objects like {"title": "…", "text": "…"}.'
LINES = "If each line is an object of its own, give it a name that ends in .jsonl."
DEEP = "its lists are nested too deeply, or a number in it is too long"


def read_articles(material: Material, setting: Setting) -> Iterator[Reading]:
    """The reports of a file of JSON."""
    data = material.all_bytes(setting.limits.file_bytes)
    raw_sha256 = hashlib.sha256(data).hexdigest()
    found = _Search()
    number = 0
    for path, text_key, values in found.reports(_parsed(data, material, setting), "", MAX_DEPTH):
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


def _parsed(data: bytes, material: Material, setting: Setting) -> Any:
    text = decoded_text(data, material.name, setting.on_note)
    try:
        return json.loads(text)
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
                    yield from self.reports(inner, f"{path}.{key}" if path else key, depth - 1)
        elif isinstance(value, list) and depth:
            for number, inner in enumerate(value):
                yield from self.reports(inner, f"{path}[{number}]", depth - 1)

    def what_is_wrong(self) -> str:
        """Why no report was found."""
        if self.textless or self.keys:
            return f"none of its objects has a text; {shown_names('The first', self.keys)}"
        return "there is no object with a text in it"

    def _note(self, value: dict[str, Any], values: dict[str, str]) -> None:
        if "title" in values or "url" in values:
            if not self.textless:
                self.keys = list(value)
            self.textless += 1
        self.keys = self.keys or list(value)


def _values_of(given: dict[str, Any]) -> tuple[str, dict[str, str]]:
    """The key of an object's text, "" if it has none, and its values by kind of column."""
    named: dict[str, tuple[str, str]] = {}
    for name, key, value in _with_inner(given):
        said = _said(value)
        if said and said.strip():
            named.setdefault(plain_name(name), (key, said))
    found: dict[str, str] = {}
    text_key = ""
    for kind in KINDS:
        names = (one for one in column_names(kind) if one in named)
        key, said = named.get(next(names, ""), ("", ""))
        if said:
            found[kind] = said
            text_key = key if kind == TEXT else text_key
    return text_key, found


def _with_inner(given: dict[str, Any]) -> Iterator[tuple[str, str, Any]]:
    """Names, keys and values of an object, with those of the objects in it."""
    for key, value in given.items():
        if not isinstance(value, dict):
            yield key, key, value
            continue
        for inner, one in value.items():
            name = inner if key in wrapper_names() else f"{key} {inner}"
            yield name, f"{key}.{inner}", one


def _said(value: Any) -> str | None:
    """A value as text; of several people, the names."""
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        names = [one.get("name") if isinstance(one, dict) else one for one in value[:MAX_VALUES]]
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
    apart=True,
)
