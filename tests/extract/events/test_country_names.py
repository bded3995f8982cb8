"""Names of countries in running text."""

from sayso.extract.events.country_names import country_end, most_words
from sayso.text.words import words


def test_a_name_of_several_words_ends_behind_the_last() -> None:
    text = "In Burkina Faso's north"
    assert country_end(text, words(text), 1, 5) == 3


def test_a_name_of_one_word_or_without_a_capital_is_left_to_others() -> None:
    for text in ("In Mali today", "In burkina faso today", "In"):
        assert country_end(text, words(text), 1, 5) is None


def test_a_word_that_begins_no_longer_name_stands_alone() -> None:
    assert most_words("burkina") == 2
    assert most_words("orle") == 1
