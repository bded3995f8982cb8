"""What a process that reads a file apart says, as lines of JSON, and how it is checked.

A parser that hostile bytes have taken over can say nothing but what a report can say: every answer
is checked, and counted, before it is believed.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import islice
from typing import Any

from sayso.errors import BrokenWire, FaultInSayso, UnreadableInput
from sayso.model.text import Document
from sayso.model.wire import document_from_wire, document_to_wire
from sayso.read.places import Box, Piece, Place, SourceMap
from sayso.read.reader import Reading

PIECES_A_LINE = 2_000
MAX_REMARKS = 1_000  # notes and problems of one file
MORE_REMARKS = f"there is more to say of it than {MAX_REMARKS:,} lines, and the rest is not shown"
MAX_REMARK_CHARACTERS = 2_000
NO_ANSWER = "the process that read it gave no answer that can be understood"
SPLIT = "Split it, or save its text as .txt."
HUNDREDTH = 100  # boxes are sent in hundredths of a point

Say = Callable[[str, Any], None]


def say_reading(say: Say, reading: Reading, places: bool) -> None:
    """Say a reading: its pieces a few at a time, if places are wanted, then its document."""
    pieces = iter(reading.source.pieces if places else ())
    while some := list(islice(pieces, PIECES_A_LINE)):
        say("pieces", [_piece_to_json(one) for one in some])
    say("reading", [document_to_wire(reading.document, text=True), reading.where])


def _piece_to_json(one: Piece) -> Any:
    at = one.place
    place = [at.offset, at.part, at.element, at.tail, at.page, at.cell, at.source]
    boxes = [
        round(number * HUNDREDTH)
        for box in one.boxes
        for number in (box.left, box.bottom, box.right, box.top)
    ]
    return [one.start, one.length, place, one.original, boxes]


class Answers:
    """The answers of a process, put together and checked.

    `name` is that of the file; the process may speak of it and of what is in it, and of no other.
    """

    def __init__(self, name: str) -> None:
        self._name = name
        self._pieces: list[Piece] = []
        self._remarks = 0

    def checked(self, line: bytes) -> tuple[str, Any]:
        """What a line says: its kind, and a reading, or strings.

        Raises UnreadableInput for a line that no sound reader says, and where it says that reading
        failed.
        """
        try:
            kind, answer = json.loads(line)
            if kind == "pieces":
                self._pieces += _pieces_from_json(answer)
                return kind, None
            if kind == "reading":
                return kind, self._reading(answer)
            if kind in ("note", "problem"):
                return self._remark(kind, self._strings(answer, 2 if kind == "note" else 3))
            if kind == "failed":
                raise UnreadableInput(*self._strings(answer, 3))
            if kind == "fault":
                raise FaultInSayso(*self._strings(answer, 3))
            if kind == "done":
                return kind, None
        except (BrokenWire, ValueError, TypeError, LookupError, RecursionError) as error:
            raise self.not_understood() from error
        raise self.not_understood()

    def not_understood(self) -> UnreadableInput:
        """The problem of a process whose answer is none."""
        return UnreadableInput(self._name, NO_ANSWER, SPLIT)

    def _reading(self, answer: Any) -> Reading:
        data, where = answer
        document = document_from_wire(data)
        source = SourceMap(tuple(self._pieces))
        self._pieces = []
        _check_source(source, document)
        if where is not None:
            where = self._own_name(where)
        # A document with a format counts as finished; it is the parent who finishes this one.
        return Reading(replace(document, format=None), source, where)

    def _remark(self, kind: str, answer: list[str]) -> tuple[str, Any]:
        """A note or a problem; of more than are shown, one note that says so."""
        self._remarks += 1
        if self._remarks <= MAX_REMARKS:
            return kind, answer
        if self._remarks == MAX_REMARKS + 1:
            return "note", [self._name, MORE_REMARKS]
        return "pieces", None

    def _strings(self, answer: Any, count: int) -> list[str]:
        if not isinstance(answer, list) or [type(one) for one in answer] != [str] * count:
            raise ValueError("these are not as many strings")
        return [self._own_name(answer[0]), *(one[:MAX_REMARK_CHARACTERS] for one in answer[1:])]

    def _own_name(self, name: Any) -> str:
        """The name, if it is the file's or begins with it."""
        known = isinstance(name, str) and (name == self._name or name.startswith(f"{self._name}:"))
        return name if known else self._name


def _pieces_from_json(answer: Any) -> Iterator[Piece]:
    known: dict[int, float] = {}
    for start, length, place, original, boxes in answer:
        _check_numbers((start, length, *boxes))
        if original is not None and not isinstance(original, str):
            raise ValueError("what stood in the file is no string")
        points = [known.setdefault(one, one / HUNDREDTH) for one in boxes]
        corners = [Box(*points[at : at + 4]) for at in range(0, len(points), 4)]
        yield Piece(start, length, _place_from_json(*place), original, tuple(corners))


def _place_from_json(
    offset: Any, part: Any, element: Any, tail: Any, page: Any, cell: Any, source: Any
) -> Place:
    _check_numbers(one for one in (offset, element, page, source) if one is not None)
    if not isinstance(part, str) or not isinstance(tail, bool):
        raise ValueError("a place is broken")
    if cell is not None and not isinstance(cell, str):
        raise ValueError("a cell has no name")
    return Place(offset, part, element, tail, page, cell, source)


def _check_numbers(values: Any) -> None:
    if any(type(one) is not int for one in values):
        raise ValueError("a number is none")


def _check_source(source: SourceMap, document: Document) -> None:
    """Raises ValueError if the pieces are not in text order, or beyond the text."""
    end = 0
    for one in source.pieces:
        if one.start < end or one.length < 1 or one.place.offset < 0:
            raise ValueError("a piece is out of order")
        if one.boxes and len(one.boxes) != one.length:
            raise ValueError("a piece has not one box for each character")
        end = one.end
    if end > len(document):
        raise ValueError("a piece is beyond the text")
