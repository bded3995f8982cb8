"""The sentences in which a page speaks of itself."""

from collections.abc import Iterator
from typing import Any

import pytest

from sayso.errors import BrokenLexicon
from sayso.lexicon import notices as of
from tests.lexicon.tables import Say, saying


@pytest.fixture
def says(monkeypatch: pytest.MonkeyPatch) -> Iterator[Say]:
    """Let a table say something else."""
    yield from saying(monkeypatch, of)


def test_the_table_is_understood() -> None:
    known = of.page_notices()
    assert all((known.left, known.read, known.withheld, known.prompt))
    assert all("share" in pattern.groupindex for pattern in (*known.left, *known.read))


def test_a_sentence_with_its_slots(says: Say) -> None:
    says("notices", {"left": ["{share} to go(,)? in {number} minutes"]})
    (pattern,) = of.page_notices().left
    found = pattern.fullmatch("24.79% to go in ten minutes")
    assert found is not None
    assert found["share"] == "24.79"
    assert pattern.fullmatch("2479% to go in ten minutes") is None


@pytest.mark.parametrize(
    ("kind", "template"),
    [
        ("left", "there is more"),
        ("read", "you read it"),
        ("withheld", "{share} is withheld"),
        ("prompt", "read {share}"),
        ("prompt", "sign in {where}"),
        ("prompt", "(sign)* in"),
        ("prompt", "sign+ in"),
        ("prompt", "sign .in"),
        ("prompt", "Sign in"),
        ("prompt", "sign (in"),
        ("prompt", "sign\\d"),
        ("prompt", "?"),
    ],
)
def test_a_sentence_that_is_not_allowed(says: Say, kind: str, template: str) -> None:
    says("notices", {kind: [template]})
    with pytest.raises(BrokenLexicon, match=rf"^notices\.toml: {kind}"):
        of.page_notices()


@pytest.mark.parametrize("sentences", ["sign in", [3], [""], {}])
def test_what_is_no_list_of_sentences(says: Say, sentences: Any) -> None:
    says("notices", {"prompt": sentences})
    with pytest.raises(BrokenLexicon, match=r"^notices\.toml: prompt"):
        of.page_notices()
