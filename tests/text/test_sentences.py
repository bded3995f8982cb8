"""Where sentences end."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.text.sentences import sentences


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Gen. A. Dorr left at 6 p.m. on Monday.",
        "The U.N. mission saw it at 2.40 a.m. on 12 March.",
        "“Why?” he was asked.",
        "Dr. Oskeld and Col. Ravik spoke.",
        "It fell by 3.5 percent.",
    ],
)
def test_one_sentence(text: str) -> None:
    assert cut(text) == [text]


def test_two_sentences() -> None:
    assert cut("He left. She stayed.") == ["He left.", "She stayed."]
    assert cut("“He left.” She stayed.") == ["“He left.”", "She stayed."]


def test_a_paragraph_ends_a_sentence() -> None:
    assert cut("A headline without a stop\n\nThe text.") == [
        "A headline without a stop",
        "The text.",
    ]


@given(st.text(max_size=80))
def test_every_letter_is_in_one_sentence(text: str) -> None:
    spans = sentences(text)
    assert all(end <= start for (_, end), (start, _) in itertools.pairwise(spans))
    inside = {place for start, end in spans for place in range(start, end)}
    assert all(place in inside for place, letter in enumerate(text) if letter.isalnum())
