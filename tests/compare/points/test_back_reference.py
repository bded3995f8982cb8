"""Claims that only point back."""

import pytest

from sayso.compare.points.back_reference import BackReference, find_back_reference
from sayso.compare.terms import terms_in
from sayso.text.words import words


@pytest.mark.parametrize(
    ("text", "owners", "untrue"),
    [
        ("these accusations", "", False),
        ("the report as baseless", "", True),
        ("the opposition's allegation", "opposition", False),
        ("General Brill's version", "General Brill", False),
        ("a convenient story", "", True),
        ("It is a lie from beginning to end", "", True),
        ("this", "", False),
    ],
)
def test_what_points_back(text: str, owners: str, untrue: bool) -> None:
    assert find_back_reference(words(text), True) == BackReference(terms_in(owners), untrue)


@pytest.mark.parametrize(
    "text",
    [
        "the report that the army had shelled the market",
        "its waste water was clean",
        "the dead were smugglers",
        "he had been at home",
    ],
)
def test_what_says_something_itself(text: str) -> None:
    assert find_back_reference(words(text), True) is None


def test_who_will_not_speak_means_what_was_said_before() -> None:
    assert find_back_reference(words("comment"), False) == BackReference(frozenset(), False)
    assert find_back_reference(words("the incident"), False) is not None
    assert find_back_reference(words("the incident"), True) is None
