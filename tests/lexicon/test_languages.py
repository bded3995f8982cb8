"""The languages that a report is tried against."""

from collections.abc import Iterator
from typing import Any

import pytest

from sayso.errors import BrokenLexicon
from sayso.lexicon import languages as of
from tests.lexicon.tables import Say, saying


@pytest.fixture
def says(monkeypatch: pytest.MonkeyPatch) -> Iterator[Say]:
    """Let a table say something else."""
    yield from saying(monkeypatch, of)


def test_the_table_is_understood() -> None:
    known = of.language_names()
    assert known["en"] == "English"
    assert len(set(known.values())) == len(known) > 50


@pytest.mark.parametrize(
    ("names", "complaint"),
    [
        (None, "no table of names that holds en"),
        ({}, "no table of names that holds en"),
        ({"de": "German"}, "no table of names that holds en"),
        ("en", "no table of names that holds en"),
        ({"en": "English", "deu": "German"}, r"names\.deu"),
        ({"en": "English", "DE": "German"}, r"names\.DE"),
        ({"en": "English", "de": ""}, r"names\.de"),
        ({"en": "English", "de": 3}, r"names\.de"),
    ],
)
def test_a_table_that_makes_no_sense(says: Say, names: Any, complaint: str) -> None:
    says("languages", {"names": names})
    with pytest.raises(BrokenLexicon, match=rf"^languages\.toml: .*{complaint}"):
        of.language_names()
