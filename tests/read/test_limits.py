"""What a report says about itself has a limit, and each cut is a note."""

from dataclasses import replace
from typing import Any

import pytest

from sayso.model.text import Document
from sayso.read.limits import MAX_NAME_CHARACTERS, limited_document
from sayso.read.notes import Note

LONG = "bridge " * 200_000
PLAIN = Document("a.txt", "Yes.")


def limited(given: Document) -> tuple[Document, list[str]]:
    notes: list[Note] = []
    document = limited_document(given, "a.txt:3", notes.append)
    assert {note.name for note in notes} <= {"a.txt:3"}
    return document, [note.what for note in notes]


@pytest.mark.parametrize(("key", "limit"), [("title", 500), ("outlet", 200), ("byline", 500)])
@pytest.mark.parametrize("long", [LONG, "x" * 1_400_000])
def test_a_long_value_is_cut(key: str, limit: int, long: str) -> None:
    given: dict[str, Any] = {key: long}
    document, notes = limited(replace(PLAIN, **given))
    cut = getattr(document, key)
    assert limit - len("bridge ") <= len(cut) <= limit
    assert cut.endswith("…")
    assert long.startswith(cut[:-1])
    assert notes == [f"its {key} is longer than {limit} characters, so it was cut"]


def test_a_long_address_is_unknown() -> None:
    document, notes = limited(replace(PLAIN, url="https://tarn.example/" + LONG))
    assert document.url is None
    assert notes == ["its url is longer than 2,000 characters, so it was left out"]


def test_a_long_name_is_cut() -> None:
    document, (note,) = limited(replace(PLAIN, name=LONG))
    assert len(document.name) <= MAX_NAME_CHARACTERS
    assert "its name is longer" in note


@pytest.mark.parametrize("blank", ["\u200b", " ", "\u3164" * 2_000])
def test_a_value_that_shows_nothing_is_none(blank: str) -> None:
    document, notes = limited(Document("a.txt", "Yes.", blank, blank, blank, blank))
    assert (document.title, document.outlet, document.byline, document.url) == (None,) * 4
    assert not notes


def test_other_values_stay() -> None:
    given = Document("a.txt", "Yes.", "x" * 500, "Tarn \u200bHerald", "?", "http://a")
    assert limited(given) == (given, [])
