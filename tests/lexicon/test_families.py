"""Kinds of happenings that may be one, and words of places."""

from collections.abc import Iterator

import pytest

from sayso.errors import BrokenLexicon
from sayso.lexicon import families as of
from sayso.lexicon import load
from tests.lexicon.tables import Say, saying


@pytest.fixture
def says(monkeypatch: pytest.MonkeyPatch) -> Iterator[Say]:
    """Let a table say something else."""
    yield from saying(monkeypatch, of)


def test_a_kind_in_two_families(says: Say) -> None:
    family = {"kinds": ["battle"], "vague": [], "harmful": True}
    says("families", {"families": {"war": family, "fights": family}})
    with pytest.raises(BrokenLexicon, match="'battle' is in war and in fights"):
        of.event_families()


def test_kinds_of_families_are_kinds_of_events() -> None:
    assert of.event_families().of_kind.keys() <= set(load.table("events"))


def test_a_kind_below_a_kind_has_its_family() -> None:
    known = of.event_families()
    assert known.family("attack/shelling") == known.family("battle") == "violence"
    assert known.family("election") == "election"


@pytest.mark.parametrize(
    "family",
    [
        {"kinds": ["battle"], "vague": []},
        {"kinds": ["battle"], "vague": ["raid"], "harmful": True},
        {"kinds": "battle", "vague": [], "harmful": True},
    ],
)
def test_a_family_that_makes_no_sense(says: Say, family: dict[str, object]) -> None:
    says("families", {"families": {"war": family}})
    with pytest.raises(BrokenLexicon, match=r"families\.toml"):
        of.event_families()


def test_words_of_places(says: Say) -> None:
    assert of.place_words().sides["northern"] == "north"
    assert "night" in of.night_words()
    says("families", {"places": {"generic": [], "wide": [], "lands": [], "sides": ["north"]}})
    with pytest.raises(BrokenLexicon, match=r"places\.sides"):
        of.place_words()
