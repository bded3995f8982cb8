"""Contents cut between two quotations, and put together again."""

import numpy as np

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
