"""Dates as people write them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model.text import PLAUSIBLE_YEARS
from sayso.read.dates import date_value, published_as
from sayso.read.written_dates import written_dates
from tests.costs import check_linear

WORDS = (
    *("2", "02", "3", "27", "2026", "2 March 2026", "March 2, 2026", "02/03/2026", "2026-03-02"),
    *("Mon", "Tuesday", "March", "märz", "08:15", "8:15 am", "0815", "GMT", "EST", "GMT+3", "UTC"),
    *("Updated", "Published", " ", ", ", "|", "at", "T", "Z", "+01:00", "ſ", "İ", "٣", "\u00a0"),
)


@pytest.mark.parametrize(
    ("line", "values"),
    [
        ("Published 2 March 2026, 08:15", ["2026-03-02T08:15:00"]),
        ("Mon 2 Mar 2026 08.15 GMT", ["2026-03-02T08:15:00+00:00"]),
        ("March 2, 2026 8:15 am ET", ["2026-03-02T08:15:00"]),
        ("Updated 8:15 PM EST, Mon March 2, 2026", ["2026-03-02T20:15:00"]),
        ("at 08:15 (GMT+3) on 2 March 2026", ["2026-03-02T08:15:00+03:00"]),
        ("2 March 2026 0815 GMT", ["2026-03-02T08:15:00+00:00"]),
        ("Mon Mar 02 2026 08:15:00 GMT+0100 (CET)", ["2026-03-02T08:15:00+01:00"]),
        ("2 March 2026 | 4 March 2026", ["2026-03-02", "2026-03-04"]),
        ("2nd of March, 2026 – 4 min read", ["2026-03-02"]),
        ("12:00 am, 2 March 2026", ["2026-03-02T00:00:00"]),
        ("2. März 2026, 08:15 Uhr", ["2026-03-02T08:15:00"]),
        ("2 de marzo de 2026", ["2026-03-02"]),
        ("2 марта 2026, 08:15", ["2026-03-02T08:15:00"]),
        ("2\u00a0March\u00a02026", ["2026-03-02"]),
        ("27/02/2026", ["2026-02-27"]),
        ("02/27/2026", ["2026-02-27"]),
        ("Monday 02/03/2026", ["2026-03-02"]),
        ("2 March 2026 08:15 CEST", ["2026-03-02T08:15:00+02:00"]),
        ("2 March 2026, 20:15 pm", ["2026-03-02"]),
    ],
)
def test_a_date_in_a_line(line: str, values: list[str]) -> None:
    found = written_dates(line)
    assert [one.value(one.day) for one in found if one.day] == values


@pytest.mark.parametrize(
    "line",
    [
        "",
        "2 March",
        "March 2026",
        "31 February 2026",
        "Friday 2 March 2026",
        "Flight 2026-03",
        "version 1.2.2026.4",
        "twelve dead",
        "٢ March 2026",
    ],
)
def test_what_is_no_date(line: str) -> None:
    assert written_dates(line) == ()


def test_a_figure_with_two_readings_has_both() -> None:
    (found,) = written_dates("02/03/2026")
    assert found.day is None
    assert found.days == (date(2026, 3, 2), date(2026, 2, 3))


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("2 March 2026, 08:15", "2026-03-02T08:15:00"),
        ("March 2, 2026 8:15 am ET", "2026-03-02T08:15:00"),
        ("2026-03-02T07:15:00.0000000Z", "2026-03-02T07:15:00+00:00"),
        ("2026-03-02 08:15:00 UTC", "2026-03-02T08:15:00+00:00"),
        ("27.02.2026", "2026-02-27"),
        ("the meeting of 2 March 2026", None),
        ("2 March 2026 3", None),
        ("02/03/2026", None),
    ],
)
def test_a_stated_date(words: str, value: str | None) -> None:
    assert date_value(words) == value
    assert published_as(words) == (value[:10] if value and "+" not in value else value)


@given(st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join) | st.text(max_size=60))
def test_every_date_is_in_its_line_and_in_its_order(line: str) -> None:
    end = 0
    for one in written_dates(line):
        assert end <= one.start < one.end <= len(line)
        assert all(str(day.year) in line for day in one.days if day.year in PLAUSIBLE_YEARS)
        end = one.end


def test_long_lines_cost_in_proportion() -> None:
    check_linear(written_dates, ["2 March 2026 ", "12:", "Mon ", "2026-", "02/"])
