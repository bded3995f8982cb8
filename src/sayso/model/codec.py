"""Values to JSON data and back, by their declared fields.

A span is written with its words, which are checked when it is read. A field's metadata may have
`wire`: its name on the wire; `words`: its words are under that name and its span is under
`<name>_span`; `added`: data without the field can be read.
"""

import types
from collections.abc import Mapping
from dataclasses import Field, fields, is_dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from math import isfinite
from typing import Any, Union, get_args, get_origin, get_type_hints

from sayso.errors import BrokenWire
from sayso.model.comparison import Quote
from sayso.model.limits import MAX_COUNT, check_characters
from sayso.model.text import Document, Span

Json = dict[str, Any]
Documents = Mapping[str, Document]


@cache
def field_types(kind: type) -> dict[str, Any]:
    """The types of a value's fields."""
    return get_type_hints(kind)


@cache
def wire_name(one: Field[Any]) -> str:
    """What a field is called on the wire."""
    return str(one.metadata.get("wire", one.name))


def encode(value: Any, documents: Documents, home: str | None = None) -> Any:
    """A value as JSON data; its spans are places in the document with the id `home`."""
    if value is None or isinstance(value, bool | int | float):
        return value
    if isinstance(value, str):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Span):
        return _encode_span(value, documents, home)
    if isinstance(value, Quote):
        return {"document": value.document, **_encode_span(value.span, documents, value.document)}
    if isinstance(value, tuple):
        return [encode(item, documents, home) for item in value]
    if not is_dataclass(value):
        raise TypeError(f"the wire has no form for a {type(value).__name__}")
    return _encode_fields(value, documents, home)


def _encode_span(span: Span, documents: Documents, home: str | None) -> Json:
    if home is None:
        raise ValueError("a span without a document")
    return {"start": span.start, "end": span.end, "quote": documents[home][span]}


def _encode_fields(value: Any, documents: Documents, home: str | None) -> Json:
    out: Json = {"id": value.id} if hasattr(value, "id") else {}
    kind: Any = type(value)
    for one in _wire_fields(kind):
        encoded = encode(getattr(value, one.name), documents, home)
        if one.metadata.get("words"):
            out[wire_name(one)] = encoded and encoded["quote"]
        out[_wire_key(one)] = encoded
    return out


def decode(
    kind: Any, data: Any, documents: Documents, home: str | None = None, path: str = ""
) -> Any:
    """The value of type `kind` that the JSON data describes; `path` is its place, for messages.

    Raises BrokenWire where the data is not of that form, a quote is not the text, or an id is not
    the one that the fact's own spans give.
    """
    if not isinstance(kind, type) and get_origin(kind) in (types.UnionType, Union):
        if data is None:
            return None
        (kind,) = [option for option in get_args(kind) if option is not type(None)]
    if not isinstance(kind, type) and get_origin(kind) is tuple:
        item = get_args(kind)[0]
        return tuple(
            decode(item, one, documents, home, f"{path}[{place}]")
            for place, one in enumerate(checked_json(list, data, path))
        )
    if kind is Span:
        return _decode_span(data, documents, home, path)
    if kind is Quote:
        document = checked_json(
            str, checked_json(dict, data, path).get("document"), f"{path}.document"
        )
        return Quote(document, _decode_span(data, documents, document, path))
    if is_dataclass(kind):
        return _decode_fields(kind, data, documents, home, path)
    if issubclass(kind, StrEnum):
        return _decode_choice(kind, data, path)
    return _decode_date(data, path) if kind is date else checked_json(kind, data, path)


def checked_json(kind: type, data: Any, path: str) -> Any:
    """The data itself, if it is of that kind of JSON. Raises BrokenWire if not."""
    if kind is float and type(data) is int and abs(data) <= MAX_COUNT:
        return float(data)
    if type(data) is not kind:
        raise broken_at(path, f"{_WANTED[kind]} is wanted, not {shown_data(data)}")
    _check_plain(data, path)
    return data


