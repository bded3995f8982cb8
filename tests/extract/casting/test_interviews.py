"""Whom an interview without quotation marks is with."""

import pytest

from sayso.extract.casting.interviews import find_interviewee
from sayso.extract.casting.mention_index import MentionIndex
from sayso.extract.casting.tokens import tokenize_text

TALK = (
    "\n\nHow did you come to keep bees?\n\nMy aunt kept them and I helped her. I was nine. I knew"
    " nothing. I think we had four hives.\n\nDo you sell your honey?\n\nI do. I sell it at the gate"
    " and my neighbours sell it for me. I would not know how else.\n\nWhat do you fear?\n\nI fear"
    " dry summers. We had three. What would you do?\n"
)


def asked(head: str, talk: str = TALK) -> str | None:
    text = head + talk
    found = find_interviewee(tokenize_text(text), MentionIndex(tokenize_text(text), []).clusters)
    if found is None:
        return None
    name = found.mentions[0].shown
    return text[name.start : name.end]


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("The bees of Corse: an interview with Ana Roll, keeper of hives", "Ana Roll"),
        ("Peter Marsh founded the fair. The Plumbline spoke to Ana Roll about bees.", "Ana Roll"),
        ("Plumbline interviews Ostrelna Vash on the dry years", "Ostrelna Vash"),
        (
            "Ana Roll: An Interview with the queen of the hives\n\nPeter Marsh was there.",
            "Ana Roll",
        ),
        ("At the gate of Ana Roll stands a hive.", "Ana Roll"),
        ("Hives at the gate. Photo: Peter Marsh.\n\nAna Roll keeps bees.", "Ana Roll"),
    ],
)
def test_its_head_says_so(head: str, name: str) -> None:
    assert asked(head) == name


@pytest.mark.parametrize(
    "head",
    [
        "The bees of Corse",
        "Ana Roll met Peter Marsh at the fair.",
        "We spoke to the hives of Corse.",
    ],
)
def test_where_two_or_none_may_be_meant_it_is_nobody(head: str) -> None:
    assert asked(head) is None


def test_a_report_is_none() -> None:
    assert asked("The Plumbline spoke to Ana Roll.", " It rained. I was told so.") is None
