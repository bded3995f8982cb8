"""Which attribution stands inside which."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from sayso.model.speech import Attribution
from sayso.model.text import Span

WIDE = 512  # characters of one stretch of text


def nested(attributions: Sequence[Attribution]) -> list[Attribution]:
    """The same, each `within` the one with the shortest content that holds it and is longer."""
    near: dict[int, list[Attribution]] = defaultdict(list)
    for one in attributions:
        for span in one.content:
            for stretch in _stretches(span):
                near[stretch].append(one)
    return [replace(one, within=_around(one, near)) for one in attributions]


def _around(inner: Attribution, near: dict[int, list[Attribution]]) -> str | None:
    own = [span for span in (inner.source, inner.cue, *inner.content) if span is not None]
    place = inner.cue or inner.content[0]
    holding = [
        (_length(one), one.id)
        for one in near.get(place.start // WIDE, ())
        if one.id != inner.id and _length(one) > _length(inner) and _hold(one.content, own)
    ]
    return min(holding)[1] if holding else inner.within


def _hold(spans: Sequence[Span], parts: Iterable[Span]) -> bool:
    return all(any(span.holds(part) for span in spans) for part in parts)


def _length(one: Attribution) -> int:
    return sum(map(len, one.content))


def _stretches(span: Span) -> range:
    return range(span.start // WIDE, (span.end - 1) // WIDE + 1)
