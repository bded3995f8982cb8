"""Dates, shares and names as the page writes them."""

from datetime import date

import pytest

from sayso.dossier.written import (
    event_kind,
    harm_word,
    percentage,
    policy_name,
    written_days,
    written_moment,
)
from sayso.model.happening import Harm


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2031, 5, 4), date(2031, 5, 4), "4 May 2031"),
        (date(2031, 5, 4), date(2031, 5, 6), "4–6 May 2031"),
        (date(2031, 5, 30), date(2031, 6, 2), "30 May – 2 June 2031"),
        (date(2030, 12, 31), date(2031, 1, 1), "31 December 2030 – 1 January 2031"),
    ],
)
def test_days_say_nothing_twice(first: date, last: date, words: str) -> None:
    assert written_days(first, last) == words


@pytest.mark.parametrize(
    ("stamp", "words"),
    [
        (None, None),
        ("2031-05-04", "4 May 2031"),
        ("2031-05-04T22:10:00Z", "4 May 2031, 22:10 +00:00"),
        ("2031-05-04T22:10:00-05:00", "4 May 2031, 22:10 −05:00"),
        ("the day after", "the day after"),
    ],
)
def test_a_date_keeps_the_zone_that_it_was_given_in(stamp: str | None, words: str | None) -> None:
    assert written_moment(stamp) == words


def test_a_share_is_as_exact_as_it_was_given() -> None:
    assert [percentage(part) for part in (0.2479, 0.314, 0.5, 1.0, 0.0)] == [
        "24.79 %",
        "31.4 %",
        "50 %",
        "100 %",
        "0 %",
    ]


def test_names_of_rules_and_kinds() -> None:
    assert policy_name("ucdp") == "UCDP"
    assert policy_name("our_own") == "our_own"
    assert event_kind("attack/air_strike") == "attack, air strike"
    assert harm_word(None) == "counted"
    assert harm_word(Harm.KILLED) == "killed"
