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


def test_a_sentence_behind_says_whose_words_they_were() -> None:
    text = (
        "Mayor Ana Roll opened the bridge.\n\n“It is open,” she said.\n\n“It is not.”\n\n"
        "That was the ferryman, Ben Dorr, from the back.\n\nThe band played."
    )
    assert who_says(text, "It is open", "It is not") == [{"Ana Roll"}, {"Ben Dorr"}]


def test_a_sentence_with_somebody_else_leaves_the_floor_open() -> None:
    text = (
        "Ana Roll was the last to leave.\n\n“I locked it myself,” she said.\n\n"
        "Somebody had left a light on.\n\n“That will be the cat.”\n\nThe council meets in May."
    )
    assert who_says(text, "I locked", "That will") == [{"Ana Roll"}, set()]


def test_whoever_is_asked_does_not_ask() -> None:
    text = "Mayor Ana Roll met the press.\n\n“How much?” she was asked.\n\nThe bridge cost £9m."
    assert who_says(text, "How much") == [set()]


def test_a_told_question_goes_to_whom_it_addresses() -> None:
    text = (
        "Prosecutor Ana Roll asked Ben Dorr where he had been.\n\n“At home.”\n\nThe trial goes on."
    )
    assert who_says(text, "At home") == [{"Ben Dorr"}]


def test_whoever_asked_asks_again() -> None:
    text = (
        "“Is that your boat?” asked Inspector Ana Roll.\n\n“It may be,” said Ben Dorr.\n\n"
        "“And the net in it?”\n\n“It may be too.”\n\nDorr was fined."
    )
    assert who_says(text, "And the net", "may be too") == [{"Ana Roll"}, {"Ben Dorr"}]


def test_a_pronoun_may_mean_whom_the_sentence_before_addresses() -> None:
    text = (
        "Magistrate Ana Roll heard the case.\n\nThe boy's mother wept.\n\n"
        "The magistrate warned her she might have to leave.\n\n“I have soup on,” she said.\n\nThe case goes on."
    )
    assert who_says(text, "I have soup") == [set()]
