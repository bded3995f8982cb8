import pytest

from sayso.extract.floor.bare_turns import bare_turns
from sayso.extract.floor.labels import Role

TALK = (
    "Ana Roll has mended nets for forty years. We met her at the quay.\n\n"
    "What do you mend?\n\nNets, mostly. I mend what comes.\n\n"
    "They say the trade is dead.\n\nMy hands say otherwise."
)


def test_questions_and_answers_by_turns() -> None:
    turns = bare_turns(TALK)
    assert [turn.role for turn in turns] == [Role.ASKS, Role.ANSWERS] * 2
    last = turns[-1].text
    assert TALK[last.start : last.end] == "My hands say otherwise."


def test_bold_questions() -> None:
    text = "Ana Roll on nets\n\n**Who taught you?**\n\nMy aunt.\n\n**And her?**\n\nThe sea.\n\nOr hunger."
    turns = bare_turns(text)
    assert [turn.role for turn in turns] == [Role.ASKS, Role.ANSWERS] * 2
    assert text[turns[-1].text.start :] == "The sea.\n\nOr hunger."


def test_dashes() -> None:
    text = "Ana Roll is 102.\n\n— Who won?\n\n— Nobody.\n\n— Will you vote?\n\n— I always do."
    assert [turn.role for turn in bare_turns(text)] == [Role.ASKS, Role.ANSWERS] * 2


@pytest.mark.parametrize(
    "text",
    [
        "The strait is shut.\n\nWhat happens next?\n\nEnvoys meet on Sunday.\n\nWho pays?\n\nThe ministry.",
        'Orel spoke.\n\n"Why?"\n\n"I forgot."\n\n"Are you sure?"\n\n"I am."',
        "What is a reef?",
    ],
)
def test_questions_of_a_report_are_no_talk(text: str) -> None:
    assert bare_turns(text) == []
