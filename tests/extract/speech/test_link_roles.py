"""Which sources and contents go to which cue, with scores made by hand."""

from collections.abc import Sequence

import pytest

from sayso.extract.speech.link_features import TextLayout
from sayso.extract.speech.link_roles import link_cues, link_logprobs
from tests.extract.speech.marked import tagged_text

Marked = Sequence[tuple[str, str]]


def linked(
    text: str, marked: Marked, scores: Sequence[Sequence[float]] | None = None
) -> list[tuple[str | None, str, list[str]]]:
    links = link_cues(text, tagged_text(text, marked, scores))
    return [
        (
            text[link.source.start : link.source.end] if link.source else None,
            text[link.cue.start : link.cue.end],
            [text[span.start : span.end] for span in link.contents],
        )
        for link in links
    ]


TWO = "Orel said that the dam held. The mayor denied that it had."
MARKED_TWO = [
    ("source", "Orel"),
    ("cue", "said"),
    ("content", "that the dam held"),
    ("source", "The mayor"),
    ("cue", "denied"),
    ("content", "that it had"),
]


def test_each_cue_gets_its_own_source_and_content() -> None:
    assert linked(TWO, MARKED_TWO) == [
        ("Orel", "said", ["that the dam held"]),
        ("The mayor", "denied", ["that it had"]),
    ]


def test_a_second_cue_of_a_sentence_takes_the_source_of_the_first() -> None:
    text = "Orel said that the dam held, adding that it was new."
    marked = [
        ("source", "Orel"),
        ("cue", "said"),
        ("content", "that the dam held"),
        ("cue", "adding"),
        ("content", "that it was new"),
    ]
    assert [source for source, _, _ in linked(text, marked)] == ["Orel", "Orel"]


def test_a_cue_of_another_sentence_does_not() -> None:
    text = "Orel said that the dam held. It was added that it was new."
    marked = [
        ("source", "Orel"),
        ("cue", "said"),
        ("content", "that the dam held"),
        ("cue", "was added"),
        ("content", "that it was new"),
    ]
    assert [source for source, _, _ in linked(text, marked)] == ["Orel", None]


def test_a_cue_without_a_content_is_left_out() -> None:
    assert linked("Orel said. He left.", [("source", "Orel"), ("cue", "said")]) == []
    assert linked("It rained.", []) == []


def test_who_is_spoken_of_is_rejected_as_a_source() -> None:
    text = "Orel is expected to go."
    marked = [("source", "Orel"), ("cue", "is expected"), ("content", "to go")]
    (link,) = link_cues(text, tagged_text(text, marked))
    assert link.source is None
    assert link.source_rejected


def test_pieces_of_a_content_on_both_sides_of_the_cue_are_two() -> None:
    text = "“The dam,” Orel said, “held all night.”"
    marked = [
        ("content", "“The dam,”"),
        ("source", "Orel"),
        ("cue", "said"),
        ("content", "“held all night.”"),
    ]
    assert linked(text, marked) == [("Orel", "said", ["“The dam,”", "“held all night.”"])]


def test_a_content_of_another_sentence_is_left_out() -> None:
    text = "Orel said that the dam held. It was new.\n\nThe lake was full."
    contents = [("content", "that the dam held"), ("content", "It was new")]
    last = ("content", "The lake was full")
    marked = [("source", "Orel"), ("cue", "said")]
    assert linked(text, [*marked, *contents]) == [("Orel", "said", ["that the dam held"])]
    assert linked(text, [*marked, last]) == []


def test_a_single_cue_is_certain_and_several_share_the_probability() -> None:
    layout = TextLayout(TWO)
    alone = link_logprobs(layout, tagged_text(TWO, MARKED_TWO[:3]), "content")
    assert alone == {2: {1: 0.0}}
    shared = link_logprobs(layout, tagged_text(TWO, MARKED_TWO), "content")
    for by_cue in shared.values():
        assert sum(2.718281828459045**logprob for logprob in by_cue.values()) == pytest.approx(1)
    assert shared[2][1] > shared[2][4]
