"""Whether a number is presented as an earlier figure or as a correction."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model.text import Span
from sayso.text.prepared import PreparedText
from sayso.text.revisions import RevisionKind, correction_elsewhere, read_revision
from tests.costs import check_linear


def told(text: str, number: str) -> tuple[str, str] | None:
    start = text.index(number)
    found = read_revision(text, Span(start, start + len(number)))
    if found is None:
        return None
    return found.kind.name, text[found.cue.start : found.cue.end]


@pytest.mark.parametrize(
    ("text", "number", "words"),
    [
        ("The toll rose to 35 from 20 on Monday.", "20", "rose"),
        ("It was 35, up from 20.", "20", "up from"),
        ("She lowered the toll to 18 from an earlier 35.", "35", "from an earlier"),
        ("The council had first said 35 were dead.", "35", "had first said"),
        ("Initial reports spoke of 35 dead.", "35", "Initial reports"),
        ("There were 18 dead, not 35 as first reported.", "35", "first reported"),
        ("An earlier version of this page gave 12 missing.", "12", "earlier version"),
    ],
)
def test_an_earlier_figure(text: str, number: str, words: str) -> None:
    assert told(text, number) == ("FORMER", words)


@pytest.mark.parametrize(
    ("text", "number", "words"),
    [
        ("The ministry corrected the number to 18.", "18", "corrected"),
        ("The toll was revised down to 18.", "18", "revised down"),
        ("It put the toll at 18, down from an earlier 35.", "18", "down from"),
        ("The ministry lowered its death toll from 35 to 18.", "18", "lowered"),
        ("Correction: 18 people died.", "18", "Correction"),
        ("After a recount, 18 people were missing.", "18", "recount"),
    ],
)
def test_a_correction(text: str, number: str, words: str) -> None:
    assert told(text, number) == ("CORRECTED", words)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("The mayor said 35 people were killed.", "35"),
        ("They brought down a helicopter and killed 18.", "18"),
        ("The sail was lowered and 18 drowned.", "18"),
        ("He came from 3 villages with 18 men.", "18"),
        ("It had earlier reported rain. Now 18 are dead.", "18"),
        ("It had earlier put 12 boats to sea; 18 men drowned.", "18"),
        ("The toll rose to 35.", "35"),
        ("Buses cut the road; 18 were hurt.", "18"),
    ],
)
def test_neither(text: str, number: str) -> None:
    assert told(text, number) is None


def test_a_correction_names_the_number_before() -> None:
    text = "The ministry lowered the death toll of the flood to 31 from 35."
    found = read_revision(text, Span(text.index("31"), text.index("31") + 2))
    assert found
    assert (found.kind, found.previous) == (RevisionKind.CORRECTED, "35")


def test_a_number_may_be_corrected_where_it_comes_again() -> None:
    text = "Per Holt said 31 people died.\n\nThe ministry lowered the toll to 31."
    assert told(text, "31") is None
    found = correction_elsewhere(text, 31)
    assert found
    assert text[found.cue.start : found.cue.end] == "lowered"
    assert correction_elsewhere(text, 3) is None


PIECES = (
    "35",
    " from ",
    "lowered",
    " the toll ",
    "earlier",
    " reported",
    ".",
    ",",
    "\n",
    "correction",
)


@given(st.lists(st.sampled_from(PIECES), max_size=12).map(" ".join) | st.text(max_size=40))
def test_the_words_stand_in_the_text(text: str) -> None:
    for at in range(len(text)):
        found = read_revision(text, Span(at, at + 1))
        assert found is None or 0 <= found.cue.start < found.cue.end <= len(text)


@given(st.lists(st.sampled_from(PIECES), max_size=12).map(" ".join))
def test_a_prepared_text_gives_the_same_answers(text: str) -> None:
    prepared = PreparedText(text)
    for at in range(len(text)):
        assert read_revision(prepared, Span(at, at + 1)) == read_revision(text, Span(at, at + 1))
    assert correction_elsewhere(prepared, 35) == correction_elsewhere(text, 35)


def test_numbers_without_end_take_work_in_proportion() -> None:
    units = ["35 ", "lowered the toll to 35 ", "from 35 ", "earlier ", "35.", "35\n"]
    check_linear(lambda text: correction_elsewhere(text, 35), units)


def test_people_who_come_down_from_a_hill_correct_nothing() -> None:
    assert told("The 18 men came down from the hill.", "18") is None
    assert told("There were 18 dead, down from the ridge road.", "18") is None
