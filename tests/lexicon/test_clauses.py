"""Words that show a clause."""

import pytest

from sayso.lexicon.clauses import clause_words


@pytest.mark.parametrize("word", ["was", "won't", "she's", "they've", "i'd"])
def test_finite(word: str) -> None:
    assert clause_words().is_finite(word)


@pytest.mark.parametrize("word", ["mayor's", "bridge", "going", "d'etat", "'s", ""])
def test_not_finite(word: str) -> None:
    assert not clause_words().is_finite(word)


def test_lists_are_in_lower_case() -> None:
    lexicon = clause_words()
    for listed in (lexicon.finite, lexicon.first, lexicon.second, lexicon.pronouns):
        assert listed == {word.lower() for word in listed}
