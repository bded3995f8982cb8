"""The words and numbers of the policies."""

from collections.abc import Iterator

import pytest

from sayso.compare.tolls.policies import POLICIES
from sayso.errors import BrokenLexicon
from sayso.lexicon import policies
from sayso.lexicon.numbers import number_words
from tests.lexicon.tables import Say, saying


@pytest.fixture
def says(monkeypatch: pytest.MonkeyPatch) -> Iterator[Say]:
    """Let a table say something else."""
    yield from saying(monkeypatch, policies)


def test_a_dozen_is_not_the_same_to_all() -> None:
    assert policies.vague_bounds("ucdp")["dozens",] == (24, 24)
    assert policies.vague_bounds("acled")["dozens",] == (12, 12)
    assert ("dozens",) not in policies.vague_bounds("airwars")


def test_every_policy_has_its_words_and_they_are_words_of_numbers() -> None:
    known = {phrase for some in number_words().vague.values() for phrase in some}
    for policy in POLICIES:
        assert policies.vague_bounds(policy).keys() <= known


def test_the_longest_phrase_comes_first() -> None:
    phrases = list(policies.vague_bounds("ucdp"))
    assert phrases.index(("tens", "of", "thousands")) < phrases.index(("thousands",))


@pytest.mark.parametrize("bounds", [[24], [24, "25"], [25, 24], [-1, 2], 24, [True, 2]])
def test_bounds_that_are_none(says: Say, bounds: object) -> None:
    says("policies", {"ucdp": {"words": {"dozens": bounds}}})
    with pytest.raises(BrokenLexicon, match=r"ucdp\.words\.dozens"):
        policies.vague_bounds("ucdp")


def test_a_policy_without_words(says: Say) -> None:
    says("policies", {"ucdp": {}})
    with pytest.raises(BrokenLexicon, match="ucdp"):
        policies.vague_bounds("ucdp")
