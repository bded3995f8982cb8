"""Stems of triggers."""

import pytest

from sayso.lexicon.stems import word_stem


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("arrested", "arrest"),
        ("election", "elected"),
        ("agreement", "agreed"),
        ("earthquakes", "earthquake"),
        ("killing", "the killings"),
        ("fled", "flee"),
        ("crashes", "has crashed"),
        ("stopped", "stop"),
    ],
)
def test_forms_of_one_word_have_one_stem(one: str, other: str) -> None:
    assert word_stem(one) == word_stem(other)


@pytest.mark.parametrize(("one", "other"), [("quit", "quake"), ("...", "ran")])
def test_other_words_have_others(one: str, other: str) -> None:
    assert word_stem(one) != word_stem(other)


def test_what_is_no_word_is_its_own_stem() -> None:
    assert word_stem("7.1") == "7.1"
