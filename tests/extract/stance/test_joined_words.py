"""Words with straight apostrophes, hyphenated words in one."""

from hypothesis import given
from hypothesis import strategies as st

from sayso.extract.stance.joined_words import join_hyphenated, joined_words
from sayso.text.prepared import PreparedText
from sayso.text.words import words


def lower(text: str) -> list[str]:
    return [word.lower for word in joined_words(text, 0, len(text))]


def test_hyphens_join_what_they_touch() -> None:
    assert lower("The co-author of a well-to-do house") == [
        "the", "co-author", "of", "a", "well-to-do", "house",
    ]  # fmt: skip
    assert lower("a - b") == ["a", "-", "b"]
    assert lower("a -b") == ["a", "-", "b"]


def test_apostrophes_are_straight() -> None:
    assert lower("They didn’t") == ["they", "didn't"]


@given(st.text(alphabet="ab’'- .,3\n", max_size=40), st.integers(0, 40), st.integers(0, 40))
def test_a_part_of_a_prepared_text_has_the_words_of_that_part(
    text: str, start: int, end: int
) -> None:
    start, end = min(start, len(text)), min(end, len(text))
    expected = join_hyphenated(words(text, start, end))
    assert joined_words(PreparedText(text), start, end) == expected
    assert joined_words(text, start, end) == expected
