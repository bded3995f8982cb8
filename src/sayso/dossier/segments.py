"""A text cut into atomic segments that know their facts, so that crossing spans are drawn right."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from sayso.model.text import Span


@dataclass(frozen=True, slots=True)
class Segment:
    """Code points [start, end) that the same facts cover, outer facts before inner ones."""

    start: int
    end: int
    facts: tuple[str, ...]


def cut_segments(
    length: int, spans: Iterable[tuple[Span, str]], cuts: Iterable[int] = ()
) -> list[Segment]:
    """The text of that length in segments, without gap or overlap.

    It is cut where any fact begins or ends, and at the cuts.

    >>> for one in cut_segments(9, [(Span(0, 6), "a"), (Span(4, 9), "b")]):
    ...     print(one.start, one.end, *one.facts)
    0 4 a
    4 6 a b
    6 9 b
    """
    opening: dict[int, list[tuple[Span, str]]] = {}
    closing: dict[int, list[tuple[Span, str]]] = {}
    for held in sorted(set(spans), key=lambda one: (one[0].start, -one[0].end, one[1])):
        opening.setdefault(held[0].start, []).append(held)
        closing.setdefault(held[0].end, []).append(held)
    inside = {cut for cut in cuts if 0 < cut < length}
    places = sorted(inside | set(opening) | set(closing) | {0, length})
    out: list[Segment] = []
    active: dict[tuple[Span, str], None] = {}
    for start, end in pairwise(places):
        for held in closing.get(start, ()):
            del active[held]
        active |= dict.fromkeys(opening.get(start, ()))
        out.append(Segment(start, end, tuple(dict.fromkeys(fact for _, fact in active))))
    return out
