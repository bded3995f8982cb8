"""Phrases by which nothing is said of a matter."""

from collections.abc import Iterator

import pytest

from sayso.errors import BrokenLexicon
from sayso.lexicon import no_comment as module
from sayso.lexicon.no_comment import no_comment
from tests.lexicon.tables import Say, saying


@pytest.fixture
def say(monkeypatch: pytest.MonkeyPatch) -> Iterator[Say]:
    yield from saying(monkeypatch, module)


def test_contents_and_claims_share_phrases_and_have_their_own() -> None:
    known = no_comment()
    assert ("no", "comment") in known.declining["no"]
    assert ("no", "comment") in known.leaving_open["no"]
    assert "my" in known.declining and "my" not in known.leaving_open
    assert "aware" in known.leaving_open and "aware" not in known.declining


def test_a_list_that_nothing_reads(say: Say) -> None:
    say("no_comment", {"evading": ["next question"]})
    with pytest.raises(BrokenLexicon, match=r"^no_comment\.toml: nothing reads evading$"):
        no_comment()
