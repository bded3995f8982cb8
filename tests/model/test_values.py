"""What a value refuses to hold, and the ids it gives itself."""

import re
from dataclasses import fields, replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model.comparison import Likelihood, State
from sayso.model.happening import When
from sayso.model.ids import fact_id, group_id
from sayso.model.limits import MAX_COUNT, check_counts
from sayso.model.text import HEAD_FIELDS, METADATA, PARTICULARS, Document, Head, Span, is_moment
from tests.model.example import COMPARISON, DOCUMENT, EVENT, FIGURE, OUTER, at
from tests.strategies import documents, moments, spans

BEYOND = Span(len(DOCUMENT), len(DOCUMENT) + 1)


@pytest.mark.parametrize(
    ("value", "change", "complaint"),
    [
        (DOCUMENT, {"text": "\ud83d alone"}, "text has half a character (a lone surrogate) at 0"),
        (DOCUMENT, {"name": "caf\udce9.txt"}, "name has half a character"),
        (DOCUMENT, {"title": "\udfff"}, "title has half a character"),
        (DOCUMENT, {"remaining": 24.79}, "remaining goes from 0 to 1"),
        (DOCUMENT, {"furniture": (BEYOND,)}, "178:179 is outside reports/raid.txt"),
        (DOCUMENT, {"read_to": -1}, "-1 is no place in 178 characters"),
        (DOCUMENT, {"read_to": 179}, "179 is no place in 178 characters"),
        (Head("a.txt"), {"outlet": "\udfff"}, "outlet has half a character"),
        (OUTER, {"content": ()}, "an attribution has content"),
        (OUTER, {"score": float("nan")}, "score goes from 0 to 1"),
        (FIGURE, {"low": 30, "high": 20}, "30 to 20 is no range"),
        (FIGURE, {"low": -1}, "-1 is no range"),
        (FIGURE, {"low": MAX_COUNT + 1}, "is no range"),
        (EVENT.place, {"lat": float("nan")}, "nan degrees is nowhere on Earth"),
        (COMPARISON.points[0], {"origins_against": -1}, "-1 is no range"),
        (COMPARISON.points[0], {"probability": 1.1}, "probability goes from 0 to 1"),
        (COMPARISON.points[0].claims[0], {"score": -0.1}, "score goes from 0 to 1"),
        (COMPARISON.tolls[0], {"best": 13}, "0 to 13 to 12 is no range"),
        (COMPARISON.events[0], {"last": date(2031, 3, 1)}, "2031-03-01 is before 2031-03-14"),
        (COMPARISON.copies[0], {"origin": "x"}, "a copy comes from one of the two reports"),
        (COMPARISON.copies[0], {"right": "x"}, "a passage stands in the two reports"),
    ],
)
def test_a_value_that_cannot_be_is_refused(
    value: Any, change: dict[str, Any], complaint: str
) -> None:
    with pytest.raises(ValueError, match=re.escape(complaint)):
        replace(value, **change)


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 3), (4, 3)])
def test_a_span_holds_at_least_one_character(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="is not a span"):
        Span(start, end)


def test_a_time_ends_no_earlier_than_it_begins() -> None:
    with pytest.raises(ValueError, match="is before"):
        When(at("on Friday"), date(2031, 3, 14), date(2031, 3, 13))


@given(st.data())
def test_a_place_gives_its_very_words(data: st.DataObject) -> None:
    document = data.draw(documents(1))
    span = data.draw(spans(document))
    assert document[span] == document.text[span.start : span.end]
    assert len(document[span]) == len(span) > 0
    with pytest.raises(ValueError, match="is outside"):
        document[Span(span.start, len(document) + 1)]


@given(st.builds(Span, st.integers(0, 9), st.integers(10, 19)), st.integers(0, 20))
def test_holding_and_touching_agree_with_the_characters(span: Span, start: int) -> None:
    other = Span(start, start + 3)
    here, there = set(range(span.start, span.end)), set(range(other.start, other.end))
    assert span.holds(other) == (there <= here)
    assert span.touches(other) == other.touches(span) == bool(here & there)


@given(moments)
def test_a_moment_has_a_day_and_an_offset_where_it_has_a_time(moment: str) -> None:
    assert is_moment(moment)
    assert not is_moment(moment + "\n")
    assert not is_moment(moment.replace("-", "/"))


