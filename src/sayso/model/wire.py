"""The wire format, version 1: what `extract` and `compare` print, both ways.

Field names are fixed; a reader ignores fields that it does not know.
"""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import fields, replace
from typing import Any, NoReturn

from sayso.errors import BrokenWire
from sayso.model.codec import Json, broken_at, checked_json, decode, encode, field_types, shown_data
from sayso.model.comparison import Comparison
from sayso.model.facts import Facts
from sayso.model.heads import one_facts_a_text
from sayso.model.references import check_comparison, check_facts
from sayso.model.text import HEAD_FIELDS, METADATA, PARTICULARS, Document, Head, is_moment
from sayso.model.unseen import with_escapes, with_json_escapes

VERSION = 1
SHA256 = re.compile("[0-9a-f]{64}")
DOCUMENT_FIELDS = ("name", *METADATA, "remaining")
# Ours: a line by another program may lack them. Furniture is checked against the text.
ADDED_DOCUMENT_FIELDS = (
    *("furniture", "read_to", "also", *PARTICULARS),
    *("dates", "entries", "corrections", "left_out", "words_left_out"),
)
ADDED_LISTS = ("citations", "actors")  # ours: a comparison by another program may lack them


def facts_to_wire(facts: Facts, text: bool = False) -> Json:
    """One document's facts as an object; with its text, if asked for."""
    known = {facts.document.id: facts.document}
    lists = {
        name: encode(getattr(facts, name), known, facts.document.id) for name in _wire_lists(Facts)
    }
    return {"sayso": VERSION, "document": document_to_wire(facts.document, text), **lists}


def facts_from_wire(data: Any, document: Document | None = None) -> Facts:
    """The facts that an object describes; its document must come along or be given.

    Raises BrokenWire where the object is not of this version and form, a quote is not the text at
    its place, an id names nothing, or the text is not the one that the document's id stands for.
    """
    _check_version(data)
    if document is None:
        document = document_from_wire(data.get("document"))
    else:
        _check_same(data.get("document"), document)
    known = {document.id: document}
    try:
        lists = {
            name: decode(kind, _required_value(data, name), known, document.id, name)
            for name, kind in _wire_lists(Facts).items()
        }
        facts = Facts(document, **lists)
        check_facts(facts)
    except BrokenWire as error:
        raise broken_at(with_escapes(document.name), str(error)) from error
    return facts


def comparison_to_wire(comparison: Comparison) -> Json:
    """A comparison as an object; the facts themselves are `extract`'s to print."""
    documents = {facts.document.id: facts.document for facts in comparison.facts}
    lists = {name: encode(getattr(comparison, name), documents) for name in _wire_lists(Comparison)}
    printed = [document_to_wire(document, text=False) for document in documents.values()]
    return {"sayso": VERSION, "documents": printed, **lists}


def comparison_in_pieces(comparison: Comparison) -> Iterator[str]:
    """A comparison as a line of JSON, in pieces. The whole line would take several times the memory
    of the facts."""
    documents = {facts.document.id: facts.document for facts in comparison.facts}
    yield f'{{"sayso":{VERSION}'
    yield from _list_in_pieces(
        "documents", (document_to_wire(one, False) for one in documents.values())
    )
    for name in _wire_lists(Comparison):
        yield from _list_in_pieces(
            name, (encode(one, documents) for one in getattr(comparison, name))
        )
    yield "}"


def _list_in_pieces(name: str, items: Iterable[Json]) -> Iterator[str]:
    """A list as a field that is not the first, in pieces."""
    yield f',"{name}":['
    for at, item in enumerate(items):
        yield f",{to_line(item)}" if at else to_line(item)
    yield "]"


def comparison_from_wire(data: Any, facts: Iterable[Facts]) -> Comparison:
    """The comparison that an object describes, of those of the facts whose documents it lists.

    Facts of one text count once, with all the heads that they and the object give. Raises BrokenWire where the object is not of this version and form, a document's facts are not
    among those given, a quote is not the text at its place, or an id names nothing.
    """
    _check_version(data)
    given = {one.document.id: one for one in one_facts_a_text(facts)}
    compared = _compared_facts(data, given)
    documents = {one.document.id: one.document for one in compared}
    lists = {
        name: decode(kind, _required_value(data, name), documents, None, name)
        for name, kind in _wire_lists(Comparison).items()
        if name in data or name not in ADDED_LISTS
    }
    comparison = Comparison(compared, **lists)
    check_comparison(comparison)
    return comparison


def document_to_wire(document: Document, text: bool) -> Json:
    """What is known of a document, with its text if asked for."""
    out: Json = {"id": document.id}
    out |= {name: getattr(document, name) for name in DOCUMENT_FIELDS}
    out["length"] = len(document)
    known = {document.id: document}
    for name in ADDED_DOCUMENT_FIELDS:
        out[name] = encode(getattr(document, name), known, document.id)
    return out | ({"text": document.text} if text else {})


def document_from_wire(data: Any) -> Document:
    """The document that an object with its text describes. Raises BrokenWire."""
    checked_json(dict, data, "document")
    name = with_escapes(checked_json(str, data.get("name"), "document.name"))
    if data.get("text") is None:
        raise broken_at(name, "the text is missing; make it with `sayso extract --text`")
    try:
        document = _bare_document(data)
        _check_same(data, document)
        return _with_added_fields(document, data)
    except BrokenWire as error:
        raise broken_at(name, str(error)) from error


