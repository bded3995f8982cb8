"""Texts made of slices keep the place of every character."""

from hypothesis import given
from hypothesis import strategies as st

from sayso.read.places import Piece, Place, SourceMap
from sayso.read.slices import SlicedText

WHOLE = "The mayor said that nobody was hurt at the ferry."
# The same text as two elements of a page, with a changed character between them.
SOURCE = SourceMap(
    (
        Piece(0, 14, Place(0, element=1, source=100)),
        Piece(14, 1, Place(14, element=1, source=114), original="&nbsp;"),
        Piece(15, len(WHOLE) - 15, Place(0, element=2)),
    )
)


@given(st.lists(st.tuples(st.integers(0, len(WHOLE) - 1), st.integers(1, 12)), max_size=8))
def test_every_character_keeps_its_place(cuts: list[tuple[int, int]]) -> None:
    sliced = SlicedText()
    expected: list[Place | None] = []
    for start, length in cuts:
        end = min(len(WHOLE), start + length)
        expected += [None] * (2 if expected else 0)
        expected += [SOURCE.place_of(at) for at in range(start, end)]
        sliced.add(WHOLE, SOURCE, start, end, "\n\n")
    assert [sliced.source.place_of(at) for at in range(sliced.length)] == expected
    assert len(sliced.text) == sliced.length


def test_words_that_are_left_out_are_kept_and_counted() -> None:
    sliced = SlicedText()
    sliced.add(WHOLE, SOURCE, 0, 9, "")
    sliced.leave_out(" Sent from \n\n my telephone ")
    sliced.leave_out("  ")
    (out,) = sliced.left_out
    assert (out.at, out.words, sliced.words_left_out) == (9, "Sent from\nmy telephone", 4)
