"""Whether a number is of a longer time than one event."""

from datetime import date

import pytest

from sayso.model.text import Span
from sayso.text.background import longer_time, sums_up_events
from sayso.text.prepared import PreparedText

DAY = date(2031, 3, 12)


def told(sentence: str, number: str) -> str | None:
    start = sentence.index(number)
    at = Span(start, start + len(number))
    found = longer_time(sentence, Span(0, len(sentence)), at, DAY)
    return None if found is None else sentence[found.start : found.end]


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("More than 700 have been killed in the valleys since January.", "since January"),
        ("Since 1 January the register has 700 deaths, most of them at night.", "Since 1 January"),
        ("Some 700 people, most of them women, have died since 2028.", "since 2028"),
        ("Fighting has killed 700 this year.", "this year"),
        ("In the past six months 700 have died.", "the past six months"),
        (
            "The war has cost 700 lives since the start of last year.",
            "since the start of last year",
        ),
        ("The county counts 700 homicides in 2030.", "2030"),
        ("The coroner saw the last of 700 homicides in Orn last week.", "last week"),
        ("Over 700 died in separate attacks.", "in separate attacks"),
        ("A hard night: 700 killed in weekend shootings.", "in weekend shootings"),
        ("They say 700 were shot in Orn shootings across the city.", "in Orn shootings"),
    ],
)
def test_of_a_longer_time(sentence: str, words: str) -> None:
    assert told(sentence, "700") == words


@pytest.mark.parametrize(
    "sentence",
    [
        "The blast killed 700 people, the worst night since January.",
        "The deadliest blast this year has killed 700 people.",
        "Orrat, which has had no king since 2028, lost 700 men.",
        "The blast killed 700 in Orrat, which has had no king since 2028.",
        "Since dawn 700 people have fled.",
        "About 700 people have left since the explosions.",
        "Since 12 March 700 people have left.",
        "Since Sunday 700 people have left.",
        "The blast killed 700 people in 2031.",
        "The army killed 700 people in overnight attacks.",
        "A man is held over the Orn shootings in which 700 died.",
        "He was held in the city, and 700 died in the shootings.",
    ],
)
def test_of_the_happening_itself(sentence: str) -> None:
    assert told(sentence, "700") is None


@pytest.mark.parametrize(
    ("sentence", "several"),
    [
        ("A hard night: 700 killed in weekend shootings.", True),
        ("More than 700 have been killed in the valleys since January.", False),
    ],
)
def test_a_count_of_several_happenings(sentence: str, several: bool) -> None:
    start = sentence.index("700")
    at = Span(start, start + 3)
    assert sums_up_events(sentence, Span(0, len(sentence)), at) is several


def test_a_prepared_text_gives_the_same_answers() -> None:
    text = "Over 700 died this year. Since January 90 died, and 5 in weekend shootings."
    prepared = PreparedText(text)
    for sentence in (Span(0, 24), Span(25, len(text)), Span(0, len(text))):
        for start in range(sentence.start, sentence.end):
            at = Span(start, start + 1)
            assert longer_time(prepared, sentence, at, DAY) == longer_time(text, sentence, at, DAY)
            assert sums_up_events(prepared, sentence, at) is sums_up_events(text, sentence, at)
