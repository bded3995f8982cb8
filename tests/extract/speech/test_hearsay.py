"""What is said by nobody in particular."""

import pytest

from sayso.extract.speech.hearsay import hearsay
from sayso.extract.speech.link_roles import link_cues
from tests.extract.speech.marked import tagged_text


def found(text: str) -> list[tuple[str, str]]:
    return [
        (text[link.cue.start : link.cue.end], text[link.contents[0].start : link.contents[0].end])
        for link in hearsay(text, [])
    ]


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("The mast is thought to be cracked.", "is thought", "to be cracked"),
        ("It was asked why.", "was asked", "why"),
        ("It emerged last night that nobody had paid.", "emerged", "that nobody had paid"),
        ("It was later noted that the gate was open.", "was later noted", "that the gate was open"),
    ],
)
def test_hearsay_is_found_by_its_words(text: str, cue: str, content: str) -> None:
    assert found(text) == [(cue, content)]


@pytest.mark.parametrize(
    "text",
    [
        "The mast was painted to look new.",
        "The clerk emerged that night.",
        "It was noted by the clerk that the gate was open.",
        "It was known.",
    ],
)
def test_other_sentences_are_none(text: str) -> None:
    assert found(text) == []


def test_what_an_attribution_says_is_left_to_it() -> None:
    text = "Orel said the mast is thought to be cracked."
    marked = [
        ("source", "Orel"),
        ("cue", "said"),
        ("content", "the mast is thought to be cracked"),
    ]
    assert not [*hearsay(text, link_cues(text, tagged_text(text, marked)))]
