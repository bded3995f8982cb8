"""Checks that every id in a value is that of another value.

The type of a field says what its id names: `within: AttributionId | None`.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from types import UnionType
from typing import Annotated, Any, NamedTuple, Union, get_args, get_origin, get_type_hints

from sayso.model.codec import broken_at, wire_name
from sayso.model.comparison import Comparison
from sayso.model.facts import Facts

Ids = Mapping[str, Collection[str]]  # "claims" -> the ids of the claims


class Reference(NamedTuple):
    """An id in a value: its place, and the list and the document of the fact that it names."""

    path: str
    listed: str
    id: str
    document: str | None


def check_facts(facts: Facts) -> None:
    """Raises BrokenWire if an id is given twice, names nothing, or leads back to itself."""
    own = _known_ids(facts)
    for listed in own:
        for place, value in enumerate(getattr(facts, listed)):
            for one in _in_fields(value, f"{listed}[{place}]", None):
                _check_reference(one, own)
    _check_ends("attributions", "within", {one.id: one.within for one in facts.attributions})
    _check_ends("figures", "part_of", {one.id: one.part_of for one in facts.figures})


def check_comparison(comparison: Comparison) -> None:
    """Raises BrokenWire if an id is given twice, or names nothing in the facts compared."""
    facts = {one.document.id: _known_ids(one) for one in comparison.facts}
    shared = {"documents": facts, "shared events": _known_ids(comparison)["events"]}
    for one in fields(Comparison):
        if one.name == "facts":
            continue
        for place, value in enumerate(getattr(comparison, one.name)):
            for reference in _in_fields(value, f"{one.name}[{place}]", None):
                own = shared if reference.listed in shared else facts[reference.document or ""]
                _check_reference(reference, own)


def _in_fields(value: Any, path: str, document: str | None) -> Iterator[Reference]:
    """What a value and the values in it name; a field `document` comes first and says whose."""
    kind: Any = type(value)
    for name, key, hint in _reference_fields(kind):
        item = getattr(value, name)
        yield from _in_item(hint, item, f"{path}.{key}", document)
        if name == "document":
            document = item


def _in_item(hint: Any, item: Any, path: str, document: str | None) -> Iterator[Reference]:
    if item is None:
        return
    if not isinstance(hint, type) and get_origin(hint) in (UnionType, Union):
        hint = next(option for option in get_args(hint) if option is not type(None))
    if isinstance(hint, type):
        if is_dataclass(hint):
            yield from _in_fields(item, path, document)
    elif get_origin(hint) is Annotated:
        yield Reference(path, hint.__metadata__[0], item, document)
    elif get_origin(hint) is tuple:
        for place, one in enumerate(item):
            yield from _in_item(get_args(hint)[0], one, f"{path}[{place}]", document)


@cache
def _reference_fields(kind: Any) -> list[tuple[str, str, Any]]:
    hints = get_type_hints(kind, include_extras=True)
    return [(one.name, wire_name(one), hints[one.name]) for one in fields(kind) if one.init]


def _known_ids(value: Facts | Comparison) -> dict[str, set[str]]:
    """The ids in each list of facts or groups; each may be there only once."""
    lists = [one.name for one in fields(value) if one.name not in ("document", "facts")]
    named = [name for name in lists if all(hasattr(one, "id") for one in getattr(value, name))]
    return {name: _check_unique(name, (one.id for one in getattr(value, name))) for name in named}


def _check_unique(listed: str, ids: Iterable[str]) -> set[str]:
    seen: set[str] = set()
    for place, name in enumerate(ids):
        if name in seen:
            raise broken_at(f"{listed}[{place}].id", f"{name} stands twice")
        seen.add(name)
    return seen


def _check_reference(one: Reference, ids: Ids) -> None:
    if one.id not in ids[one.listed]:
        raise broken_at(one.path, f"nothing in the {one.listed} has the id {one.id[:64]!r}")


def _check_ends(listed: str, link: str, outward: Mapping[str, str | None]) -> None:
    """Raises BrokenWire if the links from one to the next form a circle."""
    ended: set[str] = set()
    for name in outward:
        way: dict[str, None] = {}
        at: str | None = name
        while at is not None and at not in ended:
            if at in way:
                raise broken_at(listed, f"{at} lies {link} itself")
            way[at] = None
            at = outward[at]
        ended |= way.keys()
