"""Whole sentences that are said "according to" somebody."""

import re

import numpy as np
import pytest

from sayso.encoder.tagger import RoleSpan
from sayso.extract.speech.according_to import MAX_PHRASES_IN_SENTENCE, framed_sentences
from sayso.extract.speech.link_roles import LinkedCue
from tests.extract.speech.marked import with_scores


def contents(text: str, cue: str, source: str, held: bool = False) -> list[str]:
    start, first = text.index(cue), text.index(source)
    roles = [
        RoleSpan("cue", start, start + len(cue), 0.9),
        RoleSpan("source", first, first + len(source), 0.9),
    ]
    linked = framed_sentences(
        text,
        with_scores(roles, np.zeros((2, 1), dtype=np.float32)),
        [LinkedCue(roles[0])] if held else [],
    )
    return [text[link.contents[0].start : link.contents[0].end] for link in linked]


@pytest.mark.parametrize(
    ("text", "cue", "source", "wanted"),
    [
        (
            "According to the Echo, Mayor Orel said the bridge was shut.",
            "According to",
            "the Echo",
            "Mayor Orel said the bridge was shut",
        ),
        (
            "It rained. Two men, one of them a guard, were held, according to aides. She left.",
            "according to",
            "aides",
            "Two men, one of them a guard, were held",
        ),
    ],
)
def test_the_rest_of_the_sentence_is_the_content(
    text: str, cue: str, source: str, wanted: str
) -> None:
    assert contents(text, cue, source) == [wanted]


@pytest.mark.parametrize(
    ("text", "cue", "source"),
    [
        ("According to the Echo, yes.", "According to", "the Echo"),  # hardly a clause
        (
            "He acted according to plan, said the aide and her two deputies.",
            "according to",
            "the aide",
        ),
        ("The mayor said that Orel and the guards had left.", "said", "Orel"),
    ],
)
def test_nothing_is_made_up(text: str, cue: str, source: str) -> None:
    assert contents(text, cue, source) == []


def test_a_cue_that_has_a_content_is_left_alone() -> None:
    text = "According to the Echo, Mayor Orel said the bridge was shut."
    assert contents(text, "According to", "the Echo", held=True) == []


def test_so_many_phrases_frame_one_sentence_and_no_more() -> None:
    text = "The bridge over the river was shut" + ", according to aides" * 9
    phrases = list(re.finditer("according to|aides", text))
    roles = [
        RoleSpan("source" if found[0] == "aides" else "cue", *found.span(), 0.9)
        for found in phrases
    ]
    scores = np.zeros((len(roles), 9), dtype=np.float32)
    framed = list(framed_sentences(text, with_scores(roles, scores), []))
    assert len(framed) == MAX_PHRASES_IN_SENTENCE
