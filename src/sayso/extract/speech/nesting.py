"""Which attribution stands inside which."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from sayso.extract.speech.span_index import SpanIndex
from sayso.model.speech import Attribution
from sayso.model.text import Span

# Somebody who says what another said what a third said …: no printed chain has come near it.
MAX_ATTRIBUTIONS_DEEP = 8

# With the length of its content, whether another one with the same content is inside it, and its id.
LongAttribution = tuple[tuple[int, bool, str], Attribution]


def nest_attributions(attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions, each `within` the one with the shortest content that holds it and is longer.

    What was found inside another one with the same content stays there. Of several with one content,
    the innermost holds what is inside.
    """
    index: SpanIndex[LongAttribution] = SpanIndex()
    lengths = {attribution.id: _content_length(attribution) for attribution in attributions}
    around_same = {
        attribution.within
        for attribution in attributions
        if lengths.get(attribution.within or "") == lengths[attribution.id]
    }
    for attribution in attributions:
        order = (lengths[attribution.id], attribution.id in around_same, attribution.id)
        for span in attribution.content:
            index.add_value(span, (order, attribution))
    nested = []
    for attribution in attributions:
        known = lengths.get(attribution.within or "")
        within = attribution.within
        if known != lengths[attribution.id]:
            within = _id_of_outer(attribution, index)
        is_known = within == attribution.within
        nested.append(attribution if is_known else replace(attribution, within=within))
    return nested


def without_deepest(attributions: Sequence[Attribution]) -> Iterator[Attribution]:
    """The attributions without those inside MAX_ATTRIBUTIONS_DEEP others or more."""
    outer = {attribution.id: attribution.within for attribution in attributions}
    for attribution in attributions:
        step, depth = attribution.within, 1
        while step is not None and depth <= MAX_ATTRIBUTIONS_DEEP:
            step, depth = outer.get(step), depth + 1
        if depth <= MAX_ATTRIBUTIONS_DEEP:
            yield attribution


def _id_of_outer(inner: Attribution, index: SpanIndex[LongAttribution]) -> str | None:
    """The id of the attribution that holds another; what was known before if none does."""
    parts = [span for span in (inner.source, inner.cue, *inner.content) if span is not None]
    inner_length = _content_length(inner)
    place = inner.cue or inner.content[0]
    holding = [
        order
        for order, outer in index.values_near(place.start)
        if order[0] > inner_length and outer.id != inner.id and _hold_all(outer.content, parts)
    ]
    return min(holding)[2] if holding else inner.within


def _hold_all(spans: Sequence[Span], parts: Iterable[Span]) -> bool:
    return all(any(span.holds(part) for span in spans) for part in parts)


def _content_length(attribution: Attribution) -> int:
    return sum(map(len, attribution.content))
