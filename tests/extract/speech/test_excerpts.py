"""What is read again: contents, and sentences with a cue for which no content was found."""

from sayso.extract.speech.excerpts import (
    Excerpt,
    content_excerpts,
    cut_off_sentences,
    sentences_without_content,
)
from sayso.extract.speech.link_roles import link_cues
from sayso.model.speech import Attribution, Kind, Speech
from sayso.model.text import Span
from tests.extract.speech.marked import tagged_text

BODY = "“The guard told us,” Orel said, “that the dam had burst. Nobody was hurt.”"


def attribution(*pieces: str) -> Attribution:
    content = tuple(Span(BODY.index(piece), BODY.index(piece) + len(piece)) for piece in pieces)
    return Attribution(None, None, content, Speech.DIRECT, Kind.SPEECH, None, 0.9)


def test_a_content_is_read_sentence_by_sentence_without_its_quotation_marks() -> None:
    outer = attribution("“The guard told us,”", "“that the dam had burst. Nobody was hurt.”")
    excerpts = content_excerpts(BODY, Excerpt(0, 0, BODY), outer)
    assert [excerpt.text.split() for excerpt in excerpts] == [
        ["The", "guard", "told", "us,”", "“that", "the", "dam", "had", "burst."],
        ["Nobody", "was", "hurt."],
    ]
    assert "Orel" not in excerpts[0].text
    for excerpt in excerpts:
        assert excerpt.within == outer.id
        first = excerpt.text.split()[0]
        assert BODY[excerpt.start :].startswith(first)


def test_a_content_as_long_as_where_it_was_found_is_not_read_again() -> None:
    outer = attribution("“that the dam had burst. Nobody was hurt.”")
    (first, *_) = content_excerpts(BODY, Excerpt(0, 0, BODY), outer)
    whole = attribution("that the dam had burst.")
    assert content_excerpts(BODY, first, whole) == []


def test_a_content_of_a_word_or_two_has_nothing_inside() -> None:
    assert content_excerpts(BODY, Excerpt(0, 0, BODY), attribution("the dam")) == []


def test_a_sentence_with_a_source_and_a_lonely_cue_is_read_again() -> None:
    text = "It rained. Orel denied the claim. The mayor said that it was dry."
    tagged = tagged_text(
        text,
        [
            ("source", "Orel"),
            ("cue", "denied"),
            ("source", "The mayor"),
            ("cue", "said"),
            ("content", "that it was dry"),
        ],
        [[1, 0], [0, 0], [0, 1], [0, 0], [0, 9]],
    )
    linked = link_cues(text, tagged)
    excerpts = sentences_without_content(Excerpt(3, 0, text), tagged, linked)
    assert [(excerpt.body, excerpt.text) for excerpt in excerpts] == [(3, "Orel denied the claim.")]
    denied = text.index("denied")
    assert excerpts[0].cues == (Span(denied, denied + len("denied")),)


def test_a_sentence_with_several_lonely_cues_is_read_again_once() -> None:
    text = "Orel denied the claim and rejected the rest."
    tagged = tagged_text(text, [("source", "Orel"), ("cue", "denied"), ("cue", "rejected")])
    (excerpt,) = sentences_without_content(Excerpt(0, 0, text), tagged, [])
    assert [text[cue.start : cue.end] for cue in excerpt.cues] == ["denied", "rejected"]


def test_a_lonely_cue_without_a_source_in_its_sentence_is_not() -> None:
    text = "Orel left. It was denied."
    tagged = tagged_text(text, [("source", "Orel"), ("cue", "was denied")])
    assert sentences_without_content(Excerpt(0, 0, text), tagged, []) == []


def test_a_sentence_that_was_cut_off_a_content_is_read_by_itself() -> None:
    text = "Orel said the dam held. The mayor denied it."
    content = "the dam held. The mayor denied it"
    tagged = tagged_text(text, [("source", "Orel"), ("cue", "said"), ("content", content)])
    linked = link_cues(text, tagged)
    assert cut_off_sentences(Excerpt(0, 0, text), tagged, linked) == [
        Excerpt(0, text.index("The mayor"), "The mayor denied it.")
    ]
