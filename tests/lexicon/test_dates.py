"""Words of the calendar."""

from collections.abc import Iterator

import pytest

from sayso.errors import BrokenLexicon
from sayso.lexicon import dates as of
from tests.lexicon.tables import Say, saying


@pytest.fixture
def says(monkeypatch: pytest.MonkeyPatch) -> Iterator[Say]:
    """Let a table say something else."""
    yield from saying(monkeypatch, of)


def test_named_days_have_a_month_and_a_day_and_some_their_year() -> None:
    feasts = of.date_words().feasts
    assert feasts["christmas", "day"] == (None, 12, 25)
    assert feasts["september", "11", "attacks"] == (2001, 9, 11)


@pytest.mark.parametrize("day", ["13-01", "02-30", "christmas", "12-25-1-1", 1225])
def test_a_named_day_that_is_none(says: Say, day: object) -> None:
    says("dates", {"feasts": {"midsummer": day}})
    with pytest.raises(BrokenLexicon, match=r"feasts\.midsummer"):
        of.date_words()


@pytest.mark.parametrize("key", ["parts", "shares", "units", "directions"])
def test_a_word_that_means_nothing_known(says: Say, key: str) -> None:
    says("dates", {key: {"soon": "sometime"}})
    with pytest.raises(BrokenLexicon, match=rf"{key}\.soon is 'sometime'"):
        of.date_words()


@pytest.mark.parametrize("unit", ["night", "past weekend"])
def test_a_unit_that_no_word_of_the_table_may_mean(says: Say, unit: str) -> None:
    says("dates", {"units": {"evening": unit}})
    with pytest.raises(BrokenLexicon, match=r"units\.evening"):
        of.date_words()


def test_words_mean_units_directions_and_parts() -> None:
    known = of.date_words()
    assert known.units["fortnights"] is of.TimeUnit.FORTNIGHT
    assert known.directions["previously"] is of.Direction.BEFORE
    assert known.parts["middle"] is of.PartOfTime.MID


def test_names_that_are_cut_are_names_of_the_calendar() -> None:
    known = of.date_words()
    assert known.short_months < known.months.keys()
    assert known.short_weekdays < known.weekdays.keys()
    assert {phrase.split()[1] for phrase in known.days_beside} <= known.directions.keys()
    assert known.before_event <= known.directions.keys()


def test_a_list_that_nothing_reads(says: Say) -> None:
    says("dates", {"beside": ["soon"]})
    with pytest.raises(BrokenLexicon, match=r"^dates\.toml: nothing reads beside$"):
        of.date_words()
