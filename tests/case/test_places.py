"""Places, as a person gives them."""

import pytest

from sayso.case.places import place_of, places_of
from sayso.errors import WrongDecision
from sayso.model.text import Document

TEXT = "The mayor said the bridge\nwas empty. The bridge was not. (a.b) é😀 end"
DOCUMENT = Document("a.txt", TEXT)


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ("4:9", ["mayor"]),
        ("4:9, 19:25", ["mayor", "bridge"]),
        ("bridge was empty", ["bridge\nwas empty"]),
        ("(a.b)", ["(a.b)"]),
        ("é😀 end", ["é😀 end"]),
    ],
)
def test_numbers_and_words_are_places(given: str, wanted: list[str]) -> None:
    assert [TEXT[first:last] for first, last in places_of(given, DOCUMENT)] == wanted


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ("", "does not stand"),
        ("the mayor", "does not stand"),
        ("a.b.", "does not stand"),
        ("bridge", "stands in 2 places of a.txt. Give more words, or one of them: 19:25, 41:47"),
    ],
)
def test_what_is_nowhere_or_in_several_places_is_turned_down(given: str, why: str) -> None:
    with pytest.raises(WrongDecision, match=why):
        places_of(given, DOCUMENT)


def test_one_place_is_not_two() -> None:
    assert place_of("4:9", DOCUMENT) == [4, 9]
    with pytest.raises(WrongDecision, match="is not one place"):
        place_of("4:9,19:25", DOCUMENT)
