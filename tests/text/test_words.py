"""A text as words, figures and marks."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.text.words import lower_at, two_words_at, words
from tests.costs import check_linear


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", []),
        ("Some 1,200 men.", ["some", "1,200", "men", "."]),
        ("At 3.30, he left", ["at", "3.30", ",", "he", "left"]),
        ("In 2019.", ["in", "2019", "."]),
        ("12...", ["12", ".", ".", "."]),
        ("Mali's men don’t", ["mali's", "men", "don’t"]),
        ("the rebels' camp", ["the", "rebels", "'", "camp"]),
        ("a T-72", ["a", "t", "-", "72"]),
        ("the 3rd", ["the", "3", "rd"]),
        ("snake_case", ["snake", "_", "case"]),
        ("“Go!”", ["“", "go", "!", "”"]),
        ("Jošt Oulé", ["jošt", "oulé"]),
        ("🚢 sank", ["🚢", "sank"]),
    ],
)
def test_words_figures_and_marks(text: str, found: list[str]) -> None:
    assert [word.lower for word in words(text)] == found


def test_a_part_of_the_text_alone() -> None:
    text = "One two three"
    assert [(word.start, word.lower) for word in words(text, 4, 7)] == [(4, "two")]
    assert [word.lower for word in words("at 3.30", 3, 5)] == ["3", "."]
    assert [word.lower for word in words("at 3.30", 0, 7)] == ["at", "3.30"]


def test_the_word_at_a_place_without_its_s() -> None:
    found = words("Mali’s army")
    assert [lower_at(found, at) for at in (-1, 0, 1, 2)] == ["", "mali", "army", ""]


@given(st.text(max_size=80) | st.text(alphabet="a1.,'’_- é", max_size=40))
def test_words_stand_verbatim_and_hold_every_letter(text: str) -> None:
    found = words(text)
    assert all(text[word.start : word.end].lower() == word.lower for word in found)
    assert all(one.start < one.end <= other.start for one, other in pairwise(found))
    inside = {place for word in found for place in range(word.start, word.end)}
    assert all(place in inside for place, letter in enumerate(text) if letter.isalnum())


def test_one_word_without_end_takes_work_in_proportion() -> None:
    check_linear(words, ["a", "1", "1,", "a'", ".", "_", "a-", "é"])


def test_two_words_are_read_without_possessive_and_empty_outside_the_list() -> None:
    tokens = words("Mali's war ended")
    assert two_words_at(tokens, 0) == "mali war"
    assert two_words_at(tokens, 2) == "ended "
    assert two_words_at(tokens, -1) == " mali"
