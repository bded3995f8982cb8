"""Lists of the lexicon as they are looked up."""

from collections.abc import Iterator

import pytest

from sayso.errors import BrokenLexicon
from sayso.lexicon import phrases as of
from sayso.lexicon.basis import basis_words
from sayso.lexicon.phrases import phrase_length_at, phrases_by_first_word, single_words
from tests.lexicon.tables import Say, saying


@pytest.fixture
def says(monkeypatch: pytest.MonkeyPatch) -> Iterator[Say]:
    """Let a table say something else."""
    yield from saying(monkeypatch, of)


def test_phrases_are_filed_by_their_first_word_longest_first(says: Say) -> None:
    says("basis", {"leads": {"words": ["citing", "based on", "citing only"]}})
    filed = phrases_by_first_word("basis", "leads", "words")
    assert filed == {"citing": [("citing", "only"), ("citing",)], "based": [("based", "on")]}
    assert phrase_length_at(filed, ["citing", "only", "one"], 0) == 2
    assert phrase_length_at(filed, ["only", "citing"], 0) == 0


def test_a_single_word_has_no_space_in_it(says: Say) -> None:
    says("basis", {"video": {"nouns": ["footage", "video clip"]}})
    with pytest.raises(BrokenLexicon, match="'video clip' is not one word"):
        single_words("basis", "video", "nouns")


def test_the_words_of_how_a_speaker_knows_are_understood() -> None:
    found = basis_words()
    assert "footage" in found.lists["video.nouns"]
    assert ("seen", "by") in found.phrases["leads.access"]["seen"]
