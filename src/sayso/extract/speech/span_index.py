"""Spans filed by where they stand, so that those around a position are found at once."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Generic, TypeVar

from sayso.model.text import Span

Value = TypeVar("Value")

STRETCH_CHARACTERS = 512


class SpanIndex(Generic[Value]):
    """Values by the spans that they belong to."""

    def __init__(self) -> None:
        self._filed: dict[int, list[Value]] = defaultdict(list)

    def add_value(self, span: Span, value: Value) -> None:
        """File a value under a span."""
        first, last = span.start // STRETCH_CHARACTERS, (span.end - 1) // STRETCH_CHARACTERS
        for stretch in range(first, last + 1):
            self._filed[stretch].append(value)

    def values_near(self, position: int) -> Sequence[Value]:
        """The values of all spans that hold a position, and of some beside it."""
        return self._filed.get(position // STRETCH_CHARACTERS, ())
