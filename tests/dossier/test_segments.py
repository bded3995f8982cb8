"""A text cut so that crossing spans are drawn right."""

from hypothesis import given
from hypothesis import strategies as st

from sayso.dossier.segments import cut_segments
from sayso.model.text import Span

LENGTH = 40
SPANS = st.lists(
    st.tuples(
        st.tuples(st.integers(0, LENGTH - 1), st.integers(1, LENGTH))
        .filter(lambda pair: pair[0] < pair[1])
        .map(lambda pair: Span(*pair)),
        st.sampled_from("abcdefg"),
    ),
    max_size=12,
)
CUTS = st.lists(st.integers(-5, LENGTH + 5), max_size=6)


def test_an_outer_fact_comes_before_an_inner_one() -> None:
    made = cut_segments(9, [(Span(3, 6), "inner"), (Span(0, 9), "outer")])
    assert [one.facts for one in made] == [("outer",), ("outer", "inner"), ("outer",)]


def test_three_that_cross_are_each_where_they_are() -> None:
    made = cut_segments(8, [(Span(0, 4), "a"), (Span(2, 6), "b"), (Span(3, 8), "c")])
    assert [(one.start, one.end, "".join(one.facts)) for one in made] == [
        (0, 2, "a"),
        (2, 3, "ab"),
        (3, 4, "abc"),
        (4, 6, "bc"),
        (6, 8, "c"),
    ]


def test_one_fact_in_two_places_is_one_fact() -> None:
    made = cut_segments(6, [(Span(0, 2), "a"), (Span(2, 4), "a")])
    assert [(one.start, one.end, one.facts) for one in made] == [
        (0, 2, ("a",)),
        (2, 4, ("a",)),
        (4, 6, ()),
    ]


@given(SPANS, CUTS)
def test_they_cover_the_text_once_and_know_what_covers_them(
    spans: list[tuple[Span, str]], cuts: list[int]
) -> None:
    made = cut_segments(LENGTH, spans, cuts)
    assert [one.end for one in made[:-1]] == [one.start for one in made[1:]]
    assert (made[0].start, made[-1].end) == (0, LENGTH)
    for one in made:
        covering = {fact for span, fact in spans if span.holds(Span(one.start, one.end))}
        touching = {fact for span, fact in spans if span.touches(Span(one.start, one.end))}
        assert set(one.facts) == covering == touching
        assert len(one.facts) == len(set(one.facts))
    edges = {one.start for one in made} | {LENGTH}
    assert {cut for cut in cuts if 0 <= cut <= LENGTH} <= edges
