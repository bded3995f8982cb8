import pytest

from sayso.extract.floor.labels import Role
from sayso.extract.floor.turns import labelled_turns


@pytest.mark.parametrize(
    "form",
    [
        "Q: {}\n\nA: {}",
        "Q. {}\n\nA. {}",
        "Q.: {}\n\nA.: {}",
        "Q1: {}\n\nA1: {}",
        "**Q:** {}\n\n**A:** {}",
    ],
)
def test_letters(form: str) -> None:
    text = form.format("Who paid?", "Nobody did.")
    turns = labelled_turns(text)
    assert [turn.role for turn in turns] == [Role.ASKS, Role.ANSWERS]
    assert [text[turn.text.start : turn.text.end] for turn in turns] == ["Who paid?", "Nobody did."]


def test_names_with_roles_and_times() -> None:
    text = (
        "[00:01:02] RON DOBBS, RAILMEN'S UNION: It is safe.\n\n(CROSSTALK)\n\n"
        "[00:01:09] HOST: Is it?\n\n[00:01:11] DOBBS: It is."
    )
    turns = labelled_turns(text)
    assert [text[turn.name.start : turn.name.end] for turn in turns] == [
        "RON DOBBS",
        "HOST",
        "DOBBS",
    ]
    assert [turn.role for turn in turns] == [Role.NAMED, Role.ASKS, Role.NAMED]
    assert text[turns[0].text.start : turns[0].text.end] == "It is safe."


def test_an_answer_goes_on_until_the_next_label() -> None:
    text = "Q: Why?\n\nA: It broke.\n\nThen it broke again.\n\nQ: And now?\n\nA: It works."
    texts = [text[turn.text.start : turn.text.end] for turn in labelled_turns(text)]
    assert texts == ["Why?", "It broke.\n\nThen it broke again.", "And now?", "It works."]


@pytest.mark.parametrize(
    "text",
    [
        "Revealed: the street where nobody votes\n\nOpinion: why I walk\n\nLive: Corse v Dorn",
        "Age: 35\n\nBorn: Corse\n\nTeam: Dorn",
        "A man was hurt.\n\nQ Street is shut.",
        "Minister: we lied\n\nThe minister spoke for an hour.",
    ],
)
def test_other_colons_are_no_turns(text: str) -> None:
    assert labelled_turns(text) == []


def test_a_deposition_names_who_asks_answers_and_cuts_in() -> None:
    text = (
        "BY MS. ROLL:\n\nQ. Did you read it?\n\nA. The top.\n\nMR. DORR: Objection.\n\n"
        "THE WITNESS: All of the top.\n\nQ. Thank you.\n\nA. Not at all."
    )
    turns = labelled_turns(text)
    speakers = [turn.speaker or turn.name for turn in turns]
    assert [text[one.start : one.end] for one in speakers] == [
        "MS. ROLL",
        "THE WITNESS",
        "MR. DORR",
        "THE WITNESS",
        "MS. ROLL",
        "THE WITNESS",
    ]


def test_labels_on_lines_of_their_own() -> None:
    text = "ROLL\n\nWould you sing?\n\nDORR\n\nTo whom?\n\nROLL\n\nTo me.\n\nDORR\n\nNo."
    turns = labelled_turns(text)
    assert [text[turn.text.start : turn.text.end] for turn in turns] == [
        "Would you sing?",
        "To whom?",
        "To me.",
        "No.",
    ]


def test_clips_are_nobodys() -> None:
    text = "IN: The ferry is late.\n\nCLIP: It sank.\n\nWhat then?\n\nCLIP: We swam."
    turns = labelled_turns(text)
    assert [turn.role for turn in turns] == [Role.UNNAMED] * 2
    assert text[turns[0].text.start : turns[0].text.end] == "It sank."
