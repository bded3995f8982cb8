"""Words of harm, and the small words around those harmed."""

import pytest

from sayso.errors import BrokenLexicon
from sayso.lexicon import harms
from sayso.lexicon.harms import harm_words
from sayso.lexicon.load import table
from tests.lexicon.tables import saying


def test_phrases_around_harm_are_words_in_order() -> None:
    assert ("along", "with") in harm_words().around.together
    assert ("number", "of") in harm_words().leading_up


def test_endings_serve_endswith() -> None:
    around = harm_words().around
    assert "policewoman".endswith(around.person)
    assert not "soldiers".endswith((*around.person, *around.trade))


def test_a_list_around_harm_that_no_rule_reads_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for say in saying(monkeypatch, harms):
        say("harms", {"around": {**table("harms")["around"], "beyond": ["far"]}})
        with pytest.raises(BrokenLexicon, match=r"around\.beyond"):
            harm_words()


def test_two_words_where_one_is_read_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    for say in saying(monkeypatch, harms):
        say("harms", {"around": {**table("harms")["around"], "share": ["most of"]}})
        with pytest.raises(BrokenLexicon, match=r"around\.share"):
            harm_words()
