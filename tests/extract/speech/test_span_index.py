"""Values by the place of their spans."""

from hypothesis import given
from hypothesis import strategies as st

from sayso.extract.speech.span_index import STRETCH_CHARACTERS, SpanIndex
from sayso.model.text import Span

SPANS = st.tuples(st.integers(0, 5000), st.integers(1, 3000)).map(
    lambda pair: Span(pair[0], pair[0] + pair[1])
)


@given(st.lists(SPANS, max_size=12), st.integers(0, 8000))
def test_every_span_around_a_position_is_found(spans: list[Span], position: int) -> None:
    index: SpanIndex[Span] = SpanIndex()
    for span in spans:
        index.add_value(span, span)
    around = [span for span in spans if span.start <= position < span.end]
    found = [span for span in index.values_near(position) if span.start <= position < span.end]
    assert found == around


def test_what_stands_far_away_is_not_looked_at() -> None:
    index: SpanIndex[str] = SpanIndex()
    for number in range(1000):
        start = number * STRETCH_CHARACTERS
        index.add_value(Span(start, start + 10), str(number))
    assert list(index.values_near(500 * STRETCH_CHARACTERS + 5)) == ["500"]
