"""The small words and marks, and the references to them."""

from collections.abc import Iterator

import pytest

from sayso.errors import BrokenLexicon
from sayso.lexicon import grammar as module
from sayso.lexicon.grammar import grammar
from tests.lexicon.tables import Say, saying


@pytest.fixture
def say(monkeypatch: pytest.MonkeyPatch) -> Iterator[Say]:
    yield from saying(monkeypatch, module)


def test_wider_classes_hold_the_narrower_ones() -> None:
    known = grammar()
    assert known.pronouns_people < known.pronouns_subject
    assert known.possessives_third < known.possessives_unaddressed < known.possessives_all
    assert known.negations_plain < known.negations_all
    assert known.auxiliaries_be_finite < known.auxiliaries_be


def test_what_is_shortened_stands_with_both_apostrophes() -> None:
    known = grammar()
    for words in (known.shortened_past, known.shortened_present, known.shortened_modal):
        assert {word.replace("'", "’") for word in words} == {word for word in words if "’" in word}


def test_a_list_that_nothing_reads(say: Say) -> None:
    say("grammar", {"interjections": ["oh"]})
    with pytest.raises(BrokenLexicon, match=r"^grammar\.toml: nothing reads interjections$"):
        grammar()


def test_an_entry_of_two_words(say: Say) -> None:
    say("grammar", {"articles": ["the", "a few"]})
    with pytest.raises(BrokenLexicon, match=r"^grammar\.toml: articles: 'a few' is not one word$"):
        grammar()
