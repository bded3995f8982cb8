"""A text cut into segments that know their facts, so that crossing spans are drawn correctly."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from sayso.model.text import Span


@dataclass(frozen=True, slots=True)
class Segment:
    """Code points [start, end) that are in the same facts; outer facts before inner ones."""

    start: int
    end: int
    facts: tuple[str, ...]


def cut_segments(
    length: int, spans: Iterable[tuple[Span, str]], cuts: Iterable[int] = ()
) -> list[Segment]:
    """The segments of a text of that length, without gap or overlap.

    The text is cut where any fact begins or ends, and at `cuts`.

    >>> for segment in cut_segments(9, [(Span(0, 6), "a"), (Span(4, 9), "b")]):
    ...     print(segment.start, segment.end, *segment.facts)
    0 4 a
    4 6 a b
    6 9 b
    """
    opening: dict[int, list[tuple[Span, str]]] = {}
    closing: dict[int, list[tuple[Span, str]]] = {}
    for marked in sorted(set(spans), key=lambda pair: (pair[0].start, -pair[0].end, pair[1])):
        opening.setdefault(marked[0].start, []).append(marked)
        closing.setdefault(marked[0].end, []).append(marked)
    inside = {cut for cut in cuts if 0 < cut < length}
    places = sorted(inside | set(opening) | set(closing) | {0, length})
    out: list[Segment] = []
    active: dict[tuple[Span, str], None] = {}
    for start, end in pairwise(places):
        for marked in closing.get(start, ()):
            del active[marked]
        active |= dict.fromkeys(opening.get(start, ()))
        out.append(Segment(start, end, tuple(dict.fromkeys(fact for _, fact in active))))
    return out