@pytest.mark.parametrize(
    "text", ["", "2024", "20240727", "2024-02-30", "2024-07-27T25:00Z", "٢٠٢٤-٠٧-٢٧"]
)
def test_what_is_no_moment(text: str) -> None:
    assert not is_moment(text)


@given(st.lists(st.integers(0, MAX_COUNT), max_size=3))
def test_counts_that_rise_are_a_range_and_others_are_not(counts: list[int]) -> None:
    check_counts(None, *sorted(counts), None)
    if counts != sorted(counts):
        with pytest.raises(ValueError, match="is no range"):
            check_counts(*counts)


def test_the_metadata_are_the_strings_that_may_be_unknown() -> None:
    assert [*METADATA, *PARTICULARS] == [
        one.name for one in fields(Document) if one.type == (str | None)
    ]


def test_a_document_has_every_field_of_a_head_and_gives_its_own_head_first() -> None:
    assert list(HEAD_FIELDS) == [one.name for one in fields(Head)]
    assert {one.name for one in fields(Head)} < {one.name for one in fields(Document)}
    first, second = DOCUMENT.heads
    assert first == Head(DOCUMENT.name, DOCUMENT.title, published=DOCUMENT.published)
    assert second.outlet == "Sellan Gazette"
    assert (first.day, first.moment) == (DOCUMENT.day, DOCUMENT.moment)
    assert (second.day, second.moment) == (date(2031, 3, 15), None)


@pytest.mark.parametrize("state", State)
def test_only_what_is_contested_or_conceded_is_a_dispute(state: State) -> None:
    point = replace(COMPARISON.points[0], state=state, likelihood=Likelihood.PERHAPS)
    disputed = state in (State.CONTESTED, State.CONCEDED)
    assert point.dispute == (Likelihood.PERHAPS if disputed else None)


def test_a_dispute_without_a_likelihood_counts_as_likely() -> None:
    assert replace(COMPARISON.points[0], likelihood=None).dispute is Likelihood.LIKELY


def test_an_id_is_the_same_in_every_release() -> None:
    """Whoever has stored ids finds the same facts again; a change here is a new wire version."""
    assert DOCUMENT.id == "8f6ed0a1e4a2f5da4a9be2ba619e95a2f873483b7d1eb5027ed1b9a496910732"
    assert OUTER.id == fact_id("attribution", [OUTER.source, OUTER.cue, *OUTER.content])
    assert OUTER.id == "cafa58148c71"
    assert COMPARISON.points[0].id == "55f8ecb41350"


def test_an_id_tells_apart_what_differs_in_one_place() -> None:
    one, other = Span(1, 2), Span(1, 3)
    ids = [
        fact_id("claim", [one]),
        fact_id("claim", [other]),
        fact_id("actor", [one]),
        fact_id("claim", [one, None]),
        fact_id("claim", [None, one]),
        fact_id("claim", [one, one]),
        fact_id("claim", [one], "more"),
        fact_id("claim", [one], ""),
    ]
    assert len(set(ids)) == len(ids)


@given(st.permutations(["a/1", "a/2", "b/1"]))
def test_a_group_is_the_same_in_any_order(members: list[str]) -> None:
    assert group_id("point", members) == group_id("point", ["a/1", "a/2", "b/1"])
    assert group_id("toll", members) != group_id("point", members)


@pytest.mark.parametrize(
    "text",
    [
        *(None, "", "2031", "2031-13-01", "yesterday, it is said"),
        *("0001-01-01", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59-14:00", "2101-01-01"),
    ],
)
def test_what_is_no_date_is_neither_a_day_nor_a_moment(text: str | None) -> None:
    document = Document("a.txt", "Rain.", published=text)
    assert document.day is None
    assert document.moment is None


def test_a_moment_needs_an_offset_and_a_day_does_not() -> None:
    known = Document("a.txt", "Rain.", published="2031-05-04T22:10:00-05:00")
    assert known.day == date(2031, 5, 4)
    assert known.moment is not None
    assert known.moment.isoformat() == "2031-05-04T22:10:00-05:00"
    loose = Document("a.txt", "Rain.", published="2031-05-04T22:10")
    assert (loose.day, loose.moment) == (date(2031, 5, 4), None)
