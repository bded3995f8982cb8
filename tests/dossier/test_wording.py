"""The page's own words."""

from datetime import date
from enum import StrEnum

import pytest

from sayso.dossier import wording
from sayso.model.comparison import CopyKind, Side, State
from sayso.model.happening import Harm, Precision
from sayso.model.speech import ActorType, Kind, Speech, Stance


@pytest.mark.parametrize(
    ("words", "values"),
    [
        (wording.STANCES, Stance),
        (wording.KINDS, Kind),
        (wording.SPEECHES, Speech),
        (wording.ACTORS, ActorType),
        (wording.SIDES, Side),
        (wording.STATES, State),
        (wording.PRECISIONS, Precision),
        (wording.COPIES, CopyKind),
    ],
)
def test_every_value_has_its_words(words: dict[str, object], values: type[StrEnum]) -> None:
    assert set(words) == set(values)
    assert all(words.values())


def test_no_word_for_how_a_point_stands_is_a_verdict() -> None:
    for word in (*wording.STATES.values(), *wording.SIDES.values()):
        assert word.lower() not in {"true", "false", "confirmed", "refuted", "proven", "verified"}


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
    assert wording.days(first, last) == words


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
    assert wording.published(stamp) == words


def test_a_share_is_as_exact_as_it_was_given() -> None:
    assert [wording.share(part) for part in (0.2479, 0.314, 0.5, 1.0, 0.0)] == [
        "24.79 %",
        "31.4 %",
        "50 %",
        "100 %",
        "0 %",
    ]


def test_names_of_rules_and_kinds() -> None:
    assert wording.policy("ucdp") == "UCDP"
    assert wording.policy("our_own") == "our_own"
    assert wording.kind("attack/air_strike") == "attack, air strike"
    assert wording.harm(None) == "counted"
    assert wording.harm(Harm.KILLED) == "killed"
