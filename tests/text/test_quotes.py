"""Quotation marks: paired by paragraph, never a crash, never slow."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.text.paragraphs import paragraphs
from sayso.text.quotes import QUOTATION_MARKS, quotations, quoted_characters
from tests.cases_read import cases, read_cases
from tests.costs import check_linear

MARKED = st.text(alphabet="“”„«»‘’‹›\"' sab.,\n", max_size=80)


def found(text: str) -> list[str]:
    return [text[start:end] for start, end in quotations(text)]


def test_there_are_cases_enough() -> None:
    assert len(read_cases("quotes")) >= 60


@pytest.mark.parametrize("case", cases("quotes"))
def test_what_stands_in_quotation_marks(case: dict[str, Any]) -> None:
    assert found(case["text"]) == case["quotes"]


def test_a_stray_mark_spoils_no_more_than_its_paragraph() -> None:
    text = 'He said "no and left.\n\n"Yes," she said.'
    assert '"Yes,"' in found(text)
    assert all("\n" not in one for one in found(text))


@given(MARKED)
def test_a_quotation_lies_in_one_paragraph_and_begins_with_a_mark(text: str) -> None:
    blocks = paragraphs(text)
    for start, end in quotations(text):
        assert text[start] in QUOTATION_MARKS
        assert end - start > 1
        assert any(first <= start and end <= last for first, last in blocks)


@given(MARKED)
def test_quotations_nest_or_stand_apart(text: str) -> None:
    spans = quotations(text)
    assert len(set(spans)) == len(spans)
    open_until: list[int] = []
    for start, end in spans:
        while open_until and open_until[-1] <= start:
            open_until.pop()
        assert not open_until or end <= open_until[-1]
        open_until.append(end)


@given(MARKED, MARKED)
def test_one_paragraph_changes_nothing_in_those_after_it(first: str, second: str) -> None:
    first, second = f"“One.” {first}".replace("\n", " ").rstrip() + ".", f"Two. {second}"
    shift = len(first) + 2
    alone = {(start + shift, end + shift) for start, end in quotations(second)}
    together = {span for span in quotations(f"{first}\n\n{second}") if span[0] >= shift}
    assert together == alone


@given(st.text(max_size=80))
def test_any_text_at_all(text: str) -> None:
    spans = quotations(text)
    inside = quoted_characters(text, spans)
    assert len(inside) == len(text)
    assert sum(inside) == len({place for start, end in spans for place in range(start, end)})


def test_many_marks_are_all_found() -> None:
    assert len(quotations("“a” " * 20_000)) == 20_000
    assert quotations("“" * 50_000)


def test_marks_without_partners_take_work_in_proportion() -> None:
    check_linear(
        quotations, ["“", "” ", "‘a ", "'a ", "s' a", '"a ', " ", "\t", "’", "“a\n\n", "„“"]
    )
