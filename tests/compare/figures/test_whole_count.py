"""Whether a number counts all victims of one event."""

from datetime import date

import pytest

from sayso.compare.figures.whole_count import (
    counts_whole,
    figure_words,
    has_grown,
    introduces_event,
    is_of_earlier_day,
    places_beside,
)
from sayso.model.happening import Figure, Harm, Precision
from sayso.model.text import Document, Span


def marked(text: str, number: str = "35") -> tuple[Document, Figure, Span]:
    """A report of one sentence, its number, and the sentence."""
    start = text.index(number)
    span = Span(start, start + len(number))
    figure = Figure(span, 35, 35, Precision.EXACT, Harm.KILLED, None, None, None, None, False)
    return Document("a.txt", text, published="2031-05-04"), figure, Span(0, len(text))


@pytest.mark.parametrize(
    "text",
    [
        "The blast killed 35 people.",
        "The deaths of 35 people were confirmed.",
        "The clinic spoke of 35 dead.",
        "The blast killed 35 people and another 60 were hurt.",
        "35 of its men were killed.",
        "In all 35 others died.",
    ],
)
def test_it_does(text: str) -> None:
    assert counts_whole(*marked(text))


@pytest.mark.parametrize(
    "text",
    [
        "Another blast killed 35 people.",
        "Fresh strikes killed 35 people.",
        "The blast also killed 35 people.",
        "The gates saw 35 people killed each.",
        "Of the ninety, 35 died.",
        "The relatives of 35 people killed there wept.",
        "Among the injured, 35 are in danger.",
        "35 of the dead were children.",
        "35 of ninety were shot.",
        "35 people died in that trial.",
        "She counted 35 wounded; four more came later.",
        "35 people have died there since the truce ended.",
    ],
)
def test_it_does_not(text: str) -> None:
    assert not counts_whole(*marked(text))


def test_a_number_grew_where_the_report_says_so() -> None:
    assert has_grown(*marked("By noon the toll had risen to 35."))
    assert not has_grown(*marked("The blast came to kill 35."))


def test_an_event_named_for_the_first_time_is_behind_an_indefinite_article() -> None:
    assert introduces_event(*marked("He spoke of an attack on a convoy that claimed 35 lives."))
    assert not introduces_event(*marked("He spoke of the attack that claimed 35 lives."))


@pytest.mark.parametrize(
    ("text", "earlier"),
    [
        ("It was last hit in 2016, when 35 people died.", True),
        ("35 people died in 2016.", True),
        ("35 people died, the most since it opened in 2016.", False),
        ("35 people died on 3 May 2031.", False),
    ],
)
def test_a_time_before_the_day_counts_up_to_the_next_comma(text: str, earlier: bool) -> None:
    document, figure, sentence = marked(text)
    assert is_of_earlier_day(document, sentence, figure.span, date(2031, 5, 3)) is earlier


def test_places_are_names_behind_a_preposition_but_no_countries_or_days() -> None:
    text = "On Sunday 35 people died in Selm, near Orle in Mali, by Friday."
    document, _, sentence = marked(text)
    assert places_beside(document, sentence) == {"selm", "orle"}


def test_the_words_shown_are_on_one_line() -> None:
    document, figure, _ = marked("At  least\n35 died.", "At  least\n35")
    assert figure_words(document, figure) == "At least 35"
