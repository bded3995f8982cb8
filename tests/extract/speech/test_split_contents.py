"""Contents cut between two quotations, and put together again."""

import numpy as np
import pytest

from sayso.encoder.tagger import RoleSpan
from sayso.extract.speech.split_contents import rejoin_contents, split_contents
from tests.extract.speech.marked import with_scores

TEXT = "According to her they had “more than they asked for.” “We will not go into it,” Orel said."
CONTENT = RoleSpan("content", TEXT.index("they had"), TEXT.index(" Orel"), 0.9)
CUE = RoleSpan("cue", 0, len("According to"), 0.9)


def shown(roles: list[RoleSpan]) -> list[str]:
    return [TEXT[role.start : role.end] for role in roles if role.role == "content"]


def test_a_content_is_cut_where_one_quotation_follows_another() -> None:
    reading = with_scores((CUE, CONTENT), np.array([[0.0], [1.5]], dtype=np.float32))
    cut = split_contents(TEXT, reading)
    assert shown(list(cut.roles)) == [
        "they had “more than they asked for.”",
        "“We will not go into it,”",
    ]
    assert cut.belongs.tolist() == [[0.0], [1.5], [1.5]]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        (
            "that the loans were sound. They were not",
            ["that the loans were sound.", "They were not"],
        ),
        ("“I came. I saw.”", ["“I came. I saw.”"]),
        ("the ferry sank\n\nThe port is shut", ["the ferry sank", "The port is shut"]),
        ("LISK, Oct 7 (PN) - The port is shut", ["The port is shut"]),
    ],
)
def test_a_content_ends_with_its_sentence_outside_quotation_marks(
    text: str, pieces: list[str]
) -> None:
    role = RoleSpan("content", 0, len(text), 0.9)
    cut = split_contents(text, with_scores((role,), np.zeros((1, 0), dtype=np.float32)))
    assert [text[piece.start : piece.end] for piece in cut.roles] == pieces


def test_of_a_source_with_an_empty_line_the_part_beside_the_cue_is_left() -> None:
    text = "Miners rest\n\nMinister says so"
    source, cue = RoleSpan("source", 0, 21, 0.9), RoleSpan("cue", 22, 26, 0.9)
    cut = split_contents(text, with_scores((source, cue), np.zeros((2, 1), dtype=np.float32)))
    assert text[cut.roles[0].start : cut.roles[0].end] == "Minister"


def test_a_reading_without_such_a_place_stays_as_it_is() -> None:
    inside = RoleSpan("content", TEXT.index("“We"), TEXT.index(" Orel"), 0.9)
    cut = split_contents(TEXT, with_scores((CUE, inside), np.zeros((2, 1), dtype=np.float32)))
    assert cut.roles == (CUE, inside)


def test_pieces_of_one_cue_are_one_again() -> None:
    cut = split_contents(TEXT, with_scores((CUE, CONTENT), np.zeros((2, 1), dtype=np.float32)))
    pieces = [role for role in cut.roles if role.role == "content"]
    assert rejoin_contents(TEXT, pieces) == [CONTENT]
    first = pieces[:1]
    assert rejoin_contents(TEXT, first) == first
