"""Passives that name who speaks behind "by"."""

from collections.abc import Sequence

import pytest

from sayso.extract.speech.link_roles import link_cues
from sayso.extract.speech.passive_agents import name_agents
from tests.extract.speech.marked import tagged_text


def said(text: str, marked: Sequence[tuple[str, str]] = ()) -> list[tuple[str | None, list[str]]]:
    tagged = tagged_text(text, marked)
    return [
        (
            text[link.source.start : link.source.end] if link.source else None,
            [text[one.start : one.end] for one in link.contents],
        )
        for link in name_agents(text, tagged, link_cues(text, tagged))
    ]


@pytest.mark.parametrize(
    ("text", "agent", "content"),
    [
        (
            "The village was accused by the army of hiding rebels.",
            "the army",
            "of hiding rebels",
        ),
        (
            "Residents are told by police to stay in, and they do.",
            "police",
            "to stay in, and they do",
        ),
        ("The dam was declared safe by the engineers in May.", "the engineers", "safe"),
        ("She has since been called a liar by her sister.", "her sister", "a liar"),
        ("He was warned by Ana Bol that it was ill.", "Ana Bol", "that it was ill"),
        (
            "She was described by neighbours as a quiet woman.",
            "neighbours",
            "as a quiet woman",
        ),
    ],
)
def test_the_agent_speaks(text: str, agent: str, content: str) -> None:
    [(source, contents)] = said(text)
    assert source == agent
    assert contents[-1].startswith(content.split(",")[0])


@pytest.mark.parametrize(
    "text",
    [
        "He was accused of stealing the boat.",
        "The town was called a ruin caused by the war.",
        "The strike was called off by the union.",
        "He was warned by the referee, and left.",
        "She was told by chance that it was over.",
    ],
)
def test_without_an_agent_or_words_nobody_does(text: str) -> None:
    assert not said(text)


def test_the_agent_takes_the_place_of_who_is_spoken_of() -> None:
    text = "The guard was told by his captain to leave."
    marked = [("source", "The guard"), ("cue", "was told"), ("content", "to leave")]
    assert said(text, marked) == [("his captain", ["to leave"])]


def test_claims_that_are_rejected() -> None:
    text = "Claims that the mine was shut have been rejected by the owners' union."
    marked = [
        ("cue", "Claims"),
        ("content", "that the mine was shut"),
        ("cue", "have been rejected by"),
        ("source", "the owners' union"),
    ]
    [(source, contents)] = said(text, marked)
    assert source == "the owners' union"
    assert contents == ["Claims that the mine was shut"]


def test_inside_a_content_it_is_left_for_later() -> None:
    text = "Orel said she was told by a nurse that it was over."
    marked = [
        ("source", "Orel"),
        ("cue", "said"),
        ("content", "she was told by a nurse that it was over"),
    ]
    assert [source for source, _ in said(text, marked)] == ["Orel"]
