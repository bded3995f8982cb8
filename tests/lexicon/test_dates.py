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
