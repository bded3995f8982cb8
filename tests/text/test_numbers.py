"""Numbers that count somebody, and the many that do not."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model.limits import MAX_COUNT
from sayso.text.numbers import numbers
from tests.cases_read import cases, read_cases

BAR = 0.95  # of the cases


def read(text: str) -> list[tuple[str, int | None, int | None, str]]:
    return [(text[one.start : one.end], one.low, one.high, str(one.kind)) for one in numbers(text)]


@pytest.mark.parametrize(
    ("text", "words", "low", "high", "kind"),
    [
        ("84 men", "84", 84, 84, "exact"),
        ("at least 84 men", "at least 84", 84, None, "at_least"),
        ("more than 700 people", "more than 700", 700, None, "at_least"),
        ("up to 20 men", "up to 20", None, 20, "at_most"),
        ("as many as 30 men", "as many as 30", None, 30, "at_most"),
        ("fewer than 12 men", "fewer than 12", None, 12, "at_most"),
        ("some 50 men", "some 50", 50, 50, "about"),
        ("about 900 people", "about 900", 900, 900, "about"),
        ("between 20 and 30 men", "between 20 and 30", 20, 30, "range"),
        ("20 to 30 men", "20 to 30", 20, 30, "range"),
        ("20–30 men", "20–30", 20, 30, "range"),
        ("dozens of men", "dozens", None, None, "vague"),
        ("hundreds of people", "hundreds", None, None, "vague"),
        ("a dozen men", "a dozen", 12, 12, "about"),
        ("twenty-five men", "twenty-five", 25, 25, "exact"),
        ("two hundred and ten men", "two hundred and ten", 210, 210, "exact"),
        ("1,200 people", "1,200", 1200, 1200, "exact"),
        ("1.2 million people", "1.2 million", 1200000, 1200000, "exact"),
        ("no one was hurt", "no one", 0, 0, "exact"),
        ("Seven Guards fell", "Seven", 7, 7, "exact"),
        ("Blast kills man, 3 Others hurt", "3", 3, 3, "exact"),
        ("The dead were Tarnish, 214 Orrat Civilians, they said", "214", 214, 214, "exact"),
    ],
)
def test_a_count(text: str, words: str, low: int | None, high: int | None, kind: str) -> None:
    assert read(text) == [(words, low, high, kind)]


@pytest.mark.parametrize(
    "text",
    [
        "in 2019",
        "on 27 July 2024",
        "at 2.40 a.m.",
        "aged 34",
        "Ana Roll, 34, said",
        "Ana Roll 34, was",
        "the 15th brigade",
        "a T-72 tank",
        "12 percent",
        "$500",
        "won 3-1",
        "Flight 12 left",
        "the town of Seven Hills",
        "Image 2 of 16",
        "16 A porter died in Orn.",
        "the death of 3 yr old",
        "Guard shoots man, 18\n\nORN, Tarn",
        "Guard shoots man, 18 Ana Roll was",
        "the home of Ana Roll, 2140 Willow Bend, where",
        "two-thirds of them",
        "five days later",
        "30 kilometres",
        "12 Elm Street",
        "tel. 0530 123456",
        "it holds until 31 December 9999 and is not renewed",
        "On 31 December 9999 people can leave.",
        "since 0001-01-01",
    ],
)
def test_no_count(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "one hundred " * 400 + "men",
        "nine hundred ninety-nine billion " * 400 + "men",
        "9" * 5000 + " men",
        "999999999999999 billion men",
        "9,999 million to 999,999,999,999 billion men",
        "999999.999 billion men",
    ],
)
def test_no_number_is_larger_than_every_reader_of_json_keeps_exact(text: str) -> None:
    for one in numbers(text):
        assert one.low is None or one.low <= (one.high or MAX_COUNT) <= MAX_COUNT


def test_a_large_number_counts_and_a_larger_one_does_not() -> None:
    assert read("9,000,000 billion men")[0][1:3] == (9 * 10**15, 9 * 10**15)
    assert read("10,000,000 billion men") == []


@pytest.mark.parametrize("case", cases("numbers"))
def test_case(case: dict[str, Any]) -> None:
    assert [list(one) for one in read(case["text"])] == case["numbers"]


def test_known_failures_are_few() -> None:
    every = read_cases("numbers")
    failing = [case for case in every if case["sort"] == "known failure"]
    assert len(every) >= 300
    assert len(failing) <= (1 - BAR) * len(every)


@given(st.text(alphabet="0123456789 ,.-–aondtwe$%", max_size=60))
def test_any_text_gives_places_in_it(text: str) -> None:
    for one in numbers(text):
        assert 0 <= one.start <= one.bare < one.end <= len(text)
        assert one.low is None or one.high is None or one.low <= one.high
