"""What a speaker inside a content says where the network marks the speaker and the cue alone."""

import pytest

from sayso.extract.speech.left_contents import left_contents
from sayso.extract.speech.link_roles import LinkedCue
from tests.extract.speech.marked import role, tagged_text


@pytest.mark.parametrize(
    ("text", "marked", "wanted"),
    [
        (
            "that the clerk had boasted to a friend of the bribe.",
            [("source", "the clerk"), ("cue", "had boasted")],
            ["to a friend of the bribe"],
        ),
        (
            "the clerk boasted of the bribe, but the judge denied it",
            [
                ("source", "the clerk"),
                ("cue", "boasted"),
                ("source", "the judge"),
                ("cue", "denied"),
                ("content", "it"),
            ],
            ["of the bribe"],
        ),
        (
            "the clerk swore the jury would believe anything",
            [
                ("source", "the clerk"),
                ("cue", "swore"),
                ("source", "the jury"),
                ("cue", "would believe"),
                ("content", "anything"),
            ],
            ["the jury would believe anything"],
        ),
        ("the clerk had limped for years", [("source", "the clerk"), ("cue", "had limped")], []),
        ("the clerk, it seems, said", [("source", "the clerk"), ("cue", "said")], []),
    ],
)
def test_the_rest_of_the_clause_is_said(
    text: str, marked: list[tuple[str, str]], wanted: list[str]
) -> None:
    tagged = tagged_text(text, marked)
    with_content = {"denied", "would believe"}
    linked = [
        LinkedCue(role("cue", text, words))
        for name, words in marked
        if name == "cue" and words in with_content
    ]
    found = left_contents(text, tagged, linked)
    assert [text[link.contents[0].start : link.contents[0].end] for link in found] == wanted
