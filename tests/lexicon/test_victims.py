"""Kinds of victims, and sides."""

from collections.abc import Iterator
from typing import Any

import pytest

from sayso.errors import BrokenLexicon
from sayso.lexicon import load
from sayso.lexicon import victims as of
from tests.lexicon.tables import Say, saying


@pytest.fixture
def says(monkeypatch: pytest.MonkeyPatch) -> Iterator[Say]:
    """Let a table say something else."""
    yield from saying(monkeypatch, of)


@pytest.mark.parametrize(
    "kind",
    [
        {"nouns": ["spy"]},
        {"name": "spies", "noun": ["spy"]},
        {"name": "spies", "nouns": "spy"},
        {"name": "spies", "within": "nobody"},
        {"name": "spies", "may_be": ["spies"]},
        {"name": "spies", "side": "neither"},
        {"name": "spies", "nouns": ["soldier"]},
    ],
)
def test_a_kind_of_victim_that_makes_no_sense(says: Say, kind: dict[str, Any]) -> None:
    says("victims", {"kinds": [*load.table("victims")["kinds"], kind]})
    with pytest.raises(BrokenLexicon, match=r"victims\.toml"):
        of.victim_words()


def test_a_side_whose_enemy_is_nobody(says: Say) -> None:
    says("victims", {"sides": {"state": {"speakers": ["army"], "final": [], "enemies": ["moon"]}}})
    with pytest.raises(BrokenLexicon, match="an enemy of state"):
        of.side_words()


def test_forms_of_a_noun_are_of_its_kind() -> None:
    known = of.victim_words().forms
    assert known["paramilitary"] == known["mercenaries"] == "mercenaries"
    assert known["servicemen"] == known["soldier"] == "soldiers"
