"""Kinds of events and the words that trigger them."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.errors import BrokenLexicon
from sayso.lexicon import events as of
from sayso.lexicon import load
from sayso.lexicon.places import place_context_words
from sayso.lexicon.tenses import tense_words
from tests.lexicon.tables import Say, saying


@pytest.fixture
def says(monkeypatch: pytest.MonkeyPatch) -> Iterator[Say]:
    """Let a table say something else."""
    yield from saying(monkeypatch, of)


def test_the_kinds_of_the_two_files_are_told_apart() -> None:
    known = of.event_words()
    assert {"statement", "trade", "other"} <= known.ordinary
    assert known.ordinary.isdisjoint(load.table("events"))


def test_a_form_that_is_a_noun_as_well_has_both() -> None:
    both = [one for one in of.event_words().triggers["plans"] if one.phrase == ("plans",)]
    assert {one.form is None for one in both} == {True, False}


def test_found_is_of_find_rather_than_of_what_is_founded() -> None:
    found = [one for one in of.event_words().triggers["found"] if one.phrase == ("found",)]
    assert {one.kind for one in found if one.form is not None} == {"finding"}


@pytest.mark.parametrize(
    "entry",
    [
        {"plover": "none", "acled": "none", "verbs": [], "nouns": [], "weight": 2},
        {"plover": "none", "verbs": [], "nouns": []},
        {"plover": "none", "acled": "none", "verbs": "run", "nouns": []},
        {"plover": "none", "acled": "none", "harm": "sad", "verbs": [], "nouns": []},
        "battle",
    ],
)
def test_a_kind_that_makes_no_sense(says: Say, entry: object) -> None:
    says("events", {"battle": entry})
    with pytest.raises(BrokenLexicon, match=r"(events|ordinary)\.toml"):
        of.event_words()


def test_the_documents_name_every_kind_with_its_nearest_kinds() -> None:
    told = (Path(__file__).parents[2] / "docs/events.md").read_text("utf-8")
    for name in of.FILES:
        for kind, entry in load.table(name).items():
            if kind != of.WORDS:
                assert f"| `{kind}` | {entry['plover']} | {entry['acled']} |" in told


def test_no_word_around_a_verb_is_two_things() -> None:
    known = tense_words()
    assert known.helpers["will"] == "ahead"
    assert "that" in known.clauses
    assert "near" in place_context_words().here
