"""Which days the words of a text mean."""

from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.lexicon.dates import date_words
from sayso.text.dates import date_expressions
from sayso.text.intervals import resolve_dates
from tests.cases_read import cases, read_cases
from tests.costs import check_linear

SAID = (
    "on the 3 27 July of , 2024 Monday last two days weeks ago later after battle next May - to "
    "half first end early mid weekend before yesterday that night 1990 s year ."
)
WORDS = st.sampled_from([*SAID.split(), "\n"])
TEXTS = st.lists(WORDS, max_size=30).map(" ".join) | st.text(max_size=60)
# Numbers at and beyond the bounds of days, months, years and whole numbers, in the patterns of dates.
EXTREMES = st.sampled_from(
    [
        *("0", "1", "12", "13", "28", "31", "32", "99", "400", "1499", "1500", "2100", "2101"),
        *("0001", "9998", "9999", "10000", "500,000", "99999999999", "9" * 15, "9" * 5000),
        *("five hundred thousand", "nine thousand nine hundred", "one hundred " * 60),
    ]
)
PATTERNS = st.sampled_from(
    [
        *("{} {} {}", "On {} July {}, two days later, ", "July {}, {}", "{} July", "July {} to {}"),
        *("in {}", "in the year {}", "early {}", "in {}-{}", "the {}s", "late July {}"),
        *("{}-{}-{}", "{}.{}.{}", "{}/{}/{}", "31 December {}", "1 January {}", "Monday, July {}"),
        *("{} years ago", "{} weeks ago", "{} decades earlier", "{} days later", "{} hours later"),
        *("{} months before the battle", "the next {} years", "the past {} years", "a year later"),
        *("last year", "the following month", "the same week", "next weekend", "that night"),
    ]
)
DAYS = st.dates(date(1900, 1, 1), date(2099, 12, 31))
ANY_DAY = st.dates()


def read(text: str, published: date | None) -> list[list[str]]:
    """What is known, as the cases give it."""
    return [
        [text[one.expression.start : one.expression.end], str(one.first), str(one.last)]
        for one in resolve_dates(text, date_expressions(text), published)
    ]


def test_there_are_cases_enough() -> None:
    assert len(read_cases("dates")) >= 250


@pytest.mark.parametrize("case", cases("dates"))
def test_case(case: dict[str, Any]) -> None:
    day = date.fromisoformat(case["published"][:10]) if case["published"] else None
    assert read(case["text"], day) == case["days"]


@given(DAYS)
def test_every_way_to_write_a_full_date_means_its_day(day: date) -> None:
    month = day.strftime("%B")
    for written in (
        f"{day.day} {month} {day.year}",
        f"{month} {day.day}, {day.year}",
        f"{day.strftime('%A')}, {month} {day.day}, {day.year}",
        f"the {day.day}th of {month} {day.year}",
        str(day),
    ):
        ((_, first, last),) = read(f"It was seen on {written}.", None)
        assert (first, last) == (str(day), str(day))


@given(DAYS, st.integers(0, 6))
def test_a_weekday_is_one_of_the_seven_days_up_to_publication(published: date, ago: int) -> None:
    day = published - timedelta(days=ago)
    ((_, first, last),) = read(f"It was seen on {day.strftime('%A')}.", published)
    assert first == last == str(day)


@given(DAYS, st.integers(-2, 3))
def test_a_weekday_tells_the_year_of_an_undated_report(day: date, years: int) -> None:
    known = day.year + years
    text = f"It was seen on {day.strftime('%A, %d %B')} and again in {known}."
    told = [first for words, first, _ in read(text, None) if words != str(known)]
    if told:  # where two years fit, it says neither
        assert date.fromisoformat(told[0]).strftime("%A, %d %B") == day.strftime("%A, %d %B")


@given(TEXTS, st.none() | ANY_DAY)
def test_what_is_told_lies_in_the_text_in_order_and_begins_before_it_ends(
    text: str, published: date | None
) -> None:
    expressions = date_expressions(text)
    assert all(left.end <= right.start for left, right in pairwise(expressions))
    assert all(text[one.start : one.end].strip() for one in expressions)
    assert all(one.first <= one.last for one in resolve_dates(text, expressions, published))


def test_a_part_of_a_time_around_publication_begins_before_it_ends() -> None:
    lexicon, sunday = date_words(), date(2024, 8, 4)
    texts = [
        f"It burned {part} {which} {unit}."
        for part in lexicon.parts
        for which in lexicon.which
        for unit in ("week", "weekend", "month", "year")
    ]
    told = [
        (text, found)
        for text in texts
        for days in range(7)
        for found in resolve_dates(text, date_expressions(text), sunday + timedelta(days))
    ]
    assert len(told) > len(texts)
    assert not [text for text, found in told if found.last < found.first]


def test_any_text_takes_work_in_proportion() -> None:
    units = ["27 ", "July ", "July 27, ", "two days later ", "the ", "1990s ", "Monday, ", "last "]
    check_linear(lambda text: resolve_dates(text, date_expressions(text), None), units)
    check_linear(lambda text: resolve_dates(text, date_expressions(text), date(2024, 8, 5)), units)


@pytest.mark.parametrize("published", [date.min, date.max])
def test_the_ends_of_the_calendar_are_no_error(published: date) -> None:
    for case in read_cases("dates"):
        resolve_dates(case["text"], date_expressions(case["text"]), published)


@given(st.lists(PATTERNS, min_size=1, max_size=4), st.data(), st.none() | ANY_DAY)
def test_no_number_leads_out_of_the_calendar(
    patterns: list[str], data: st.DataObject, published: date | None
) -> None:
    text = ", ".join(
        pattern.format(*(data.draw(EXTREMES) for _ in range(pattern.count("{}"))))
        for pattern in patterns
    )
    for found in resolve_dates(text, date_expressions(text), published):
        assert found.first - timedelta(days=1) < found.last + timedelta(days=1)


@pytest.mark.parametrize(
    "text", ["31 December 9999", "December 31, 9999", "9999-12-31", "31.12.9999", "1 January 0001"]
)
def test_a_date_at_an_end_of_the_calendar_is_read_and_means_no_day(text: str) -> None:
    assert [text[one.start : one.end] for one in date_expressions(text)] == [text]
    assert read(text, None) == read(text, date(2031, 5, 4)) == []


def test_a_date_at_the_end_of_the_calendar_does_not_date_the_others() -> None:
    text = (
        "It holds until 31 December 9999. On Saturday, July 27, 2024 and Monday, July 29, he left."
    )
    assert [first for _, first, _ in read(text, None)] == ["2024-07-27", "2024-07-29"]