def to_line(data: Json) -> str:
    """An object as one line of JSON; a reader finds no other line end in it, and a terminal no command."""
    return with_json_escapes(
        json.dumps(data, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    )


def from_line(line: str | bytes, name: str = "the line") -> Json:
    """The object on a line of JSON; `name` is for the complaint. Raises BrokenWire."""
    try:
        data = json.loads(line, parse_constant=_no_number)
    except BrokenWire as error:
        raise broken_at(name, str(error)) from error
    except RecursionError as error:
        raise broken_at(name, "lists and objects are nested too deep") from error
    except ValueError as error:  # bytes that are not UTF-8 and endless digits too
        raise broken_at(name, f"this is not JSON: {error}") from error
    return dict(checked_json(dict, data, name))


def _no_number(word: str) -> NoReturn:
    raise BrokenWire(f"{word} is no number in JSON")


def _wire_lists(kind: type) -> dict[str, Any]:
    """The lists of facts or groups in an output, by name, and what each holds."""
    names = [one.name for one in fields(kind) if one.name not in ("document", "facts")]
    return {name: field_types(kind)[name] for name in names}


def _with_added_fields(document: Document, data: Json) -> Document:
    """The document with its fields that another program's lines may lack."""
    known = {document.id: document}
    given = {
        name: decode(
            field_types(Document)[name], data[name], known, document.id, f"document.{name}"
        )
        for name in ADDED_DOCUMENT_FIELDS
        if name in data
    }
    _check_heads(given.get("also", ()), "document.also")
    for name in ("modified", "crawled"):
        _check_moment(given.get(name), f"document.{name}")
    for place, entry in enumerate(given.get("entries", ())):
        _check_moment(entry.published, f"document.entries[{place}].published")
    try:
        return replace(document, **given)
    except ValueError as error:
        raise broken_at("document", str(error)) from error


def _check_heads(heads: Iterable[Head], path: str) -> None:
    for place, head in enumerate(heads):
        _check_head(head, f"{path}[{place}]")


def _check_head(head: Document | Head, path: str) -> None:
    """Raises BrokenWire where a date or a hash has not the form that the wire wants."""
    _check_moment(head.published, f"{path}.published")
    if head.raw_sha256 is not None and not SHA256.fullmatch(head.raw_sha256):
        raise broken_at(f"{path}.raw_sha256", f"{shown_data(head.raw_sha256)} is no SHA-256")


def _check_moment(moment: str | None, path: str) -> None:
    if moment is not None and not is_moment(moment):
        what = "a day, or a day and time with an offset (2024-07-27T10:00+02:00)"
        raise broken_at(path, f"{what} is wanted, not {shown_data(moment)}")


def _required_value(data: Json, name: str) -> Any:
    if name not in data:
        raise BrokenWire(f"there is no list of {name}")
    return data[name]


def _bare_document(data: Json) -> Document:
    """The document with the fields that every line has."""
    given = {}
    for name in (*DOCUMENT_FIELDS, "text"):
        if name not in data:
            raise broken_at("document", f"{name!r} is missing")
        given[name] = decode(field_types(Document)[name], data[name], {}, None, f"document.{name}")
    try:
        document = Document(**given)
    except ValueError as error:
        raise broken_at("document", str(error)) from error
    _check_head(document, "document")
    return document


def _compared_facts(data: Json, given: dict[str, Facts]) -> tuple[Facts, ...]:
    compared: dict[str, Facts] = {}
    for place, one in enumerate(
        checked_json(list, _required_value(data, "documents"), "documents")
    ):
        path = f"documents[{place}]"
        name = checked_json(str, checked_json(dict, one, path).get("id"), f"{path}.id")
        if name not in given:
            raise broken_at(
                path, f"the facts of {shown_data(one.get('name'))} ({name:.12}…) are not here"
            )
        if name in compared:
            raise broken_at(f"{path}.id", f"{name:.12}… stands twice")
        compared[name] = _with_listed_heads(given[name], one, path)
    return tuple(compared.values())


def _with_listed_heads(facts: Facts, data: Json, path: str) -> Facts:
    """The facts with the heads that a comparison lists for their text, if it lists several."""
    if not data.get("also"):
        return facts
    main = decode(Head, data, {}, None, path)
    also = decode(field_types(Document)["also"], data["also"], {}, None, f"{path}.also")
    _check_head(main, path)
    _check_heads(also, f"{path}.also")
    known = {what: getattr(main, what) for what in HEAD_FIELDS}
    return replace(facts, document=replace(facts.document, **known, also=also))


def _check_same(data: Any, document: Document) -> None:
    """Raises BrokenWire unless id and length are those of the document's text."""
    checked_json(dict, data, "document")
    if data.get("id") != document.id:
        raise broken_at("document.id", "the text is not the one that was read")
    if checked_json(int, data.get("length"), "document.length") != len(document):
        raise broken_at("document.length", f"the text has {len(document)} characters")


def _check_version(data: Any) -> None:
    found = data.get("sayso") if isinstance(data, dict) else None
    if type(found) is not int or found != VERSION:
        raise BrokenWire(f"wire version {VERSION} is wanted, not {shown_data(found)}")
