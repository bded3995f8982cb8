"""Asides that name one more speaker, by their words."""

import pytest

from sayso.extract.speech.asides import asides, without_asides
from sayso.extract.speech.further_speakers import asides_of_links
from sayso.extract.speech.link_roles import LinkedCue
from sayso.text.prepared import PreparedText
from tests.extract.speech.marked import role, tagged_text


def found(text: str) -> list[tuple[str, str, bool]]:
    return [
        (text[slice(*one.lead)], text[slice(*one.speaker)], one.outer)
        for one in asides(PreparedText(text))
    ]


@pytest.mark.parametrize(
    ("text", "lead", "speaker"),
    [
        ("The mill burned, Tarn reported, citing the ministry.", "citing", "the ministry"),
        ("Quoting a nurse, the Echo said it was late.", "Quoting", "a nurse"),
        ("It sank, said Tarn, citing Dr. Ana Bol, a vet.", "citing", "Dr. Ana Bol"),
        ("It sank, Tarn said, citing one of the guards.", "citing", "one of the guards"),
        ("It sank, Tarn said, citing two men who had seen it.", "citing", "two men"),
        ("It sank, Tarn said, citing the Corse News Agency.", "citing", "the Corse News Agency"),
    ],
)
def test_those_who_told_it(text: str, lead: str, speaker: str) -> None:
    assert found(text) == [(lead, speaker, False)]


@pytest.mark.parametrize(
    ("text", "lead", "speaker"),
    [
        ("It sank, a diver said, as quoted by Tarn.", "as quoted by", "Tarn"),
        ("The mayor, quoted by the agency, put it at 60.", "quoted by", "the agency"),
        ("The mayor was quoted by Tarn as saying it sank.", "was quoted by", "Tarn"),
        (
            "“It sank,” he said, in remarks carried by the Echo.",
            "in remarks carried by",
            "the Echo",
        ),
    ],
)
def test_those_who_pass_it_on(text: str, lead: str, speaker: str) -> None:
    assert found(text) == [(lead, speaker, True)]


@pytest.mark.parametrize(
    "text",
    [
        "The bank cut its rate, citing weak growth.",
        "The road will stay shut, the ministry said, citing security concerns.",
        "The strike was illegal, the minister said, citing the Labour Act.",
        "THE BANK CUT ITS RATE, CITING WEAK GROWTH.",
        "The figures cited by the ministry are old.",
        "The mayor was quoted by Tarn.",
    ],
)
def test_grounds_and_laws_are_no_speakers(text: str) -> None:
    assert not found(text)


def test_one_after_another() -> None:
    text = "It leaked, according to the Courier, citing a memo that quoted three inspectors."
    assert [speaker for _, speaker, _ in found(text)] == ["a memo", "three inspectors"]


def test_an_aside_is_not_marked() -> None:
    text = "Tarn, citing two guards who saw it, said the mill burned."
    tagged = tagged_text(
        text,
        [
            ("source", "Tarn"),
            ("cue", "citing"),
            ("content", "two guards who saw it"),
            ("cue", "said"),
            ("content", "the mill burned"),
        ],
        [[1, 2], [3, 4], [5, 6], [7, 8], [9, 10]],
    )
    left = without_asides(text, tagged)
    assert [text[one.start : one.end] for one in left.roles] == ["Tarn", "said", "the mill burned"]
    assert left.belongs.tolist() == [[1, 2], [7, 8], [9, 10]]
    assert left.governs.tolist() == [[0, 1]]


def test_who_is_quoted_as_saying_it_is_a_source() -> None:
    text = "The mayor was quoted by Tarn as saying the mill burned."
    tagged = tagged_text(
        text,
        [
            ("content", "The mayor"),
            ("cue", "was quoted"),
            ("source", "Tarn"),
            ("content", "as saying the mill burned"),
        ],
    )
    left = without_asides(text, tagged).roles
    assert [(one.role, text[one.start : one.end]) for one in left] == [
        ("source", "The mayor"),
        ("cue", "as saying"),
        ("content", "the mill burned"),
    ]


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("The mill burned, Tarn reported, citing the ministry.", 1),
        ("Tarn, citing the ministry, reported that the mill burned.", 1),
        ("Citing the ministry, Tarn reported that the mill burned.", 1),
        ("Tarn reported the fire. The mill burned. Citing the ministry, he left.", 0),
        ("The mill burned, Tarn reported; the mayor left, citing the ministry.", 0),
    ],
)
def test_an_aside_goes_on_the_attribution_beside_it(text: str, links: int) -> None:
    link = LinkedCue(
        role("cue", text, "reported"),
        role("source", text, "Tarn"),
        [role("content", text, "mill burned")],
    )
    assert len(asides_of_links(text, [link])) == links
