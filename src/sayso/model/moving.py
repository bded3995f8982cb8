"""Facts that were read in another form of a document's text, moved to their places in the text itself,
and back.

Ids are made of spans, so they change too, and with them all that names a fact.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from sayso.model.comparison import Comparison
from sayso.model.evidence import Quote
from sayso.model.facts import Facts
from sayso.model.ids import DocumentId
from sayso.model.text import Document, Span

# Where the words of a span stand in the other text: one span, or its pieces where words stand between
# that do not belong to them.
Move = Callable[[Span], Span]
MovePieces = Callable[[Span], Iterable[Span]]
Names = Mapping[str, str]  # ids by the ids of the same facts
Value = TypeVar("Value")

KINDS = (
    "attributions",
    "claims",
    "actors",
    "figures",
    "events",
)  # claims name attributions in their ids
IN_PIECES = "content"  # the field whose spans may be cut


def moved_facts(
    facts: Facts, document: Document, move: Move, pieces: MovePieces | None = None
) -> tuple[Facts, Names]:
    """The facts in a document, each span moved, and their ids by the ids that they had.

    `move` keeps the order of spans, and moves no two to one.
    """
    moving = _Moving(move, pieces or (lambda span: (move(span),)))
    for kind in KINDS:
        moving.name_anew(getattr(facts, kind))
    moved = {kind: moving.moved(getattr(facts, kind)) for kind in KINDS}
    return Facts(document, **moved), moving.names


def with_other_text(document: Document, text: str, move: Move) -> Document:
    """The document with its text in another form, under the id that it has.

    What was left out of the text is not in it.
    """
    moving = _Moving(move, lambda span: (move(span),))
    end = document.read_to
    other = replace(
        document,
        text=text,
        furniture=moving.moved(document.furniture),
        corrections=moving.moved(document.corrections),
        entries=moving.moved(document.entries),
        left_out=(),
        read_to=move(Span(0, end)).end if end else end,
    )
    object.__setattr__(other, "id", document.id)
    return other


def moved_comparison(
    comparison: Comparison,
    facts: tuple[Facts, ...],
    moves: Mapping[DocumentId, Move],
    names: Mapping[DocumentId, Names],
) -> Comparison:
    """The comparison with other facts of the same documents: its quotes moved, ids made anew.

    Documents without a move stay as they are.
    """
    events = _MovingQuotes(moves, names, {}).moved(comparison.events, None)
    shared = {old.id: new.id for old, new in zip(comparison.events, events, strict=True)}
    moving = _MovingQuotes(moves, names, shared)
    rest = (one.name for one in fields(comparison) if one.name not in ("facts", "events"))
    moved = {name: moving.moved(getattr(comparison, name), None) for name in rest}
    return Comparison(facts, events=events, **moved)


def moved_value(
    value: Value, moves: Mapping[DocumentId, Move], names: Mapping[DocumentId, Names]
) -> Value:
    """A value about several documents with its quotes moved, and the new ids of the facts it names.

    It names a fact beside a field `document`. It names no shared event.
    """
    moved: Value = _MovingQuotes(moves, names, {}).moved(value, None)
    return moved


class _Moving:
    """Moves the spans of values; `names` has the new ids of the facts so far."""

    def __init__(self, move: Move, pieces: MovePieces) -> None:
        self._move, self._pieces = move, pieces
        self.names: dict[str, str] = {}

    def name_anew(self, values: Iterable[Any]) -> None:
        """Learn the new ids of facts of one kind."""
        self.names |= {value.id: self.moved(value).id for value in values}

    def moved(self, value: Any) -> Any:
        """A value with its spans moved, and the new ids of the facts that it names."""
        if isinstance(value, Span):
            return self._move(value)
        if isinstance(value, str):
            return self.names.get(value, value)
        if isinstance(value, tuple):
            return tuple(map(self.moved, value))
        if not is_dataclass(value):
            return value
        return replace(value, **{name: self._field(name, own) for name, own in _given(value)})  # type: ignore[type-var]

    def _field(self, name: str, value: Any) -> Any:
        if name == IN_PIECES:
            return tuple(piece for span in value for piece in self._pieces(span))
        return self.moved(value)


class _MovingQuotes:
    """Moves the quotes of a comparison, and puts new ids for those of facts and shared events."""

    def __init__(
        self,
        moves: Mapping[DocumentId, Move],
        names: Mapping[DocumentId, Names],
        shared: Names,
    ) -> None:
        self._moves, self._names, self._shared = moves, names, shared

    def moved(self, value: Any, home: DocumentId | None) -> Any:
        """A value that stands in something about the document `home`."""
        if isinstance(value, Quote):
            move = self._moves.get(value.document)
            return Quote(value.document, move(value.span)) if move else value
        if isinstance(value, str):
            own = self._names.get(home, {}) if home else {}
            return own.get(value) or self._shared.get(value, value)
        if isinstance(value, tuple):
            return tuple(self.moved(item, home) for item in value)
        if not is_dataclass(value):
            return value
        home = getattr(value, "document", home)
        return replace(value, **{name: self.moved(own, home) for name, own in _given(value)})  # type: ignore[type-var]


def _given(value: Any) -> list[tuple[str, Any]]:
    return [(one.name, getattr(value, one.name)) for one in fields(value) if one.init]
