"""Where paragraphs begin and end."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.text.paragraphs import paragraphs
from tests.costs import check_linear

WRAPPED = "The governor said on Sunday that nobody had been on the\nferry when it burned."


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in paragraphs(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", []),
        (" \n\t\n ", []),
        ("One.", ["One."]),
        ("  One.  ", ["One."]),
        ("One.\nTwo.", ["One.", "Two."]),
        ("One.\n\nTwo.", ["One.", "Two."]),
        ("One.\r\nTwo.\r\n\r\nThree.\r\n", ["One.", "Two.", "Three."]),
        ("One. \t \n \n\n  Two.", ["One.", "Two."]),
        ("\u00a0One.\u00a0\nTwo.", ["One.", "Two."]),
        ("A heading\nThe text.", ["A heading", "The text."]),
        (WRAPPED, [WRAPPED]),
        (WRAPPED.replace("\n", "\n\n"), WRAPPED.split("\n")),
        (WRAPPED.replace(" on the", " on it."), WRAPPED.replace(" on the", " on it.").split("\n")),
        (WRAPPED.replace("\n", "\r\n"), [WRAPPED.replace("\n", "\r\n")]),
    ],
)
def test_where_paragraphs_end(text: str, found: list[str]) -> None:
    assert cut(text) == found


@given(st.text(alphabet="ab. \t\r\n\x0b\u00a0", max_size=120) | st.text(max_size=80))
def test_paragraphs_hold_all_but_white_space(text: str) -> None:
    spans = paragraphs(text)
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))
    assert all(text[start:end] == text[start:end].strip() != "" for start, end in spans)
    assert "".join(cut(text)).split() or not text.strip()
    assert sum(not c.isspace() for one in cut(text) for c in one) == sum(
        not c.isspace() for c in text
    )


def test_white_space_without_end_takes_work_in_proportion() -> None:
    check_linear(paragraphs, [" ", "\t", "\r", "\n", " \n", "\n ", "\r\n", "a\n", "a ", "\u00a0"])
