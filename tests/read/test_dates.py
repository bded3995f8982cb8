"""Dates of publication: as they were given, or not at all."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model.text import is_moment
from sayso.read.dates import is_outside_plausible_years, published_as

PIECES = (
    *("2024", "24", "03", "3", "14", "99999", "-", "/", ".", ":", "T", " ", "Z", "+", ",", "W30"),
    *("05:30", "+05:30:15", "10:00", "22:10:05", "24:00", ".1234567", "-0000", "+99999999"),
    *("Thu, ", "Thursday", "March", "Mar", "GMT", "EST", "pm", "٣"),
)


@pytest.mark.parametrize(
    ("given_as", "kept"),
    [
        ("2024-03-14", "2024-03-14"),
        (" 2024-03-14 ", "2024-03-14"),
        ("2024-03-14T22:10-05:00", "2024-03-14T22:10-05:00"),
        ("2024-03-14T22:10:05.123Z", "2024-03-14T22:10:05.123Z"),
        ("2024-03-14 22:10:05 +0000", "2024-03-14T22:10:05+00:00"),
        ("2024-03-14T22:10:05+0530", "2024-03-14T22:10:05+05:30"),
        ("Thu, 14 Mar 2024 22:10:00 GMT", "2024-03-14T22:10:00+00:00"),
        ("Thu, 14 Mar 2024 22:10:00 +0300", "2024-03-14T22:10:00+03:00"),
        ("14 March 2024", "2024-03-14"),
        ("March 14, 2024", "2024-03-14"),
        ("Mar 14, 2024", "2024-03-14"),
        ("Thursday, March 14, 2024", "2024-03-14"),
        ("Thursday 14 March 2024", "2024-03-14"),
        ("2024/03/14", "2024-03-14"),
    ],
)
def test_a_date_is_kept(given_as: str, kept: str) -> None:
    assert published_as(given_as) == kept


@pytest.mark.parametrize(
    "given_as",
    [
        "2024-03-14 22:10",
        "2024-03-14T22:10:05",
        "Thu, 14 Mar 2024 22:10:00",
        "14 Mar 2024 22:10 EST",
        "2024-03-14T22:10:05+05:30:15",
    ],
)
def test_of_a_time_whose_zone_is_not_certain_the_day_is_kept(given_as: str) -> None:
    assert published_as(given_as) == "2024-03-14"


@pytest.mark.parametrize(
    "given_as",
    [
        *(
            "",
            "yesterday",
            "07/08/2024",
            "07/08/2024 10:00",
            "07.08.2024",
            "2024",
            "2024-03",
            "10:30",
        ),
        *("2024-02-30", "2024-13-01", "2024-03-14T25:00Z", "1710454205", "٢٠٢٤-03-14", "1" * 9999),
    ],
)
def test_what_is_no_date_or_two_is_unknown(given_as: str) -> None:
    assert published_as(given_as) is None


@given(st.lists(st.sampled_from(PIECES), max_size=9).map("".join) | st.text(max_size=30))
def test_whatever_is_given_it_is_a_moment_or_unknown(given_as: str) -> None:
    kept = published_as(given_as)
    assert kept is None or is_moment(kept)


@given(
    st.datetimes(datetime(1500, 1, 1), datetime(2100, 12, 31, 23), timezones=st.timezones()).map(
        lambda moment: moment.isoformat()
    )
)
def test_what_is_kept_is_kept_again(given_as: str) -> None:
    kept = published_as(given_as)
    assert kept is not None
    assert published_as(kept) == kept
    assert kept[:10] == given_as[:10]


@pytest.mark.parametrize(
    "given_as",
    [
        "0001-01-01",
        "0001-01-01T00:00:00Z",
        "0001-01-01T00:00:00",
        "9999-12-31",
        "9999-12-31T23:59:59.999-12:00",
        "31 December 9999",
        "Fri, 31 Dec 9999 23:59:59 GMT",
        "2101-01-01",
        "1499-12-31",
        "1 Jan 0001 00:00:00",
    ],
)
def test_a_date_in_a_year_that_no_report_is_of_is_unknown(given_as: str) -> None:
    assert published_as(given_as) is None
    assert is_outside_plausible_years(given_as)


@pytest.mark.parametrize("given_as", ["", "soon", "2024-03-14", "07/08/2024", "2100-12-31"])
def test_what_is_no_date_or_a_plausible_one_is_not_outside(given_as: str) -> None:
    assert not is_outside_plausible_years(given_as)


@pytest.mark.parametrize("offset", ["+99999999999999999999", "-2401", "+2400"])
def test_an_offset_of_more_than_a_day_is_no_error(offset: str) -> None:
    assert published_as(f"Thu, 14 Mar 2024 22:10:00 {offset}") in (None, "2024-03-14")
