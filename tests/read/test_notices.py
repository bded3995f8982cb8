"""Lines in which a page says that something is withheld."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.read.notices import withheld_part
from tests.cases_read import cases, read_cases
from tests.costs import check_linear

STORY = "The mayor denied it on Monday.\n\nShe was alone, she said."


def test_there_are_cases_enough() -> None:
    assert len(read_cases("notices")) >= 50


@pytest.mark.parametrize(
    "place", ["{notice}\n\n{story}", "{story}\n\n{notice}", "{story}\n{notice}\n"]
)
@pytest.mark.parametrize("case", cases("notices"))
def test_a_notice_and_the_share_left(case: dict[str, Any], place: str) -> None:
    text = place.format(notice=case["text"], story=STORY)
    found = withheld_part(text)
    said = "\n".join(text[span.start : span.end] for span in found.lines)
    assert said == (case["text"] if case["notice"] else "")
    assert found.remaining == case["remaining"]


def test_two_shares_leave_the_share_unknown() -> None:
    found = withheld_part("You have 10% of this article left to read.\n\n20% left")
    assert found.remaining is None
    assert len(found.lines) == 2


def test_one_share_said_twice_is_that_share() -> None:
    text = "You have read 90% of this article.\n\nIt burned.\n\nYou have 10% of this article left to read."
    assert withheld_part(text).remaining == 0.1


def test_prompts_count_beside_a_notice_and_nowhere_else() -> None:
    text = "Sign in\n\nThe boat sank.\n\nThe rest is for subscribers only.\nSubscribe now\nSign in"
    assert [text[span.start : span.end] for span in withheld_part(text).lines] == [
        "The rest is for subscribers only.", "Subscribe now", "Sign in",
    ]  # fmt: skip


def test_a_notice_in_the_middle_of_a_long_report_is_part_of_it() -> None:
    text = "A line.\n" * 30 + "The rest is for subscribers only.\n" + "A line.\n" * 30
    assert withheld_part(text).lines == ()


@given(
    st.lists(st.sampled_from([STORY, "20% left", "Sign in", "or", "The rest is", "\n", " ", "1%"]))
)
def test_the_lines_are_whole_lines_in_order(pieces: list[str]) -> None:
    text = "\n".join(pieces)
    ends = 0
    for span in withheld_part(text).lines:
        assert span.start >= ends
        assert (
            text[span.start - 1 : span.start].strip() == text[span.end : span.end + 1].strip() == ""
        )
        ends = span.end


def test_many_notices_take_work_in_proportion() -> None:
    check_linear(
        withheld_part,
        ["you have 1% ", "20% left\n", "sign in\n", "or\n", ".", ". ", "\n", " ", "a\n", "- "],
    )
