"""Whose words a heading has by its form, and who ends or opens a short sentence with a verb."""

from collections.abc import Sequence

import pytest

from sayso.extract.speech.headings import with_headings
from sayso.extract.speech.link_roles import LinkedCue, link_cues
from sayso.extract.speech.short_sentences import short_sentence_links
from tests.extract.speech.marked import tagged_text


def shown(text: str, links: Sequence[LinkedCue]) -> list[tuple[str, str]]:
    return [
        (text[link.source.start : link.source.end], text[slice(content.start, content.end)])
        for link in links
        if link.source is not None
        for content in link.contents[:1]
    ]


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("Union: the mine is shut", "Union", "the mine is shut"),
        (
            "Ostland to leave the pact in May: minister",
            "minister",
            "Ostland to leave the pact in May",
        ),
        ("Guards slept at the gate - newspaper", "newspaper", "Guards slept at the gate"),
    ],
)
def test_a_heading_names_its_speaker(text: str, speaker: str, content: str) -> None:
    assert shown(text, with_headings(text, [])) == [(speaker, content)]


@pytest.mark.parametrize(
    "text",
    [
        "Live: the mine is shut",
        "Map: where the mine was shut",
        "Union: the mine",
        "The mine is shut - page two",
        "Union: the mine is shut.",
    ],
)
def test_other_headings_name_none(text: str) -> None:
    assert with_headings(text, []) == []


def test_a_link_without_a_source_gets_the_speaker_of_its_heading() -> None:
    text = "Union: the mine is shut"
    linked = link_cues(text, tagged_text(text, [("cue", ":"), ("content", "the mine is shut")]))
    assert shown(text, with_headings(text, linked)) == [("Union", "the mine is shut")]


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("I am well, says Orel", "Orel", "I am well"),
        ("Mules forget, a survey finds.", "a survey", "Mules forget"),
        ("Critics ask who pays", "Critics", "who pays"),
        ("The pier is shut; critics ask who pays", "critics", "who pays"),
    ],
)
def test_a_speaker_ends_a_sentence_or_opens_a_heading(
    text: str, speaker: str, content: str
) -> None:
    assert shown(text, [*short_sentence_links(text, [])]) == [(speaker, content)]


@pytest.mark.parametrize(
    "text",
    ["The pier is shut", "Critics ask who pays.", "He left, Orel stayed", "“I am well, says Orel”"],
)
def test_other_sentences_have_no_speaker(text: str) -> None:
    assert shown(text, [*short_sentence_links(text, [])]) == []


def test_a_verb_that_was_found_is_not_read_again() -> None:
    text = "I am well, says Orel"
    marked = [("content", "I am well"), ("cue", "says"), ("source", "Orel")]
    assert not [*short_sentence_links(text, link_cues(text, tagged_text(text, marked)))]
