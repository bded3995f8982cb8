"""Words that show a clause."""

import pytest

from sayso.errors import BrokenLexicon
from sayso.lexicon import clauses
from sayso.lexicon.clauses import clause_words
from tests.lexicon.tables import saying


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


def test_shortened_words_have_straight_apostrophes() -> None:
    lexicon = clause_words()
    assert lexicon.shortened_verbs["'s"] == "is"
    for shortened in (*lexicon.shortened_verbs, *lexicon.shortened_negations):
        assert "'" in shortened


def test_a_shortened_word_without_its_whole_form_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for say in saying(monkeypatch, clauses):
        say("clauses", {"shortened": {"subjects": ["it"], "verbs": {"'s": 1}, "negations": {}}})
        with pytest.raises(BrokenLexicon, match=r"shortened\.verbs"):
            clause_words()
