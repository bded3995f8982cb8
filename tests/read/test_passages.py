"""Texts that are put together keep the place of every character."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from sayso.model.particulars import LeftOut, LeftOutKind
from sayso.read.passages import Omission, Passage, joined, left_out_of, source_of, words_in
from sayso.read.places import Box, Piece, Place

RUNS = st.lists(st.text("ab \n", max_size=5), max_size=6)


def passage_of(runs: list[str], element: int) -> tuple[Passage, str]:
    """A passage of runs of one element, with a space between them, and the element's text."""
    passage = Passage()
    for number, run in enumerate(runs):
        passage.take(run, Place(sum(map(len, runs[:number])), element=element))
        passage.put(" ")
    return passage, "".join(runs)


@given(st.lists(RUNS, max_size=4))
def test_what_is_joined_and_trimmed_keeps_its_places(some: list[list[str]]) -> None:
    made = [passage_of(runs, number) for number, runs in enumerate(some)]
    passages = [one.trimmed() for one, _ in made]
    whole = joined(passages)
    assert whole.text == "\n\n".join(one.text.strip() for one, _ in made)
    out = [Omission(number, 0, LeftOutKind.OTHER, "x") for number in range(len(passages))]
    for left, one in zip(left_out_of(passages, out), passages, strict=True):
        assert whole.text[left.at : left.at + one.length] == one.text
    source = source_of(whole)
    for offset, character in enumerate(whole.text):
        place = source.place_of(offset)
        if place is None:
            assert character.isspace()
        else:
            assert place.element is not None
            assert made[place.element][1][place.offset] == character


def test_runs_that_follow_one_another_are_one_piece() -> None:
    passage = Passage()
    passage.take("The ", Place(3, source=3))
    passage.take("mayor", Place(7, source=7))
    passage.take("&", Place(12, source=12), "&amp;")
    passage.take("co", Place(17, source=17))
    assert [(one.start, one.length) for one in passage.pieces] == [(0, 9), (9, 1), (10, 2)]


def test_a_cut_goes_through_pieces() -> None:
    passage = Passage()
    passage.take("  a", Place(5))
    passage.take(" ", Place(9), "&nbsp;")
    trimmed = passage.trimmed()
    assert trimmed.pieces == [Piece(0, 1, Place(7))]


def test_words_behind_the_last_passage_stand_at_the_end() -> None:
    passage = Passage()
    passage.take("It fell.", Place(0))
    last = Omission(1, 0, LeftOutKind.CAPTION, "The bridge")
    blank = Omission(0, 0, LeftOutKind.HIDDEN, " ")
    assert left_out_of([passage], [blank, last]) == (LeftOut(8, LeftOutKind.CAPTION, "The bridge"),)
    assert words_in(left_out_of([], [replace(last, number=0)])) == 2


def test_what_is_cut_keeps_its_boxes() -> None:
    boxes = tuple(Box(at, 0, at + 1, 1) for at in range(4))
    piece = Piece(10, 4, Place(2, page=1, source=7), None, boxes)
    assert piece.cut(11, 13, -11) == Piece(0, 2, Place(3, page=1, source=8), None, boxes[1:3])
