"""Where sentences end."""

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.text import sentences as sentences_module
from sayso.text.paragraphs import paragraphs
from sayso.text.sentences import MAX_SENTENCE_CHARACTERS, sentences
from tests.cases_read import cases, read_cases
from tests.costs import check_linear

STOPPED = st.text(alphabet="aBU1.!?…”\"') \n\u00a0", max_size=80) | st.text(max_size=80)


def test_there_are_cases_enough() -> None:
    assert len(read_cases("sentences")) >= 70


@pytest.mark.parametrize("case", cases("sentences"))
def test_where_sentences_end(case: dict[str, Any]) -> None:
    text = case["text"]
    assert [text[start:end] for start, end in sentences(text)] == case["sentences"]


@given(STOPPED)
def test_every_character_but_white_space_is_in_one_sentence(text: str) -> None:
    spans = sentences(text)
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))
    inside = {place for start, end in spans for place in range(start, end)}
    assert all(place in inside for place, letter in enumerate(text) if not letter.isspace())


@given(STOPPED)
def test_every_character_is_in_one_sentence_where_sentences_are_cut(text: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sentences_module, "MAX_SENTENCE_CHARACTERS", 7)
        spans = sentences(text)
    assert all(0 < end - start <= 7 for start, end in spans)
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))
    inside = {place for start, end in spans for place in range(start, end)}
    assert all(place in inside for place, letter in enumerate(text) if not letter.isspace())
    assert all(text[start:end] == text[start:end].strip() for start, end in spans)


def test_a_text_without_full_stops_is_cut_at_spaces() -> None:
    text = "then they said that we would go there and nobody came " * 200
    spans = sentences(text)
    assert max(end - start for start, end in spans) <= MAX_SENTENCE_CHARACTERS
    assert min(end - start for start, end in spans[:-1]) > MAX_SENTENCE_CHARACTERS - 10
    assert " ".join(text[start:end] for start, end in spans) == text.strip()


def test_a_text_without_spaces_is_cut_all_the_same() -> None:
    ends = [end for _, end in sentences("a" * (2 * MAX_SENTENCE_CHARACTERS + 1))]
    assert ends == [MAX_SENTENCE_CHARACTERS, 2 * MAX_SENTENCE_CHARACTERS, ends[-1]]


@given(STOPPED)
def test_a_sentence_has_no_white_space_at_its_edges_and_lies_in_one_paragraph(text: str) -> None:
    blocks = paragraphs(text)
    for start, end in sentences(text):
        assert text[start:end] == text[start:end].strip()
        assert any(first <= start and end <= last for first, last in blocks)


def test_stops_without_end_take_work_in_proportion() -> None:
    check_linear(
        sentences, [".", ". ", "a. ", "A. ", "A.", "1. ", "! ", '."', ". (", "…", " ", "\t"]
    )