def _check_plain(data: Any, path: str) -> None:
    if isinstance(data, int) and not 0 <= data <= MAX_COUNT:
        raise broken_at(
            path, f"a whole number goes from 0 to {MAX_COUNT}, and {shown_data(data)} does not"
        )
    if isinstance(data, float) and not isfinite(data):
        raise broken_at(path, f"a number is wanted, not {shown_data(data)}")
    if isinstance(data, str):
        try:
            check_characters("the string", data)
        except ValueError as error:
            raise broken_at(path, str(error)) from error


def _decode_choice(kind: type[StrEnum], data: Any, path: str) -> StrEnum:
    try:
        return kind(checked_json(str, data, path))
    except ValueError as error:
        raise broken_at(path, f"{' | '.join(kind)} is wanted, not {shown_data(data)}") from error


def _decode_date(data: Any, path: str) -> date:
    try:
        day = date.fromisoformat(checked_json(str, data, path))
    except ValueError as error:
        raise broken_at(path, f"{shown_data(data)} is no day of the calendar") from error
    if day.isoformat() != data:  # Python also reads 20240727 and 2024-W30-6
        raise broken_at(path, f"a day is written {day.isoformat()}, not {shown_data(data)}")
    return day


def _decode_span(data: Any, documents: Documents, home: str | None, path: str) -> Span:
    checked_json(dict, data, path)
    document = documents.get(home or "")
    if document is None:
        raise broken_at(path, f"no document with the id {shown_data(home)} is here")
    start = checked_json(int, data.get("start"), f"{path}.start")
    end = checked_json(int, data.get("end"), f"{path}.end")
    if not start < end <= len(document):
        raise broken_at(path, f"{start}:{end} is no place in {len(document)} characters")
    span = Span(start, end)
    if document[span] != data.get("quote"):
        quote = shown_data(data.get("quote"))
        raise broken_at(
            path, f"at {start}:{end} the text has {shown_data(document[span])}, not {quote}"
        )
    return span


def _decode_fields(kind: Any, data: Any, documents: Documents, home: str | None, path: str) -> Any:
    checked_json(dict, data, path)
    given = {}
    for one in _wire_fields(kind):
        key = _wire_key(one)
        if key in data:
            value = decode(field_types(kind)[one.name], data[key], documents, home, f"{path}.{key}")
            given[one.name] = value
            _check_words(one, data, path)
        elif not one.metadata.get("added"):
            raise broken_at(path, f"{key!r} is missing")
    try:
        value = kind(**given)
    except ValueError as error:
        raise broken_at(path, str(error)) from error
    own = getattr(value, "id", None)
    if own is not None and data.get("id") != own:
        raise broken_at(
            f"{path}.id", f"{shown_data(own)} is the id of this, not {shown_data(data.get('id'))}"
        )
    return value


def _check_words(one: Field[Any], data: Json, path: str) -> None:
    name, key = wire_name(one), _wire_key(one)
    if key != name and name not in data:
        raise broken_at(path, f"{name!r} is missing")
    if key != name and data.get(name) != (data[key] and data[key]["quote"]):
        raise broken_at(
            f"{path}.{name}", f"{shown_data(data.get(name))} is not what {key!r} quotes"
        )


@cache
def _wire_fields(kind: Any) -> tuple[Field[Any], ...]:
    return tuple(one for one in fields(kind) if one.init)


@cache
def _wire_key(one: Field[Any]) -> str:
    return wire_name(one) + ("_span" if one.metadata.get("words") else "")


_WANTED = {
    bool: "true or false",
    dict: "an object",
    float: "a number",
    int: "a whole number",
    list: "a list",
    str: "a string",
}


def shown_data(data: Any) -> str:
    """Data from outside as a message may show it: short, and without control characters."""
    if data is None:
        return "null"
    if isinstance(data, bool):
        return str(data).lower()
    if isinstance(data, dict | list):
        return _WANTED[type(data)]
    if isinstance(data, int) and abs(data) > MAX_COUNT:
        return "a number too large"
    return f"{data[:40]!r}…" if isinstance(data, str) and len(data) > 40 else repr(data)


def broken_at(path: str, complaint: str) -> BrokenWire:
    """The error with this complaint, and the place that it is about."""
    return BrokenWire(f"{path.removeprefix('.')}: {complaint}" if path else complaint)
