"""What another reading of a report changed, fact by fact: facts are the same where their ids are."""

from collections.abc import Iterator
from dataclasses import fields
from typing import Any, NamedTuple

from sayso.model.facts import Facts
from sayso.model.text import Document, Span

# The lists of facts that are compared, and what one fact of each is called.
COMPARED = {"attributions": "attribution", "claims": "claim", "figures": "figure"}


class Difference(NamedTuple):
    """A fact that is gone, new, or changed. `changed` names the fields that are not as before."""

    how: str  # "gone", "new" or "changed"
    kind: str  # of COMPARED
    id: str
    start: int
    words: str
    changed: tuple[str, ...] = ()


def differences(before: Facts, after: Facts) -> Iterator[Difference]:
    """What is in one reading of a report and not in the other, in the order of the text."""
    found = [
        one
        for listed, kind in COMPARED.items()
        for one in _of_kind(kind, _by_id(before, listed), _by_id(after, listed), after.document)
    ]
    yield from sorted(found, key=lambda one: (one.start, one.kind, one.id))


def _by_id(facts: Facts, listed: str) -> dict[str, Any]:
    return {one.id: one for one in getattr(facts, listed)}


def _of_kind(
    kind: str, before: dict[str, Any], after: dict[str, Any], document: Document
) -> Iterator[Difference]:
    for name in before.keys() | after.keys():
        old, new = before.get(name), after.get(name)
        changed = () if old is None or new is None else _changed_fields(old, new)
        if old is not None and new is not None and not changed:
            continue
        how = "new" if old is None else "gone" if new is None else "changed"
        spans = _spans(old if new is None else new)
        words = " … ".join(document[span] for span in spans)
        yield Difference(how, kind, name, spans[0].start, words, changed)


def _changed_fields(old: Any, new: Any) -> tuple[str, ...]:
    """The fields that differ. How sure the reader was is no change."""
    return tuple(
        one.name
        for one in fields(old)
        if one.name != "score" and getattr(old, one.name) != getattr(new, one.name)
    )


def _spans(fact: Any) -> tuple[Span, ...]:
    return fact.content if hasattr(fact, "content") else (fact.span,)
