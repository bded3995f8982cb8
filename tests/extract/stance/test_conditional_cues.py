"""Cues that stand under a condition or in a question."""

import pytest

from sayso.extract.stance.conditional_cues import why_unsaid
from sayso.model.text import Span


def reason(text: str) -> str | None:
    """For a sentence with a [source], a {cue} and a <content>."""
    bare = "".join(character for character in text if character not in "[]{}<>")

    def span(opening: str, closing: str) -> Span:
        words = text[text.index(opening) + 1 : text.index(closing)]
        return Span(bare.index(words), bare.index(words) + len(words))

    return why_unsaid(bare, span("[", "]"), span("{", "}"), [span("<", ">")])


@pytest.mark.parametrize(
    "text",
    [
        "If [Orlan] {admits} <the theft>, he will go.",
        "Should [Orlan] ever {admit} <the theft>, he will go.",
        "It is unclear whether [Orlan] {denied} <it>.",
    ],
)
def test_a_condition_right_before_the_source(text: str) -> None:
    assert reason(text) == "stands under a condition"


def test_a_question() -> None:
    assert reason("It rained. Did [Orlan] {deny} <that he met the buyer>?") == "is asked about"


@pytest.mark.parametrize(
    "text",
    [
        "[Orlan] {denied} <the theft>.",
        "The board should say so. [Orlan] {denied} <the theft>.",
        "If it rains, as [Orlan] and his wife {said}, <the dam will burst>.",
        "Did it rain? [Orlan] {denied} <it>.",
        "Did [Orlan] {ask} <“Who was it?”>?",  # the question mark may be that of the quotation
        "<The theft> {was denied} if [Orlan] is right.",  # the source stands behind
    ],
)
def test_what_has_been_said(text: str) -> None:
    assert reason(text) is None


def test_a_source_far_from_any_mark_is_read_all_the_same() -> None:
    assert reason("x " * 400 + "if [Orlan] {admits} <the theft>") == "stands under a condition"
    assert reason("x" * 400 + "[Orlan] {admits} <the theft>") is None
