"""The words and numbers of the policies, of victims and of families of happenings."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from sayso.compare.policies import POLICIES
from sayso.errors import BrokenLexicon
from sayso.lexicon import families as families_of
from sayso.lexicon import load, policies
from sayso.lexicon import victims as victims_of
from sayso.lexicon.numbers import number_words

CACHED: list[Any] = [
    policies.vague_bounds,
    policies.background,
    victims_of.victims,
    victims_of.sides,
    families_of.families,
    families_of.place_words,
]


@pytest.fixture
def says(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str, dict[str, Any]], None]]:
    """Let a table say something else."""

    def say(name: str, changed: dict[str, Any]) -> None:
        given = {**load.table(name), **changed}
        for module in (load, policies, victims_of, families_of):
            monkeypatch.setattr(module, "table", lambda _: given)
        _forget()

    yield say
    monkeypatch.undo()
    _forget()


def _forget() -> None:
    for one in CACHED:
        one.cache_clear()


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
def test_bounds_that_are_none(says: Callable[..., None], bounds: object) -> None:
    says("policies", {"ucdp": {"words": {"dozens": bounds}}})
    with pytest.raises(BrokenLexicon, match=r"ucdp\.words\.dozens"):
        policies.vague_bounds("ucdp")


def test_a_policy_without_words(says: Callable[..., None]) -> None:
    says("policies", {"ucdp": {}})
    with pytest.raises(BrokenLexicon, match="ucdp"):
        policies.vague_bounds("ucdp")


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
def test_a_kind_of_victim_that_makes_no_sense(
    says: Callable[..., None], kind: dict[str, Any]
) -> None:
    says("victims", {"kinds": [*load.table("victims")["kinds"], kind]})
    with pytest.raises(BrokenLexicon, match=r"victims\.toml"):
        victims_of.victims()


def test_a_side_whose_enemy_is_nobody(says: Callable[..., None]) -> None:
    says("victims", {"sides": {"state": {"speakers": ["army"], "final": [], "enemies": ["moon"]}}})
    with pytest.raises(BrokenLexicon, match="an enemy of state"):
        victims_of.sides()


def test_a_kind_in_two_families(says: Callable[..., None]) -> None:
    family = {"kinds": ["battle"], "vague": [], "harmful": True}
    says("families", {"families": {"war": family, "fights": family}})
    with pytest.raises(BrokenLexicon, match="'battle' is in war and in fights"):
        families_of.families()


def test_kinds_of_families_are_kinds_of_events() -> None:
    assert families_of.families().of_kind.keys() - {"accident", "disaster"} <= set(
        load.table("events")
    )


def test_a_kind_below_a_kind_has_its_family() -> None:
    known = families_of.families()
    assert known.family("attack/shelling") == known.family("battle") == "violence"
    assert known.family("election") == "election"
