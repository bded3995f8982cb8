"""Whose words quotations are, through the whole of `extract`."""

from sayso.extract.extracting import extract
from sayso.model.speech import Stance
from sayso.model.text import Document


def who_says(text: str, *words: str) -> list[set[str]]:
    """For some words of a text each, the names of the actors who say them."""
    facts = extract(Document(name="report.txt", text=text))
    names = {one.id: text[one.name.start : one.name.end] for one in facts.actors}
    return [
        {
            names[claim.speaker]
            for claim in facts.claims
            if claim.speaker is not None
            and any(span.start <= text.index(some) < span.end for span in claim.content)
        }
        for some in words
    ]


def test_a_quotation_alone_belongs_to_whoever_spoke_before() -> None:
    text = (
        "Mayor Ana Roll said the bridge was safe.\n\n“I cross it daily. You may too.”\n\n"
        "Councillor Ben Dorr said nobody had looked underneath.\n\nThe debate goes on."
    )
    assert who_says(text, "I cross") == [{"Ana Roll"}]


def test_what_goes_on_over_paragraphs_is_one_speakers() -> None:
    text = (
        "Mayor Ana Roll told the council: “The bridge is safe.\n\n“Nobody fell.\n\n“Nobody will.”\n\n"
        "Councillor Ben Dorr disagreed."
    )
    assert who_says(text, "Nobody fell", "Nobody will") == [{"Ana Roll"}] * 2


def test_tags_tie_and_the_next_after_a_question_answers() -> None:
    text = (
        "“Who signed it?” asked Judge Ana Roll.\n\n“My clerk,” said Ben Dorr.\n\n"
        "“Where is he now?” Roll asked.\n\n“On leave.”\n\nThe case continues."
    )
    assert who_says(text, "My clerk", "On leave") == [{"Ben Dorr"}] * 2


def test_what_is_open_is_said_by_nobody() -> None:
    text = (
        "The square was full by noon.\n\n“We want our money. That is all.”\n\n"
        "A second rally is planned for Tuesday.\n\nGeneral Ben Dorr said order would be kept."
    )
    assert who_says(text, "We want") == [set()]


def test_turns_are_given_to_the_person_interviewed_and_questions_to_nobody() -> None:
    text = (
        "We met Ana Roll, who runs the ferry, on the quay.\n\nQ: Where did the money go?\n\n"
        "A: Into the boat. You may sit in it.\n\nQ: They could not find it.\n\nA: They never looked."
    )
    assert who_says(text, "Into the boat", "They never") == [{"Ana Roll"}] * 2
    facts = extract(Document(name="talk.txt", text=text))
    asked = [one for one in facts.claims if one.stance is Stance.ASKS]
    assert {text[one.content[0].start : one.content[0].end] for one in asked} == {
        "Where did the money go?",
        "They could not find it.",
    }
    assert all(one.speaker is None for one in asked)


def test_an_account_before_a_colon_posts() -> None:
    text = "The line is shut.\n\n@corse_rail: There is a cow on the line. We are talking to it."
    facts = extract(Document(name="posts.txt", text=text))
    sources = [one.source for one in facts.attributions if one.source is not None]
    assert [text[one.start : one.end] for one in sources] == ["@corse_rail"]
