"""The words of numbers."""

from collections.abc import Iterator
from typing import Any

import pytest

from sayso.errors import BrokenLexicon
from sayso.lexicon import numbers as of
from sayso.model.happening import Precision
from tests.lexicon.tables import Say, saying


@pytest.fixture
def says(monkeypatch: pytest.MonkeyPatch) -> Iterator[Say]:
    """Let a table say something else."""
    yield from saying(monkeypatch, of)


def test_the_table_is_understood() -> None:
    known = of.number_words()
    assert known.ones["eleven"] == 11
    assert known.tens["forty"] == 40
    assert known.scales["thousand"] == 1000


def test_phrases_are_filed_longest_first() -> None:
    known = of.number_words()
    for filed in (known.before, known.behind):
        for some in filed.values():
            lengths = [len(phrase) for phrase, _ in some]
            assert lengths == sorted(lengths, reverse=True)
    assert all(phrase[-1] == word for word, some in known.before.items() for phrase, _ in some)
    assert all(phrase[0] == word for word, some in known.behind.items() for phrase, _ in some)


def test_words_between_ages_in_words_stand_between_ages_in_digits_too() -> None:
    around = of.number_words().around
    assert around.between_ages_in_words < around.between_ages
    assert around.capital_labels < around.labels
    assert around.behind_digits <= of.number_words().groups.keys()


def test_a_qualifier_says_how_exact_a_number_is() -> None:
    assert (("at", "least"), Precision.AT_LEAST) in of.number_words().before["least"]


@pytest.mark.parametrize(
    ("changed", "complaint"),
    [
        ({"ones": None}, "ones"),
        ({"ones": {"one": "1"}}, "ones"),
        ({"tens": {"ten": True}}, "tens"),
        ({"scales": ["thousand"]}, "scales"),
        ({"groups": {"dozen": 12.0}}, "groups"),
        ({"qualifiers": {"nearly": ["almost"]}}, "qualifiers"),
        ({"qualifiers": 3}, "qualifiers"),
        ({"behind": {"at_least": "or more"}}, r"behind\.at_least"),
        ({"words": {}}, r"words\.vague"),
        ({"words": {"vague": ["many"]}}, r"words\.openers"),
        ({"words": {"beside": ["many"]}}, r"words\.beside"),
        ({"round": {"half a dozen": "6"}}, "round"),
    ],
)
def test_a_table_that_makes_no_sense(says: Say, changed: dict[str, Any], complaint: str) -> None:
    says("numbers", changed)
    with pytest.raises(BrokenLexicon, match=rf"^numbers\.toml: .*{complaint}"):
        of.number_words()
