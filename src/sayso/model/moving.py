"""Facts that were read in another form of a document's text, moved to their places in the text itself."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any

from sayso.model.facts import Facts
from sayso.model.text import Document, Span

# Where the words of a span stand in the text: one span, and its pieces where other words stand between.
Move = Callable[[Span], Span]
MovePieces = Callable[[Span], Iterable[Span]]

KINDS = ("attributions", "claims", "actors", "figures", "events")  # a claim is named after attributions
IN_PIECES = "content"  # the field whose spans may be cut


def moved_facts(facts: Facts, document: Document, move: Move, pieces: MovePieces) -> Facts:
    """The facts in a document, each span moved; ids and what refers to them are made anew.

    The moved spans keep their order.
    """
    moving = _Moving(move, pieces)
    for kind in KINDS:
        moving.name_anew(getattr(facts, kind))
    moved = {kind: moving.moved(getattr(facts, kind)) for kind in KINDS}
    return Facts(document, **moved)


class _Moving:
    def __init__(self, move: Move, pieces: MovePieces) -> None:
        self._move, self._pieces = move, pieces
        self._names: dict[str, str] = {}

    def name_anew(self, values: Iterable[Any]) -> None:
        """Learn the new ids of facts of one kind."""
        self._names |= {value.id: self.moved(value).id for value in values}

    def moved(self, value: Any) -> Any:
        """A value with its spans moved, and the new ids of the facts that it names."""
        if isinstance(value, Span):
            return self._move(value)
        if isinstance(value, str):
            return self._names.get(value, value)
        if isinstance(value, tuple):
            return tuple(map(self.moved, value))
        if not is_dataclass(value):
            return value
        given = {one.name: getattr(value, one.name) for one in fields(value) if one.init}
        return replace(
            value, **{name: self._moved_field(name, own) for name, own in given.items()}
        )

    def _moved_field(self, name: str, value: Any) -> Any:
        if name == IN_PIECES:
            return tuple(piece for span in value for piece in self._pieces(span))
        return self.moved(value)
