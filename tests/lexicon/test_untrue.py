"""Words for what is not so: each stands once, under whoever reads it."""

from collections.abc import Iterator

import pytest

from sayso.errors import BrokenLexicon
from sayso.lexicon import untrue as module
from sayso.lexicon.cues import cue_words
from sayso.lexicon.points import point_words
from sayso.lexicon.untrue import untrue_words
from tests.lexicon.tables import Say, saying


@pytest.fixture
def say(monkeypatch: pytest.MonkeyPatch) -> Iterator[Say]:
    yield from saying(monkeypatch, module)


def test_statements_and_claims_share_words_and_have_their_own() -> None:
    known = untrue_words()
    assert ("fabricated",) in known.rejecting["untrue"]["fabricated"]
    assert "fabricated" in known.compared
    assert ("not", "true") in known.rejecting["untrue"]["not"]
    assert "dubious" in known.compared
    assert not any("dubious" in filed for filed in known.rejecting.values())


def test_both_readers_take_them_from_here() -> None:
    assert point_words().untrue == untrue_words().compared
    assert cue_words().phrases["rejected.flat"] == untrue_words().rejecting["flat"]


def test_a_list_that_nothing_reads(say: Say) -> None:
    say("untrue", {"doubted": ["so-called"]})
    with pytest.raises(BrokenLexicon, match=r"^untrue\.toml: nothing reads doubted$"):
        untrue_words()
